package coder

import (
	"cmp"
	"slices"
	"strings"

	"annals"
	"annals/attribution"
	"annals/language"
	"annals/what"
	"annals/when"
	"annals/where"
)

// sentenceReading is what the rooms found in one sentence.
type sentenceReading struct {
	*documentReading
	s        *language.Sentence
	at       int    // position of the sentence in the part of the document that the cast knows
	before   memory // of what was told when the sentence began
	said     *attribution.Reading
	told     []what.Finding // the events of the sentence
	states   []what.StateFinding
	times    []when.Expression
	entry    *annals.When    // the date of a label that is the sentence before, for an entry of a chronology
	mentions []where.Mention // see placesHere
	placed   bool
	contexts []string
	drafts   []draft
	answers  []answer // of the cast, by token
}

// draft is a line with the tokens that it came from.
type draft struct {
	line    annals.Line
	trigger int // token of the word that carries it
	verb    int // token of the clause that tells it

	known   bool                // it is told of something that has a name, whoever takes part in it
	found   int                 // its place among the events, states or sayings of the sentence; -1 for the office of a named person
	telling what.Telling        // how an event is told, if that has changed its type
	late    bool                // it was not done until its date, and then it was
	causes  []attribution.Cause // what the text says of each of its causes
}

// partiesOf answers the codebook's questions about one sentence.
type partiesOf struct{ *sentenceReading }

// At returns whom a phrase denotes; where an apposition names those whom the
// phrase only describes ("two passengers, Anna B. and Jan C."), or some of them are
// named ("five officials, including a general"), them too.
func (p partiesOf) At(token int) []annals.Participant {
	if t := &p.s.Tokens[token]; t.UPOS == "PRON" && p.cues.IsFirstPerson(t.Form) {
		return p.speakerOf(token)
	}
	parties := p.whom(token)
	if len(parties) > 1 || len(parties) == 1 && (isPerson(parties[0]) || parties[0].Country != "") {
		return parties
	}
	for c := range p.s.Children(token) {
		if p.s.Case(c) == "include" {
			parties = append(parties, p.whom(c)...)
		}
		if p.s.Tokens[c].Rel != "appos" {
			continue
		}
		for _, named := range p.whom(c) {
			if isPerson(named) {
				parties = append(parties, named)
			}
		}
	}
	return parties
}

// speakerOf returns who says the words around a token: whom "I" and "we" mean.
func (r *sentenceReading) speakerOf(token int) []annals.Participant {
	chain := r.said.Chain(token)
	if len(chain) == 0 && r.isQuoted() {
		var speakers []annals.Participant
		for i := range r.quotation {
			speakers = append(speakers, r.quotation[i].Participant)
		}
		return speakers
	}
	if len(chain) == 0 || chain[len(chain)-1].Speaker < 0 {
		return nil
	}
	return r.whom(chain[len(chain)-1].Speaker)
}

// isPerson reports whether a participant is a named person.
func isPerson(p annals.Participant) bool { return strings.HasPrefix(p.ID, "person:") }

func (p partiesOf) Inside(token int) []annals.Participant { return p.inside(token) }

// Place returns the first place of a phrase as a participant: with the words of the
// phrase where it only lies there ("a mine near Basra").
func (p partiesOf) Place(token int) []annals.Participant {
	for i := range p.placesHere() {
		m := &p.mentions[i]
		if m.Head != token && !p.isPlaceOf(m.Head, token) {
			continue
		}
		words := annals.Words{Text: m.Place.Text, Span: m.Place.Span}
		if m.Head != token && p.s.Tokens[token].UPOS == "NOUN" {
			words = p.core(token)
		}
		return []annals.Participant{{Text: words.Text, Span: words.Span, Name: m.Place.Name, Country: m.Place.Country}}
	}
	return nil
}

// Name returns the bearer of a proper name that nobody knows, but that is none of a
// place.
func (p partiesOf) Name(token int) []annals.Participant {
	t := &p.s.Tokens[token]
	isTown := t.Name == "LOC" && !language.IsRel(t.Rel, "nsubj") // unknown places do nothing: the subject is somebody
	if t.UPOS != "PROPN" || isTown || len(p.Place(token)) > 0 {
		return nil
	}
	words := p.core(token)
	return []annals.Participant{{Text: words.Text, Span: words.Span, Name: words.Text}}
}

