package synthetic_test

import (
	"reflect"
	"slices"
	"testing"

	"annals"
	"annals/synthetic"
)

// TestSeed holds that the same seed gives the same texts, and another one others.
func TestSeed(t *testing.T) {
	documents := func(seed uint64) []*annals.Document { return slices.Collect(synthetic.Documents(200, seed)) }
	if !reflect.DeepEqual(documents(1), documents(1)) {
		t.Error("the same seed gives other documents")
	}
	if reflect.DeepEqual(documents(1), documents(2)) {
		t.Error("another seed gives the same documents")
	}
	if reports := func(seed uint64) []*synthetic.Report { return slices.Collect(synthetic.Reports(100, seed)) }; !reflect.DeepEqual(reports(1), reports(1)) || reflect.DeepEqual(reports(1), reports(2)) {
		t.Error("reports do not follow the seed")
	}
}

// TestReports holds that all words of a line stand where it says they do.
func TestReports(t *testing.T) {
	lines := 0
	for r := range synthetic.Reports(1010, 1) {
		for i := range r.Lines {
			lines++
			line := &r.Lines[i]
			check := func(words string, span annals.Span) {
				t.Helper()
				if got := r.Document.Text[span.Start():span.End()]; got != words {
					t.Fatalf("%s has %q at %v, not %q", line.ID, got, span, words)
				}
			}
			check(line.Sentence.Text, r.Sentences[line.Sentence.Index])
			check(line.Trigger.Text, line.Trigger.Span)
			check(line.Actor[0].Text, line.Actor[0].Span)
			check(line.Recipient[0].Text, line.Recipient[0].Span)
			check(line.When.Text, *line.When.Span)
			if line.Actor[0].Country == line.Recipient[0].Country || line.Document != r.Document.ID {
				t.Errorf("%+v", line)
			}
		}
	}
	if lines != 1010 {
		t.Errorf("%d lines", lines)
	}
}
