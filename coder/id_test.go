package coder

import (
	"encoding/json"
	"testing"

	"annals"
)

// TestKey holds that the key of an id is the JSON that ids have been made of from
// the beginning: ids must not change.
func TestKey(t *testing.T) {
	span := func(a, b int) annals.Span { return annals.Span{a, b} }
	lines := []annals.Line{
		{},
		{
			Kind: annals.Event, Document: "news.txt", Sentence: annals.Quote{Span: span(3, 90)}, Type: "COERCE", Mode: "arrest",
			Trigger: &annals.Words{Text: "arrested", Span: span(10, 18)}, Status: annals.Actual,
			Actor:     []annals.Participant{{Span: span(3, 9)}},
			Recipient: []annals.Participant{{Span: span(19, 30)}, {Span: span(35, 50)}},
			SaidBy:    []annals.Attribution{{Participant: annals.Participant{Span: span(60, 70)}}, {Participant: annals.Participant{Span: span(71, 75)}}},
			When:      &annals.When{EDTF: "2021-06-01"},
		},
		{Kind: annals.Claim, Document: "a<b>&\\\"\t\x7f", Text: "“Łódź”\u2028 \xff is\nfree"},
	}
	for i := range lines {
		l := &lines[i]
		spans := func(ps []annals.Participant) []annals.Span {
			out := []annals.Span{}
			for _, p := range ps {
				out = append(out, p.Span)
			}
			return out
		}
		said := []annals.Span{}
		for _, a := range l.SaidBy {
			said = append(said, a.Span)
		}
		edtf := ""
		if l.When != nil {
			edtf = l.When.EDTF
		}
		want, err := json.Marshal([]any{
			l.Kind, l.Document, l.Sentence.Span, l.Type, l.Mode, l.Trigger, l.Text,
			spans(l.Actor), spans(l.Recipient), said, l.Status, edtf,
		})
		if err != nil {
			t.Fatal(err)
		}
		if got := appendKey(nil, l); string(got) != string(want) {
			t.Errorf("line %d: key %s, want %s", i, got, want)
		}
	}
}
