package eval

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"annals"
)

// record is what a program might have found in "Peru's queen visited Quito on
// 4 May 1901, said the Times."
func record() []annals.Line {
	return []annals.Line{{
		ID: "1", Kind: annals.Event, Document: "a", Type: "CONSULT", Mode: "visit", Status: annals.Actual,
		Sentence:  annals.Quote{Text: "Peru's queen visited Quito on 4 May 1901, said the Times."},
		Actor:     []annals.Participant{{Text: "Peru's queen", Country: "PER", Sector: []string{"GOV"}}},
		Recipient: []annals.Participant{{Text: "Quito", Name: "Ecuador", Country: "ECU"}},
		When:      &annals.When{EDTF: "1901-05-04", From: "1901-05-04", To: "1901-05-04"},
		Where:     []annals.Place{{Text: "Quito", Country: "ECU"}},
		SaidBy:    []annals.Attribution{{Participant: annals.Participant{Text: "the Times"}}},
		Citations: []string{"3"},
	}, {
		ID: "2", Kind: annals.Event, Document: "a", Type: "PROTEST", Status: annals.Actual, BecauseOf: []string{"1"},
	}}
}

func TestRows(t *testing.T) {
	tests := []struct {
		check string
		holds bool
	}{
		{`{"kind": "event", "type": "CONSULT", "mode": "Visit"}`, true},
		{`{"kind": ["state", "claim"]}`, false},
		{`{"type": ["AID", "CONSULT"], "actor": [{"country": "PER", "sector": "GOV"}]}`, true},
		{`{"actor": [{"country": "ECU"}]}`, false},
		{`{"parties": [{"country": "ECU"}, {"name": "QUEEN"}]}`, true},
		{`{"parties": [{"country": "ECU"}, {"name": "quito"}]}`, false},
		{`{"said_by": [{"name": ["post", "times"]}]}`, true},
		{`{"type": "CONSULT", "said_by": []}`, false},
		{`{"type": "PROTEST", "said_by": []}`, true},
		{`{"edtf": "1901-05-04", "where": "quito"}`, true},
		{`{"type": "CONSULT", "edtf": ""}`, false},
		{`{"before": "1901-12-31", "after": "1901-01-01"}`, true},
		{`{"before": "1900-12-31"}`, false},
		{`{"where": {"country": "ECU"}, "text": "queen visited"}`, true},
		{`{"text": ["queen", "king"]}`, false},
		{`{"type": "PROTEST", "because_of": {"type": "CONSULT"}}`, true},
		{`{"type": "CONSULT", "because_of": {"type": "PROTEST"}}`, false},
		{`{"citations": ["3"]}`, true},
		{`{"citations": ["3", "4"]}`, false},
	}
	for _, tt := range tests {
		texts, err := ReadTexts(strings.NewReader(`{"id": "a", "must": [` + tt.check + `], "must_not": [` + tt.check + `]}`))
		if err != nil {
			t.Fatalf("%s: %v", tt.check, err)
		}
		s := Rows(texts, record())
		if (s.Held == 1) != tt.holds || (s.Invented == 1) != tt.holds || s.Wanted != 1 || s.Barred != 1 {
			t.Errorf("%s: held %d, invented %d; want %v", tt.check, s.Held, s.Invented, tt.holds)
		}
	}
}

func TestReadTextsNamesTheLine(t *testing.T) {
	_, err := ReadTexts(strings.NewReader("{\"id\": \"a\"}\n{\"id\": 3}\n"))
	if err == nil || !strings.Contains(err.Error(), "line 2") {
		t.Errorf("got error %v", err)
	}
}

const marked = "marked_sentence\tgold_root\n" +
	"<s>Peru</s> sued <t>Chile</t> & <t>Perú</t>.\tACCUSE\n" +
	"<s>Rome</s> fell < 5 to <t>Goths</t>.\tYIELD\n"

func TestReadPairs(t *testing.T) {
	got, err := ReadPairs(strings.NewReader(marked))
	if err != nil {
		t.Fatal(err)
	}
	want := []Pair{
		{"plv-0", "<s>Peru</s> sued <t>Chile</t> & <t>Perú</t>.", "Peru sued Chile & Perú.", []annals.Span{{0, 4}}, []annals.Span{{10, 15}, {18, 22}}, "ACCUSE"},
		{"plv-1", "<s>Rome</s> fell < 5 to <t>Goths</t>.", "Rome fell < 5 to Goths.", []annals.Span{{0, 4}}, []annals.Span{{17, 22}}, "YIELD"},
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("pairs differ (-want +got):\n%s", diff)
	}
	for _, bad := range []string{"", "sentence\ttype\n", "marked_sentence\tgold_root\nonly one\n"} {
		if _, err := ReadPairs(strings.NewReader(bad)); err == nil {
			t.Errorf("%q was read without an error", bad)
		}
	}
}

func TestPairs(t *testing.T) {
	pairs, err := ReadPairs(strings.NewReader(marked))
	if err != nil {
		t.Fatal(err)
	}
	at := func(a, b int) []annals.Participant { return []annals.Participant{{Span: annals.Span{a, b}}} }
	lines := [][]annals.Line{
		{
			{Kind: annals.State, Type: "AID", Actor: at(0, 4), Recipient: at(10, 15)}, // no event
			{Kind: annals.Event, Type: "AID", Actor: at(10, 15), Recipient: at(0, 4)}, // the other way round
			{Kind: annals.Event, Type: "ACCUSE", Actor: at(0, 4), Recipient: at(10, 15)},
		},
		{{Kind: annals.Event, Type: "RETREAT", Actor: at(0, 4), Recipient: at(17, 22)}},
	}
	s := Pairs(pairs, lines)
	if s.MacroF1 != 1 || s.Accuracy != 1 || s.Coded != 2 {
		t.Errorf("got %+v, want all right", s)
	}
	s = Pairs(pairs, [][]annals.Line{lines[0], nil})
	if s.MacroF1 != 0.5 || s.Accuracy != 0.5 || s.Coded != 1 {
		t.Errorf("got %+v, want half of it right", s)
	}
}

func FuzzReadPairs(f *testing.F) {
	f.Add(marked)
	f.Fuzz(func(t *testing.T, text string) {
		pairs, err := ReadPairs(strings.NewReader(text))
		if err != nil {
			return
		}
		Pairs(pairs, make([][]annals.Line, len(pairs)))
	})
}

func FuzzReadTexts(f *testing.F) {
	f.Add(`{"id": "a", "must": [{"kind": ["event"], "where": {"country": "ECU"}}]}`)
	f.Fuzz(func(t *testing.T, text string) {
		texts, err := ReadTexts(strings.NewReader(text))
		if err != nil {
			return
		}
		Rows(texts, record())
	})
}
