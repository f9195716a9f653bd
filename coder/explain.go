package coder

import (
	"fmt"
	"slices"

	"annals"
	"annals/attribution"
	"annals/what"
)

// Explain says why the lines of a document that are asked for say what they say.
// It codes the document again, in the order of the text, so that coding itself
// need not keep its reasons.
func (c *Coder) Explain(doc *annals.Document, asked func(*annals.Line) bool) []annals.Explanation {
	var out []annals.Explanation
	c.each(doc, func(r *sentenceReading) {
		r.code()
		for i := range r.drafts {
			d := &r.drafts[i]
			if asked(&d.line) {
				out = append(out, r.explain(d))
			}
		}
	})
	return out
}

// explain collects the reasons of a line.
func (r *sentenceReading) explain(d *draft) annals.Explanation {
	after := r.memory
	r.memory = r.before // "we" in a quotation asks for who spoke before
	defer func() { r.memory = after }()

	e := annals.Explanation{Line: d.line}
	why := r.whyType(d)
	e.Type = why.Steps
	for i := range d.line.Actor {
		e.Actor = append(e.Actor, r.whyParty(&d.line.Actor[i], why.Slots))
	}
	for i := range d.line.Recipient {
		e.Recipient = append(e.Recipient, r.whyParty(&d.line.Recipient[i], why.Slots))
	}
	if d.line.When != nil {
		e.When = r.whyWhen(d.line.When, d)
	}
	for i := range d.line.Where {
		e.Where = append(e.Where, r.whyWhere(&d.line.Where[i]))
	}
	e.Status = r.whyStatus(d)
	e.SaidBy = r.whySaid(d)
	e.BecauseOf = r.whyBecause(d)
	if len(d.line.Context) > 0 {
		e.Context = r.book.ExplainContexts(r.s)
	}
	e.Confidence = r.whyConfidence(d)
	e.Tree = r.tree(&e)
	return e
}

// whyType says why the words tell an event, a state or a claim of this type.
func (r *sentenceReading) whyType(d *draft) what.Reason {
	switch {
	case d.line.Kind == annals.Event:
		return r.whyEvent(d)
	case d.line.Kind == annals.State && d.found >= 0:
		return r.book.ExplainState(r.s, partiesOf{r}, &r.states[d.found])
	case d.line.Kind == annals.State:
		return r.whyOffice(d)
	}
	return what.Reason{Steps: []annals.Reason{{
		Says: fmt.Sprintf("somebody says so (%s), and no event or state of the codebook tells it", quoted(r.said.Said[d.found].Words)),
	}}}
}

// whyEvent asks the codebook, which has to find the event anew: an intention or a
// threat has changed it since.
func (r *sentenceReading) whyEvent(d *draft) what.Reason {
	f := r.book.Events(r.s, partiesOf{r})[d.found]
	why := r.book.Explain(r.s, partiesOf{r}, &f)
	if d.telling == what.Foretold {
		why.Slots = r.speakerAndHearers(f.Verb)
	}
	if d.telling != what.AsDone {
		why.Steps = append(why.Steps,
			r.book.ExplainTelling(f.Type, f.Mode, d.telling), r.book.ExplainType(d.line.Type, d.line.Mode))
	}
	return why
}

// speakerAndHearers are the parties of harm that is announced.
func (r *sentenceReading) speakerAndHearers(verb int) []what.Slot {
	chain := r.said.Chain(verb)
	source := chain[len(chain)-1]
	out := []what.Slot{{Name: "speaker", Token: source.Speaker}}
	for c := range r.s.Children(source.Cue) {
		if t := &r.s.Tokens[c]; t.Rel == "obj" || t.Rel == "iobj" || r.s.Case(c) == "to" {
			out = append(out, what.Slot{Name: "hearer", Token: c})
		}
	}
	return out
}

// whyOffice says where the office of a named person is told.
func (r *sentenceReading) whyOffice(d *draft) what.Reason {
	person := &d.line.Actor[0]
	return what.Reason{
		Steps: []annals.Reason{
			{Says: fmt.Sprintf("the text gives %s the role %s", quoted(person.Name), quoted(person.Role))},
			r.book.ExplainOffice(person.Role),
		},
		Slots: []what.Slot{{Name: "", Token: d.trigger}},
	}
}

