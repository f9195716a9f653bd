package linear

// ahead counts what lies before a greedy parser beyond the words that it looks
// at one by one. "After the army left, the king ..." is no main clause while
// another finite verb is still to come.
type ahead struct {
	finite []uint8 // by position: finite verbs from there to the end
	commas []uint8 // by position: commas, dashes and colons before it
}

// lookAhead counts for the tags of the sentence; finite and comma tell, by tag,
// which tags count.
func (s *Scratch) lookAhead(kinds []tagKind) {
	n := len(s.Tags)
	s.ahead.finite, s.ahead.commas = zeroed(s.ahead.finite, n+1), zeroed(s.ahead.commas, n+1)
	for i := n - 1; i >= 0; i-- {
		s.ahead.finite[i] = s.ahead.finite[i+1]
		if kinds[s.Tags[i]] == finiteVerb && s.ahead.finite[i] < 200 {
			s.ahead.finite[i]++
		}
	}
	for i, t := range s.Tags {
		s.ahead.commas[i+1] = s.ahead.commas[i]
		if kinds[t] == comma && s.ahead.commas[i] < 200 {
			s.ahead.commas[i+1]++
		}
	}
}

// tagKind is what a tag counts as when the parser looks ahead.
type tagKind uint8

const (
	otherTag tagKind = iota
	finiteVerb
	comma
)

// kindsOf sorts the tags of a tagger.
func kindsOf(tags []Tag) []tagKind {
	kinds := make([]tagKind, len(tags))
	for i, t := range tags {
		switch t.XPOS {
		case "VBD", "VBZ", "VBP", "MD":
			kinds[i] = finiteVerb
		case ",", ":":
			kinds[i] = comma
		}
	}
	return kinds
}

// verbsBehind returns how many finite verbs stand behind place p (1 + position),
// 3 at most.
func (s *Scratch) verbsBehind(p int32) uint64 {
	if p <= 0 || int(p) >= len(s.ahead.finite) {
		return 5
	}
	return uint64(min(s.ahead.finite[p], 3))
}

// commasBetween returns how many commas stand between two places, 3 at most.
func (s *Scratch) commasBetween(a, b int32) uint64 {
	if a <= 0 || b <= a || int(b) > len(s.Words) {
		return 5
	}
	return uint64(min(s.ahead.commas[b-1]-s.ahead.commas[a-1], 3))
}
