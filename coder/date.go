package coder

import (
	"strings"

	"annals"
	"annals/attribution"
	"annals/language"
	"annals/what"
	"annals/when"
)

// datesOf returns the dates that the text gives to an event: those beside its
// own words, or else those of the clause around it. Several coordinated dates
// are several events.
func (r *sentenceReading) datesOf(trigger, verb int) []*annals.When {
	if out := r.datesAt(trigger); len(out) > 0 {
		return out
	}
	if out := r.datesExpected(verb); len(out) > 0 {
		return out
	}
	for node, steps := verb, 0; node >= 0 && steps < 8; steps++ {
		if node != trigger {
			if out := r.datesAt(node); len(out) > 0 {
				return out
			}
		}
		above := r.clauseAbove(node)
		if above < 0 {
			if out := r.datesOfLabel(node); len(out) > 0 {
				return out
			}
			break
		}
		if r.isBackground(node) { // the noun's own date holds, not that of its clause
			if out := r.datesAt(above); len(out) > 0 {
				return out
			}
			break
		}
		node = above
	}
	return r.datesOfLetter(verb)
}

// isBackground reports whether a relative clause tells of somebody what need not
// have happened there and then: "the rebels, who were armed by Sudan", but not
// "landed in Oran, where they were beaten".
func (r *sentenceReading) isBackground(verb int) bool {
	if rel := r.s.Tokens[verb].Rel; rel != "acl:relcl" && rel != "advcl:relcl" {
		return false
	}
	for c := range r.s.Children(verb) {
		if lemma := r.s.Tokens[c].Lemma; c < verb && (lemma == "where" || lemma == "when") {
			return false
		}
	}
	return true
}

// datesOfLetter returns the dates of what somebody says or does a thing in: "in a
// note of 3 May, the envoy protested", "by the treaty of 1699 the sultan ceded",
// "resisted in the risings of 1830 and 1863".
func (r *sentenceReading) datesOfLetter(verb int) []*annals.When {
	for c := range r.s.Children(verb) {
		if !language.IsRel(r.s.Tokens[c].Rel, "obl") || r.s.Tokens[c].UPOS != "NOUN" && r.s.Tokens[c].UPOS != "PROPN" {
			continue
		}
		document, in := r.book.IsDocument(strings.ToLower(r.s.Tokens[c].Lemma)), r.s.Case(c)
		if in != "in" && in != "during" && !(document && isMedium(in)) {
			continue
		}
		if out := r.datesInside(c, document); len(out) > 0 {
			return out
		}
	}
	return nil
}

// datesInside returns the dates of a noun phrase: those that the noun is of, and of
// a document those in its phrase ("a letter dated 3 May").
func (r *sentenceReading) datesInside(noun int, anywhere bool) []*annals.When {
	var out []*annals.When
	last := -1
	for i := range r.times {
		e := &r.times[i]
		head := r.s.Tokens[e.Head].Head
		switch {
		case e.Kind != when.Point || e.When.EDTF == "":
			continue
		case last < 0 && (head == noun || anywhere && r.s.Within(e.Head, noun)):
		case last >= 0 && head == last && r.s.Tokens[e.Head].Rel == "conj":
		default:
			continue
		}
		if last < 0 {
			last = e.Head
		}
		out = append(out, &e.When)
	}
	return out
}

func isMedium(preposition string) bool {
	return preposition == "in" || preposition == "by" || preposition == "under"
}

// datesAt returns the dates that depend on a token, directly or as dates of the
// event that it is told to come after.
func (r *sentenceReading) datesAt(token int) []*annals.When {
	var out []*annals.When
	last, taken := -1, -1 // the head of the last date, and its place in the sentence
	for i := range r.times {
		e := &r.times[i]
		if e.Kind != when.Point || e.When.EDTF == "" {
			continue
		}
		if r.isCompared(e) {
			continue
		}
		head := r.governor(e)
		if e.Listed && taken >= 0 && taken == i-1 {
			taken, last = i, e.Head
			out = append(out, &e.When)
			continue
		}
		if r.leavesTo(e, token) || r.isNextStep(e, token) {
			continue
		}
		switch {
		case head == token, r.isNearer(token, head, e.First), head >= 0 && r.s.Tokens[token].Rel == "conj" && r.s.Tokens[token].Head == head && token < e.First && r.isNextStep(e, head), r.isDated(e, token):
		case last >= 0 && head == last && r.s.Tokens[e.Head].Rel == "conj":
		default:
			continue
		}
		if len(out) == 1 && out[0].Basis == annals.BasisNarrative && e.When.Basis == annals.BasisText {
			out, last = nil, -1 // "a century later, in 1591": the date that stands for itself is the surer one
		}
		if len(out) == 1 && r.s.Tokens[e.Head].Rel != "conj" && narrows(out[0], &e.When) {
			out = nil // "in the same year, on 14 August": the day, not the year
		}
		if len(out) > 0 && r.s.Tokens[e.Head].Rel != "conj" {
			continue // a second date of another kind says less, or something else
		}
		last, taken = e.Head, i
		out = append(out, &e.When)
	}
	if len(out) == 0 {
		out = r.cleftDates(token)
	}
	if w := r.whenDate(token); w != nil && (len(out) == 0 || !narrows(w, out[0])) {
		out = []*annals.When{w} // it stands nearest to its clause
	}
	if w := r.participleDate(token); len(out) == 0 && w != nil {
		out = append(out, w)
	}
	if len(out) == 0 {
		out = r.datesOfParties(token)
	}
	if len(out) == 0 {
		if w := r.afterDated(token); w != nil {
			out = append(out, w)
		}
	}
	return out
}

