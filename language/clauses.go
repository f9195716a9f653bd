package language

// likes corrects a coordination of unlikes: a finite or past verb is no partner
// of a noun. "They defended the duchy, joined the rising" coordinates the verbs.
func (s *Sentence) likes() {
	for i := range s.Tokens {
		t := &s.Tokens[i]
		if t.Rel != "conj" || t.UPOS != "VERB" || t.XPOS == "VBG" || t.XPOS == "VB" || t.Head < 0 || t.Head > i {
			continue
		}
		noun := &s.Tokens[t.Head]
		if !IsRel(noun.Rel, "obj") && !IsRel(noun.Rel, "obl") || noun.UPOS == "VERB" || noun.Head > i {
			continue
		}
		if s.Tokens[noun.Head].UPOS == "VERB" {
			t.Head = noun.Head
		}
	}
}

// tenses corrects a coordination of verbs that no tense joins. A past tense is no
// partner of an infinitive: "agreed to pay and | released them" coordinates the finite
// verbs. Nor is a verb of saying in the past one of what was said to have been before
// it: "denied that towns had been hit and | said that it would go on".
func (s *Sentence) tenses() {
	for i := range s.Tokens {
		t := &s.Tokens[i]
		if t.Rel != "conj" || t.XPOS != "VBD" || t.Head < 0 || t.Head > i || s.Child(i, "nsubj", "nsubj:pass", "aux", "cop") >= 0 {
			continue
		}
		partner := &s.Tokens[t.Head]
		governor := partner.Head
		if governor < 0 || governor > t.Head || s.Tokens[governor].XPOS != "VBD" {
			continue
		}
		infinitive := partner.XPOS == "VB" && partner.Rel == "xcomp" && s.Child(t.Head, "aux") < 0
		earlier := partner.XPOS == "VBN" && partner.Rel == "ccomp" && s.Child(i, "obj", "ccomp") >= 0 && s.Child(t.Head, "aux", "aux:pass") >= 0 && s.Child(governor, "nsubj") >= 0
		gerund := partner.XPOS == "VBG" && (IsRel(partner.Rel, "advcl") || partner.Rel == "acl") && s.Child(t.Head, "mark") >= 0 // "of hiding them and | threatened war"
		if infinitive || earlier || gerund {
			t.Head = governor
		}
	}
}

// semicolons makes the second of two clauses that a verb cannot both have as its
// content one for itself, where a semicolon parts them: "demanded that he sign; | their
// envoy was arrested".
func (s *Sentence) semicolons() {
	for i := range s.Tokens {
		t := &s.Tokens[i]
		if t.Rel != "ccomp" || t.Head < 0 || t.Head > i || s.Child(i, "nsubj", "nsubj:pass") < 0 {
			continue
		}
		if s.isBehindReport(i) {
			t.Head, t.Rel = s.Tokens[t.Head].Head, "parataxis"
			continue
		}
		other, mark := s.Child(t.Head, "ccomp"), s.Child(i, "mark")
		if other <= t.Head || other >= i || mark > other || !s.hasSemicolon(other, i) {
			continue
		}
		if mark >= 0 {
			s.Tokens[mark].Head = other // "that" before the semicolon is the first clause's
		}
		t.Rel = "parataxis"
	}
}

// isBehindReport reports whether a semicolon parts a clause from a report that is inserted into the
// one before it: "two had fled, the envoy said; | Togo denied it".
func (s *Sentence) isBehindReport(clause int) bool {
	report := s.Tokens[clause].Head
	return s.Tokens[report].Rel == "parataxis" && s.Tokens[report].Head >= 0 && s.Tokens[report].Head < report &&
		s.Child(clause, "mark") < 0 && s.hasSemicolon(report, clause)
}

// hasSemicolon reports whether a semicolon stands between two tokens.
func (s *Sentence) hasSemicolon(from, to int) bool {
	for i := from; i < to; i++ {
		if s.Tokens[i].Form == ";" {
			return true
		}
	}
	return false
}

// adverbials corrects clauses that the parser calls complements though their
// subordinator tells a time, a reason or a concession: "resigned after the court
// had ruled" says when, not what.
func (s *Sentence) adverbials() {
	for i := range s.Tokens {
		if s.Tokens[i].Rel != "ccomp" {
			continue
		}
		if mark := s.Child(i, "mark"); mark >= 0 && mark < i && s.is(s.Tokens[mark].Lemma, adverbial) {
			s.Tokens[i].Rel = "advcl"
		}
	}
}

