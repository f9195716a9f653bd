package coder

import (
	"slices"
	"strings"

	"annals"
	"annals/language"
	"annals/what"
	"annals/where"
)

// state adds the line of a state of affairs that the sentence tells.
func (r *sentenceReading) state(found int) {
	f := &r.states[found]
	if f.Entry.Type == r.book.TitleState() && !slices.ContainsFunc(f.Holder, func(p annals.Participant) bool { return p.ID != p.Country || p.ID == "" }) {
		return // a country that leads others holds no office
	}
	d := r.draft(annals.State, f.Trigger, f.Trigger)
	d.found = found
	d.line.Type = f.Entry.Type
	if r.hasParticiple(f.Trigger) {
		d.line.Status = annals.Actual // "cancelled the treaty signed in Rome": there was one
	}
	d.line.Actor = f.Holder
	d.line.Text = r.stateText(f)
	d.line.Confidence = makingOfState(false).value
	if dates := r.datesOf(f.Trigger, f.Trigger); len(dates) > 0 {
		d.line.When = dates[0]
	}
	if late := r.heldOff(f.Trigger); late != nil {
		d.late, d.line.Status, d.line.When = true, annals.Actual, firstDay(&late.When)
	}
	d.line.Where = r.statePlaces(f)
	d.line.ID = lineID(&d.line)
	r.drafts = append(r.drafts, d)
}

// hasParticiple reports whether a noun is said to have been made: "a treaty signed
// by both".
func (r *sentenceReading) hasParticiple(noun int) bool {
	for c := range r.s.Children(noun) {
		if t := &r.s.Tokens[c]; t.Rel == "acl" && t.XPOS == "VBN" && r.said.Status(c) == annals.Actual {
			return r.s.Tokens[noun].UPOS == "NOUN"
		}
	}
	return false
}

// stateText returns the words of a state: the clause of a verb, or the phrase of
// a noun with the purpose that directly follows it ("a pact signed by both, to
// share the river").
func (r *sentenceReading) stateText(f *what.StateFinding) string {
	words := r.text(f.Trigger)
	head := r.s.Tokens[f.Trigger].Head
	if head < 0 || r.s.Tokens[f.Trigger].UPOS != "NOUN" {
		return words.Text
	}
	start, last := r.s.Extent(f.Trigger)
	for c := range r.s.Children(head) {
		first, end := r.s.Extent(c)
		for first < end-1 && r.s.Tokens[first].UPOS == "PUNCT" {
			first++
		}
		if language.IsRel(r.s.Tokens[c].Rel, "advcl") && c > f.Trigger && r.s.Tokens[first].Form == "to" && r.follows(first, last, head) {
			return r.s.Phrase(start, end).Text
		}
	}
	return words.Text
}

// follows reports whether nothing but circumstances of a verb stand between two
// places: "signed in Rome | on 2 May, | to share the river".
func (r *sentenceReading) follows(token, last, verb int) bool {
	for i := last; i < token; i++ {
		t := &r.s.Tokens[i]
		if t.UPOS == "VERB" || t.Head == verb && t.UPOS != "PUNCT" && !language.IsRel(t.Rel, "obl") {
			return false
		}
	}
	return true
}

// statePlaces returns the places of a state: those in the phrase that fills its
// other slot, and those of its clause.
func (r *sentenceReading) statePlaces(f *what.StateFinding) []annals.Place {
	var out []annals.Place
	for i := range r.mentions {
		m := &r.mentions[i]
		inSlot := f.Of >= 0 && r.s.Within(m.Head, f.Of)
		if inSlot && m.Role != where.Of || m.Role == where.At && r.s.Tokens[m.Head].Head == f.Trigger {
			out = append(out, m.Place)
		}
	}
	return out
}

