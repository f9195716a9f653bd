package coder

import (
	"strings"

	"annals"
	"annals/language"
	"annals/when"
	"annals/when/edtf"
)

// Dates that belong to a verb though the tree hangs them elsewhere.

// governor returns the word that a date belongs to. A date before a noun is the verb's
// where nothing says that it describes the noun: "the following day | ground forces took
// the town".
func (r *sentenceReading) governor(e *when.Expression) int {
	head := r.s.Tokens[e.Head].Head
	if e.Relation != "at" {
		return head
	}
	if head >= 0 && head < e.First && r.s.Tokens[head].UPOS == "NUM" && language.IsRel(r.s.Tokens[head].Rel, "obl") {
		return r.s.Tokens[head].Head // "at nine | on Friday"
	}
	if head >= 0 && head < e.First && r.isBehindAside(e, head) {
		return r.verbAbove(r.s.Tokens[head].Head)
	}
	if head < e.Last {
		return head
	}
	for node, steps := head, 0; node >= 0 && steps < 4; node, steps = r.s.Tokens[node].Head, steps+1 {
		switch t := &r.s.Tokens[node]; {
		case t.UPOS == "VERB" || node < e.Last:
			return node
		case t.UPOS != "NOUN" && t.UPOS != "PROPN":
			return head
		}
	}
	return head
}

// isBehindAside reports whether a date stands behind the comma that closes a relative
// clause, and so belongs to the clause around it: "overthrew the king, whom few had loved,
// in 1971".
func (r *sentenceReading) isBehindAside(e *when.Expression, verb int) bool {
	if r.s.Tokens[verb].Rel != "acl:relcl" || e.Last < len(r.s.Tokens) && r.s.Tokens[e.Last].Form == "," {
		return false
	}
	at := e.First - 1
	for at > verb && (r.s.Tokens[at].UPOS == "ADP" || r.s.Tokens[at].UPOS == "ADV") {
		at--
	}
	first, _ := r.s.Extent(verb)
	opened := first > 0 && r.s.Tokens[first-1].Form == "," || r.s.Tokens[first].Form == ","
	return at > verb && r.s.Tokens[at].Form == "," && opened
}

// verbAbove returns the verb that a noun takes part in, or the noun itself if there is none.
func (r *sentenceReading) verbAbove(noun int) int {
	for node, steps := noun, 0; node >= 0 && steps < 6; node, steps = r.s.Tokens[node].Head, steps+1 {
		if r.s.Tokens[node].UPOS == "VERB" {
			return node
		}
	}
	return noun
}

// isCompared reports whether a date is only that of what something is likened to or told from:
// "unlike in 1990", "as in May".
func (r *sentenceReading) isCompared(e *when.Expression) bool {
	in := e.First
	if in > 0 && r.s.Tokens[in].UPOS != "ADP" {
		in--
	}
	if in == 0 || r.s.Tokens[in].UPOS != "ADP" {
		return false
	}
	switch strings.ToLower(r.s.Tokens[in-1].Form) {
	case "unlike", "like", "as", "than":
		return strings.ToLower(r.s.Tokens[in].Form) != "of" // "as of 1990"
	}
	return false
}

// isDated reports whether a token is the head of a date that stands for a clause of its
// own: it names no event, but a clause beside it has this date.
func (r *sentenceReading) isDated(e *when.Expression, token int) bool {
	return e.Head == token && (r.s.Tokens[token].UPOS != "NOUN" || r.isLabel(token) || r.s.Child(token, "cop") >= 0)
}

// isLabel reports whether a token heads a date at the beginning of the sentence, the
// label of an entry in a chronology: "17 August: the council meets".
func (r *sentenceReading) isLabel(token int) bool {
	for i := range r.times {
		if e := &r.times[i]; e.First == 0 && token < e.Last && e.Last < len(r.s.Tokens) && e.Kind == when.Point && isLabelMark(r.s.Tokens[e.Last].Form) {
			return true
		}
	}
	return false
}

