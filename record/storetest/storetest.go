package storetest

import (
	"context"
	"errors"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"annals"
	"annals/record"
)

// Run tests stores. The function opens a new empty one each time; it is closed when
// the test ends.
func Run(t *testing.T, open func(t *testing.T) record.Store) {
	for _, test := range []struct {
		name string
		run  func(*testing.T, record.Store)
	}{
		{"Empty", testEmpty},
		{"RoundTrip", testRoundTrip},
		{"Again", testAgain},
		{"Changed", testChanged},
		{"AllOrNothing", testAllOrNothing},
		{"Filter", testFilter},
		{"Search", testSearch},
		{"ReadWhileAdding", testReadWhileAdding},
		{"Digest", testDigest},
		{"DigestAgain", testDigestAgain},
		{"Decide", testDecide},
		{"Correct", testCorrect},
		{"IDs", testIDs},
	} {
		t.Run(test.name, func(t *testing.T) { test.run(t, open(t)) })
	}
}

// content is all that a store gives.
type content struct {
	Kept  []record.Kept
	Texts []string
	Lines []annals.Line
}

// contentOf reads a store.
func contentOf(t *testing.T, s record.Store) content {
	t.Helper()
	ctx := context.Background()
	var all content
	for k, err := range s.Documents(ctx) {
		if err != nil {
			t.Fatal(err)
		}
		all.Kept = append(all.Kept, *k)
		doc, err := s.Document(ctx, k.Document.ID)
		if err != nil {
			t.Fatal(err)
		}
		all.Texts = append(all.Texts, doc.Text)
	}
	all.Lines = linesOf(t, s, nil)
	return all
}

func linesOf(t *testing.T, s record.Store, f *record.Filter) []annals.Line {
	t.Helper()
	var out []annals.Line
	for line, err := range s.Lines(context.Background(), f) {
		if err != nil {
			t.Fatal(err)
		}
		out = append(out, *line)
	}
	return out
}

// contentFrom is what a store must give that has these entries.
func contentFrom(all []record.Entry) content {
	var out content
	for i := range all {
		e := &all[i]
		k := record.Kept{
			Document: e.Document, Coder: e.Coder, Origin: e.Origin, Fingerprint: e.Fingerprint, Added: e.Added,
			Sentences: len(e.Sentences), Lines: len(e.Lines),
		}
		k.Document.Text = ""
		out.Kept = append(out.Kept, k)
		out.Texts = append(out.Texts, e.Document.Text)
		out.Lines = append(out.Lines, e.Lines...)
	}
	return out
}

func add(t *testing.T, s record.Store, all []record.Entry) {
	t.Helper()
	if err := s.Add(context.Background(), all); err != nil {
		t.Fatal(err)
	}
}

func check(t *testing.T, s record.Store, want content) {
	t.Helper()
	if diff := cmp.Diff(want, contentOf(t, s)); diff != "" {
		t.Fatalf("the store gives something else (-want +got)\n%s", diff)
	}
}

func testEmpty(t *testing.T, s record.Store) {
	check(t, s, content{})
	if _, err := s.Kept(context.Background(), "treaty"); !errors.Is(err, record.ErrUnknown) {
		t.Errorf("Kept: %v", err)
	}
	if _, err := s.Document(context.Background(), "treaty"); !errors.Is(err, record.ErrUnknown) {
		t.Errorf("Document: %v", err)
	}
	add(t, s, nil)
}

func testRoundTrip(t *testing.T, s record.Store) {
	add(t, s, entries())
	check(t, s, contentFrom(entries()))
	k, err := s.Kept(context.Background(), "treaty")
	if err != nil || k.Lines != 2 || k.Document.Published != "1929-07-01" {
		t.Errorf("got %+v, %v", k, err)
	}
}

func testAgain(t *testing.T, s record.Store) {
	all := entries()
	add(t, s, all[:2])
	for i := range all {
		all[i].Added = "2030-01-01T00:00:00Z" // no part of the fingerprint
	}
	all[3].Added = entries()[3].Added
	all[2].Added = entries()[2].Added
	add(t, s, all)
	add(t, s, all)
	check(t, s, contentFrom(entries()))
}