// isPlaceOf reports whether the phrase of a noun is about a place: "parts of
// Basra", "a base near Kirkuk", "the Kirkuk pipeline". Clauses do not count.
func (r *sentenceReading) isPlaceOf(place, noun int) bool {
	for node, steps := place, 0; node >= 0 && steps < 6; node, steps = r.s.Tokens[node].Head, steps+1 {
		if node == noun {
			return true
		}
		switch t := &r.s.Tokens[node]; {
		case language.IsRel(t.Rel, "nmod"), t.Rel == "compound", t.Rel == "amod", t.Rel == "flat", t.Rel == "appos":
		default:
			return false
		}
	}
	return false
}

// placesHere returns the places of the sentence, found when they are first asked
// for: most sentences tell no event.
func (r *sentenceReading) placesHere() []where.Mention {
	if r.setting == nil {
		r.setting = r.places.Context(r.part)
	}
	if !r.placed {
		r.mentions, r.placed = r.places.Find(r.s, r.setting), true
	}
	return r.mentions
}

// sentence begins to read a sentence; at is its position in the part that was read.
func (d *documentReading) sentence(s *language.Sentence, at int) *sentenceReading {
	if s.Paragraph != d.paragraph {
		// Neither a story nor a quotation goes on across paragraphs.
		d.paragraph, d.memory = s.Paragraph, memory{}
	}
	return &sentenceReading{
		documentReading: d, s: s, at: at, before: d.memory, said: d.cues.Read(s),
		drafts: d.drafts[:0], answers: d.answersFor(s),
	}
}

// code drafts the lines of the sentence, in the order of their triggers.
func (r *sentenceReading) code() {
	r.told = r.book.Events(r.s, partiesOf{r})
	r.states = r.book.States(r.s, partiesOf{r})
	r.times = r.rules.Find(r.s, when.Reference{Published: r.doc.Published, Narrative: r.narrative})
	r.takeLabel()
	r.times = slices.DeleteFunc(r.times, func(e when.Expression) bool { return r.isLifeSpan(&e) })
	r.countFrom()
	r.follow(r.s, r.times)
	if r.above.alone && r.labelEnd() < 0 && r.s.Paragraph == r.above.paragraph {
		r.entry = r.above.when
	}
	r.keepLabel()
	if len(r.told) > 0 || len(r.states) > 0 {
		r.placesHere()
		r.contexts = r.book.Contexts(r.s)
	}
	for i := range r.told {
		r.event(i)
	}
	for i := range r.states {
		r.state(i)
	}
	r.offices()
	r.claims()
	r.causes()
	r.keepQuotation()
	r.keepKinds()
	r.finish()
	r.documentReading.drafts = r.drafts
}

// follow remembers the last date that was told, for "two years later". The story does not
// go back with what is told of somebody by the way ("which had been founded in 1529") or
// with the date of a thing ("the treaty of 1529"), nor forward with what was only to come of it
// ("a vote that was to be held ten years later").
func (d *documentReading) follow(s *language.Sentence, times []when.Expression) {
	var last *when.Expression
	for i := range times {
		e := &times[i]
		if e.Kind != when.Point || e.When.EDTF == "" || d.goesBack(s, e) {
			continue
		}
		if last == nil || isAside(s, last) || !isAside(s, e) || e.When.To >= last.When.From && !isForeseen(s, e) {
			last = e
		}
	}
	if last != nil {
		d.narrative, d.toldIn = &last.When, quote(s)
	}
}

// goesBack reports whether a date that is told by the way lies before what the story has come to: "Pangalos,
// dictator since June, demanded an apology".
func (d *documentReading) goesBack(s *language.Sentence, e *when.Expression) bool {
	latest := cmp.Or(e.When.To, e.When.From) // what lasts to this day began then
	return d.narrative != nil && latest != "" && latest < d.narrative.From && isAside(s, e)
}

// isAside reports whether a date belongs to a noun or to a clause about one.
func isAside(s *language.Sentence, e *when.Expression) bool {
	if e.Relation == "of" {
		return true
	}
	for node, steps := s.Tokens[e.Head].Head, 0; node >= 0 && steps < len(s.Tokens); node, steps = s.Tokens[node].Head, steps+1 {
		if rel := s.Tokens[node].Rel; rel == "acl:relcl" || rel == "acl" || rel == "appos" {
			return true
		}
	}
	return false
}

