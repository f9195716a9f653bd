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
	at       int // position of the sentence in the part of the document that the cast knows
	said     *attribution.Reading
	told     []what.Finding // the events of the sentence
	times    []when.Expression
	mentions []where.Mention // see placesHere
	placed   bool
	contexts []string
	drafts   []draft
}

// draft is a line with the tokens that it came from.
type draft struct {
	line    annals.Line
	trigger int // token of the word that carries it
	verb    int // token of the clause that tells it
}

// partiesOf answers the codebook's questions about one sentence.
type partiesOf struct{ *sentenceReading }

// At returns whom a phrase denotes; where an apposition names those whom the
// phrase only describes ("two passengers, Anna B. and Jan C."), them too.
func (p partiesOf) At(token int) []annals.Participant {
	if t := &p.s.Tokens[token]; t.UPOS == "PRON" && p.cues.IsFirstPerson(t.Form) {
		return p.speakerOf(token)
	}
	parties := p.cast.At(p.at, token)
	if len(parties) > 1 || len(parties) == 1 && (isPerson(parties[0]) || parties[0].Country != "") {
		return parties
	}
	for c := range p.s.Children(token) {
		if p.s.Tokens[c].Rel != "appos" {
			continue
		}
		for _, named := range p.cast.At(p.at, c) {
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
	return r.cast.At(r.at, chain[len(chain)-1].Speaker)
}

// isPerson reports whether a participant is a named person.
func isPerson(p annals.Participant) bool { return strings.HasPrefix(p.ID, "person:") }

func (p partiesOf) Inside(token int) []annals.Participant { return p.cast.Inside(p.at, token) }

// Place returns the first place of a phrase as a participant.
func (p partiesOf) Place(token int) []annals.Participant {
	for i := range p.placesHere() {
		m := &p.mentions[i]
		if m.Head != token && !p.isPlaceOf(m.Head, token) {
			continue
		}
		return []annals.Participant{{
			Text: m.Place.Text, Span: m.Place.Span, Name: m.Place.Name, Country: m.Place.Country,
		}}
	}
	return nil
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
	if !r.placed {
		r.mentions, r.placed = r.places.Find(r.s, r.setting), true
	}
	return r.mentions
}

// sentence returns the lines of one sentence in the order of their triggers; at
// is its position in the part that was read.
func (d *documentReading) sentence(s *language.Sentence, at int) []annals.Line {
	r := &sentenceReading{documentReading: d, s: s, at: at}
	if s.Paragraph != d.paragraph {
		// Neither a story nor a quotation goes on across paragraphs.
		d.paragraph, d.narrative, d.quotation = s.Paragraph, nil, nil
	}
	r.said = d.cues.Read(s)
	events := d.book.Events(s, partiesOf{r})
	r.told = events
	states := d.book.States(s, partiesOf{r})
	r.times = d.rules.Find(s, when.Reference{Published: d.doc.Published, Narrative: d.narrative})
	d.follow(r.times)
	if len(events) > 0 || len(states) > 0 {
		r.placesHere()
		r.contexts = d.book.Contexts(s)
	}
	for i := range events {
		r.event(&events[i])
	}
	for i := range states {
		r.state(&states[i])
	}
	r.offices()
	r.claims()
	r.causes()
	r.keepQuotation()
	return r.lines()
}

// follow remembers the last date that was told, for "two years later".
func (d *documentReading) follow(times []when.Expression) {
	for i := range times {
		if w := &times[i].When; times[i].Kind == when.Point && w.EDTF != "" {
			d.narrative = w
		}
	}
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
			Sentence:  annals.Quote{Index: r.s.Index, Span: r.s.Span, Text: r.s.Text},
			Trigger:   &words,
			Status:    r.said.Status(verb),
			SaidBy:    r.chain(verb),
			Citations: r.s.Citations,
			Coder:     Version,
		},
	}
}

// lines finishes the drafts: it orders them and drops what has nobody in it and
// is nobody's cause.
func (r *sentenceReading) lines() []annals.Line {
	slices.SortStableFunc(r.drafts, func(a, b draft) int { return cmp.Compare(a.trigger, b.trigger) })
	cited := map[string]bool{}
	for i := range r.drafts {
		for _, id := range r.drafts[i].line.BecauseOf {
			cited[id] = true
		}
	}
	var out []annals.Line
	for i := range r.drafts {
		line := &r.drafts[i].line
		alone := line.Kind == annals.Event && len(line.Actor) == 0 && len(line.Recipient) == 0
		if alone && !cited[line.ID] && len(line.BecauseOf) == 0 {
			continue
		}
		out = append(out, *line)
	}
	return out
}

// text returns the words of a clause or phrase without the punctuation and the
// conjunctions around it.
func (r *sentenceReading) text(token int) annals.Words {
	first, last := r.s.Extent(token)
	for first < last-1 && isEdge(&r.s.Tokens[first]) && (r.s.Tokens[first].Rel != "mark" || r.s.Tokens[first].Head == token) {
		first++
	}
	for last-1 > first && r.s.Tokens[last-1].UPOS == "PUNCT" && !closes(r.s.Tokens[last-1].Form) {
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
