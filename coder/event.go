package coder

import (
	"slices"

	"annals"
	"annals/attribution"
	"annals/what"
)

// event adds the lines of an event of the sentence: one for each date that the
// text gives it.
func (r *sentenceReading) event(found int) {
	f := &r.told[found]
	if r.isSource(f.Trigger) || r.isEvidence(f.Verb) {
		return
	}
	isThreat := r.asThreat(f)
	if isThreat && r.has(f.Type, f.Verb) {
		return
	}
	late := r.heldOff(f.Verb)
	told := what.Foretold
	switch {
	case isThreat:
	case late != nil:
		told = what.AsDone
	default:
		told = r.asIntention(f)
	}
	d := r.draft(annals.Event, f.Trigger, f.Verb)
	d.late = late != nil
	d.found, d.telling = found, told
	if (told == what.Denied || told == what.Refused) && d.line.Status == annals.Negated {
		d.line.Status = annals.Actual // the refusal is a fact
	}
	if d.late && d.line.Status == annals.Negated {
		d.line.Status = annals.Actual
	}
	if !isThreat && !d.late && f.Trigger != f.Verb {
		d.line.Status = moreDoubtful(d.line.Status, r.said.Status(f.Trigger))
	}
	d.line.Type, d.line.Mode = f.Type, f.Mode
	if t := r.book.Type(f.Type, f.Mode); t != nil {
		d.line.CAMEO, d.line.Score = t.CAMEO, t.Score
	}
	d.line.Context = r.contexts
	d.line.Actor, d.line.Recipient = f.Actor, f.Recipient
	if len(f.Recipient) == 0 && f.Thing >= 0 {
		d.line.Recipient = []annals.Participant{r.phrase(f.Thing)}
	}
	if name := r.documentName(f); name >= 0 {
		d.line.Recipient = r.outsideName(d.line.Recipient, name)
		d.known = true
	}
	if len(d.line.Actor)+len(d.line.Recipient) == 0 {
		d.line.Recipient = r.takeUp(f)
	} else {
		r.bringIn(f, &d.line)
	}
	d.line.Where = r.placesOf(f)
	d.line.Rank = r.rankOf(f)
	d.line.Quantity = r.quantitiesOf(f)
	d.line.Confidence = r.makingOfEvent(f, &d.line).value
	dates := r.datesOf(f.Trigger, f.Verb)
	for _, noun := range f.About {
		if len(dates) == 0 {
			dates = r.datesAt(noun)
		}
	}
	if f.Before >= 0 {
		dates = before(r.datesOf(f.Before, f.Before))
	}
	if len(dates) == 0 {
		dates = []*annals.When{r.toldBefore(f, &d.line)}
	}
	if d.late {
		dates = []*annals.When{firstDay(&late.When)}
	}
	for _, date := range dates {
		line := d
		line.line.When = date
		line.line.ID = lineID(&line.line)
		r.drafts = append(r.drafts, line)
	}
}

// isSource reports whether a word heads the phrase of a source: "according to an
// investigation of the broadcaster" tells of no investigation but what it found.
func (r *sentenceReading) isSource(token int) bool {
	for i := range r.said.Said {
		if said := &r.said.Said[i]; said.Speaker == token && said.Outside == token {
			return true
		}
	}
	return false
}

// isEvidence reports whether a verb only says by what a thing is known: "is
// confirmed by charters" tells of nobody who confirms.
func (r *sentenceReading) isEvidence(verb int) bool {
	for i := range r.said.Said {
		said := &r.said.Said[i]
		if said.Cue == verb && said.Content == verb && said.Speaker >= 0 && said.Outside == said.Speaker && len(r.whom(said.Speaker)) == 0 {
			return true
		}
	}
	return false
}

// has reports whether an event of a type is told by a word already.
func (r *sentenceReading) has(kind string, verb int) bool {
	for i := range r.drafts {
		if d := &r.drafts[i]; d.verb == verb && d.line.Type == kind {
			return true
		}
	}
	return false
}

func moreDoubtful(a, b annals.Status) annals.Status {
	if a == annals.Actual || b == annals.Negated {
		return b
	}
	return a
}

// chain returns who says what a token tells, outermost speaker first.
func (r *sentenceReading) chain(token int) []annals.Attribution {
	var out []annals.Attribution
	for _, source := range r.said.Chain(token) {
		out = append(out, r.speakers(source)...)
	}
	if out == nil && r.isQuoted() {
		return slices.Clone(r.quotation)
	}
	return out
}

// speakers returns the participants of one link of the chain; a speaker whom
// nobody names is given by the reporting word alone.
func (r *sentenceReading) speakers(source attribution.Source) []annals.Attribution {
	link := annals.Attribution{Cue: source.Words, Stance: source.Stance, When: r.saidWhen(source)}
	if source.Speaker < 0 {
		words := r.s.Phrase(source.Cue, source.Cue+1)
		link.Text, link.Span = words.Text, words.Span
		return []annals.Attribution{link}
	}
	parties := r.whom(source.Speaker)
	if len(parties) == 0 && r.cues.IsFirstPerson(r.s.Tokens[source.Speaker].Form) {
		parties = r.speakerOf(source.Speaker) // "We hope so," said the minister
	}
	if len(parties) == 0 {
		link.Participant = r.phrase(source.Speaker)
		return []annals.Attribution{link}
	}
	out := make([]annals.Attribution, 0, len(parties))
	for _, p := range parties {
		link.Participant = p
		out = append(out, link)
	}
	return out
}

// phrase makes a participant of a phrase that is no actor: a report, a study,
// an investigation. It belongs to the country that it names, if there is one.
func (r *sentenceReading) phrase(token int) annals.Participant {
	words := r.core(token)
	p := annals.Participant{Text: words.Text, Span: words.Span, Name: words.Text}
	for _, inside := range r.inside(token) {
		if inside.Country != "" {
			p.Country = inside.Country
			return p
		}
	}
	for _, place := range (partiesOf{r}).Place(token) {
		p.Country = place.Country
	}
	return p
}

// saidWhen returns the date of a statement: of the reporting clause, or of the
// document that reports ("a 1940 protocol").
func (r *sentenceReading) saidWhen(source attribution.Source) *annals.When {
	for i := range r.said.Said {
		if said := &r.said.Said[i]; said.Cue == source.Cue && r.isStillSaid(said) {
			return nil
		}
	}
	for i := range r.times {
		e := &r.times[i]
		if e.When.EDTF == "" {
			continue
		}
		head := r.s.Tokens[e.Head].Head
		if head == source.Cue || source.Speaker >= 0 && r.s.Within(e.Head, source.Speaker) {
			return &e.When
		}
	}
	return nil
}
