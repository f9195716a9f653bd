package language

import (
	"unicode"
	"unicode/utf8"
)

// What annotators of names agree on about where they end (Universal NER; Mayhew et
// al. 2024), and a network that sees a few thousand of them does not always.

func startsUpper(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.IsUpper(r)
}

// nameEnd returns the end of the name that begins at token i.
func nameEnd(tokens []Token, i int) int {
	end := i + 1
	for end < len(tokens) && tokens[end].Inside && tokens[end].Name == tokens[i].Name {
		end++
	}
	return end
}

// cutPlaces makes two names of a town and the state or country that follows it:
// "Springfield | Ohio".
func (r *Reader) cutPlaces(tokens []Token) {
	if r.names == nil {
		return
	}
	for i := 0; i < len(tokens); {
		end := nameEnd(tokens, i)
		if tokens[i].Name == location && end-i > 1 {
			r.cutPlace(tokens[i:end])
		}
		i = end
	}
}

// cutPlace cuts the words of one name of a place.
func (r *Reader) cutPlace(name []Token) {
	for i := 1; i < len(name); i++ {
		if i+longest(&r.names.regions, name, i) == len(name) {
			if r.classes[name[i-1].Form]&partial == 0 {
				name[i].Inside = false
			}
			return
		}
		if joins(name[i].Form) {
			return
		}
	}
}

// joins reports whether a word within a name joins what stands on both sides.
func joins(form string) bool {
	switch form {
	case "of", "and", "&", "in", "the", "-", "–", "'s", "’s", "/":
		return true
	}
	return false
}

// cutBodies makes two names of a known organization and the person whom the network took for more of it:
// "a member of the European Parliament | Ana Lima". A given name tells that, and so does a tree in which the
// words behind are joined as those of persons are. In the tree, too, each is by itself then.
func (r *Reader) cutBodies(s *Sentence) {
	if r.names == nil || r.register == nil {
		return
	}
	for i := 0; i < len(s.Tokens); {
		end := nameEnd(s.Tokens, i)
		if s.Tokens[i].Name == organization && end-i > 2 {
			first := i + longest(&r.names.bodies, s.Tokens, i) // of the person
			if first > i && first+1 < end && s.Tokens[first+1].XPOS == "NNP" && (s.isFlat(first+1) || r.register.Is(s.Tokens[first].Form, "forename")) {
				s.cutBody(i, first, end)
			}
		}
		i = end
	}
}

// cutBody cuts the name that begins at a token into that of a body and, from another on, that of a person.
func (s *Sentence) cutBody(body, first, end int) {
	for k := first; k < end; k++ {
		s.Tokens[k].Name, s.Tokens[k].Inside = person, k > first
	}
	of, last := body-1, &s.Tokens[first-1]
	if of >= 0 && s.Tokens[of].Rel == "det" {
		of--
	}
	if of < 1 || s.Tokens[of].Rel != "case" || !isNominal(&s.Tokens[of-1]) || last.Head < first || last.Head >= end {
		return
	}
	last.Head, last.Rel = of-1, "nmod"
	for k := of; k < first-1; k++ {
		if h := s.Tokens[k].Head; h >= first && h < end {
			s.Tokens[k].Head = first - 1
		}
	}
	s.Link()
}

// dropAdjectives takes names away that are adjectives before a title and no more: "Kenyan Foreign | Minister Ana
// Mora".
func (s *Sentence) dropAdjectives() {
	for i := 0; i < len(s.Tokens); {
		end := nameEnd(s.Tokens, i)
		if s.Tokens[i].Name == "" || end >= len(s.Tokens) || s.Tokens[end].Rel != "nmod:desc" {
			i = end
			continue
		}
		adjectives := true
		for k := i; k < end; k++ {
			adjectives = adjectives && s.Tokens[k].UPOS == "ADJ" && (s.Tokens[k].Head == end || s.Tokens[k].Head == s.Tokens[end].Head)
		}
		for k := i; adjectives && k < end; k++ {
			s.Tokens[k].Name, s.Tokens[k].Inside = "", false
		}
		i = end
	}
}

// closeEnds lets no name end with "of" or another word that joins what stands on both sides: an
// organization goes on with the name behind it ("Congress of | Peru"), and others end before.
func (s *Sentence) closeEnds() {
	for i := 0; i < len(s.Tokens); {
		end := nameEnd(s.Tokens, i)
		if s.Tokens[i].Name == "" {
			i = end
			continue
		}
		for end < len(s.Tokens) && isDash(s.Tokens[end-1].Form) && s.isGlued(end) && s.Tokens[end].Name == "" && s.Tokens[end].UPOS != "PUNCT" {
			s.Tokens[end].Name, s.Tokens[end].Inside = s.Tokens[i].Name, true // "Moon Jae- | in"
			end = nameEnd(s.Tokens, i)
		}
		last := end - 1
		for last > i && !isDash(s.Tokens[last-1].Form) && endsNoName(s.Tokens[last].Form) {
			last--
		}
		if last == end-1 {
			i = end
			continue
		}
		if s.Tokens[i].Name == organization && end < len(s.Tokens) && s.Tokens[end].Name != "" {
			for k, next := end, nameEnd(s.Tokens, end); k < next; k++ {
				s.Tokens[k].Name, s.Tokens[k].Inside = organization, true
			}
			continue // it may go on once more
		}
		for k := last + 1; k < end; k++ {
			s.Tokens[k].Name, s.Tokens[k].Inside = "", false
		}
		i = end
	}
}

