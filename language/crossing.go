package language

import "strings"

// English modifiers stand beside what they modify: none reaches over a verb to a
// noun on its other side, and few follow their noun.

// crossedSubjects makes the noun before a verb its subject, where the tree takes it
// for a modifier of a noun behind the verb: "New Zealand | imposed travel bans". A
// verb that has a subject keeps it.
func (s *Sentence) crossedSubjects() bool {
	changed := false
	for i := range s.Tokens {
		t := &s.Tokens[i]
		if t.Head <= i || t.Rel != "amod" && t.Rel != "compound" || t.Name == "" && !isNominal(t) {
			continue
		}
		_, end := s.Extent(i)
		if verb := s.pastAdverbs(end); verb < t.Head && s.lacksSubject(verb) && s.Within(t.Head, verb) {
			t.Head, t.Rel, changed = verb, "nsubj", true
			s.Tokens[verb].XPOS = finite(s.Tokens[verb].XPOS)
		}
	}
	return changed
}

// pastAdverbs returns the first token from one on that is no adverb.
func (s *Sentence) pastAdverbs(i int) int {
	for i < len(s.Tokens) && s.Tokens[i].UPOS == "ADV" {
		i++
	}
	return i
}

// finite returns the tag of a verb that turns out to have a subject.
func finite(tag string) string {
	if tag == "VBN" {
		return "VBD"
	}
	return tag
}

// lacksSubject reports whether a token is a finite verb without a subject, in the
// active voice, or a form that can be one: with an object and without auxiliary no
// sentence is headed by a participle.
func (s *Sentence) lacksSubject(i int) bool {
	if i >= len(s.Tokens) || s.Tokens[i].UPOS != "VERB" {
		return false
	}
	switch s.Tokens[i].XPOS {
	case "VBN":
		return s.Tokens[i].Rel == "root" && s.Child(i, "obj") >= 0 && s.Child(i, "nsubj", "nsubj:pass", "csubj", "expl", "aux", "aux:pass") < 0
	case "VBD", "VBZ", "VBP":
		return s.Child(i, "nsubj", "nsubj:pass", "csubj", "expl", "aux:pass") < 0
	}
	return false
}

// crossedObjects gives a verb that has no object the noun behind it, where the tree coordinates
// that with a noun before the verb: "cut ties with Peru and set up | relations with Chad".
func (s *Sentence) crossedObjects() bool {
	changed := false
	for i := range s.Tokens {
		t := &s.Tokens[i]
		if t.Rel != "conj" || t.Head < 0 || t.Head > i || !isNominal(t) || !isNominal(&s.Tokens[t.Head]) || s.Child(i, "case") >= 0 {
			continue
		}
		first, _ := s.Extent(i)
		verb := s.verbBefore(first)
		if verb <= t.Head || s.Tokens[verb].Rel != "conj" || s.Tokens[verb].Head >= t.Head || s.Child(verb, "obj", "ccomp", "xcomp", "cop", "aux:pass", "nsubj:pass") >= 0 || s.Child(verb, "cc") < t.Head {
			continue
		}
		changed = s.hang(i, verb, "obj") || changed
	}
	return changed
}

// gapped pairs the parts of a coordination that has left out its verb: in "ceded Canada to Britain
// and | Louisiana to Spain" the second pair answers to the first (Ross 1970), where the tree
// coordinates the last noun of the first with the first of the second. It reports whether it did.
func (s *Sentence) gapped() bool {
	changed := false
	for i := range s.Tokens {
		t := &s.Tokens[i]
		if t.Rel != "conj" || t.Head < 0 || t.Head > i || !isNominal(t) || s.Child(i, "case") >= 0 || s.Child(i, "cc") < 0 {
			continue
		}
		first := t.Head
		second, preposition := s.phraseBehind(i, s.Tokens[first].Head), s.Case(first)
		if second < i || preposition == "" || preposition == "of" || s.Case(second) != preposition {
			continue
		}
		switch above := s.Tokens[first].Head; {
		case above < 0:
		case IsRel(s.Tokens[first].Rel, "obl"):
			if object := s.Child(above, "obj"); object > above && object < first && isNominal(&s.Tokens[object]) && s.hang(i, object, "conj") {
				changed = s.hang(second, first, "conj") || changed
			}
		case s.Tokens[first].Rel == "nmod" && above < first && isNominal(&s.Tokens[above]):
			changed = s.hang(i, above, "conj") || changed
		}
	}
	return changed
}

// phraseBehind returns the noun of the phrase that depends on a noun, or on a word above it right
// behind the noun, or -1.
func (s *Sentence) phraseBehind(noun, above int) int {
	if second := s.Child(noun, "nmod"); second >= 0 {
		return second
	}
	if above < 0 {
		return -1
	}
	_, end := s.Extent(noun)
	for c := range s.Children(above) {
		if first, _ := s.Extent(c); first == end && IsRel(s.Tokens[c].Rel, "obl") {
			return c
		}
	}
	return -1
}