func testChanged(t *testing.T, s record.Store) {
	add(t, s, entries())
	all := entries()
	changed := entry("treaty", "1930", []string{"Peru left Chile’s treaty."}, annals.Line{
		ID: "00aa00000000000000000009", Kind: annals.Event, Type: "REJECT", Actor: []annals.Participant{state("Peru", "PER")},
		Recipient: []annals.Participant{state("Chile", "CHL")}, Status: annals.Actual,
	})
	add(t, s, []record.Entry{changed})
	all[0] = changed
	want := contentFrom(all)
	want.Lines = append(want.Lines[1:], want.Lines[0]) // added anew
	check(t, s, want)
	for _, gone := range []string{"signed", "glad"} {
		if found := searched(t, s, &record.Search{Phrases: []string{gone}}); len(found) > 0 {
			t.Errorf("%q was found in %v", gone, found)
		}
	}
	agreed := linesOf(t, s, &record.Filter{Types: []string{"AGREE"}})
	old := linesOf(t, s, &record.Filter{ID: "00aa00000000000000000001"})
	if len(agreed)+len(old) > 0 {
		t.Errorf("lines that were replaced are there: %v, %v", agreed, old)
	}
}

func testAllOrNothing(t *testing.T, s record.Store) {
	for name, spoil := range map[string]func(*record.Entry){
		"a line of another document":      func(e *record.Entry) { e.Lines[0].Document = "x" },
		"a line without status":           func(e *record.Entry) { e.Lines[0].Status = "" },
		"sentences in disorder":           func(e *record.Entry) { slices.Reverse(e.Sentences) },
		"a sentence that is not in text":  func(e *record.Entry) { e.Sentences[2][1] += 100 },
		"a text that is no Unicode":       func(e *record.Entry) { e.Document.Text += "\xff" },
		"a sentence that ends too early":  func(e *record.Entry) { e.Sentences[0][1] = 0 },
		"a sentence that begins nowhere":  func(e *record.Entry) { e.Sentences[0][0] = -1 },
		"a sentence that overlaps others": func(e *record.Entry) { e.Sentences[1][0]--; e.Sentences[1][0] -= 5 },
	} {
		all := entries()
		spoil(&all[1])
		if err := s.Add(context.Background(), all); err == nil {
			t.Errorf("%s: no error", name)
		}
		check(t, s, content{})
	}
}

func testFilter(t *testing.T, s record.Store) {
	add(t, s, entries())
	all := linesOf(t, s, nil)
	day := func(d record.Day) *record.Day { return &d }
	chile, peru := record.Party{Country: "CHL"}, record.Party{Country: "PER", ID: "PER"}
	for name, test := range map[string]struct {
		filter record.Filter
		want   int // lines, so that a filter that nothing matches is seen
	}{
		"all":                        {record.Filter{}, 56},
		"a dyad":                     {record.Filter{Parties: []record.Party{chile, peru}}, 53},
		"a dyad with a type":         {record.Filter{Parties: []record.Party{chile, peru}, Types: []string{"assault"}}, 1},
		"a dyad in some years":       {record.Filter{Parties: []record.Party{chile, peru}, From: day(19200101), To: day(19291231)}, 6},
		"a person":                   {record.Filter{Parties: []record.Party{{ID: "person:pinera"}}}, 1},
		"nobody":                     {record.Filter{Parties: []record.Party{{}}}, 0},
		"a speaker is party to that": {record.Filter{Parties: []record.Party{{Country: "BOL"}}, Kinds: []annals.Kind{annals.Claim}}, 1},
		"a speaker":                  {record.Filter{SaidBy: record.Party{Country: "BOL"}}, 1},
		"a speaker who is silent":    {record.Filter{SaidBy: chile}, 0},
		"modes":                      {record.Filter{Types: []string{"Visit", "sign"}}, 2},
		"an unknown type":            {record.Filter{Types: []string{"DANCE"}}, 0},
		"kinds":                      {record.Filter{Kinds: []annals.Kind{annals.State, annals.Claim}}, 3},
		"statuses":                   {record.Filter{Status: []annals.Status{annals.Negated, annals.Future}}, 2},
		"years":                      {record.Filter{From: day(19800101), To: day(19891231)}, 5},
		"a year within a long span":  {record.Filter{From: day(18810101), To: day(18810102)}, 1},
		"from a day on":              {record.Filter{From: day(19900101)}, 6},
		"up to a day":                {record.Filter{To: day(18991231)}, 2},
		"before our era":             {record.Filter{From: day(-429685), To: day(-429685)}, 1},
		"centuries":                  {record.Filter{From: day(-1000000), To: day(30000101)}, 54},
		"a word":                     {record.Filter{Wordings: []record.Wording{{Words: []string{"at tacked"}}}}, 1},
		"a part of a word":           {record.Filter{Wordings: []record.Wording{{Words: []string{"tack", "sign"}}}}, 0},
		"a word of a type":           {record.Filter{Wordings: []record.Wording{{Type: "AGREE", Words: []string{"drew up", "signed"}}}}, 1},
		"a word of another type":     {record.Filter{Wordings: []record.Wording{{Type: "ASSAULT", Words: []string{"signed"}}}}, 0},
		"wordings":                   {record.Filter{Wordings: []record.Wording{{Type: "ASSAULT", Words: []string{"tacked"}}, {Type: "CONSULT", Mode: "visit"}, {Mode: "arrest"}}}, 2},
		"a word of a party":          {record.Filter{Parties: []record.Party{chile}, Wordings: []record.Wording{{Words: []string{"signed"}}}}, 1},
		"an unknown word":            {record.Filter{Wordings: []record.Wording{{Words: []string{"danced"}}}}, 0},
		"an id":                      {record.Filter{ID: "ffbb00000000000000000002"}, 1},
		"the beginning of an id":     {record.Filter{ID: "00aa"}, 2},
		"a short beginning":          {record.Filter{ID: "ff"}, 3},
		"an id with blanks":          {record.Filter{ID: "not hex"}, 1},
	} {
		t.Run(name, func(t *testing.T) {
			var want []annals.Line
			for i := range all {
				if test.filter.Match(&all[i]) {
					want = append(want, all[i])
				}
			}
			if len(want) != test.want {
				t.Errorf("%d lines match, want %d", len(want), test.want)
			}
			if diff := cmp.Diff(want, linesOf(t, s, &test.filter)); diff != "" {
				t.Errorf("(-want +got)\n%s", diff)
			}
		})
	}
	for _, err := range s.Lines(context.Background(), nil) {
		if err != nil {
			t.Error(err)
		}
		break // whoever has seen enough may stop
	}
}

