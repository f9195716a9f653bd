package language

// brackets corrects what a parser coordinates across an opening bracket: "Lima
// (the mayor was ill)" is no list of Lima and the mayor.
func (s *Sentence) brackets() {
	for i := range s.Tokens {
		t := &s.Tokens[i]
		if t.Rel != "conj" || t.Head < 0 || t.Head > i || s.Child(i, "cc") >= 0 {
			continue
		}
		for k := t.Head + 1; k < i; k++ {
			if s.Tokens[k].Form == "(" && !s.closed(k, i) {
				t.Rel = "parataxis"
				break
			}
		}
	}
}

// closed reports whether a bracket is closed before a token.
func (s *Sentence) closed(bracket, token int) bool {
	for k := bracket + 1; k < token; k++ {
		if s.Tokens[k].Form == ")" {
			return true
		}
	}
	return false
}
