package language

import "strings"

// A greedy parser reads from the left and must choose a root early. Where a
// sentence opens with a subordinate phrase ("After the army had left, the king
// returned", "Following talks in Rome, during which ..., both sides signed"), it
// often takes the phrase for the sentence and hangs the main clause below it.
// English marks such a phrase: a root that has a subordinator or preposition of
// its own is none. mainClause then looks for the finite verb behind the comma
// and makes it the root.

// mainClause repairs the tree of a sentence whose root is subordinate by its
// form. It needs the lists of children and leaves them out of date if it
// returns true.
func (s *Sentence) mainClause() bool {
	root := s.root()
	if root < 0 {
		return false
	}
	subject := s.subjectAsOblique(root)
	if subject < 0 && !s.isSubordinate(root) {
		return false
	}
	verb := s.mainVerb(root)
	if verb < 0 {
		return false
	}
	s.subordinate(root, subject)
	comma := s.commaBefore(verb, root)
	if s.Child(verb, "nsubj", "csubj", "expl") < 0 {
		s.attachSubject(verb, comma)
	}
	t := &s.Tokens[verb]
	s.leaveBehind(verb, comma, t.Head)
	t.Head, t.Rel = Root, "root"
	r := &s.Tokens[root]
	r.Head, r.Rel = verb, "obl"
	if r.UPOS == "VERB" {
		r.Rel = "advcl"
	}
	return true
}

func (s *Sentence) root() int {
	for i := range s.Tokens {
		if s.Tokens[i].Head == Root {
			return i
		}
	}
	return -1
}

// leaveBehind hangs what a word governs on the far side of the comma on the word
// that governed it, or on the old root. Adjectives that lose their noun this way
// stand for themselves ("regarded as unfair, | the candidate left").
func (s *Sentence) leaveBehind(verb, comma, head int) {
	if head < 0 || head > comma {
		head = s.root()
	}
	phrase := -1 // what a preposition that is left behind belongs to
	for c := range s.Children(verb) {
		if c < comma && c != head {
			t := &s.Tokens[c]
			t.Head = head
			if t.Rel == "amod" || t.Rel == "compound" || t.Rel == "nmod:desc" {
				phrase = c
			}
		}
	}
	if phrase >= 0 && s.Tokens[head].UPOS == "VERB" {
		s.Tokens[phrase].Rel = "obl"
		for c := range s.Children(verb) {
			if c < phrase && s.Tokens[c].Rel == "case" {
				s.Tokens[c].Head = phrase
			}
		}
	}
}

// isSubordinate reports whether a root opens the sentence with a subordinator
// or a preposition.
func (s *Sentence) isSubordinate(root int) bool {
	if root == 0 {
		return s.Tokens[0].XPOS == "VBG" && s.Child(0, "nsubj", "aux") < 0
	}
	for c := range s.Children(root) {
		if c > root {
			break
		}
		if rel := s.Tokens[c].Rel; (rel == "mark" || rel == "case") && s.opens(c) {
			return s.Tokens[c].Lemma != "to" || rel == "case"
		}
	}
	return false
}

// subjectAsOblique returns the noun that must be the subject of a finite root
// though the parser gave it the subordinator that opens the sentence ("After its
// land was taken, ..."): a subject takes no preposition, and no finite clause
// lacks a subject. It returns -1 if there is none.
func (s *Sentence) subjectAsOblique(root int) int {
	if !s.isFinite(root) {
		return -1
	}
	noun := s.Child(root, "nsubj", "csubj", "expl")
	if noun < 0 {
		noun = s.Child(root, "obl")
	}
	if noun < 0 || noun > root {
		return -1
	}
	if at := s.Child(noun, "case"); at < 0 || !s.opens(at) || s.commaBefore(root, noun) >= 0 {
		return -1
	}
	return noun
}

// subordinate gives a root its subordinator and subject, if the parser took them
// for a prepositional phrase.
func (s *Sentence) subordinate(root, subject int) {
	if subject < 0 {
		return
	}
	mark := s.Child(subject, "case")
	s.Tokens[mark].Head, s.Tokens[mark].Rel = root, "mark"
	rel := "nsubj"
	if s.Child(root, "aux:pass") >= 0 {
		rel = "nsubj:pass"
	}
	s.Tokens[subject].Rel = rel
}

// opens reports whether nothing but punctuation stands before a token.
func (s *Sentence) opens(token int) bool {
	for i := range token {
		if s.Tokens[i].UPOS != "PUNCT" {
			return false
		}
	}
	return true
}

// mainVerb returns the first finite verb behind the root and a comma that heads
// no subordinate clause of its own, or else the first participle that may be a
// past tense; -1 if there is none.
func (s *Sentence) mainVerb(root int) int {
	spare := -1
	for i := root + 1; i < len(s.Tokens); i++ {
		t := &s.Tokens[i]
		comma := s.commaBefore(i, root)
		if t.UPOS != "VERB" && s.Child(i, "cop") < 0 || comma < 0 || s.isDependent(i, comma) || s.isAuxiliary(i) {
			continue
		}
		if s.isFinite(i) {
			return i
		}
		if spare < 0 && t.XPOS == "VBN" && t.Rel == "acl" && s.Child(i, "obl:agent", "aux") < 0 {
			spare = i
		}
	}
	return spare
}

// isFinite reports whether a verb or predicate has a tense.
func (s *Sentence) isFinite(i int) bool {
	switch s.Tokens[i].XPOS {
	case "VBD", "VBZ", "VBP":
		return true
	}
	for c := range s.Children(i) {
		switch s.Tokens[c].Rel {
		case "aux", "aux:pass", "cop":
			switch s.Tokens[c].XPOS {
			case "VBD", "VBZ", "VBP", "MD":
				return true
			}
		}
	}
	return i > 1 && s.Tokens[i].XPOS == "VBN" && (s.isAuxiliary(i-1) || s.isAuxiliary(i-2))
}