// datesOfParties returns a date that the tree hangs on a party or place of a verb
// instead of on the verb: "were killed by rebels near Goma in May 2012". Persons
// and towns have no dates.
func (r *sentenceReading) datesOfParties(verb int) []*annals.When {
	isNoun := r.s.Tokens[verb].UPOS == "NOUN" // "the seizure of the Olinda on 3 May"
	if r.s.Tokens[verb].UPOS != "VERB" && !isNoun {
		return nil
	}
	for i := range r.times {
		e := &r.times[i]
		noun := r.s.Tokens[e.Head].Head
		if e.Kind != when.Point || e.When.EDTF == "" || e.Relation != "at" || noun < 0 || e.First < noun {
			continue
		}
		if m := &r.s.Tokens[noun]; m.Rel == "acl" && m.UPOS == "VERB" && m.Head >= 0 && e.First > verb && !r.tells(noun) && r.nounHead(m.Head) == verb {
			return []*annals.When{&e.When} // "by officers led by X | in July 1952": being led is no event
		}
		named := r.s.Tokens[noun].UPOS == "PROPN" || !isNoun && (len(r.whom(noun)) > 0 || r.isPaper(noun) || r.isThingOnDay(noun, e))
		if isNoun && r.s.Tokens[noun].Head != verb {
			continue
		}
		if named && (isNoun || r.nounHead(noun) == verb) {
			return []*annals.When{&e.When}
		}
	}
	return nil
}

// nounHead returns the word that governs a noun with those it is set beside.
func (r *sentenceReading) nounHead(noun int) int {
	for steps := 0; noun >= 0 && steps < 4; steps++ {
		if rel := r.s.Tokens[noun].Rel; rel != "appos" && rel != "flat" && rel != "nmod" && rel != "conj" {
			break
		}
		noun = r.s.Tokens[noun].Head
	}
	if noun < 0 {
		return -1
	}
	return r.s.Tokens[noun].Head
}

// afterDated reads "after the 2020 election": from that year on.
func (r *sentenceReading) afterDated(token int) *annals.When {
	for c := range r.s.Children(token) {
		rel := r.s.Tokens[c].Rel
		if !language.IsRel(rel, "obl") && !language.IsRel(rel, "nmod") {
			continue
		}
		for i := range r.times {
			e := &r.times[i]
			if e.Kind != when.Point || e.When.EDTF == "" || r.s.Tokens[e.Head].Head != c {
				continue
			}
			if w, ok := r.rules.Open(strings.ToLower(r.caseWords(c)), &e.When); ok {
				return w
			}
		}
	}
	return nil
}

// clauseAbove returns the word whose date also holds for a token, or -1: of the
// verb that a noun is subject or object of, of the clause that a participle
// belongs to, of the noun that a relative clause describes. A date never
// crosses from a reporting clause into what is reported.
func (r *sentenceReading) clauseAbove(node int) int {
	t := &r.s.Tokens[node]
	if t.Head < 0 || r.isSaid(node) {
		return -1
	}
	switch {
	case language.IsRel(t.Rel, "nsubj"), t.Rel == "obj", t.Rel == "iobj", t.Rel == "xcomp", t.Rel == "acl:relcl":
		return t.Head
	case t.Rel == "conj":
		// "In May they met and signed": a date before both verbs holds for both, but
		// "met and later signed".
		if r.isLater(node) || r.tellsAnother(node) {
			return -1
		}
		return t.Head
	case t.Rel == "parataxis" && r.isLabel(t.Head), r.sharesDate(node):
		return t.Head
	case t.Rel == "advcl:relcl", language.IsRel(t.Rel, "advcl") && t.XPOS == "VBG", language.IsRel(t.Rel, "acl") && t.XPOS != "VBN":
		return t.Head
	case language.IsRel(t.Rel, "obl") && r.sharesTime(node):
		return t.Head
	}
	return -1
}

// sharesTime reports whether what a preposition leads to takes place when the clause does.
// Behind "following" it does so only if the date stands beside it: "resigned following the
// surrender in 1945".
func (r *sentenceReading) sharesTime(node int) bool {
	switch r.s.Case(node) {
	case "after", "before", "prior":
		return false
	case "follow", "following":
		for i := range r.times {
			if e := &r.times[i]; e.First > node && r.governor(e) == r.s.Tokens[node].Head {
				return true
			}
		}
		return false
	}
	return true
}

