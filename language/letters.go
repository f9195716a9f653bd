package language

// letters calls an "A" that stands before a slash or at the end of something what it is: a
// letter, as in "the A / C". An article has a word behind it.
func (s *Sentence) letters() {
	for i := range len(s.Tokens) - 1 {
		t := &s.Tokens[i]
		if t.Form != "A" || t.UPOS != "DET" {
			continue
		}
		switch s.Tokens[i+1].Form {
		case "/", ".", ",", ";", ":", "?", "!":
			t.UPOS, t.XPOS = "NOUN", "NN"
		}
	}
}