// contents corrects clauses that the parser hangs on the one who is told: in "told
// reporters that it would pay" the clause is what was told, since who is told
// something cannot have a content. Nor has who bears a name: "argued before the Court of
// Justice that Chile had paid".
func (s *Sentence) contents() {
	for i := range s.Tokens {
		t := &s.Tokens[i]
		if !IsRel(t.Rel, "acl") || t.Head < 0 || t.Head > i || s.Tokens[t.Head].Head < 0 {
			continue
		}
		told := &s.Tokens[t.Head]
		named := told.UPOS == "PROPN" && told.Rel == "obl" && s.Tokens[told.Head].UPOS == "VERB" && s.Child(told.Head, "ccomp") < 0
		if (named || told.Rel == "iobj") && s.isContent(i) {
			t.Rel, t.Head = "ccomp", s.Tokens[t.Head].Head
		}
	}
}

// tellings hangs a clause with "that" on the verb rather than on an adverb of time before it, and
// coordinates a second one with it: "said later | that they had landed and that they would stay". It
// reports whether it changed the tree.
func (s *Sentence) tellings() bool {
	changed := false
	for i := range s.Tokens {
		t := &s.Tokens[i]
		mark := s.Child(i, "mark")
		if mark < 0 || mark > i || s.Tokens[mark].Lemma != "that" || t.Head < 0 || t.Head > i {
			continue
		}
		switch above := s.Tokens[t.Head].Head; {
		case t.Rel == "ccomp" && s.Tokens[t.Head].UPOS == "ADV" && above >= 0 && above < i && s.Tokens[above].UPOS == "VERB":
			t.Head, changed = above, true
		case t.Rel == "conj" && mark > 0 && s.Tokens[mark-1].Rel == "cc" && !s.isContent(t.Head):
			if first := s.thatClauseBefore(mark); first >= 0 && s.hang(i, first, "conj") {
				changed = true
			}
		}
		if changed {
			s.Link()
		}
	}
	return changed
}

// thatClauseBefore returns the verb of the last that-clause, the content of another verb, that begins
// before a token; or -1.
func (s *Sentence) thatClauseBefore(i int) int {
	for k := i - 1; k > 0; k-- {
		if s.Tokens[k].Rel == "ccomp" && s.isContent(k) {
			return k
		}
	}
	return -1
}

// subjunctives makes a clause with "that" whose verb has its base form beside a singular subject the
// content of the noun before it: "the demand that Chad | leave". A relative clause would have "leaves". It
// reports whether it changed the tree.
func (s *Sentence) subjunctives() bool {
	changed := false
	for i := range s.Tokens {
		t := &s.Tokens[i]
		if t.Rel != "acl:relcl" || t.XPOS != "VB" && t.XPOS != "VBP" || t.Head < 0 || t.Head > i || s.Child(i, "aux", "cop", "aux:pass") >= 0 {
			continue
		}
		subject := s.Child(i, "nsubj")
		if subject < 1 || subject > i || !isSingular(&s.Tokens[subject]) || s.Child(subject, "conj") >= 0 {
			continue
		}
		first, _ := s.Extent(subject)
		if first < 1 || s.Tokens[first-1].Lemma != "that" || first-1 <= t.Head {
			continue
		}
		that := &s.Tokens[first-1]
		that.UPOS, that.XPOS, that.Head, that.Rel = "SCONJ", "IN", i, "mark"
		t.Rel, t.XPOS, changed = "acl", "VB", true
	}
	return changed
}

// isSingular reports whether a verb beside a subject ends in -s in the present tense.
func isSingular(t *Token) bool {
	switch t.XPOS {
	case "NN", "NNP":
		return true
	case "PRP":
		return t.Lemma == "he" || t.Lemma == "she" || t.Lemma == "it"
	}
	return false
}

// isContent reports whether a clause is introduced by the subordinator "that".
func (s *Sentence) isContent(clause int) bool {
	mark := s.Child(clause, "mark")
	return mark >= 0 && s.Tokens[mark].Lemma == "that"
}

