package storetest

import (
	"context"
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"annals"
	"annals/gazetteer"
	"annals/record"
	"annals/record/actors"
	"annals/record/copies"
	"annals/record/digest"
	"annals/record/merge"
)

func digester(t *testing.T) *digest.Digester {
	t.Helper()
	g, err := gazetteer.Load()
	if err != nil {
		t.Fatal(err)
	}
	d, err := digest.New(g)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// digestStore digests, twice, for the second time must change nothing.
func digestStore(t *testing.T, s record.Store) {
	t.Helper()
	for range 2 {
		if err := s.Digest(context.Background(), digester(t)); err != nil {
			t.Fatal(err)
		}
		if done, err := s.Digested(context.Background()); err != nil || !done {
			t.Fatalf("digested: %v, %v", done, err)
		}
	}
}

// isStale holds that a store knows that its digest is old.
func isStale(t *testing.T, s record.Store) {
	t.Helper()
	if done, err := s.Digested(context.Background()); err != nil || done {
		t.Errorf("digested: %v, %v", done, err)
	}
}

// expected is what the digest of a store must be: that of its raw lines, corrected.
func expected(t *testing.T, s record.Store) *digest.Digest {
	t.Helper()
	ctx := context.Background()
	var documents []digest.Document
	for k, err := range s.Documents(ctx) {
		if err != nil {
			t.Fatal(err)
		}
		doc, err := s.Document(ctx, k.Document.ID)
		if err != nil {
			t.Fatal(err)
		}
		documents = append(documents, digest.Document{ID: doc.ID, Source: doc.Source, Published: doc.Published, Fingerprint: copies.Of(doc.Text)})
	}
	decided, err := s.Decisions(ctx)
	if err != nil {
		t.Fatal(err)
	}
	var decisions []actors.Decision
	for i := range decided {
		decisions = append(decisions, decided[i].Decision)
	}
	return digester(t).Digest(corrected(t, s), documents, decisions)
}

// corrected returns the raw lines of a store with the last correction of each.
func corrected(t *testing.T, s record.Store) []annals.Line {
	t.Helper()
	all, err := s.Corrections(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	var out []annals.Line
	for _, line := range linesOf(t, s, &record.Filter{Raw: true}) {
		stands, result := true, &line
		for i := range all {
			if all[i].Line != line.ID {
				continue
			}
			if result, stands, err = all[i].Apply(&line); err != nil {
				t.Fatal(err)
			}
		}
		if stands {
			out = append(out, *result)
		}
	}
	return out
}

// checkDigest holds that a store which was digested gives what is expected.
func checkDigest(t *testing.T, s record.Store) *digest.Digest {
	t.Helper()
	want := expected(t, s)
	if diff := cmp.Diff(want.Lines, append([]annals.Line{}, linesOf(t, s, nil)...)); diff != "" {
		t.Fatalf("other lines (-want +got)\n%s", diff)
	}
	if diff := cmp.Diff(want.Events, append([]merge.Event{}, eventsOf(t, s, nil)...)); diff != "" {
		t.Fatalf("other events (-want +got)\n%s", diff)
	}
	checkFilters(t, s, want)
	checkCounts(t, s, want)
	var tenures []actors.Tenure
	for tenure, err := range s.Tenures(context.Background()) {
		if err != nil {
			t.Fatal(err)
		}
		tenures = append(tenures, *tenure)
	}
	if diff := cmp.Diff(want.Register.Tenures(), tenures); diff != "" {
		t.Fatalf("other tenures (-want +got)\n%s", diff)
	}
	if diff := cmp.Diff(want.Register.Aliases(), aliasesOf(t, s)); diff != "" {
		t.Fatalf("other aliases (-want +got)\n%s", diff)
	}
	return want
}

func aliasesOf(t *testing.T, s record.Store) []actors.Alias {
	t.Helper()
	var out []actors.Alias
	for alias, err := range s.Aliases(context.Background()) {
		if err != nil {
			t.Fatal(err)
		}
		out = append(out, *alias)
	}
	return out
}

func eventsOf(t *testing.T, s record.Store, f *record.Filter) []merge.Event {
	t.Helper()
	var out []merge.Event
	for e, err := range s.Events(context.Background(), f) {
		if err != nil {
			t.Fatal(err)
		}
		out = append(out, *e)
	}
	return out
}

// checkFilters asks for lines and events of all parties, alone and in pairs, and of much else.
func checkFilters(t *testing.T, s record.Store, want *digest.Digest) {
	t.Helper()
	day := func(d record.Day) *record.Day { return &d }
	filters := []record.Filter{
		{},
		{Status: []annals.Status{annals.Actual}},
		{Kinds: []annals.Kind{annals.Event}},
		{Types: []string{"consult"}},
		{Types: []string{"visit"}, Status: []annals.Status{annals.Future}},
		{Kinds: []annals.Kind{annals.State}},
		{From: day(20100503), To: day(20100503)},
		{From: day(19990601)},
		{To: day(19991231)},
		{SaidBy: record.Party{Country: "BOL"}},
		{SaidBy: record.Party{Country: "PER"}},
		{ID: "20a1"},
		{ID: "event-10a1"},
		{ID: "event-"},
		{ID: "1"},
		{Status: []annals.Status{annals.Negated}},
		{Wordings: []record.Wording{{Type: "ASSAULT", Words: []string{"fired"}}}},
		{Wordings: []record.Wording{{Type: "ACCUSE", Words: []string{"fired"}}, {Type: "CONSULT", Mode: "visit"}}},
	}
	var parties []record.Party
	for i := range want.Lines {
		for _, p := range record.PartiesOf(&want.Lines[i]) {
			parties = append(parties, record.Party{ID: p.ID}, record.Party{Country: p.Country})
		}
	}
	slices.SortFunc(parties, func(a, b record.Party) int { return strings.Compare(a.ID+" "+a.Country, b.ID+" "+b.Country) })
	parties = slices.Compact(parties)
	for i, a := range parties {
		for _, b := range parties[i:] {
			filters = append(filters, record.Filter{Parties: []record.Party{a, b}})
		}
	}
	byID := map[string]annals.Line{}
	for _, line := range want.Lines {
		byID[line.ID] = line
	}
	for _, f := range filters {
		var lines []annals.Line
		var events []merge.Event
		for i := range want.Lines {
			if f.Match(&want.Lines[i]) {
				lines = append(lines, want.Lines[i])
			}
		}
		for i := range want.Events {
			var reports []annals.Line
			for _, id := range want.Events[i].Reports {
				reports = append(reports, byID[id])
			}
			if f.MatchEvent(&want.Events[i], reports) {
				events = append(events, want.Events[i])
			}
		}
		if diff := cmp.Diff(lines, linesOf(t, s, &f)); diff != "" {
			t.Fatalf("%+v: other lines (-want +got)\n%s", f, diff)
		}
		if diff := cmp.Diff(events, eventsOf(t, s, &f)); diff != "" {
			t.Fatalf("%+v: other events (-want +got)\n%s", f, diff)
		}
		checkReported(t, s, &f, events, byID)
	}
}

// checkCounts compares the overview of all, and of all pairs, with the events.
func checkCounts(t *testing.T, s record.Store, want *digest.Digest) {
	t.Helper()
	pairs := map[[2]string]bool{{}: true, {"NOR", "ISL"}: true}
	for i := range want.Events {
		for _, pair := range record.PairsOf(&want.Events[i]) {
			pairs[pair] = true
		}
	}
	for pair := range pairs {
		got, err := s.Overview(context.Background(), [2]string{pair[1], pair[0]})
		if err != nil {
			t.Fatal(err)
		}
		counts, events, others := map[string]int{}, 0, 0
		for i := range want.Events {
			e := &want.Events[i]
			if pair != [2]string{} && !slices.Contains(record.PairsOf(e), pair) {
				continue
			}
			if !record.IsFact(e) {
				others++
				continue
			}
			events++
			counts[record.MonthOf(e.From, e.To)+" "+e.Type+" events"]++
			counts[record.MonthOf(e.From, e.To)+" "+e.Type+" reports"] += len(e.Reports)
		}
		found := map[string]int{}
		for _, c := range got.Counts {
			found[c.Month+" "+c.Type+" events"], found[c.Month+" "+c.Type+" reports"] = c.Events, c.Reports
		}
		if got.Events != events || got.Others != others || !cmp.Equal(counts, found) {
			t.Fatalf("%v: got %+v, want %d, %d, %v", pair, got, events, others, counts)
		}
		if pair == [2]string{} && got.Lines != len(want.Lines) {
			t.Errorf("%d lines are counted, want %d", got.Lines, len(want.Lines))
		}
		if pair == [2]string{} && len(got.Pairs) > 0 {
			checkPairs(t, s, got.Pairs)
		}
	}
}

// checkPairs holds that pairs are counted as they are for themselves, the most frequent first.
func checkPairs(t *testing.T, s record.Store, pairs []record.Pair) {
	t.Helper()
	for i, p := range pairs {
		o, err := s.Overview(context.Background(), [2]string{p.A, p.B})
		if err != nil || o.Events != p.Events || i > 0 && p.Events > pairs[i-1].Events {
			t.Errorf("the pair %+v comes after %d others, %+v, %v", p, i, o, err)
		}
	}
}

// testDigest holds that lines are settled, events merged, sources counted and others linked.
func testDigest(t *testing.T, s record.Store) {
	digestStore(t, s) // of nothing
	checkDigest(t, s)
	add(t, s, news())
	isStale(t, s)
	digestStore(t, s)
	want := checkDigest(t, s)
	visit := eventsOf(t, s, &record.Filter{ID: "20a1"})
	if len(visit) != 1 || len(visit[0].Reports) != 2 || len(visit[0].Joins) != 1 || len(visit[0].Links) != 1 || visit[0].ID != "event-10a100000000000000000000" {
		t.Errorf("the visit: %+v", visit)
	}
	if shots := eventsOf(t, s, &record.Filter{Types: []string{"ASSAULT"}}); len(shots) != 1 || len(shots[0].Quantity) != 2 {
		t.Errorf("the shots: %+v", shots)
	}
	if speech := eventsOf(t, s, &record.Filter{ID: "40a1"}); len(speech) != 1 || speech[0].Sources != 2 || speech[0].Documents != 3 {
		t.Errorf("the speech: %+v", speech)
	}
	if len(linesOf(t, s, &record.Filter{Parties: []record.Party{{ID: "person:ana-rey"}}})) != 4 {
		t.Error("the office does not lead to its holder")
	}
	if len(want.Register.Tenures()) == 0 {
		t.Error("nobody has an office")
	}
	raw := contentFrom(news()).Lines
	if diff := cmp.Diff(raw, linesOf(t, s, &record.Filter{Raw: true})); diff != "" {
		t.Errorf("other raw lines (-want +got)\n%s", diff)
	}
	if cmp.Equal(raw, linesOf(t, s, nil)) {
		t.Error("nobody was settled")
	}
}

// testDigestAgain holds that documents that are added, changed and taken up again between digests
// give the digest of all, and that what is not digested yet stands for itself.
func testDigestAgain(t *testing.T, s record.Store) {
	all := append(news(), entries()...)
	for i := range all {
		add(t, s, all[i:i+1])
		fresh := all[i].Lines
		got := linesOf(t, s, nil)
		if len(fresh) > 0 && !cmp.Equal(fresh, got[len(got)-len(fresh):]) {
			t.Fatalf("the lines of %q are not there as they were added", all[i].Document.ID)
		}
		if i%3 != 0 {
			continue // with two documents that are new
		}
		isStale(t, s)
		for j := range fresh {
			if fresh[j].Kind == annals.Event && len(eventsOf(t, s, &record.Filter{ID: merge.EventID(fresh[j].ID)})) != 1 {
				t.Errorf("the line %s is no event before it is digested", fresh[j].ID)
			}
		}
		digestStore(t, s)
		checkDigest(t, s)
	}
	changed := news()[0]
	changed.Document.Title, changed.Lines = "changed", changed.Lines[2:]
	changed.Fingerprint = record.FingerprintOf(&changed.Document, changed.Coder)
	add(t, s, []record.Entry{changed})
	isStale(t, s)
	if visit := eventsOf(t, s, &record.Filter{ID: "20a1"}); len(visit) != 1 || len(visit[0].Reports) != 1 || len(visit[0].Joins) != 0 {
		t.Errorf("the visit, of which a report is gone: %+v", visit)
	}
	digestStore(t, s)
	checkDigest(t, s)
	again := news()[0]
	again.Document.Title = "as it was"
	again.Fingerprint = record.FingerprintOf(&again.Document, again.Coder)
	add(t, s, []record.Entry{again})
	digestStore(t, s)
	checkDigest(t, s)
}

// testDecide holds that decisions are kept through all readings, and can be undone.
func testDecide(t *testing.T, s record.Store) {
	ctx := context.Background()
	add(t, s, news())
	digestStore(t, s)
	before := linesOf(t, s, nil)
	apart := record.Decision{
		Decision: actors.Decision{Verdict: actors.Split, Actor: "person:anatoly-karpenko", Other: "person:anatoliy-karpenka"},
		By:       "A. Reader", At: "2026-01-02T03:04:05Z", Why: "father and son",
	}
	one := record.Decision{Decision: actors.Decision{Verdict: actors.Join, Actor: "BOL", Other: "PER"}}
	if err := s.Decide(ctx, apart, record.Decision{}); err == nil {
		t.Error("a decision about nobody is taken")
	}
	if all, err := s.Decisions(ctx); err != nil || len(all) > 0 {
		t.Errorf("half of the decisions are kept: %v, %v", all, err)
	}
	decide := func(d ...record.Decision) {
		t.Helper()
		if err := s.Decide(ctx, d...); err != nil {
			t.Fatal(err)
		}
		isStale(t, s)
		digestStore(t, s)
		checkDigest(t, s)
	}
	decide(apart, one)
	all, err := s.Decisions(ctx)
	if diff := cmp.Diff([]record.Decision{apart, one}, all); diff != "" || err != nil {
		t.Errorf("%v (-want +got)\n%s", err, diff)
	}
	if n := len(linesOf(t, s, &record.Filter{Parties: []record.Party{{ID: "person:anatoliy-karpenka"}}})); n != 1 {
		t.Errorf("who was split is in %d lines", n)
	}
	checkAlias(t, s, "PER", "BOL")
	changed := news()[5]
	changed.Document.Title = "changed"
	changed.Fingerprint = record.FingerprintOf(&changed.Document, changed.Coder)
	add(t, s, []record.Entry{changed})
	digestStore(t, s)
	checkDigest(t, s)
	if n := len(linesOf(t, s, &record.Filter{Parties: []record.Party{{ID: "person:anatoliy-karpenka"}}})); n != 1 {
		t.Errorf("who was split is in %d lines after another reading", n)
	}
	apart.Verdict, one.Verdict = actors.Undo, actors.Undo
	decide(apart, one)
	if diff := cmp.Diff(before, linesOf(t, s, nil)); diff != "" {
		t.Errorf("not all is as it was (-before +after)\n%s", diff)
	}
}

// checkAlias holds that whoever asks by an id that was joined to another finds what is found by
// the one that remains, and by the id as it was coded what was coded.
func checkAlias(t *testing.T, s record.Store, id, remaining string) {
	t.Helper()
	is := func(alias actors.Alias) bool { return alias.ID == id && alias.Of == remaining }
	if all := aliasesOf(t, s); !slices.ContainsFunc(all, is) {
		t.Errorf("%s is no alias of %s: %+v", id, remaining, all)
	}
	for _, by := range []func(string) *record.Filter{
		func(id string) *record.Filter { return &record.Filter{Parties: []record.Party{{ID: id}}} },
		func(id string) *record.Filter { return &record.Filter{SaidBy: record.Party{ID: id}} },
	} {
		lines := linesOf(t, s, by(id))
		if diff := cmp.Diff(linesOf(t, s, by(remaining)), lines); diff != "" || len(lines) == 0 {
			t.Errorf("by %s %d lines are found (-by %s +by %s)\n%s", id, len(lines), remaining, id, diff)
		}
		if diff := cmp.Diff(eventsOf(t, s, by(remaining)), eventsOf(t, s, by(id))); diff != "" {
			t.Errorf("(-by %s +by %s)\n%s", remaining, id, diff)
		}
		raw := by(id)
		raw.Raw = true
		for _, line := range linesOf(t, s, raw) {
			if !raw.Match(&line) {
				t.Errorf("a raw line of another: %+v", line)
			}
		}
	}
}

// testCorrect holds that corrections are made at once and in all readings to come.
func testCorrect(t *testing.T, s record.Store) {
	ctx := context.Background()
	add(t, s, append(news(), entries()...))
	digestStore(t, s)
	id := func(short string) string { return short + "00000000000000000000" }
	fields := func(text string) map[string]json.RawMessage {
		var out map[string]json.RawMessage
		if err := json.Unmarshal([]byte(text), &out); err != nil {
			t.Fatal(err)
		}
		return out
	}
	for name, wrong := range map[string]record.Correction{
		"no line":                {Struck: true},
		"another id":             {Line: "x", Fields: fields(`{"id":"y"}`)},
		"no such field":          {Line: "x", Fields: fields(`{"colour":"red"}`)},
		"no kind":                {Line: "x", Fields: fields(`{"kind":null}`)},
		"no day":                 {Line: "x", Fields: fields(`{"when":{"from":"May"}}`)},
		"backwards":              {Line: "x", Fields: fields(`{"when":{"from":"2001-01-02","to":"2001-01-01"}}`)},
		"too sure":               {Line: "x", Fields: fields(`{"confidence":2}`)},
		"no words":               {Line: "x", Fields: fields(`{"actor":[{"id":"PER"}]}`)},
		"struck out and changed": {Line: "x", Struck: true, Fields: fields(`{"type":"AID"}`)},
	} {
		if err := s.Correct(ctx, record.Correction{Line: id("10a1"), Struck: true}, wrong); err == nil {
			t.Errorf("%s: no error", name)
		}
	}
	if all, err := s.Corrections(ctx); err != nil || len(all) > 0 {
		t.Fatalf("corrections are kept: %v, %v", all, err)
	}
	given := []record.Correction{
		{Line: id("20a1"), Struck: true, By: "A. Reader", At: "2026-01-02T03:04:05Z", Why: "it was another year"},
		{Line: id("10a2"), Fields: fields(`{"type":"COERCE","mode":"arrest","when":{"edtf":"2010-06","from":"2010-06-01","to":"2010-06-30","basis":"text"},"trigger":{"text":"took away","span":[0,4]},"recipient":[{"text":"fishermen","span":[0,1],"country":"BOL"}],"quantity":null}`), By: "B."},
		{Line: id("none"), Struck: true},
	}
	check := func() {
		t.Helper()
		if lines := linesOf(t, s, &record.Filter{ID: "20a1"}); len(lines) != 0 {
			t.Errorf("what was struck out is there: %+v", lines)
		}
		lines := linesOf(t, s, &record.Filter{Types: []string{"COERCE"}, Parties: []record.Party{{Country: "BOL"}}, From: new(record.Day(20100615))})
		if len(lines) != 1 || lines[0].Mode != "arrest" || lines[0].Quantity != nil || lines[0].Coder != "corrected by hand (B.); coded by "+coder {
			t.Errorf("what was corrected: %+v", lines)
		}
		for word, want := range map[string]int{"fired": 1, "took away": 1} { // the one that was corrected and the other report
			if lines := linesOf(t, s, &record.Filter{Wordings: []record.Wording{{Words: []string{word}}}}); len(lines) != want {
				t.Errorf("%d lines are carried by %q, want %d", len(lines), word, want)
			}
		}
		if lines := linesOf(t, s, &record.Filter{Types: []string{"ASSAULT"}, ID: "10a2"}); len(lines) != 0 {
			t.Errorf("what was corrected is there as it was: %+v", lines)
		}
		for _, f := range []record.Filter{{ID: "20a1", Raw: true}, {ID: "10a2", Raw: true, Types: []string{"ASSAULT"}, To: new(record.Day(20100503))}} {
			if lines := linesOf(t, s, &f); len(lines) != 1 {
				t.Errorf("the raw line is gone: %+v", f)
			}
		}
	}
	if err := s.Correct(ctx, given...); err != nil {
		t.Fatal(err)
	}
	check()
	isStale(t, s)
	digestStore(t, s)
	check()
	checkDigest(t, s)
	for i, e := range news()[:2] { // read again, with the same lines
		e.Document.Title = fmt.Sprint("again ", i)
		e.Fingerprint = record.FingerprintOf(&e.Document, e.Coder)
		add(t, s, []record.Entry{e})
		check()
	}
	digestStore(t, s)
	check()
	checkDigest(t, s)
	back := []record.Correction{{Line: id("20a1")}, {Line: id("10a2"), Struck: true}}
	if err := s.Correct(ctx, back...); err != nil {
		t.Fatal(err)
	}
	digestStore(t, s)
	checkDigest(t, s)
	if len(linesOf(t, s, &record.Filter{ID: "20a1"})) != 1 || len(linesOf(t, s, &record.Filter{ID: "10a2"})) != 0 {
		t.Error("the later correction does not count")
	}
	all, err := s.Corrections(ctx)
	if diff := cmp.Diff(append(given, back...), all); diff != "" || err != nil {
		t.Errorf("%v (-want +got)\n%s", err, diff)
	}
}
