package language

// inclusions parts what follows an inclusion from it: in "the deployment of ten ships,
// including two tankers, | to Malta" the commas set the tankers apart, so that the
// phrase behind them belongs to what stood before.
func (s *Sentence) inclusions() {
	for i := range s.Tokens {
		noun := &s.Tokens[i]
		at := s.Child(i, "case")
		if at < 1 || s.Tokens[at].Form != "including" || s.Tokens[at-1].Form != "," || noun.Head < 0 || noun.Head > at {
			continue
		}
		for c := range s.Children(i) {
			if first, _ := s.Extent(c); s.Tokens[c].Rel == "nmod" && c > i && (s.Tokens[first].Form == "," || s.Tokens[first-1].Form == ",") {
				s.Tokens[c].Head = noun.Head
			}
		}
	}
}