// thatClauses makes a content clause of what the parser calls a relative one though "that" is a
// subordinator in it and no pronoun. It reports whether it changed the tree.
func (s *Sentence) thatClauses() bool {
	changed := false
	for i := range s.Tokens {
		if !IsRel(s.Tokens[i].Rel, "acl") {
			continue
		}
		if that := s.idleThat(i); that >= 0 {
			s.Tokens[that].UPOS, s.Tokens[that].XPOS, s.Tokens[that].Rel = "SCONJ", "IN", "mark"
			changed = true
		}
		if s.Tokens[i].Rel == "acl:relcl" && s.isContent(i) {
			s.Tokens[i].Rel = "acl"
			changed = true
		}
	}
	return changed
}

// idleThat returns the "that" which a parser took for the object of a verb that has its object
// behind it, or -1: in "rumours that Chad had sunk the boats" nothing is left for it to stand for. Nor is
// there where an infinitive is behind it and a name before, which no clause need tell from others: "argued
// before the Court of Justice that Chile had promised to negotiate".
func (s *Sentence) idleThat(verb int) int {
	that, object := -1, -1
	for c := range s.Children(verb) {
		switch t := &s.Tokens[c]; {
		case t.Rel != "obj":
		case c < verb && t.Lemma == "that" && t.UPOS == "PRON":
			that = c
		case c > verb && (t.UPOS == "NOUN" || t.UPOS == "PROPN"):
			object = c
		}
	}
	if h := s.Tokens[verb].Head; h >= 0 && s.Tokens[h].UPOS == "PROPN" {
		object = max(object, s.Child(verb, "xcomp"))
	}
	if object < 0 {
		return -1
	}
	return that
}

// descriptions corrects a verb with two subjects side by side of which the second
// is a name: in "opposition candidate Ana Lima fled" the first says what the second
// is.
func (s *Sentence) descriptions() {
	for i := range s.Tokens {
		name := &s.Tokens[i]
		s.describedName(i)
		if name.UPOS != "PROPN" || !IsRel(name.Rel, "nsubj") || i == 0 {
			continue
		}
		first, _ := s.Extent(i)
		if first == 0 {
			continue
		}
		noun := &s.Tokens[first-1]
		if noun.UPOS == "NOUN" && IsRel(noun.Rel, "nsubj") && noun.Head == name.Head {
			noun.Head, noun.Rel = i, "nmod:desc"
		}
	}
}

// describedName makes a name an apposition of the noun right before it, which says what it
// names, where the parser hung both side by side on the same word: "supporters of the
// president Ana Lima".
func (s *Sentence) describedName(i int) {
	name := &s.Tokens[i]
	if i == 0 || name.UPOS != "PROPN" || name.Rel != "nmod" && name.Rel != "obl" && name.Rel != "obj" || s.Child(i, "case", "cc") >= 0 {
		return
	}
	noun := &s.Tokens[i-1]
	if noun.UPOS == "NOUN" && noun.Rel == name.Rel && noun.Head == name.Head && noun.Head < i-1 {
		name.Head, name.Rel = i-1, "appos"
	}
}

// brackets corrects what a parser coordinates across an opening bracket: "Lima
// (the mayor was ill)" is no list of Lima and the mayor.
func (s *Sentence) brackets() {
	for i := range s.Tokens {
		t := &s.Tokens[i]
		if t.Rel != "conj" || t.Head < 0 || t.Head > i || s.Child(i, "cc") >= 0 {
			continue
		}
		for k := t.Head + 1; k < i; k++ {
			if s.Tokens[k].Form == "(" && !s.closed(k, i) {
				t.Rel = "parataxis"
				break
			}
		}
	}
}

// closed reports whether a bracket is closed before a token.
func (s *Sentence) closed(bracket, token int) bool {
	for k := bracket + 1; k < token; k++ {
		if s.Tokens[k].Form == ")" {
			return true
		}
	}
	return false
}

// IsOutcome reports whether an infinitive tells what came of something and no purpose: "sank the
// frigate, only to be captured". A comma stands before "only".
func (s *Sentence) IsOutcome(clause int) bool {
	to := s.Child(clause, "mark")
	return to >= 2 && to < clause && s.Tokens[to].Lemma == "to" && s.Tokens[to-1].Lemma == "only" && s.Tokens[to-2].Form == ","
}

