package pages

import (
	"cmp"
	"slices"

	"annals"
)

// passage is a part of a document's text, with the lines that were read in it.
type passage struct {
	Text  string
	Lines []string // ids; none where nothing was read
}

// passagesOf cuts a text where the sentences of lines begin and end. Spans that do not lie
// in the text, or overlap one before, are passed over: nothing of the text is lost or said
// twice, whatever the lines say.
func passagesOf(text string, lines []*annals.Line) []passage {
	runes := []rune(text)
	sorted := slices.Clone(lines)
	slices.SortStableFunc(sorted, func(a, b *annals.Line) int {
		return cmp.Compare(a.Sentence.Span.Start(), b.Sentence.Span.Start())
	})
	var out []passage
	at := 0
	var last annals.Span
	for _, line := range sorted {
		span := line.Sentence.Span
		start, end := span.Start(), span.End()
		switch {
		case len(out) > 0 && span == last:
			p := &out[len(out)-1]
			p.Lines = append(p.Lines, line.ID)
			continue
		case start < at || end <= start || end > len(runes):
			continue
		case start > at:
			out = append(out, passage{Text: string(runes[at:start])})
		}
		out = append(out, passage{Text: string(runes[start:end]), Lines: []string{line.ID}})
		at, last = end, span
	}
	if at < len(runes) {
		out = append(out, passage{Text: string(runes[at:])})
	}
	return out
}
