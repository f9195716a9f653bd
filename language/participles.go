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
		if !hasDone(s.Tokens[t.Head].Lemma) && s.Child(i, "obl:agent") >= 0 {
			t.Head, t.Rel = i-1, "acl"
		}
	}
}

// hasDone reports whether a verb may say of its object what is done to it: "had it built by
// Ana", "saw it carried off by thieves".
func hasDone(lemma string) bool {
	switch lemma {
	case "have", "get", "see", "hear", "watch", "feel", "find", "want", "need", "like", "keep", "leave", "make", "order", "let", "declare", "prefer":
		return true
	}
	return false
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
