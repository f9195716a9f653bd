package language

// What holds of every English name and verb, whatever a parser says.

// flats corrects what hangs on the second word of a name though it stands before
// the first: the words of a name are one, and what goes with it goes with its
// head. In "to Ana Lima" the preposition is that of "Ana".
func (s *Sentence) flats() {
	for i := range s.Tokens {
		t := &s.Tokens[i]
		if t.Head < 0 || t.Head < i {
			continue
		}
		switch t.Rel {
		case "case", "det", "mark", "cc", "amod", "nummod", "nmod:poss", "nmod:desc":
		default:
			continue
		}
		for steps := 0; steps < 8; steps++ {
			part := &s.Tokens[t.Head]
			if part.Rel != "flat" && part.Rel != "fixed" || part.Head <= i || part.Head >= t.Head {
				break
			}
			t.Head = part.Head
		}
	}
}

// titles makes proper nouns of titles that the network takes for adjectives though they
// describe a name: "General | Ortega", but not the "General" of "General Assembly". Articles and
// prepositions before a title are those of the name: "of the | mayor Ana Lima".
func (s *Sentence) titles() {
	for i := range s.Tokens {
		t := &s.Tokens[i]
		if t.UPOS == "ADJ" && t.XPOS == "NNP" && t.Rel == "nmod:desc" {
			t.UPOS = "PROPN"
		}
		if t.Rel != "case" && t.Rel != "det" || t.Head < i {
			continue
		}
		if title := &s.Tokens[t.Head]; title.Rel == "nmod:desc" && title.Head > t.Head {
			t.Head = title.Head
		}
	}
}

// voices corrects a main verb that the parser takes for a passive one without its
// auxiliary. Headlines leave the auxiliary out ("Minister arrested"); a sentence
// with an article and a full stop does not: "A report called for calm."
func (s *Sentence) voices() {
	last := len(s.Tokens) - 1
	if last < 0 || s.Tokens[last].Form != "." {
		return
	}
	for i := range s.Tokens {
		verb := &s.Tokens[i]
		if verb.XPOS != "VBN" && verb.XPOS != "VBD" || verb.Rel != "root" && verb.Rel != "ccomp" && verb.Rel != "parataxis" {
			continue
		}
		subject := s.Child(i, "nsubj:pass")
		if subject < 0 || subject > i || s.Child(i, "aux:pass", "aux") >= 0 || s.Child(subject, "det", "nmod:poss") < 0 {
			continue
		}
		verb.XPOS, s.Tokens[subject].Rel = "VBD", "nsubj"
	}
}

// bare calls the noun behind an active verb its object where it has no preposition
// and the verb no other object: "freed at least ten | hostages".
func (s *Sentence) bare() {
	for i := range s.Tokens {
		t := &s.Tokens[i]
		if t.Rel != "obl" || t.Head < 0 || t.Head > i || t.UPOS != "NOUN" && t.UPOS != "PROPN" || s.Tokens[t.Head].UPOS != "VERB" {
			continue
		}
		if s.Child(i, "case", "mark", "cop", "nsubj") >= 0 || s.Child(t.Head, "obj", "ccomp", "xcomp", "aux:pass", "nsubj:pass", "compound:prt") >= 0 {
			continue
		}
		if first, _ := s.Extent(i); s.Tokens[first].Lemma == "at" && first+1 < i && isLimit(s.Tokens[first+1].Form) {
			t.Rel = "obj"
		}
	}
}

// isLimit reports whether a word behind "at" bounds a number.
func isLimit(form string) bool { return form == "least" || form == "most" }

// contracted tells the "'s" of "has" from that of "is": only "has" is an auxiliary,
// but not of the passive, to a participle or beside "been".
func (s *Sentence) contracted() {
	for i := range s.Tokens {
		t := &s.Tokens[i]
		if t.Rel != "aux" || t.Lemma != "be" || t.Form != "'s" && t.Form != "’s" || t.Head < i {
			continue
		}
		been := false
		for c := range s.Children(t.Head) {
			been = been || c > i && s.Tokens[c].Form == "been"
		}
		if been || s.Tokens[t.Head].XPOS == "VBN" {
			t.Lemma = "have"
		}
	}
}