// verbBefore returns the verb that ends right before a token, its particle between them, or -1.
func (s *Sentence) verbBefore(token int) int {
	verb := token - 1
	if verb >= 0 && s.Tokens[verb].Rel == "compound:prt" {
		verb = s.Tokens[verb].Head
	}
	if verb < 0 || s.Tokens[verb].UPOS != "VERB" {
		return -1
	}
	return verb
}

// objectPredicates makes the adjective behind the object of a verb of judgement what
// the object is called: "called the vote | unfair". An adjective with words of its own
// may as well describe: "found a house | open to all".
func (s *Sentence) objectPredicates() {
	for i := 2; i < len(s.Tokens); i++ {
		t := &s.Tokens[i]
		if t.UPOS != "ADJ" || t.Rel != "amod" || t.Head != i-1 || s.Tokens[i-1].Rel != "obj" || s.followsOwn(i) {
			continue
		}
		if verb := s.Tokens[i-1].Head; verb >= 0 && verb < i && s.is(s.Tokens[verb].Lemma, judging) {
			t.Head, t.Rel = verb, "xcomp"
		}
	}
}

// followsOwn reports whether a word that belongs to a token stands behind it.
func (s *Sentence) followsOwn(token int) bool {
	for c := range s.Children(token) {
		if c > token && s.Tokens[c].Rel != "punct" && s.Tokens[c].Rel != "conj" {
			return true
		}
	}
	return false
}

// pointers hangs a phrase behind "here" or "there" on the verb, which it tells more
// of: "met here | on Monday".
func (s *Sentence) pointers() {
	for i := 2; i < len(s.Tokens); i++ {
		t := &s.Tokens[i]
		if !IsRel(t.Rel, "obl") || t.Head < 0 || t.Head > i {
			continue
		}
		if at := &s.Tokens[t.Head]; at.Rel == "advmod" && at.Head >= 0 && (at.Lemma == "here" || at.Lemma == "there") {
			t.Head = at.Head
		}
	}
}

// nearAgents gives the agent of a passive verb to the noun right before it where that
// tells what happened before or meanwhile: "was called off after mediation | by Peru".
// Readers attach a phrase to the last word that can take it (Right Association, Kimball
// 1973); a time or a town takes no agent.
func (s *Sentence) nearAgents() {
	for i := 2; i < len(s.Tokens); i++ {
		t := &s.Tokens[i]
		if t.Rel != "obl:agent" || t.Head < 0 || t.Head > i {
			continue
		}
		first, _ := s.Extent(i)
		noun := first - 1
		if noun <= t.Head || s.Tokens[first].Lemma != "by" {
			continue
		}
		if n := &s.Tokens[noun]; n.UPOS == "NOUN" && IsRel(n.Rel, "obl") && n.Head == t.Head && s.is(s.Case(noun), occasion) && s.isDeed(n.Lemma) {
			t.Head, t.Rel = noun, "nmod"
		}
	}
}

// isDeed reports whether a noun is made of a verb or tells what somebody does to others.
func (s *Sentence) isDeed(lemma string) bool {
	return s.is(lemma, deed) || strings.HasSuffix(lemma, "tion") || strings.HasSuffix(lemma, "sion") || strings.HasSuffix(lemma, "ment")
}

// thirdObjects makes a noun behind a comma, which the tree takes for one more object,
// what it is: a remark on what was said. "Said that Peru armed rebels, a charge | that
// Lima denied."
func (s *Sentence) thirdObjects() {
	for i := 2; i < len(s.Tokens); i++ {
		t := &s.Tokens[i]
		if t.Rel != "obj" || t.UPOS != "NOUN" || t.Head < 0 || t.Head > i || s.Child(i, "cc") >= 0 {
			continue
		}
		first, _ := s.Extent(i)
		for first < i && s.Tokens[first].UPOS == "PUNCT" {
			first++
		}
		if other := s.Child(t.Head, "obj"); other > t.Head && other < first && s.Tokens[first-1].Form == "," && s.Child(i, "acl:relcl", "acl") >= 0 {
			t.Rel = "parataxis"
		}
	}
}

// insertedReports makes a clause between commas, right behind a subject, one that is
// inserted into the sentence: "the letters, a minister claimed, | were burned". It is no
// relative clause, which would begin with a pronoun behind a comma.
func (s *Sentence) insertedReports() {
	for i := 3; i+1 < len(s.Tokens); i++ {
		t := &s.Tokens[i]
		if t.XPOS != "VBD" && t.XPOS != "VBZ" && !s.isBareParticiple(i) || t.Rel != "acl" && t.Rel != "acl:relcl" && t.Rel != "ccomp" && t.Rel != "parataxis" {
			continue
		}
		subject := s.Child(i, "nsubj")
		if before := &s.Tokens[i-1]; subject < 0 && (before.Rel == "appos" || before.Rel == "conj" && s.Child(i-1, "cc") < 0) && (before.Head == t.Head || t.Head == i-1 || t.Rel == "parataxis") {
			subject = i - 1
		}
		if subject < 0 || subject > i || s.Tokens[subject].UPOS == "PRON" || s.Child(i, "obj", "ccomp", "xcomp", "mark") >= 0 {
			continue
		}
		first, _ := s.Extent(subject)
		for first < subject && s.Tokens[first].UPOS == "PUNCT" {
			first++
		}
		_, end := s.Extent(i)
		for end > i+1 && s.Tokens[end-1].UPOS == "PUNCT" {
			end--
		}
		if first < 2 || s.Tokens[first-1].Form != "," || end == len(s.Tokens) || s.Tokens[end].Form != "," {
			continue
		}
		if verb := s.interrupted(first-1, end); verb >= 0 && s.hang(i, verb, "parataxis") {
			s.hang(subject, i, "nsubj")
			if t.XPOS == "VBN" {
				t.XPOS = "VBD"
			}
		}
	}
}