// offices adds a state for each office that the text gives to a named person:
// "President Dalia G.", "Joseph P., the First Secretary of ...".
func (r *sentenceReading) offices() {
	if r.book.TitleState() == "" {
		return // a codebook without such a state
	}
	seen := map[string]bool{}
	for i := range r.s.Tokens {
		t := &r.s.Tokens[i]
		if t.UPOS != "PROPN" && t.UPOS != "NOUN" {
			continue
		}
		for _, p := range r.whom(i) {
			if !isPerson(p) || p.Role == "" || !r.book.IsOffice(p.Role) || seen[p.ID] {
				continue
			}
			seen[p.ID] = true
			r.office(i, p)
		}
	}
}

// office adds the state of a person's office. What the person does on a day says
// that the office was held on that day, unless it is called a former or a coming
// one.
func (r *sentenceReading) office(token int, p annals.Participant) {
	words := r.find(p.Role, token)
	if words == nil {
		return // an earlier sentence said so, or the words are another's
	}
	if r.isMade(p, words) {
		return
	}
	clause := r.clauseOf(token)
	d := r.draft(annals.State, token, clause)
	d.found = -1
	if dates := r.datesAt(clause); len(dates) == 1 && dates[0].From != "" && dates[0].To != "" && r.book.IsHeld(p.Role) {
		d.line.When = dates[0]
	}
	d.line.Type = r.book.TitleState()
	d.line.Trigger = words
	d.line.Actor = []annals.Participant{p}
	d.line.Text = p.Role
	if strings.Contains(p.Text, p.Role) {
		d.line.Text = p.Text // "President Anna B."
	}
	d.line.Status = annals.Actual
	d.line.Confidence = makingOfState(true).value
	d.line.ID = lineID(&d.line)
	r.drafts = append(r.drafts, d)
}

// isMade reports whether a line tells already that a person came into an office of
// which these are the words: "was elected | president".
func (r *sentenceReading) isMade(p annals.Participant, words *annals.Words) bool {
	return slices.ContainsFunc(r.drafts, func(d draft) bool {
		l := &d.line
		return l.Kind == annals.State && l.Type == r.book.TitleState() && l.Trigger != nil && l.Trigger.Span[0] < words.Span[0] &&
			strings.Contains(l.Text, words.Text) && slices.ContainsFunc(l.Actor, func(a annals.Participant) bool { return a.ID == p.ID })
	})
}

// find returns the position of the words of an office in the sentence, where they
// are said of a person; nil if they stand in an earlier sentence, or for somebody
// else.
func (r *sentenceReading) find(words string, person int) *annals.Words {
	for i := range r.s.Tokens {
		start := r.s.Tokens[i].Bytes.Start()
		if !strings.HasPrefix(r.s.Source[start:r.s.Bytes.End()], words) {
			continue
		}
		for k := i; k < len(r.s.Tokens); k++ {
			if r.s.Tokens[k].Bytes.End() == start+len(words) && r.isSaidOf(i, k+1, person) {
				found := r.s.Phrase(i, k+1)
				return &found
			}
		}
	}
	return nil
}

// isSaidOf reports whether words belong to the phrase of a person ("President Anna
// B.", "the president, Anna B."), are its predicate ("is the president"), or what a
// verb makes of the person ("was elected president", "served as president").
func (r *sentenceReading) isSaidOf(first, last, person int) bool {
	for i := first; i < last; i++ {
		t := &r.s.Tokens[i]
		if r.s.Within(i, person) || r.s.Within(person, i) {
			return true
		}
		if t.Head == r.s.Tokens[person].Head && (t.Rel == "xcomp" || language.IsRel(t.Rel, "obl") && r.s.Case(i) == "as") {
			return true
		}
	}
	return false
}

// clauseOf returns the verb of the clause that a token stands in, or the root.
func (r *sentenceReading) clauseOf(token int) int {
	for steps := 0; steps < len(r.s.Tokens); steps++ {
		t := &r.s.Tokens[token]
		if t.Head == language.Root || t.UPOS == "VERB" || r.s.Child(token, "cop") >= 0 {
			return token
		}
		token = t.Head
	}
	return token
}