func searched(t *testing.T, s record.Store, q *record.Search) []record.Found {
	t.Helper()
	var out []record.Found
	for found, err := range s.Search(context.Background(), q) {
		if err != nil {
			t.Fatal(err)
		}
		out = append(out, *found)
	}
	return out
}

func testSearch(t *testing.T, s record.Store) {
	all := entries()
	add(t, s, all)
	for _, test := range []struct {
		phrases []string
		want    int
	}{
		{[]string{"treaty"}, 1},
		{[]string{"TREATY", "Chile"}, 1},
		{[]string{"pinera"}, 1},
		{[]string{"Piñera", "łódź"}, 1},
		{[]string{"year 1950"}, 1},
		{[]string{"1950 year"}, 0},
		{[]string{"Peru warned", "for the 7th"}, 1},
		{[]string{"Peru*"}, 104},
		{[]string{"warn*", "19th"}, 1},
		{[]string{"the war*"}, 1},
		{[]string{"war"}, 1},
		{[]string{`"; DROP TABLE`}, 0},
		{[]string{`AND`, `"and"`}, 1},
		{[]string{" ", "*", "-"}, 0},
		{nil, 0},
	} {
		t.Run(strings.Join(test.phrases, ","), func(t *testing.T) {
			q := &record.Search{Phrases: test.phrases}
			var want []record.Found
			for i := range all {
				doc := all[i].Document
				runes := []rune(doc.Text)
				doc.Text = ""
				for k, span := range all[i].Sentences {
					quote := annals.Quote{Index: k, Span: span, Text: string(runes[span.Start():span.End()])}
					if q.Match(quote.Text) {
						want = append(want, record.Found{Document: doc, Sentence: quote})
					}
				}
			}
			if len(want) != test.want {
				t.Errorf("%d sentences match, want %d", len(want), test.want)
			}
			if diff := cmp.Diff(want, searched(t, s, q)); diff != "" {
				t.Errorf("(-want +got)\n%s", diff)
			}
			q.Limit = 3
			if diff := cmp.Diff(want[:min(3, len(want))], searched(t, s, q)); diff != "" {
				t.Errorf("limited (-want +got)\n%s", diff)
			}
		})
	}
}

// testReadWhileAdding holds that a reader sees documents whole or not at all.
func testReadWhileAdding(t *testing.T, s record.Store) {
	all := entries()
	add(t, s, all[:1])
	seen := 0
	for line, err := range s.Lines(context.Background(), nil) {
		if err != nil {
			t.Fatal(err)
		}
		if seen == 0 {
			add(t, s, all[1:])
		}
		if seen++; line.Document != "treaty" {
			t.Fatalf("a line of %q, which came while the record was read", line.Document)
		}
	}
	if seen != 2 {
		t.Errorf("%d lines, want 2", seen)
	}
	check(t, s, contentFrom(entries()))
}