// cleftDates returns the dates that a sentence sets before the clause they belong to: "it
// was only on 5 May 1920 that they met" (Jespersen 1937). A date that is denied is none.
func (r *sentenceReading) cleftDates(verb int) []*annals.When {
	top, that := r.s.Tokens[verb].Head, r.thatOf(verb)
	if top < 0 || that < 0 || !r.isItThatIs(top) {
		return nil
	}
	phrase := r.s.Child(top, "case") >= 0 || r.s.Tokens[top].UPOS == "ADV"
	var out []*annals.When
	for i := range r.times {
		e := &r.times[i]
		if e.Kind != when.Point || e.When.EDTF == "" || e.Relation == "of" || e.Last > that {
			continue
		}
		if e.Head == top || phrase && r.s.Tokens[e.Head].Head == top || e.Listed && len(out) > 0 {
			out = append(out, &e.When)
		}
	}
	if len(out) > 0 && out[0].Basis == annals.BasisNarrative && len(out) > 1 {
		return out[1:] // "then, ten years later, in 1930": the date that stands for itself
	}
	return out
}

// thatOf returns the "that" at the head of a clause before its verb, or -1.
func (r *sentenceReading) thatOf(verb int) int {
	for c := range r.s.Children(verb) {
		if c < verb && strings.EqualFold(r.s.Tokens[c].Form, "that") {
			return c
		}
	}
	return -1
}

// isItThatIs reports whether a clause says "it was" of a word, without "not".
func (r *sentenceReading) isItThatIs(token int) bool {
	it, be := false, false
	for c := range r.s.Children(token) {
		t := &r.s.Tokens[c]
		switch {
		case language.IsRel(t.Rel, "nsubj") || t.Rel == "expl":
			it = it || t.Lemma == "it"
		case t.Rel == "cop":
			be = true
		case t.Lemma == "not" || t.Lemma == "never":
			return false
		}
	}
	return it && be
}

// whenDate returns the date that a clause with "when" explains: "until 1533, when Moscow
// attacked". The clause tells of that date, whatever lasted up to it or since.
func (r *sentenceReading) whenDate(verb int) *annals.When {
	at := r.whenOf(verb)
	if at < 1 {
		return nil
	}
	if r.s.Tokens[at-1].Form == "," {
		at--
	}
	for i := range r.times {
		if e := &r.times[i]; e.Last == at && e.Kind == when.Point && e.When.EDTF != "" {
			if e.Relation == "after" {
				return &e.When // "until after the war, when"
			}
			return closed(&e.When)
		}
	}
	return nil
}

// whenOf returns the "when" at the head of a clause before its verb, or -1.
func (r *sentenceReading) whenOf(verb int) int {
	for c := range r.s.Children(verb) {
		if c < verb && r.s.Tokens[c].Form == "when" {
			return c
		}
	}
	return -1
}

// closed returns the one end of a time that is open at the other as a date of its own, or
// nil where it says none.
func closed(w *annals.When) *annals.When {
	if !strings.Contains(w.EDTF, "..") && !strings.HasPrefix(strings.ToLower(w.Text), "from ") {
		return w
	}
	words := strings.TrimSuffix(strings.TrimPrefix(w.EDTF, "../"), "/..")
	if first, last, ok := strings.Cut(words, "/"); ok && first != "" && strings.HasPrefix(strings.ToLower(w.Text), "from ") {
		words = last // "from 1655 to 1660, when"
	}
	if len(words) < len(w.EDTF) && strings.Contains(words, "~") {
		return nil // "until the mid-19th century" reaches to the end of its middle, which is no date
	}
	value, err := edtf.Parse(words)
	if err != nil || strings.Contains(words, "/") {
		return nil
	}
	out := *w
	out.EDTF = words
	out.From, out.To = value.Bounds()
	return &out
}

// sharesDate reports whether a clause tells what happened at the very time of the clause
// that it follows without a pause: "was burnt in 1011 while the king fled". Behind a comma
// "while" contrasts.
func (r *sentenceReading) sharesDate(verb int) bool {
	t := &r.s.Tokens[verb]
	if t.Rel != "advcl" || t.Head > verb {
		return false
	}
	for c := range r.s.Children(verb) {
		if form := r.s.Tokens[c].Form; c < verb && (form == "while" || form == "when") {
			return c > 0 && r.s.Tokens[c-1].UPOS != "PUNCT" && c > t.Head && len(r.openDatesAt(t.Head)) == 0
		}
	}
	return false
}

// openDatesAt returns the dates of a verb that are open at an end: what goes on until
// a day or since it is no time of another clause.
func (r *sentenceReading) openDatesAt(verb int) []*annals.When {
	var out []*annals.When
	for _, w := range r.datesAt(verb) {
		if strings.Contains(w.EDTF, "..") {
			out = append(out, w)
		}
	}
	return out
}

