package language

import "strings"

// participles corrects a past tense that stands between another verb and its subject,
// both of which hang on the same word: "said that most boats | built in Togo | were
// sold". A clause has one tense; the verb without a subject is a participle and says
// something of the noun before it. It reports whether it changed the tree.
func (s *Sentence) participles() bool {
	changed := false
	for i := 1; i < len(s.Tokens); i++ {
		t, noun := &s.Tokens[i], &s.Tokens[i-1]
		if t.XPOS != "VBD" || t.Head < 0 || t.Head > i || !isNominal(noun) || t.Rel != "ccomp" && t.Rel != "conj" && t.Rel != "parataxis" {
			continue
		}
		if s.Child(i, "nsubj", "nsubj:pass", "csubj", "expl", "aux", "aux:pass", "cop", "cc", "mark", "obj", "ccomp", "xcomp") >= 0 {
			continue
		}
		for other := range s.Children(t.Head) {
			if other < i || !s.isFinite(other) || s.Child(other, "cc") >= 0 {
				continue
			}
			if subject := s.Child(other, "nsubj", "nsubj:pass"); subject >= 0 && subject < i && s.Within(i-1, subject) {
				t.Head, t.Rel, t.XPOS = i-1, "acl", "VBN"
				changed = true
				break
			}
		}
	}
	return changed
}

// agentParticiples hangs a participle that names who did it on the object right before it,
// where the parser took it for what the verb makes of that: "annulled the pact | signed by both".
func (s *Sentence) agentParticiples() {
	for i := 1; i < len(s.Tokens); i++ {
		t, noun := &s.Tokens[i], &s.Tokens[i-1]
		if t.XPOS != "VBN" || t.Rel != "xcomp" || noun.Rel != "obj" || noun.Head != t.Head || t.Head > i || t.Head < 0 {
			continue
		}
		if !s.is(s.Tokens[t.Head].Lemma, havingDone) && s.Child(i, "obl:agent") >= 0 {
			t.Head, t.Rel = i-1, "acl"
		}
	}
}

// verbalNouns makes a word in -ing that bears an article, an adjective or another noun
// as nouns do, and has no object, the noun that it is: "heavy shelling | began".
func (s *Sentence) verbalNouns() {
	for i := range s.Tokens {
		t := &s.Tokens[i]
		if t.UPOS != "VERB" || t.XPOS != "VBG" || !IsRel(t.Rel, "nsubj") && t.Rel != "obj" && t.Rel != "obl" && t.Rel != "nmod" {
			continue
		}
		if mark := s.Child(i, "det", "amod", "compound"); mark < 0 || mark > i || s.Child(i, "obj", "aux", "advmod", "mark") >= 0 {
			continue
		}
		t.UPOS, t.XPOS, t.Lemma = "NOUN", "NN", strings.ToLower(t.Form)
	}
}

// verbSubjects makes a past tense that the parser took for the subject of the verb behind it, or for
// what is set beside a name, the participle that it is: "the pilot shot down over Chad | walked home",
// "Ruiz, the pilot shot down over Chad, | walked". It reports whether it changed the tree.
func (s *Sentence) verbSubjects() bool {
	changed := false
	for i := range s.Tokens {
		verb := &s.Tokens[i]
		if verb.UPOS != "VERB" || verb.XPOS != "VBD" && verb.XPOS != "VBN" || (!IsRel(verb.Rel, "nsubj") || verb.Head <= i) && verb.Rel != "appos" {
			continue
		}
		noun := s.Child(i, "nsubj", "nsubj:pass")
		if noun < 0 || noun > i || !isNominal(&s.Tokens[noun]) || s.Child(i, "mark", "aux", "aux:pass", "obj", "ccomp") >= 0 {
			continue
		}
		s.Tokens[noun].Head, s.Tokens[noun].Rel = verb.Head, verb.Rel
		verb.Head, verb.Rel, verb.XPOS = noun, "acl", "VBN"
		changed = true
	}
	return changed
}

