package coder

import (
	"fmt"
	"strings"

	"annals"
	"annals/language"
	"annals/when"
)

// whyWhen says how words became a date, and how the date came to a line; a nil
// draft asks for the date alone.
func (r *sentenceReading) whyWhen(w *annals.When, d *draft) *annals.DateReason {
	at := r.expressionOf(w)
	if at < 0 {
		return &annals.DateReason{
			Text: w.Text, Span: w.Span, Basis: w.Basis, EDTF: w.EDTF, From: w.From, To: w.To,
			Steps: []annals.Reason{{Says: "an earlier sentence tells it", From: r.sentenceOf(w.Span)}},
		}
	}
	_, all := r.rules.Explain(r.s, when.Reference{Published: r.doc.Published, Narrative: r.before.narrative})
	why := all[at]
	if a := why.Anchor; a != nil && why.Basis == annals.BasisNarrative && a.From == nil && r.before.narrative != nil {
		from := r.before.toldIn
		a.Text, a.From = r.before.narrative.Text, &from
	}
	if why.EDTF == "" && w.Basis == annals.BasisNarrative && r.before.narrative != nil {
		says := fmt.Sprintf("the event behind these words is the one told of “%s” = %s", r.before.narrative.Text, w.EDTF)
		why.Steps = append(why.Steps, annals.Reason{Says: says, From: &r.before.toldIn})
	}
	if d != nil {
		why.Steps = append(why.Steps, r.whyDated(at, w, d)...)
	}
	why.EDTF, why.From, why.To = w.EDTF, w.From, w.To
	return &why
}

// expressionOf returns the time expression of the sentence that a date was read
// from, or -1.
func (r *sentenceReading) expressionOf(w *annals.When) int {
	for i := range r.times {
		if span := r.times[i].When.Span; w.Span != nil && span != nil && *span == *w.Span {
			return i
		}
	}
	return -1
}

// sentenceOf returns the sentence of the part that holds a span, or nil.
func (r *sentenceReading) sentenceOf(span *annals.Span) *annals.Quote {
	for i := range r.part {
		if span != nil && r.part[i].Span.Contains(*span) {
			q := quote(&r.part[i])
			return &q
		}
	}
	return nil
}

// whyDated says why the date of an expression is that of a line.
func (r *sentenceReading) whyDated(at int, w *annals.When, d *draft) []annals.Reason {
	e := &r.times[at]
	out := []annals.Reason{{Says: r.whyAttached(e, d)}}
	if d.line.Kind == annals.State && d.found < 0 {
		out = append(out, annals.Reason{Says: "what somebody in an office does on a day says that the office was held on that day"})
	}
	if w.EDTF == e.When.EDTF {
		return out
	}
	says := " = " + w.EDTF
	if d.line.Kind == annals.Event && r.told[d.found].Before >= 0 {
		return append(out, annals.Reason{Says: "the later one of its kind came then, so that it lies before" + says})
	}
	if own := closed(&e.When); own != nil && w.EDTF == own.EDTF {
		return append(out, annals.Reason{Says: "the clause tells of that date itself, whatever lasted until it or since" + says})
	}
	if open, ok := r.rules.ExplainOpen(strings.ToLower(r.caseWords(r.s.Tokens[e.Head].Head))); ok && !r.tellsStatement(w, d) {
		open.Says += says
		return append(out, open)
	}
	return append(out, annals.Reason{Says: "it is told then in the past tense, so that it had happened by then" + says})
}

// tellsStatement reports whether a date is made of that of a statement that tells
// the line.
func (r *sentenceReading) tellsStatement(w *annals.When, d *draft) bool {
	for i := range d.line.SaidBy {
		if told := d.line.SaidBy[i].When; told != nil && told.Span != nil && w.Span != nil && *told.Span == *w.Span {
			return true
		}
	}
	return false
}

// whyAttached says on which word a date hangs, and for which it holds.
func (r *sentenceReading) whyAttached(e *when.Expression, d *draft) string {
	t := &r.s.Tokens[e.Head]
	carrier := r.s.Tokens[d.trigger].Form
	switch t.Head {
	case language.Root:
		return "the whole sentence is about that time"
	case d.trigger, d.verb:
		return fmt.Sprintf("it hangs on %s (%s)", quoted(r.s.Tokens[t.Head].Form), t.Rel)
	}
	return fmt.Sprintf("it hangs on %s (%s), and is taken for the date of %s", quoted(r.s.Tokens[t.Head].Form), t.Rel, quoted(carrier))
}

// whyWhere says why a place is the place of a line.
func (r *sentenceReading) whyWhere(p *annals.Place) annals.PlaceReason {
	out := annals.PlaceReason{Text: p.Text, Span: p.Span}
	for i := range r.mentions {
		m := &r.mentions[i]
		if m.Place.Span != p.Span {
			continue
		}
		out.Role = string(m.Role)
		out.Reasons = r.places.Explain(r.s, r.setting, m)
		if head := r.s.Tokens[m.Head].Head; head >= 0 {
			out.Reasons = append(out.Reasons, annals.Reason{Says: fmt.Sprintf("it hangs on %s (%s)", quoted(r.s.Tokens[head].Form), r.s.Tokens[m.Head].Rel)})
		}
	}
	return out
}