// isForeseen reports whether a date is that of an infinitive: of what was to be done, or would be.
func isForeseen(s *language.Sentence, e *when.Expression) bool {
	verb := s.Tokens[e.Head].Head
	return verb >= 0 && s.Tokens[verb].XPOS == "VB"
}

// quote returns a sentence as the record has it.
func quote(s *language.Sentence) annals.Quote {
	return annals.Quote{Index: s.Index, Span: s.Span, Text: s.Text}
}

// draft begins a line about a token.
func (r *sentenceReading) draft(kind annals.Kind, trigger, verb int) draft {
	words := r.s.Phrase(trigger, trigger+1)
	return draft{
		trigger: trigger,
		verb:    verb,
		line: annals.Line{
			Kind:      kind,
			Document:  r.doc.ID,
			Sentence:  quote(r.s),
			Trigger:   &words,
			Status:    r.said.Status(verb),
			SaidBy:    r.chain(verb),
			Citations: r.s.Citations,
			Coder:     r.version,
		},
	}
}

// finish puts the drafts into the order of their triggers and drops what has
// nobody in it, tells of no named thing and is nobody's cause. What it drops names no cause itself, so that
// the order of dropping does not matter.
func (r *sentenceReading) finish() {
	slices.SortStableFunc(r.drafts, func(a, b draft) int { return cmp.Compare(a.trigger, b.trigger) })
	r.drafts = slices.DeleteFunc(r.drafts, func(d draft) bool {
		return d.line.Kind == annals.Event && !d.known &&
			(d.isNobodys() && len(d.line.BecauseOf) == 0 && !r.isCause(d.line.ID) || r.isPrivate(&d))
	})
	r.bringOn()
}

// isNobodys reports whether an event has nobody in it.
func (d *draft) isNobodys() bool { return len(d.line.Actor) == 0 && len(d.line.Recipient) == 0 }

// lines appends the lines of the sentence.
func (r *sentenceReading) lines(out []annals.Line) []annals.Line {
	for i := range r.drafts {
		out = append(out, r.drafts[i].line)
	}
	return out
}

// isCause reports whether some line of the sentence names a line as its cause.
func (r *sentenceReading) isCause(id string) bool {
	for i := range r.drafts {
		if slices.Contains(r.drafts[i].line.BecauseOf, id) {
			return true
		}
	}
	return false
}

// text returns the words of a clause or phrase without the punctuation and the
// conjunctions around it.
func (r *sentenceReading) text(token int) annals.Words {
	first, last := r.s.Extent(token)
	for first < last-1 && isEdge(&r.s.Tokens[first]) && (r.s.Tokens[first].Rel != "mark" || r.s.Tokens[first].Head == token) {
		first++
	}
	// Some trees hang the full stop behind "researchers say" on what they say.
	for last-1 > max(first, token) && (!r.s.Within(last-1, token) || r.s.Tokens[last-1].UPOS == "PUNCT" && !closes(r.s.Tokens[last-1].Form)) {
		last--
	}
	return r.s.Phrase(first, last)
}

// core returns the words of a noun phrase without its preposition and without
// what is only set beside it: appositions, relative clauses, coordinates.
func (r *sentenceReading) core(token int) annals.Words {
	first, last := token, token+1
	for c := range r.s.Children(token) {
		rel := r.s.Tokens[c].Rel
		switch {
		case rel == "case", rel == "punct", rel == "appos", rel == "acl:relcl", rel == "parataxis", rel == "cc":
			continue
		case rel == "cop", rel == "mark", rel == "expl", rel == "advcl:relcl", language.IsRel(rel, "nsubj"):
			continue // of the clause that the noun is the predicate of: "that it was Chad which left"
		case (rel == "conj" || rel == "acl") && c > token:
			continue
		}
		a, b := r.s.Extent(c)
		for i := a; i < b; i++ {
			if r.s.Tokens[i].Form == "," && i > token {
				b = i
			}
		}
		first, last = min(first, a), max(last, b)
	}
	return r.s.Phrase(first, last)
}

func isEdge(t *language.Token) bool {
	return t.UPOS == "PUNCT" && !opens(t.Form) || t.Rel == "mark" || t.Rel == "cc"
}

func opens(form string) bool { return form == "(" || form == "\"" || form == "“" || form == "«" }

func closes(form string) bool { return form == ")" || form == "\"" || form == "”" || form == "»" }