// compoundSubjects makes a noun phrase before a verb in the present or past the subject that it is, where
// the parser made one word of both, as if the verb were a noun: "a Libyan gunboat | forces the rig to
// stop". It reports whether it changed the tree.
func (s *Sentence) compoundSubjects() bool {
	changed := false
	for i := 1; i < len(s.Tokens); i++ {
		verb, noun := &s.Tokens[i], &s.Tokens[i-1]
		if verb.UPOS != "VERB" || verb.XPOS != "VBZ" && verb.XPOS != "VBD" || noun.Rel != "compound" || noun.Head != i || !isNominal(noun) {
			continue
		}
		if s.Child(i, "nsubj", "nsubj:pass", "csubj", "expl", "mark") >= 0 || s.Child(i-1, "det", "amod", "nummod", "nmod:poss") < 0 {
			continue
		}
		noun.Rel, changed = "nsubj", true
	}
	return changed
}

// invertedPassives tells the auxiliary of a passive whose subject stands behind it from a copula:
// "only in 1929 was the town handed back".
func (s *Sentence) invertedPassives() {
	for i := range s.Tokens {
		be, verb := &s.Tokens[i], s.Tokens[i].Head
		if be.Rel != "cop" || be.Lemma != "be" || verb <= i || s.Tokens[verb].UPOS != "VERB" || s.Tokens[verb].XPOS != "VBN" && s.Tokens[verb].XPOS != "VBD" {
			continue
		}
		subject := s.Child(verb, "nsubj")
		if subject < i || subject > verb {
			continue
		}
		be.Rel, be.UPOS = "aux:pass", "AUX"
		s.Tokens[subject].Rel, s.Tokens[verb].XPOS = "nsubj:pass", "VBN"
	}
}

// participleOfAdjective makes a form that is no adjective but a participle, and has a time or a doer
// beside it, the passive that it is: "the town was burnt in May". Without these it may be a state.
func (s *Sentence) participleOfAdjective(v *irregular) {
	for i := range s.Tokens {
		t := &s.Tokens[i]
		be, subject := s.Child(i, "cop"), s.Child(i, "nsubj")
		if t.UPOS != "ADJ" || be < 0 || s.Tokens[be].Lemma != "be" || subject < 0 {
			continue
		}
		lemma, ok := v.lemma(t.Form, "VBN")
		if !ok || !s.hasTimeOrAgent(i) {
			continue
		}
		t.UPOS, t.XPOS, t.Lemma = "VERB", "VBN", lemma
		s.Tokens[be].Rel, s.Tokens[subject].Rel = "aux:pass", "nsubj:pass"
	}
}

// hasTimeOrAgent reports whether a month, a year or somebody with "by" depends on a word.
func (s *Sentence) hasTimeOrAgent(word int) bool {
	for c := range s.Children(word) {
		if c < word || !IsRel(s.Tokens[c].Rel, "obl") {
			continue
		}
		by := s.Child(c, "case")
		if s.is(s.Tokens[c].Form, month) || isYear(s.Tokens[c].Form) || by >= 0 && s.Tokens[by].Lemma == "by" && isNominal(&s.Tokens[c]) {
			return true
		}
	}
	return false
}

// insertedParticiples hangs a participle between commas on the subject right before it, of which it
// tells what was done, rather than on the verb behind: "the raid, carried out by rebels, | failed". It
// reports whether it changed the tree.
func (s *Sentence) insertedParticiples() bool {
	changed := false
	for i := range s.Tokens {
		t := &s.Tokens[i]
		isPast := t.XPOS == "VBD" && s.Child(i, "obj", "xcomp", "ccomp") < 0 // a clause has one tense
		if t.XPOS != "VBN" && !isPast || t.Rel != "advcl" || t.Head <= i || s.Child(i, "nsubj", "nsubj:pass", "mark", "aux", "aux:pass") >= 0 {
			continue
		}
		subject := s.Child(t.Head, "nsubj", "nsubj:pass")
		first, end := s.Extent(i)
		if s.Tokens[first].Form == "," {
			first++
		}
		if subject < 0 || subject > i || !isNominal(&s.Tokens[subject]) || first < 1 || s.Tokens[first-1].Form != "," || end >= len(s.Tokens) || s.Tokens[end].Form != "," && s.Tokens[end-1].Form != "," {
			continue
		}
		if s.isApartFrom(subject, first-1) || t.Head < end {
			continue
		}
		t.Head, t.Rel, t.XPOS, changed = subject, "acl", "VBN", true
	}
	return changed
}