// isBareParticiple reports whether a participle says something of the noun right before it with no
// word more, as past tenses do: "officials said".
func (s *Sentence) isBareParticiple(i int) bool {
	if s.Tokens[i].XPOS != "VBN" || s.Tokens[i].Rel != "acl" || s.Tokens[i].Head != i-1 || s.Tokens[i-1].Rel != "appos" {
		return false
	}
	for c := range s.Children(i) {
		if s.Tokens[c].UPOS != "PUNCT" {
			return false
		}
	}
	return true
}

// interrupted returns the verb behind the second of two commas whose subject stands
// right before the first, or -1.
func (s *Sentence) interrupted(from, to int) int {
	for verb := to + 1; verb < len(s.Tokens); verb++ {
		subject := s.Child(verb, "nsubj", "nsubj:pass")
		if subject >= 0 && subject < from && s.isFinite(verb) {
			return verb
		}
	}
	return -1
}

// halves makes two lands that share the last word of their names partners: in "North and
// South Korea" the first is a land too, and no part of the name of the second.
func (s *Sentence) halves() {
	for i := 0; i+3 < len(s.Tokens); i++ {
		one, other, land := &s.Tokens[i], &s.Tokens[i+2], &s.Tokens[i+3]
		if !isQuarter(one.Form) || s.Tokens[i+1].Rel != "cc" || !isQuarter(other.Form) || land.UPOS != "PROPN" || land.Head == i || s.Within(land.Head, i+3) || s.Within(land.Head, i) {
			continue
		}
		head, rel := land.Head, land.Rel
		for c := range s.Children(i + 3) {
			if c < i {
				s.Tokens[c].Head = i
			}
		}
		one.Head, one.Rel = head, rel
		land.Head, land.Rel = i, "conj"
		other.Head, other.Rel = i+3, "compound"
		s.Tokens[i+1].Head = i + 3
	}
}

// isQuarter reports whether a word begins the names of lands that were one, or are called
// after one.
func isQuarter(form string) bool {
	switch form {
	case "North", "South", "East", "West", "Upper", "Lower", "Northern", "Southern", "Eastern", "Western":
		return true
	}
	return false
}

// strayParticles makes a preposition of what the parser took for a particle, though a noun without
// a preposition follows that is no object: "called on | Ana to resign".
func (s *Sentence) strayParticles() {
	for i := 0; i+1 < len(s.Tokens); i++ {
		t := &s.Tokens[i]
		if t.Rel != "compound:prt" || t.XPOS != "IN" {
			continue
		}
		for c := range s.Children(t.Head) {
			if c > i && s.Tokens[c].Rel == "obl" && s.Child(c, "case") < 0 {
				if first, _ := s.Extent(c); first == i+1 {
					t.Head, t.Rel = c, "case"
				}
				break
			}
		}
	}
}

// courses hangs a clause with "during which" on the noun whose course it means, not on a name in
// its phrase: "the seizure of the Olinda, | during which two sailors died".
func (s *Sentence) courses() {
	for i := range s.Tokens {
		t := &s.Tokens[i]
		if t.Form != "which" || i == 0 || !strings.EqualFold(s.Tokens[i-1].Form, "during") || s.Tokens[i-1].Head != i || t.Head < 0 {
			continue
		}
		clause := &s.Tokens[t.Head]
		if clause.Rel != "acl:relcl" || clause.Head < 0 {
			continue
		}
		if name := clause.Head; s.Tokens[name].UPOS == "PROPN" || isCapitalised(s.Tokens[name].Form) {
			clause.Head = s.governingNoun(name)
		}
	}
}

// governingNoun is the noun at the top of the phrase that a name is a part of, or the name.
func (s *Sentence) governingNoun(name int) int {
	for at, steps := name, 0; steps < len(s.Tokens); steps++ {
		t := &s.Tokens[at]
		if t.Head < 0 || t.Head > at || !isNominal(&s.Tokens[t.Head]) || !IsRel(t.Rel, "nmod") && t.Rel != "appos" && t.Rel != "flat" && t.Rel != "compound" {
			if t.UPOS == "NOUN" {
				return at
			}
			break
		}
		at = t.Head
	}
	return name
}
