package language

// lateAppositions hangs a description behind the last of several names on that
// name: "Ana Lima and Juan Paz, the mayor of Quito, met" says who Paz is. What is
// plural describes them all.
func (s *Sentence) lateAppositions() {
	for i := range s.Tokens {
		t := &s.Tokens[i]
		if t.Rel != "appos" || t.Head < 0 || t.Head > i || t.UPOS != "NOUN" && t.UPOS != "PROPN" || t.XPOS == "NNS" || t.XPOS == "NNPS" {
			continue
		}
		last := -1
		for c := range s.Children(t.Head) {
			if c < i && s.Tokens[c].Rel == "conj" {
				last = c
			}
		}
		if last < 0 || s.Tokens[last].UPOS != "PROPN" || s.Child(i, "conj") >= 0 {
			continue
		}
		first, _ := s.Extent(i)
		if s.Tokens[first].UPOS == "PUNCT" {
			first++
		}
		if _, end := s.Extent(last); first == end+1 && s.Tokens[end].Form == "," || first == end && s.Tokens[end-1].Form == "," {
			s.hang(i, last, "appos")
		}
	}
}

// bareSubjects makes a noun without a preposition that stands before a finite verb
// its subject, where the verb has none: English has no other use for it there.
// "After the vote, opposition politician Ana Lima fled."
func (s *Sentence) bareSubjects() {
	for i := range s.Tokens {
		t := &s.Tokens[i]
		if t.Rel != "obl" || t.Head < i || t.UPOS != "NOUN" && t.UPOS != "PROPN" || !s.isFinite(t.Head) {
			continue
		}
		if s.Child(i, "case", "mark") >= 0 || s.Child(t.Head, "nsubj", "csubj", "expl") >= 0 || isWeekday(t.Form) || isMonth(t.Form) {
			continue
		}
		if next := s.Child(i, "appos"); t.UPOS == "NOUN" && next != i+1 {
			continue // "last week", "this year": times stand bare
		}
		t.Rel = "nsubj"
		if s.Child(t.Head, "aux:pass") >= 0 {
			t.Rel = "nsubj:pass"
		}
	}
}