// activeRoots makes the participle that heads a sentence the past tense that it is, where it has a subject and
// no auxiliary: "the council late on Friday | called on Peru to leave". Headlines, which end without a period,
// and what names its agent are left alone. It reports whether it changed the tree.
func (s *Sentence) activeRoots() bool {
	root := s.root()
	if root < 1 || s.Tokens[len(s.Tokens)-1].Form != "." {
		return false
	}
	t := &s.Tokens[root]
	subject := s.Child(root, "nsubj:pass")
	if t.XPOS != "VBN" || t.UPOS != "VERB" || subject < 0 || subject > root || s.Child(root, "aux", "aux:pass", "cop", "obl:agent") >= 0 {
		return false
	}
	t.XPOS, s.Tokens[subject].Rel = "VBD", "nsubj"
	return true
}

// barePasts makes a past tense without a subject that a comma sets behind a noun the participle that it
// is: "Sweden, | defeated in 1709, ceded the land".
func (s *Sentence) barePasts() {
	for i := range s.Tokens {
		if t := &s.Tokens[i]; i > 0 && t.Rel == "acl" && t.XPOS == "VBD" && t.Head >= 0 && t.Head < i && s.Tokens[i-1].Form == "," && s.Child(i, "nsubj", "nsubj:pass", "mark", "aux", "obj", "ccomp", "xcomp") < 0 {
			t.XPOS = "VBN"
		}
	}
}

// causatives makes a participle behind the object of "have" what somebody has done to that, where it
// cannot tell which one is meant: something is set beside the object, or the object is a name or definite
// anyway. "had two men, Ana Lima and Juan Paz, | arrested", "had the envoy | imprisoned". It reports
// whether it changed the tree.
func (s *Sentence) causatives() bool {
	changed := false
	for i := 2; i < len(s.Tokens); i++ {
		t := &s.Tokens[i]
		if t.XPOS != "VBN" || t.Head < 0 || t.Head > i {
			continue
		}
		object := t.Head
		if t.Rel == "advcl" {
			object = s.Child(t.Head, "obj")
		} else if t.Rel != "acl" {
			continue
		}
		if object < 0 || object > i || s.Tokens[object].Rel != "obj" || s.Tokens[object].Head < 0 || s.Tokens[object].Head > object {
			continue
		}
		have := s.Tokens[object].Head
		if v := &s.Tokens[have]; v.UPOS != "VERB" || v.Lemma != "have" || s.Child(i, "mark", "nsubj", "nsubj:pass", "aux", "aux:pass", "obl:agent") >= 0 {
			continue
		}
		beside := s.Tokens[i-1].Form == "," && s.Child(object, "appos") >= 0
		if beside || t.Rel == "acl" && s.Tokens[i-1].UPOS != "PUNCT" && s.isDefinite(object) {
			t.Head, t.Rel, changed = have, "xcomp", true
		}
	}
	return changed
}

// isDefinite reports whether it is plain which one a noun means: a name, or one with "the" or an owner, but
// not the first, best or only one of those that a clause behind it may tell.
func (s *Sentence) isDefinite(i int) bool {
	definite := s.Tokens[i].UPOS == "PROPN"
	for c := range s.Children(i) {
		switch t := &s.Tokens[c]; {
		case t.XPOS == "JJS" || t.XPOS == "RBS" || s.is(t.Lemma, ordinal):
			return false
		case t.Rel == "nmod:poss" || t.Rel == "det" && t.Lemma == "the":
			definite = true
		}
	}
	return definite
}