// isGlued reports whether no space stands before a token, nor before the one before it.
func (s *Sentence) isGlued(i int) bool {
	return i > 1 && s.Tokens[i-1].Bytes.End() == s.Tokens[i].Bytes.Start() && s.Tokens[i-2].Bytes.End() == s.Tokens[i-1].Bytes.Start()
}

func isDash(form string) bool { return form == "-" || form == "‑" }

// endsNoName reports whether a word stands within names only.
func endsNoName(form string) bool {
	return form == "of" || form == "and" || form == "in" || form == "the"
}

// joinListed makes one name of a person's surname and given names as they stand in
// the heads of letters and lists: `"Lima, Ana"` in quotation marks or before an
// address.
func (s *Sentence) joinListed() {
	for comma := 1; comma+1 < len(s.Tokens); comma++ {
		if s.Tokens[comma].Form != "," || comma > 1 && !isQuote(s.Tokens[comma-2].Form) {
			continue
		}
		surname, end := comma-1, comma+1
		for end < len(s.Tokens) && end < comma+4 && startsUpper(s.Tokens[end].Form) {
			end++
		}
		if end == comma+1 || end == len(s.Tokens) || !isQuote(s.Tokens[end].Form) && s.Tokens[end].Form != "<" || !startsUpper(s.Tokens[surname].Form) {
			continue
		}
		if s.Tokens[surname].Name != person && s.Tokens[comma+1].Name != person {
			continue
		}
		for i := surname; i < end; i++ {
			s.Tokens[i].Name, s.Tokens[i].Inside = person, i > surname
		}
		if t := s.Tokens[end:]; len(t) > 0 && t[0].Inside {
			t[0].Inside = false
		}
	}
}

func isQuote(form string) bool { return form == `"` || form == "“" || form == "”" }

// keepPossessive leaves to a place or organization the possessive mark that belongs
// to its name, as the tree shows: it possesses nothing ("we met at Lima's").
func (s *Sentence) keepPossessive() {
	for i := 0; i < len(s.Tokens); {
		end := nameEnd(s.Tokens, i)
		kind := s.Tokens[i].Name
		if (kind == location || kind == organization) && end < len(s.Tokens) && s.Tokens[end].XPOS == "POS" && s.Tokens[end].Name == "" {
			if rel := s.Tokens[s.top(i, end)].Rel; rel != "nmod:poss" {
				s.Tokens[end].Name, s.Tokens[end].Inside = kind, true
				end++
			}
		}
		i = end
	}
}

// top returns the first of some tokens whose head lies outside them.
func (s *Sentence) top(first, end int) int {
	for i := first; i < end; i++ {
		if h := s.Tokens[i].Head; h < first || h >= end {
			return i
		}
	}
	return first
}

// dropBare takes names away that are none by themselves: an article, which joins the
// name that follows it, and the title of a name that follows it: in the training part of EWT
// 199 titles of the table stand before a name, and 11 in it, all of them of Muslim clerics,
// which the table leaves out.
func (r *Reader) dropBare(tokens []Token) {
	if r.names == nil {
		return
	}
	for i := 0; i+1 < len(tokens); i++ {
		t, next := &tokens[i], &tokens[i+1]
		if t.Name == "" || t.Inside {
			continue
		}
		switch {
		case t.Name == person && next.XPOS == "NNP" && r.isTitle(t.Form):
			t.Name, next.Inside = "", false
		case next.Inside:
		case t.Form == "The" || t.Form == "the" || t.Form == "THE":
			if next.Name == t.Name {
				next.Inside = true
			} else {
				t.Name = ""
			}
		}
	}
}

// dropInterjections takes the interjections of the table off the beginnings of names: "Plz | ask
// Ana". What the network alone takes for one may begin a name: "Um Ruwaba".
func (r *Reader) dropInterjections(tokens []Token) {
	if r.spelt == nil {
		return
	}
	for i := range tokens {
		t := &tokens[i]
		if t.Name == "" || t.Inside {
			continue
		}
		if _, ok := r.spelt.interjection(t.Form); !ok {
			continue
		}
		if i+1 < len(tokens) && tokens[i+1].Inside {
			tokens[i+1].Inside = false
		}
		t.Name = ""
	}
}

// joinFlat makes one name of neighbouring proper nouns that the tree joins without a head
// ("Ana Lima"): in the training part of EWT, 1,152 of 1,173 such pairs with a name are in the
// same one. Two names of places stay two: a town and its state. A title is none of the name.
func (r *Reader) joinFlat(s *Sentence) {
	for i := 1; i < len(s.Tokens); i++ {
		a, b := &s.Tokens[i-1], &s.Tokens[i]
		if b.Inside || a.Name == "" && (b.Name == "" || r.isTitle(a.Form)) || !s.isFlat(i) {
			continue
		}
		switch {
		case b.Name == "" || b.Name == a.Name && a.Name == person:
			b.Name, b.Inside = a.Name, true
		case a.Name == "":
			a.Name, b.Inside = b.Name, true
		}
	}
}

func (r *Reader) isTitle(form string) bool { return r.names != nil && r.names.titles[form] }

// isFlat reports whether a token is a proper noun that continues the one before it.
func (s *Sentence) isFlat(i int) bool {
	a, b := &s.Tokens[i-1], &s.Tokens[i]
	if b.Rel != "flat" || a.XPOS != "NNP" || b.XPOS != "NNP" || !startsUpper(a.Form) || !startsUpper(b.Form) {
		return false
	}
	return b.Head == i-1 || a.Rel == "flat" && a.Head == b.Head
}