// whyStatus returns the words that make a line what it is: told as fact or less.
func (r *sentenceReading) whyStatus(d *draft) []annals.Reason {
	if d.line.Kind == annals.State && d.found < 0 {
		return []annals.Reason{{Says: "an office that goes with a name is told as held"}}
	}
	_, found := r.said.ExplainStatus(d.verb)
	if d.line.Kind == annals.Event && d.trigger != d.verb && d.telling != what.Foretold {
		_, more := r.said.ExplainStatus(d.trigger)
		found = append(found, more...)
	}
	var out []annals.Reason
	for i := range found {
		if same := func(a annals.Reason) bool { return a.Says == found[i].Says }; found[i].Status == d.line.Status && !slices.ContainsFunc(out, same) {
			out = append(out, found[i].Reason)
		}
	}
	switch {
	case len(out) > 0:
	case d.late:
		out = append(out, annals.Reason{Says: "what was not done until a day was done then"})
	case len(found) > 0 && d.line.Kind == annals.State && d.line.Status == annals.Actual:
		out = append(out, annals.Reason{Says: "it is said to have been made, so that it was there"})
	case len(found) > 0 && d.line.Status == annals.Actual:
		out = append(out, annals.Reason{Says: "the refusal itself is told as a fact"})
	default:
		out = append(out, annals.Reason{Says: "no word makes it less than a fact"})
	}
	return out
}

// whyBecause says in which words the sentence names the causes of a line.
func (r *sentenceReading) whyBecause(d *draft) []annals.CauseReason {
	var out []annals.CauseReason
	for i, id := range d.line.BecauseOf {
		c := &d.causes[i]
		out = append(out, annals.CauseReason{
			ID: id, Text: r.s.Tokens[c.Cause].Form,
			Reasons: []annals.Reason{{
				Says: fmt.Sprintf("%s names %s as the cause of %s", quoted(r.s.Tokens[c.Cue].Form), quoted(r.s.Tokens[c.Cause].Form), quoted(r.s.Tokens[c.Effect].Form)),
				Rows: []annals.Row{c.Row},
			}},
		})
	}
	return out
}

// whyConfidence says how a line was made, and how sure lines so made are.
func (r *sentenceReading) whyConfidence(d *draft) annals.Reason {
	switch d.line.Kind {
	case annals.State:
		return measured(makingOfState(d.found < 0))
	case annals.Claim:
		return measured(makingOfClaim(&r.said.Said[d.found]))
	}
	m := r.makingOfEvent(&r.told[d.found], &d.line)
	if d.telling == what.Foretold {
		m.words = "harm and its announcement, which counts like " + m.words
	}
	return measured(m)
}

// measured says how often lines of one making proved right in every field.
func measured(m making) annals.Reason {
	return annals.Reason{Says: fmt.Sprintf("%.2f: made of %s; so often lines of this making proved right, of %d that were measured", m.value, m.words, m.lines)}
}

// whySaid says who says so, link by link.
func (r *sentenceReading) whySaid(d *draft) []annals.SpeakerReason {
	var out []annals.SpeakerReason
	chain := r.said.Chain(d.verb)
	for i := range chain {
		source := &chain[i]
		for _, a := range r.speakers(*source) {
			why := r.whySpeaker(&a, source)
			if a.When != nil {
				why.When = r.whyWhen(a.When, nil)
			}
			out = append(out, why)
		}
	}
	if len(chain) > 0 || !r.isQuoted() {
		return out
	}
	from := r.quotedIn
	for i := range r.quotation {
		why := r.whySpeaker(&r.quotation[i], &r.quotedBy)
		why.Reasons = append(why.Reasons, annals.Reason{Says: "the sentence is quoted, and goes on with what was quoted before", From: &from})
		out = append(out, why)
	}
	return out
}

// whySpeaker says why one speaker is one, and by which word.
func (r *sentenceReading) whySpeaker(a *annals.Attribution, source *attribution.Source) annals.SpeakerReason {
	out := annals.SpeakerReason{
		Cue: a.Cue, Stance: a.Stance,
		Reasons: []annals.Reason{{Says: fmt.Sprintf("%s is a word that reports: %s", quoted(source.Words), source.Stance), Rows: []annals.Row{source.Row}}},
	}
	if source.Speaker < 0 {
		out.Speaker = annals.PartyReason{Text: a.Text, Span: a.Span, By: "cue", Reasons: []annals.Reason{{Says: "nobody is named who says so"}}}
		return out
	}
	slots := []what.Slot{{Name: "speaker", Token: source.Speaker}}
	if !r.s.Span.Contains(a.Span) {
		slots = nil // in the sentence that the quotation began in
	}
	out.Speaker = r.whyParty(&a.Participant, slots)
	return out
}

func quoted(words string) string { return "“" + words + "”" }
