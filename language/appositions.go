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
		name := last >= 0 && (s.Tokens[last].UPOS == "PROPN" || s.Tokens[last].XPOS == "NN" && t.UPOS == "PROPN") // "and her host, Juan Paz"
		if !name || s.Child(i, "conj") >= 0 {
			continue
		}
		first, _ := s.Extent(i)
		if s.Tokens[first].UPOS == "PUNCT" {
			first++
		}
		_, end := s.Extent(last)
		parted := first > 1 && s.Tokens[first-1].Form == "," && s.Within(first-2, last) // by a clause that goes on behind the name
		if first == end+1 && s.Tokens[end].Form == "," || first == end && s.Tokens[end-1].Form == "," || parted {
			s.hang(i, last, "appos")
		}
	}
}

// wholeAppositions hangs what describes "Ana of Chad, | an ally" on the name and not on the place
// that tells it from others.
func (s *Sentence) wholeAppositions() {
	for i := range s.Tokens {
		t := &s.Tokens[i]
		if t.Rel != "appos" || t.UPOS != "NOUN" || t.Head < 2 || t.Head > i {
			continue
		}
		place := &s.Tokens[t.Head]
		if place.UPOS == "PROPN" && place.Rel == "nmod" && place.Head == t.Head-2 && s.Tokens[t.Head-1].Lemma == "of" && s.Tokens[place.Head].UPOS == "PROPN" && s.Child(place.Head, "det") < 0 {
			s.hang(i, place.Head, "appos")
		}
	}
}

// bareAppositions makes what describes a name of what the parser took for the next in a list
// that has no "and": "Ana Lima, | mayor of Quito, met them".
func (s *Sentence) bareAppositions() {
	for i := range s.Tokens {
		t := &s.Tokens[i]
		if t.Rel != "conj" || t.UPOS != "NOUN" || t.Head < 0 || t.Head > i || s.Tokens[t.Head].UPOS != "PROPN" {
			continue
		}
		first, _ := s.Extent(i)
		if s.Tokens[first].Form != "," || s.isListed(t.Head) {
			continue
		}
		t.Rel = "appos"
	}
}

// namesOfConjuncts sets a name beside the last noun of a list where the parser took it for one more of that: behind
// "and his guest" comes nobody else without "and". "signed by President Mora and his Chilean guest, | Juan Paz".
func (s *Sentence) namesOfConjuncts() {
	for i := range s.Tokens {
		t := &s.Tokens[i]
		if t.Rel != "conj" || t.UPOS != "PROPN" || t.Head < 0 || t.Head > i || s.Child(i, "cc") >= 0 {
			continue
		}
		first, _ := s.Extent(i)
		if s.Tokens[first].Form == "," {
			first++
		}
		for c := range s.Children(t.Head) {
			if c < i && s.Tokens[c].Rel == "conj" && s.Tokens[c].XPOS == "NN" && s.Child(c, "cc") >= 0 && s.Child(c, "appos") < 0 {
				if _, end := s.Extent(c); first > 0 && s.Tokens[first-1].Form == "," && (end == first || end == first-1) {
					t.Head, t.Rel = c, "appos"
				}
			}
		}
	}
}

// isListed reports whether a conjunction joins what is coordinated with a token, or there is
// more than one of that.
func (s *Sentence) isListed(token int) bool {
	n := 0
	for c := range s.Children(token) {
		if s.Tokens[c].Rel == "conj" {
			n++
			if s.Child(c, "cc") >= 0 {
				return true
			}
		}
	}
	return n > 1 || s.Child(token, "cc") >= 0
}

