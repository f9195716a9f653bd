package language

// verbless gives a sentence without a main verb the one that the parser took for a
// participle: in "NATO scrambled jets" the jets are not scrambled ones, since a
// sentence that closes with a full stop has a verb. The noun that was its root becomes
// the object, the noun before the verb the subject.
func (s *Sentence) verbless() bool {
	root := s.root()
	if root < 0 || s.Tokens[len(s.Tokens)-1].Form != "." || !isNominal(&s.Tokens[root]) || s.Child(root, "cop", "aux", "aux:pass", "case") >= 0 {
		return false
	}
	verb := s.misreadVerb(root)
	if verb < 0 {
		return false
	}
	subject := s.nominalBefore(verb, root)
	if subject < 0 {
		return false
	}
	for c := range s.Children(root) {
		t := &s.Tokens[c]
		switch {
		case c < subject && (t.Rel == "det" || t.Rel == "amod" || t.Rel == "compound"):
			t.Head = subject
		case c < verb, c > root && (IsRel(t.Rel, "advcl") || IsRel(t.Rel, "obl") || t.Rel == "parataxis" || t.Rel == "punct"):
			t.Head = verb
		}
	}
	s.Tokens[subject].Head, s.Tokens[subject].Rel = verb, "nsubj"
	s.Tokens[root].Head, s.Tokens[root].Rel = verb, "obj"
	s.Tokens[verb].Head, s.Tokens[verb].Rel, s.Tokens[verb].XPOS = Root, "root", "VBD"
	return true
}

func isNominal(t *Token) bool { return t.UPOS == "NOUN" || t.UPOS == "PROPN" }

// misreadVerb returns a participle that modifies the root from the left and could be a
// past tense, or -1.
func (s *Sentence) misreadVerb(root int) int {
	for c := range s.Children(root) {
		if t := &s.Tokens[c]; c > 0 && c < root && t.Rel == "amod" && t.XPOS == "VBN" && s.Tokens[c-1].Form != "-" && s.Tokens[c+1].Form != "-" {
			return c
		}
	}
	return -1
}

// nominalBefore returns the noun phrase that ends right before a verb and hangs on the
// verb or on the root, or -1.
func (s *Sentence) nominalBefore(verb, root int) int {
	for _, head := range [...]int{verb, root} {
		for c := range s.Children(head) {
			if c >= verb || !isNominal(&s.Tokens[c]) || s.Child(c, "case") >= 0 {
				continue
			}
			if _, end := s.Extent(c); end == verb {
				return c
			}
		}
	}
	return -1
}