// participleDate returns the date of a participle that says, between commas or before the
// clause, what its subject was doing then: "the council, meeting on 5 May, gave way". What
// the present participle tells goes on while the verb's event takes place.
func (r *sentenceReading) participleDate(verb int) *annals.When {
	if r.s.Tokens[verb].UPOS != "VERB" {
		return nil
	}
	subject := r.s.Child(verb, "nsubj")
	for i := range r.times {
		e := &r.times[i]
		node := r.s.Tokens[e.Head].Head
		if e.Kind != when.Point || e.Relation != "at" || node < 0 || node > verb || e.When.EDTF == "" || strings.Contains(e.When.EDTF, "/") {
			continue
		}
		t := &r.s.Tokens[node]
		if t.XPOS != "VBG" || node > 0 && r.s.Tokens[node-1].UPOS != "PUNCT" {
			continue
		}
		if t.Rel == "acl" && t.Head == subject && subject >= 0 || t.Rel == "advcl" && t.Head == verb {
			return &e.When
		}
	}
	return nil
}

// datesExpected returns the dates of what is still to come: "is expected to travel to Rome
// in April" gives no date of the expecting.
func (r *sentenceReading) datesExpected(verb int) []*annals.When {
	if r.said.Status(verb) != annals.Future {
		return nil
	}
	to := r.s.Child(verb, "xcomp")
	if to < verb || len(r.datesAt(verb)) > 0 {
		return nil
	}
	for i := range r.times {
		if e := &r.times[i]; e.Kind == when.Point && e.When.EDTF != "" && e.Relation == "at" && r.governor(e) == to {
			return []*annals.When{&e.When}
		}
	}
	return nil
}

// isPaper reports whether a noun names what is written: its own date would be one with
// "of", so that in "signed a memorandum on 5 May" the date is that of the signing.
func (r *sentenceReading) isPaper(noun int) bool {
	t := &r.s.Tokens[noun]
	return t.Rel == "obj" && r.book.IsDocument(strings.ToLower(t.Lemma))
}

// tellsAnother reports whether a coordinated clause has a subject of its own and the date
// stands inside the clause before it: "they met on 5 May, and the king fled" does not
// say that he fled on that day, but "on 5 May they met, and the king fled" does. A month or
// a year is wide enough for both, and a pronoun goes on with the one who acted before.
func (r *sentenceReading) tellsAnother(verb int) bool {
	first := r.s.Tokens[verb].Head
	if r.isDatedInside(verb) {
		return true
	}
	own := false
	for c := range r.s.Children(verb) {
		own = own || c < verb && language.IsRel(r.s.Tokens[c].Rel, "nsubj") && r.s.Tokens[c].UPOS != "PRON"
	}
	if !own || r.s.Tokens[first].UPOS != "VERB" {
		return false
	}
	dates := 0
	for i := range r.times {
		e := &r.times[i]
		if e.Kind != when.Point || e.When.EDTF == "" || e.First < first || e.First > verb {
			continue
		}
		if r.governor(e) == first && e.When.From == e.When.To {
			return true
		}
		dates++
	}
	return dates > 1 // "rose from 350 in 2019 to 480 in 2020, and"
}

// isDatedInside reports whether a date hangs on the complement of a verb: "fighting picked
// up in 1993", with the tree making the one the complement of the other.
func (r *sentenceReading) isDatedInside(verb int) bool {
	to := r.s.Child(verb, "xcomp")
	if to < 0 || r.s.Child(to, "mark") >= 0 {
		return false
	}
	for i := range r.times {
		if e := &r.times[i]; e.Kind == when.Point && e.When.EDTF != "" && e.Relation == "at" && r.governor(e) == to {
			return true
		}
	}
	return false
}

// narrows reports whether a date lies within another and says more: "in the same year, on
// 14 August".
func narrows(in, w *annals.When) bool {
	return w.From != "" && w.To != "" && in.From <= w.From && w.To <= in.To && (in.From != w.From || in.To != w.To) && in.From > "0" && !strings.Contains(in.EDTF, "..")
}

// isThingOnDay reports whether a day with "on" stands behind the object of a verb that is no event: in
// "established formal ties on 16 May" the day is that of the establishing.
func (r *sentenceReading) isThingOnDay(noun int, e *when.Expression) bool {
	on := r.s.Child(e.Head, "case")
	return r.s.Tokens[noun].Rel == "obj" && !r.tells(noun) && on >= 0 && r.s.Tokens[on].Lemma == "on"
}