// isLater reports whether a clause is told to come after what stands before it.
func (r *sentenceReading) isLater(verb int) bool {
	for c := range r.s.Children(verb) {
		if r.s.Tokens[c].Rel == "advmod" && r.book.IsLater(r.s.Tokens[c].Form) {
			return true
		}
	}
	return false
}

func (r *sentenceReading) isSaid(node int) bool {
	for i := range r.said.Said {
		if said := &r.said.Said[i]; said.Content == node && said.Outside < 0 && !r.isStillSaid(said) {
			return true
		}
	}
	return false
}

// isStillSaid reports whether people say something now of which the clause gives the
// date: "in 1604 they are said to have met".
func (r *sentenceReading) isStillSaid(said *attribution.Said) bool {
	if said.Speaker >= 0 || r.s.Tokens[said.Content].Rel != "xcomp" {
		return false
	}
	be := r.s.Child(said.Cue, "aux:pass")
	return be >= 0 && (r.s.Tokens[be].XPOS == "VBZ" || r.s.Tokens[be].XPOS == "VBP")
}

// toldBefore bounds an undated event of the past by the date of the statement
// that tells it: what was told on a day had happened by then.
func (r *sentenceReading) toldBefore(f *what.Finding, line *annals.Line) *annals.When {
	if tag := r.s.Tokens[f.Verb].XPOS; tag != "VBD" && tag != "VBN" || line.Status != annals.Actual {
		return nil
	}
	for i := len(line.SaidBy) - 1; i >= 0; i-- {
		if told := line.SaidBy[i].When; told != nil && told.To != "" {
			return upTo(told)
		}
	}
	return nil
}

// upTo returns the time up to a date, its start unknown.
func upTo(w *annals.When) *annals.When {
	return &annals.When{Text: w.Text, Span: w.Span, EDTF: "../" + w.EDTF, To: w.To, Basis: w.Basis}
}

// before returns the times up to some dates that have an end.
func before(dates []*annals.When) []*annals.When {
	var out []*annals.When
	for _, w := range dates {
		if w.To != "" && !strings.Contains(w.EDTF, "/") {
			out = append(out, upTo(w))
		}
	}
	return out
}

// caseWords returns the preposition of a phrase as printed: "Following".
func (r *sentenceReading) caseWords(token int) string {
	c := r.s.Child(token, "case")
	if c < 0 {
		return ""
	}
	first, last := r.s.Extent(c)
	return r.s.Phrase(first, last).Text
}

// isNearer reports whether a verb stands nearer to a phrase behind it than the
// word that the tree hangs the phrase on: in "ended the pact signed by both in
// 1994" the date belongs to the signing. Readers attach a phrase to the last
// word that can take it (Right Association, Kimball 1973), unless a comma stands
// between.
func (r *sentenceReading) isNearer(verb, head, phrase int) bool {
	if head < 0 || head >= verb || verb >= phrase || r.s.Tokens[verb].UPOS != "VERB" {
		return false
	}
	rel := r.s.Tokens[verb].Rel
	if !language.IsRel(rel, "acl") || !r.s.Within(verb, head) || !r.inMiddle(verb, phrase) {
		return false
	}
	for i := verb + 1; i < phrase; i++ {
		if t := &r.s.Tokens[i]; t.Form == "," || t.UPOS == "VERB" {
			return false
		}
	}
	return true
}

// inMiddle reports whether everything between a verb and a phrase behind it
// belongs to the verb.
func (r *sentenceReading) inMiddle(verb, phrase int) bool {
	for i := verb + 1; i < phrase; i++ {
		t := &r.s.Tokens[i]
		if t.UPOS != "ADP" && t.UPOS != "DET" && t.UPOS != "PUNCT" && !r.s.Within(i, verb) {
			return false
		}
	}
	return true
}

// leavesTo reports whether a date hangs on a token but belongs to a verb nearer
// to it.
func (r *sentenceReading) leavesTo(e *when.Expression, token int) bool {
	if r.s.Tokens[e.Head].Head != token {
		return false
	}
	for verb := token + 1; verb < e.First; verb++ {
		if r.tells(verb) && r.isNearer(verb, token, e.First) {
			return true
		}
	}
	return false
}

// isNextStep reports whether a time counts from what a verb tells and so belongs to
// the verb coordinated with it, before the time: "condemned Italy and imposed
// sanctions a month later".
func (r *sentenceReading) isNextStep(e *when.Expression, verb int) bool {
	if e.When.Basis != annals.BasisNarrative || r.s.Tokens[e.Head].Head != verb {
		return false
	}
	for c := range r.s.Children(verb) {
		if r.s.Tokens[c].Rel == "conj" && c > verb && c < e.First && r.tells(c) {
			return true
		}
	}
	return false
}

// tells reports whether a verb tells an event, which can have a date.
func (r *sentenceReading) tells(verb int) bool {
	for i := range r.told {
		if r.told[i].Trigger == verb || r.told[i].Verb == verb {
			return true
		}
	}
	return false
}