// isAuxiliary reports whether "have" or "be" stands right before the participle
// that it belongs to, though the tagger took it for a full verb.
func (s *Sentence) isAuxiliary(verb int) bool {
	if lemma := s.Tokens[verb].Lemma; lemma != "have" && lemma != "be" {
		return false
	}
	next := verb + 1
	for next < len(s.Tokens) && s.Tokens[next].Rel == "advmod" {
		next++
	}
	return next < len(s.Tokens) && (s.Tokens[next].XPOS == "VBN" || s.Tokens[next].XPOS == "VBG")
}

// isDependent reports whether a verb's clause, which begins behind a comma, is
// marked as subordinate, relative or coordinated.
func (s *Sentence) isDependent(verb, comma int) bool {
	for c := range s.Children(verb) {
		t := &s.Tokens[c]
		if c > comma && c < verb && (t.Rel == "mark" && !isPreposition(t) || t.Rel == "cc" || strings.HasPrefix(t.XPOS, "W")) {
			return true
		}
	}
	return s.Tokens[verb].Rel == "ccomp" && s.Tokens[verb].Head > verb
}

// isPreposition reports whether a word that the parser calls a subordinator can
// only be a preposition: it introduces no finite clause.
func isPreposition(t *Token) bool {
	switch t.Lemma {
	case "of", "by", "with", "from", "at", "into", "upon", "between":
		return true
	}
	return false
}

// missingSubject gives a finite root without a subject the noun phrase right
// before it, behind the last comma, which the parser hung on what stands before
// the comma. It reports whether it changed the tree.
func (s *Sentence) missingSubject() bool {
	verb := s.root()
	if verb < 1 || s.Child(verb, "nsubj", "csubj", "expl") >= 0 {
		return false
	}
	past := s.isActive(verb)
	if !past && !s.isFinite(verb) {
		return false
	}
	comma := s.commaBefore(verb, -1)
	if comma < 0 || !(comma == verb-1 && s.describedSubject(verb) || s.subjectBehind(comma, verb)) {
		return false
	}
	if past {
		s.Tokens[verb].XPOS = "VBD"
	}
	return true
}

// isActive reports whether what the tagger takes for a participle has what no passive one
// has, an object or a content clause behind it, and no auxiliary: it is a past tense. The
// clause may have been hung on what stands before it: "told at the meeting | that he ...".
func (s *Sentence) isActive(verb int) bool {
	if s.Tokens[verb].XPOS != "VBN" || s.Child(verb, "aux", "aux:pass", "cop") >= 0 {
		return false
	}
	for c := range s.Children(verb) {
		if c < verb {
			continue
		}
		switch s.Tokens[c].Rel {
		case "obj", "ccomp":
			return true
		case "obl":
			if clause := s.Child(c, "acl"); clause >= 0 && s.isContent(clause) {
				return true
			}
		}
	}
	return false
}

// subjectBehind gives a verb the noun phrase between a comma and it as its subject.
func (s *Sentence) subjectBehind(comma, verb int) bool {
	for i := comma + 1; i < verb; i++ {
		t := &s.Tokens[i]
		if t.UPOS != "NOUN" && t.UPOS != "PROPN" && t.UPOS != "PRON" || t.Head > comma {
			continue
		}
		if at := s.Child(i, "case"); at > comma {
			return false
		}
		s.leaveBehind(i, comma, t.Head)
		t.Head, t.Rel = verb, "nsubj"
		if s.Child(verb, "aux:pass") >= 0 {
			t.Rel = "nsubj:pass"
		}
		return true
	}
	return false
}

// describedSubject gives a finite root the subject that an apposition parts from
// it, where the parser took both for appositions of the phrase that opens the
// sentence: "According to the report, Ana Lima, the envoy, resigned." It reports
// whether it changed the tree.
func (s *Sentence) describedSubject(verb int) bool {
	for i := 1; i < verb; i++ {
		t := &s.Tokens[i]
		if t.Rel != "appos" || t.Head < 0 || t.Head > i || t.UPOS != "PROPN" && t.UPOS != "NOUN" {
			continue
		}
		opening := &s.Tokens[t.Head]
		if opening.Head != verb || !IsRel(opening.Rel, "obl") {
			continue
		}
		from := t.Head
		t.Head, t.Rel = verb, "nsubj"
		for k := i + 1; k < verb; k++ {
			if s.Tokens[k].Head == from && s.Tokens[k].Rel == "appos" {
				s.Tokens[k].Head = i
			}
		}
		return true
	}
	return false
}

// commaBefore returns the last comma between two tokens, or -1.
func (s *Sentence) commaBefore(token, after int) int {
	for i := token - 1; i > after; i-- {
		if s.Tokens[i].Form == "," {
			return i
		}
	}
	return -1
}

// attachSubject makes the noun phrase between a comma and a verb the subject of
// the verb.
func (s *Sentence) attachSubject(verb, comma int) {
	for i := comma + 1; i < verb; i++ {
		t := &s.Tokens[i]
		if t.UPOS != "NOUN" && t.UPOS != "PROPN" && t.UPOS != "PRON" {
			continue
		}
		if t.Head > comma && t.Head < verb || s.Child(i, "case") >= 0 {
			continue
		}
		t.Head, t.Rel = verb, "nsubj"
		if s.Child(verb, "aux:pass") >= 0 {
			t.Rel = "nsubj:pass"
		}
		return
	}
}