// nearAppositions hangs a description on the name that it follows rather than on a
// noun before that: "according to the council, Ana Lima, the mayor, resigned".
func (s *Sentence) nearAppositions() {
	for i := range s.Tokens {
		t := &s.Tokens[i]
		if t.Rel != "appos" || t.Head < 0 || t.Head > i || t.UPOS != "NOUN" && t.UPOS != "PROPN" {
			continue
		}
		first, _ := s.Extent(i)
		if s.Tokens[first].Form == "," {
			first++
		}
		if first < 2 || s.Tokens[first-1].Form != "," {
			continue
		}
		name := s.flatHead(first - 2)
		if s.Tokens[name].UPOS == "PROPN" && IsRel(s.Tokens[name].Rel, "nsubj") && name > t.Head && !s.Within(name, t.Head) {
			s.hang(i, name, "appos")
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
		if s.Child(i, "case", "mark") >= 0 || s.Child(t.Head, "nsubj", "csubj", "expl") >= 0 || s.is(t.Form, weekday) || s.is(t.Form, month) {
			continue
		}
		if t.UPOS == "NOUN" && !s.isNamedBehind(i) {
			continue // "last week", "this year": times stand bare
		}
		t.Rel = "nsubj"
		if s.Child(t.Head, "aux:pass") >= 0 {
			t.Rel = "nsubj:pass"
		}
	}
}

// isNamedBehind reports whether the name of whom a noun describes follows it.
func (s *Sentence) isNamedBehind(noun int) bool {
	name := s.Child(noun, "appos")
	if name < noun {
		return false
	}
	first, _ := s.Extent(name)
	return first == noun+1
}

// particleObjects calls the noun right behind a particle the object of its verb,
// where the verb is active and has none: "broke off | relations".
func (s *Sentence) particleObjects() {
	for i := 1; i < len(s.Tokens); i++ {
		t := &s.Tokens[i]
		if t.Rel != "obl" || t.UPOS != "NOUN" || t.Head < 0 || t.Head > i || s.Child(i, "case", "mark") >= 0 {
			continue
		}
		first, _ := s.Extent(i)
		if first == 0 || s.Tokens[first-1].Rel != "compound:prt" || s.Tokens[first-1].Head != t.Head {
			continue
		}
		if s.Child(t.Head, "obj", "ccomp", "aux:pass", "nsubj:pass") < 0 {
			t.Rel = "obj"
		}
	}
}

// gerundSubjects gives a sentence that opens with a gerund and seems to have no
// tense the verb that can be a past tense as well as a participle: "Sharing of
// letters | led to arrests." Such a sentence is about what the gerund names.
func (s *Sentence) gerundSubjects() bool {
	root, last := s.root(), len(s.Tokens)-1
	if root != 0 || s.Tokens[0].XPOS != "VBG" || s.Tokens[last].Form != "." {
		return false
	}
	for i := 1; i < last; i++ {
		t := &s.Tokens[i]
		if s.isFinite(i) || t.Form == "," || t.Form == ";" {
			return false
		}
		if t.XPOS != "VBN" || t.Rel != "acl" || s.Child(i, "aux", "obl:agent") >= 0 || t.Head > i {
			continue
		}
		t.Head, t.Rel, t.XPOS = Root, "root", "VBD"
		s.Tokens[0].Head, s.Tokens[0].Rel = i, "csubj"
		return true
	}
	return false
}

// ranks hangs an infinitive on the ranked noun before it, which somebody became:
// "became the first king ever | to visit Peru" says of what the rank is, not why.
func (s *Sentence) ranks() {
	for i := range s.Tokens {
		t := &s.Tokens[i]
		if t.XPOS != "VB" || t.Head < 0 || t.Head > i || s.Tokens[t.Head].Lemma != "become" || t.Rel != "xcomp" && !IsRel(t.Rel, "advcl") {
			continue
		}
		noun := -1
		for c := range s.Children(t.Head) {
			if c < i && s.Tokens[c].Rel == "xcomp" && s.Tokens[c].UPOS == "NOUN" {
				noun = c
			}
		}
		for c := range s.Children(max(noun, 0)) {
			if noun >= 0 && s.Tokens[c].Rel == "amod" && s.is(s.Tokens[c].Lemma, ordinal) {
				s.hang(i, noun, "acl")
				break
			}
		}
	}
}

// secondObjects turns a participle between "and" and what looks like a second object
// into the verb that it is: "condemned Italy and imposed | sanctions later". A verb
// has one object, and what stands behind the second belongs to the second verb.
func (s *Sentence) secondObjects() bool {
	changed := false
	for noun := range s.Tokens {
		t := &s.Tokens[noun]
		verb := t.Head
		if t.Rel != "obj" || verb < 0 || verb > noun || s.Child(verb, "obj") == noun {
			continue
		}
		p := s.Child(noun, "amod", "det", "nmod:poss")
		if p < 1 || s.Tokens[p].XPOS != "VBN" || s.Tokens[p-1].Rel != "cc" || s.Tokens[p-1].Head != p {
			continue
		}
		for c := range s.Children(verb) {
			if c > noun && s.Tokens[c].UPOS != "PUNCT" && s.Tokens[c].Rel != "conj" {
				s.Tokens[c].Head = p
			}
		}
		s.Tokens[p].Head, s.Tokens[p].Rel, s.Tokens[p].XPOS, s.Tokens[p].UPOS = verb, "conj", "VBD", "VERB"
		t.Head, changed = p, true
	}
	return changed
}

// titledSubjects makes the name before a title the subject and the title what
// describes it: "according to the board, Ana Lima, | the mayor, resigned", where the
// name was taken for an apposition of the board.
func (s *Sentence) titledSubjects() {
	for i := range s.Tokens {
		t := &s.Tokens[i]
		if !IsRel(t.Rel, "nsubj") || t.Head < i || s.Child(i, "det") < 0 {
			continue
		}
		first, last := s.Extent(i)
		for first < i && s.Tokens[first].UPOS == "PUNCT" {
			first++
		}
		if first < 3 || s.Tokens[first-1].Form != "," || last >= len(s.Tokens) || s.Tokens[last].Form != "," && s.Tokens[last-1].Form != "," {
			continue
		}
		name := s.flatHead(first - 2)
		n := &s.Tokens[name]
		if n.Rel != "appos" || n.Name != "PER" || n.Head < 0 || n.Head >= name {
			continue
		}
		start := name
		for start > 0 && s.Tokens[start-1].Name == "PER" {
			start--
		}
		if start == 0 || s.Tokens[start-1].Form != "," {
			continue
		}
		verb, rel := t.Head, t.Rel
		if s.hang(name, verb, rel) {
			t.Head, t.Rel = name, "appos"
			s.Link()
		}
	}
}

// flatHead returns the head of the name that a token ends.
func (s *Sentence) flatHead(token int) int {
	for s.Tokens[token].Rel == "flat" && s.Tokens[token].Head >= 0 && s.Tokens[token].Head < token {
		token = s.Tokens[token].Head
	}
	return token
}

// ownAdjectives hangs an adjective of a country on the noun that it shares with the
// adjective coordinated with it, where the parser took the first for a noun:
// "Peruvian and Chilean miners".
func (s *Sentence) ownAdjectives() {
	for i := 0; i+3 < len(s.Tokens); i++ {
		t := &s.Tokens[i]
		if t.UPOS != "PROPN" || t.XPOS != "NNP" || t.Head < 0 || s.Tokens[i+1].Rel != "cc" {
			continue
		}
		second, noun := i+2, i+3
		if s.Tokens[second].UPOS != "ADJ" || s.Tokens[second].Rel != "conj" || s.Tokens[second].Head != i {
			continue
		}
		n := &s.Tokens[noun]
		if n.UPOS != "NOUN" || n.Head != t.Head || n.Rel != t.Rel {
			continue
		}
		for c := range s.Children(i) {
			if c > noun {
				s.Tokens[c].Head = noun
			}
		}
		t.Head, t.Rel, t.UPOS = noun, "amod", "ADJ"
	}
}

// gerundContents gives a that-clause the gerund that is its subject, where the parser
// took it for a subject of the verb of saying: "were told that | leaving is legal".
func (s *Sentence) gerundContents() {
	for i := range s.Tokens {
		t := &s.Tokens[i]
		if !IsRel(t.Rel, "csubj") || t.Head < 0 || t.Head > i || t.XPOS != "VBG" {
			continue
		}
		content := s.Child(t.Head, "ccomp")
		if content < i || s.Child(content, "nsubj", "csubj", "expl") >= 0 {
			continue
		}
		if mark := s.Child(content, "mark"); mark > t.Head && mark < i {
			s.hang(i, content, "csubj")
		}
	}
}

// nearPartners coordinates a name with the subject right before its "and" rather
// than with a noun of the phrase that a comma has closed: "in the Great War, Peru and
// | Chile sided with Spain".
func (s *Sentence) nearPartners() {
	for i := range s.Tokens {
		t := &s.Tokens[i]
		if t.Rel != "conj" || t.Head < 0 || t.Head > i || t.UPOS != "PROPN" && t.UPOS != "NOUN" {
			continue
		}
		cc := s.Child(i, "cc")
		if cc < 2 || cc > i {
			continue
		}
		subject := s.flatHead(cc - 1)
		n := &s.Tokens[subject]
		if subject > t.Head && IsRel(n.Rel, "nsubj") && n.Head > i && n.UPOS == t.UPOS && s.commaBefore(subject, t.Head) >= 0 {
			s.hang(i, subject, "conj")
		}
	}
}
