package who

import (
	"annals"
	"annals/gazetteer"
)

// Inside returns the participants that are mentioned inside the phrase with
// the given head, which is no actor itself: possessors first ("its
// territory"), then adjectives and nouns before the head ("the Lithuanian
// border"), then complements and modifiers behind it ("the results of the UN
// report"), nearest first, as far as needed to say whose the phrase is. Each is
// named once.
func (c *Cast) Inside(sentence, token int) []annals.Participant {
	d, ok := c.reading(sentence, token)
	if !ok {
		return nil
	}
	s := search{Cast: c, reading: d, own: d.mentionAt[token]}
	s.phrase(int32(token), 0)
	return s.found
}

// A search collects the participants inside one phrase.
type search struct {
	*Cast
	*reading
	found []annals.Participant
	seen  []int32 // mentions
	own   int32   // mention of the phrase itself

	settled bool // whether somebody is found whom the phrase belongs to
}

// maxDepth is how many phrases inside each other a search enters.
const maxDepth = 12

func (s *search) phrase(head int32, depth int) {
	if depth > maxDepth {
		return
	}
	for _, rels := range [...][]string{
		{"nmod:poss"},
		{"amod", "compound", "flat", "nmod:desc", "nmod:unmarked", "det"},
		{"nmod", "obl", "appos", "acl", "conj"},
	} {
		if s.children(head, depth, rels...); s.settled {
			return // "the EU statement on China" is the EU's
		}
	}
}

// children searches the children of head with one of the relations. A
// subtype that has a rank of its own is left to it.
func (s *search) children(head int32, depth int, rels ...string) {
	for k := s.first[head]; k >= 0; k = s.next[k] {
		if !s.is(k, rels...) {
			continue
		}
		if rels[0] == "nmod" && s.is(k, "nmod:poss", "nmod:desc", "nmod:unmarked") {
			continue
		}
		if s.is(k, "acl:relcl") {
			continue // what is told of it besides
		}
		if that := s.child(k, "mark"); s.is(k, "acl") && that >= 0 && lowerForm(s.token(that)) == "that" {
			continue // what it says: "a rumour that Chad had attacked" is not Chad's
		}
		if s.is(k, "acl") {
			s.children(k, depth+1, "obl", "obj", "nsubj")
			continue
		}
		before := len(s.seen)
		s.take(k)
		if len(s.seen) == before {
			s.phrase(k, depth+1)
		}
	}
}

// take adds what token k and its conjuncts denote.
func (s *search) take(k int32) {
	s.conjuncts(s.reading, k, func(i int32) {
		at := s.mentionAt[i]
		if at == none || at == s.own || s.mentions[at].from == s.mentions[at].to {
			return
		}
		for _, old := range s.seen {
			if old == at {
				return
			}
		}
		s.seen = append(s.seen, at)
		s.settled = s.settled || !s.isRegional(&s.mentions[at])
		before := len(s.found)
		s.found = s.appendMention(s.found, s.reading, at)
		s.found = withoutRepeated(s.found, before)
	})
}

// isRegional reports whether a mention is the adjective of a part of the world,
// which tells of what kind something is rather than whose: "a European
// orientation".
func (s *search) isRegional(m *mention) bool {
	if m.kind != byAdjective {
		return false
	}
	e := s.entities[s.denoted[m.from]].entry
	return e != nil && e.Kind == gazetteer.Region
}

// withoutRepeated drops from found[from:] whoever stands in found already. A country makes way
// for a body of its own: "Peruvian coast guard vessels" are the coast guard's.
func withoutRepeated(found []annals.Participant, from int) []annals.Participant {
	kept := found[:from]
	if len(found) == from+1 && from > 0 && belongs(&found[from], &kept[from-1]) {
		return append(kept[:from-1], found[from])
	}
	for _, p := range found[from:] {
		repeated := false
		for _, q := range kept {
			repeated = repeated || p.ID != "" && p.ID == q.ID
		}
		if !repeated {
			kept = append(kept, p)
		}
	}
	return kept
}

// belongs reports whether a participant is a body of a country.
func belongs(body, country *annals.Participant) bool {
	return body.Country != "" && body.Country == country.ID && body.ID != country.ID
}
