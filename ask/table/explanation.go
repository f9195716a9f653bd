package table

import (
	"fmt"
	"io"
	"strings"

	"annals"
	"annals/ask"
)

// labels is the width of the column of labels of an explanation.
const labels = 11

// Explanation draws why a line of the record says what it says: its words, their
// tree, and for each part of the line the steps that led to it, with the rows of
// the tables that bear them out.
func (t *Table) Explanation(e *annals.Explanation) error {
	t.explain(e)
	_, err := io.WriteString(t.w, t.out.String())
	t.out.Reset()
	if err != nil {
		return fmt.Errorf("writing the explanation: %w", err)
	}
	return nil
}

func (t *Table) explain(e *annals.Explanation) {
	if t.named {
		t.out.WriteByte('\n')
	}
	t.named = true
	line := &e.Line
	t.sentence = line.Sentence.Span
	t.full(words(line.ID+"  "+kindAndType(line), heading))
	t.full(words("“"+line.Sentence.Text+"”", plain))
	t.full(words(position(line), faint))
	t.out.WriteByte('\n')
	if len(e.Tree) > 0 {
		t.tree(e.Tree)
		t.out.WriteByte('\n')
	}
	t.part("what", words(kindAndType(line), strong))
	t.steps(e.Type)
	t.parties("who", line.Actor, e.Actor)
	t.parties("to whom", line.Recipient, e.Recipient)
	if e.When != nil {
		t.when("when", e.When)
	} else {
		t.part("when", words(ask.WhyUndated(line), plain))
	}
	for i := range e.Where {
		t.part("where", placed(&line.Where[i], &e.Where[i]))
		t.steps(e.Where[i].Reasons)
	}
	t.part("status", words(string(line.Status), strong))
	t.steps(e.Status)
	for i := range e.SaidBy {
		t.speaker(&line.SaidBy[i], &e.SaidBy[i])
	}
	for i := range e.BecauseOf {
		t.part("because of", words(e.BecauseOf[i].Text+" ("+e.BecauseOf[i].ID+")", strong))
		t.steps(e.BecauseOf[i].Reasons)
	}
	if len(e.Context) > 0 {
		t.part("context", words(strings.Join(line.Context, ", "), strong))
		t.steps(e.Context)
	}
	t.part("confidence", words(e.Confidence.Says, plain))
}

// kindAndType writes "event CONSULT/visit".
func kindAndType(line *annals.Line) string {
	out := string(line.Kind)
	if line.Type != "" {
		out += " " + line.Type
	}
	if line.Mode != "" {
		out += "/" + line.Mode
	}
	return out
}

// position says where the sentence of a line stands.
func position(line *annals.Line) string {
	span := line.Sentence.Span
	at := fmt.Sprintf("%s, sentence %d [%d, %d)", line.Document, line.Sentence.Index+1, span.Start(), span.End())
	for _, mark := range line.Citations {
		at += " [" + mark + "]"
	}
	return at
}

// parties explains a list of participants.
func (t *Table) parties(label string, all []annals.Participant, why []annals.PartyReason) {
	for i := range why {
		t.part(label, words(participant(&all[i]), strong))
		t.party(&why[i])
	}
}

// party says how words denote somebody.
func (t *Table) party(why *annals.PartyReason) {
	says := "“" + why.Text + "”: " + why.By
	if why.Slot != "" {
		says += ", in the slot “" + why.Slot + "”"
	}
	if why.ID != "" {
		says += ", id " + why.ID
	}
	t.step(words(says, plain))
	for i := range why.Antecedents {
		a := &why.Antecedents[i]
		t.step(words(fmt.Sprintf("it takes up “%s” %s", a.Text, t.inSentence(&a.Sentence)), plain))
	}
	t.steps(why.Reasons)
}

// when says how words became a date.
func (t *Table) when(label string, why *annals.DateReason) {
	date := why.EDTF
	if why.From != "" || why.To != "" {
		date += fmt.Sprintf(", first possible day %s, last %s", orOpen(why.From), orOpen(why.To))
	}
	t.part(label, append(words("“"+why.Text+"”", strong), words("= "+date, plain)...))
	if a := why.Anchor; a != nil {
		t.step(words(t.anchored(a), plain))
	}
	t.steps(why.Steps)
}

// anchored says from which date another is counted.
func (t *Table) anchored(a *annals.Anchor) string {
	if a.Text == "" && a.From == nil {
		return "counted from the date of publication, " + a.EDTF
	}
	out := fmt.Sprintf("counted from “%s”, %s", a.Text, a.EDTF)
	if a.From != nil {
		out += " " + t.inSentence(a.From)
	}
	return out
}

// inSentence quotes the sentence that something rests on, unless it is the one
// that is being explained.
func (t *Table) inSentence(q *annals.Quote) string {
	if q.Span == t.sentence {
		return "in this sentence"
	}
	return fmt.Sprintf("in sentence %d: “%s”", q.Index+1, q.Text)
}

func orOpen(day string) string {
	if day == "" {
		return "open"
	}
	return day
}

// placed is a place with its name, country and position.
func placed(p *annals.Place, why *annals.PlaceReason) []word {
	out := words(p.Text, strong)
	var more []string
	if p.Name != "" && p.Name != p.Text {
		more = append(more, p.Name)
	}
	if p.Country != "" {
		more = append(more, p.Country)
	}
	if p.Lat != nil && p.Lon != nil {
		more = append(more, fmt.Sprintf("%g, %g", *p.Lat, *p.Lon))
	}
	if why.Role != "" {
		more = append(more, why.Role)
	}
	return append(out, words("("+strings.Join(more, "; ")+")", plain)...)
}

// speaker explains one link of the chain of attribution.
func (t *Table) speaker(a *annals.Attribution, why *annals.SpeakerReason) {
	t.part("said by", words(speaker(a), strong))
	t.steps(why.Reasons)
	t.party(&why.Speaker)
	if why.When != nil {
		t.when("said when", why.When)
	}
}

// steps writes reasons, each with its rows.
func (t *Table) steps(all []annals.Reason) {
	for i := range all {
		r := &all[i]
		says := words(r.Says, plain)
		if r.From != nil {
			says = append(says, words(t.inSentence(r.From), plain)...)
		}
		for _, row := range r.Rows {
			says = append(says, words(fmt.Sprintf("(%s:%d)", row.File, row.Line), faint)...)
		}
		t.step(says)
	}
}

// part writes the first row of a part of the line.
func (t *Table) part(label string, all []word) {
	for i, line := range wrap(all, t.width-labels-gap) {
		if i == 0 {
			paint(&t.out, strings.ToUpper(label), faint, t.colour)
			t.out.WriteString(strings.Repeat(" ", labels+gap-len(label)))
		} else {
			t.out.WriteString(strings.Repeat(" ", labels+gap))
		}
		t.words(line)
		t.out.WriteByte('\n')
	}
}

// step writes a row below a part, its further rows set in.
func (t *Table) step(all []word) {
	indent := labels + gap
	for i, line := range wrap(all, t.width-indent-2*gap) {
		if i > 0 {
			t.out.WriteString(strings.Repeat(" ", gap))
		}
		t.out.WriteString(strings.Repeat(" ", indent+gap))
		t.words(line)
		t.out.WriteByte('\n')
	}
}

// full writes words over the whole width.
func (t *Table) full(all []word) {
	for _, line := range wrap(all, t.width) {
		t.words(line)
		t.out.WriteByte('\n')
	}
}
