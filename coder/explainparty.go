package coder

import (
	"fmt"

	"annals"
	"annals/what"
)

// whyParty says why words denote a party of a line, and in which of the slots they
// stand.
func (r *sentenceReading) whyParty(p *annals.Participant, slots []what.Slot) annals.PartyReason {
	for _, slot := range slots {
		if why, ok := r.denoted(p, r.at, slot.Token); ok {
			why.Slot = slot.Name
			return why
		}
		if why, ok := r.speaks(p, slot.Token); ok {
			why.Slot = slot.Name
			return why
		}
	}
	for _, slot := range slots {
		if why, ok := r.insideOf(p, slot); ok {
			return why
		}
	}
	for i := range r.s.Tokens {
		if why, ok := r.denoted(p, r.at, i); ok {
			return why
		}
	}
	why, ok := r.asPlace(p)
	if !ok {
		why = r.elsewhere(p)
	}
	why.Slot = r.slotOf(p, slots)
	return why
}

// slotOf returns the slot whose phrase holds the words of a party, or "".
func (r *sentenceReading) slotOf(p *annals.Participant, slots []what.Slot) string {
	head := r.headOf(p.Span)
	for _, slot := range slots {
		if head >= 0 && r.s.Within(head, slot.Token) {
			return slot.Name
		}
	}
	return ""
}

// denoted says why the phrase of a token denotes a participant, if it does.
func (r *sentenceReading) denoted(p *annals.Participant, sentence, token int) (annals.PartyReason, bool) {
	for _, why := range r.resolver.Explain(r.cast, sentence, token) {
		if why.Party.Span == p.Span && why.Party.ID == p.ID && why.Party.Name == p.Name {
			return why.PartyReason, true
		}
	}
	return annals.PartyReason{}, false
}

// insideOf looks for a participant among the words of the phrase in a slot.
func (r *sentenceReading) insideOf(p *annals.Participant, slot what.Slot) (annals.PartyReason, bool) {
	for i := range r.s.Tokens {
		if !r.s.Within(i, slot.Token) {
			continue
		}
		if why, ok := r.denoted(p, r.at, i); ok {
			why.Slot = slot.Name
			inside := annals.Reason{Says: fmt.Sprintf("it is named in the phrase of %s", quoted(r.s.Tokens[slot.Token].Form))}
			why.Reasons = append([]annals.Reason{inside}, why.Reasons...)
			return why, true
		}
	}
	return annals.PartyReason{}, false
}

// speaks says that "I" or "we" means who is speaking.
func (r *sentenceReading) speaks(p *annals.Participant, token int) (annals.PartyReason, bool) {
	t := &r.s.Tokens[token]
	if t.UPOS != "PRON" || !r.cues.IsFirstPerson(t.Form) {
		return annals.PartyReason{}, false
	}
	for _, speaker := range r.speakerOf(token) {
		if speaker.Span != p.Span || speaker.ID != p.ID {
			continue
		}
		from := quote(r.s)
		if !r.s.Span.Contains(p.Span) {
			from = r.quotedIn
		}
		out := annals.PartyReason{
			Text: t.Form, Span: t.Span, By: "speaker", ID: p.ID,
			Antecedents: []annals.Antecedent{{Text: p.Text, Span: p.Span, Sentence: from, ID: p.ID}},
			Reasons:     []annals.Reason{{Says: fmt.Sprintf("%s means who is speaking", quoted(t.Form))}},
		}
		why := r.whyParty(p, nil)
		out.Antecedents = append(out.Antecedents, why.Antecedents...)
		out.Reasons = append(out.Reasons, why.Reasons...)
		return out, true
	}
	return annals.PartyReason{}, false
}

// asPlace says why a party is no more than a place.
func (r *sentenceReading) asPlace(p *annals.Participant) (annals.PartyReason, bool) {
	for i := range r.placesHere() {
		m := &r.mentions[i]
		if m.Place.Span != p.Span {
			continue
		}
		return annals.PartyReason{
			Text: p.Text, Span: p.Span, By: "place",
			Reasons: r.places.Explain(r.s, r.setting, m),
		}, true
	}
	return annals.PartyReason{}, false
}

// elsewhere says why somebody from another sentence is a party; what nothing knows
// is a thing.
func (r *sentenceReading) elsewhere(p *annals.Participant) annals.PartyReason {
	for k := range r.part {
		s := &r.part[k]
		if k == r.at || !s.Span.Contains(p.Span) {
			continue
		}
		for i := range s.Tokens {
			if why, ok := r.denoted(p, k, i); ok {
				return why
			}
		}
	}
	return r.asThing(p)
}

// asThing says that words stand for themselves, and who in them tells the country
// that they belong to.
func (r *sentenceReading) asThing(p *annals.Participant) annals.PartyReason {
	out := annals.PartyReason{
		Text: p.Text, Span: p.Span, By: "thing",
		Reasons: []annals.Reason{{Says: "the words are not known to mean anybody: they stand for themselves"}},
	}
	head := r.headOf(p.Span)
	if head < 0 || p.Country == "" {
		return out
	}
	for _, inside := range r.cast.Inside(r.at, head) {
		if inside.Country == p.Country {
			why := r.whyParty(&inside, []what.Slot{{Token: head}})
			out.Reasons = append(out.Reasons, why.Reasons...)
			break
		}
	}
	return out
}
