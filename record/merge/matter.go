package merge

import (
	"slices"
	"strings"

	"annals/record/actors"
)

// mattering is how many letters of a word are compared: its forms share them.
const mattering = 5

// about returns what a report is about: the beginnings of the words of its sentence that
// name neither parties nor places nor times, sorted. They are found when first needed.
func (m *Merger) about(r *report) []string {
	if r.matter != nil {
		return r.matter
	}
	r.matter = []string{}
	known := map[string]bool{}
	know := func(words string) {
		for w := range strings.FieldsSeq(words) {
			known[w] = true
		}
	}
	know(r.trigger)
	for i := range r.line.Actor {
		know(actors.Fold(r.line.Actor[i].Text + " " + r.line.Actor[i].Name))
	}
	for i := range r.line.Recipient {
		know(actors.Fold(r.line.Recipient[i].Text + " " + r.line.Recipient[i].Name))
	}
	for i := range r.line.Where {
		know(actors.Fold(r.line.Where[i].Text + " " + r.line.Where[i].Name))
	}
	if r.line.When != nil {
		know(actors.Fold(r.line.When.Text))
	}
	for w := range strings.FieldsSeq(actors.Fold(r.line.Sentence.Text)) {
		if len(w) < 4 || known[w] || m.stopwords[w] || w[0] <= '9' {
			continue
		}
		r.matter = append(r.matter, w[:min(len(w), mattering)])
	}
	slices.Sort(r.matter)
	r.matter = slices.Compact(r.matter)
	return r.matter
}

// shared counts the words that two sorted lists share.
func shared(a, b []string) int {
	n := 0
	for len(a) > 0 && len(b) > 0 {
		switch strings.Compare(a[0], b[0]) {
		case -1:
			a = a[1:]
		case 1:
			b = b[1:]
		default:
			n++
			a, b = a[1:], b[1:]
		}
	}
	return n
}

// matters compares what two reports are about. Of what is only said, the matter is all that
// tells one accusation from another of the same day.
func (m *Merger) matters(a, b *report, v *verdict) {
	if sameSentence(a, b) {
		return
	}
	p, q := m.about(a), m.about(b)
	switch n := shared(p, q); {
	case n > 0:
		v.add(FieldMatter, SameMatter, min(float32(n)*pointsWord, pointsMatter))
	case len(p) < 2 || len(q) < 2:
	case m.types[a.line.Type].said:
		v.add(FieldMatter, OtherMatter, pointsOtherMatter)
	}
}

// longSentence is the length in bytes from which nobody writes a sentence again by chance.
const longSentence = 60

// isCopied reports whether two documents tell it in one and the same sentence.
func isCopied(a, b *report) bool {
	return sameSentence(a, b) && len(a.line.Sentence.Text) >= longSentence && a.line.Document != b.line.Document
}