// insertedContents hangs a clause with "that" behind a comma on the noun whose content it says, where the
// parser hung it on one of what is inserted between: "the allegation, spread by Radio Lima at the time, |
// that pilots had bombed Oruro". It reports whether it changed the tree.
func (s *Sentence) insertedContents() bool {
	changed := false
	for i := range s.Tokens {
		t, that := &s.Tokens[i], s.Child(i, "mark")
		if t.Rel != "acl" || t.Head < 0 || that < 2 || that > i || s.Tokens[that].Lemma != "that" || s.Tokens[that-1].Form != "," || s.is(s.Tokens[t.Head].Lemma, content) {
			continue
		}
		for k := min(t.Head, that-2); k > 0; k-- {
			if s.Tokens[k].Form == "," && s.is(s.Tokens[k-1].Lemma, content) && s.Tokens[k-1].UPOS == "NOUN" {
				t.Head, changed = k-1, true
				break
			}
		}
	}
	return changed
}

// hinderedGerunds hangs a gerund behind "from" on the verb of hindering whose object it does not do, where
// the parser hung it on a participle of that: "prevented the summit held in Oslo | from inviting them". It
// reports whether it changed the tree.
func (s *Sentence) hinderedGerunds() bool {
	changed := false
	for i := range s.Tokens {
		t, from := &s.Tokens[i], s.Child(i, "mark", "case")
		if t.XPOS != "VBG" || from < 0 || s.Tokens[from].Lemma != "from" || t.Head < 0 || t.Head > i {
			continue
		}
		inner := &s.Tokens[t.Head]
		if !IsRel(inner.Rel, "acl") || inner.Head < 0 || s.is(inner.Lemma, hindering) {
			continue
		}
		object := &s.Tokens[inner.Head]
		if object.Rel == "obj" && object.Head >= 0 && object.Head < inner.Head && s.is(s.Tokens[object.Head].Lemma, hindering) {
			t.Head, t.Rel, changed = object.Head, "advcl", true
		}
	}
	return changed
}

// alternatives hangs "rather than" before a verb on that verb, where the parser hung it on the main one: "rather
// than | deport the miners, Chile gave them shelter". It reports whether it changed the tree.
func (s *Sentence) alternatives() bool {
	changed := false
	for i := 0; i+2 < len(s.Tokens); i++ {
		rather, verb := &s.Tokens[i], &s.Tokens[i+2]
		if rather.Lemma != "rather" || s.Tokens[i+1].Rel != "fixed" || s.Tokens[i+1].Head != i || verb.UPOS != "VERB" || rather.Head == i+2 {
			continue
		}
		if verb.Head >= 0 && verb.Head == rather.Head && IsRel(verb.Rel, "advcl") {
			rather.Head, rather.Rel, changed = i+2, "mark", true
		}
	}
	return changed
}

// nearCases hangs a preposition on the word right behind it, where the parser hung both on a noun farther on
// that has a preposition of its own: "took part in the war, above | all in the risings". It reports whether it
// changed the tree.
func (s *Sentence) nearCases() bool {
	changed := false
	for i := 0; i+3 < len(s.Tokens); i++ {
		t, next := &s.Tokens[i], &s.Tokens[i+1]
		if t.Rel != "case" || t.UPOS != "ADP" || t.Head <= i+1 || next.Head != t.Head || next.UPOS != "DET" && next.UPOS != "PRON" && !isNominal(next) {
			continue
		}
		if in := &s.Tokens[i+2]; in.Rel == "case" && in.UPOS == "ADP" && in.Head == t.Head {
			t.Head, changed = i+1, true
		}
	}
	return changed
}

// consequences hangs an infinitive with "as to" on what is said to be so, where the parser hung it on a report in
// between: "would not be so foolish, he added, | as to recall him". It reports whether it changed the tree.
func (s *Sentence) consequences() bool {
	changed := false
	for i := range s.Tokens {
		t, as := &s.Tokens[i], s.Child(i, "mark")
		if t.XPOS != "VB" || t.Head < 0 || t.Head > i || as < 1 || s.Tokens[as].Lemma != "as" || s.Tokens[t.Head].Rel != "parataxis" {
			continue
		}
		if above := s.Tokens[t.Head].Head; above >= 0 && above < t.Head && s.hasAdverb(above, "so") && s.hang(i, above, "advcl") {
			changed = true
		}
	}
	return changed
}

// hasAdverb reports whether an adverb modifies a word.
func (s *Sentence) hasAdverb(word int, lemma string) bool {
	for c := range s.Children(word) {
		if s.Tokens[c].Rel == "advmod" && s.Tokens[c].Lemma == lemma {
			return true
		}
	}
	return false
}
