package attribution

import (
	"strings"

	"annals"
	"annals/language"
)

// Source is one link of the chain "according to whom".
type Source struct {
	Speaker int // token that heads the speaker's phrase, or -1 if nobody is named
	Cue     int // token of the reporting word
	Words   string
	Stance  annals.Stance
	Row     annals.Row // of the table of cues
}

// Said is a part of a sentence that somebody says.
type Said struct {
	Source
	Content int  // token that heads what is said
	Outside int  // token of the reporting clause or phrase, which is not itself said; or -1
	Charge  bool // it is what somebody is accused of: the accusation is an event that tells it
}

// Reading is what the package found in one sentence.
type Reading struct {
	cues *Cues
	s    *language.Sentence
	Said []Said // in the order of the reporting words

	why *[]StatusReason // collects what Status finds; nil: nobody asks
}

// Read finds who says what in a sentence. The sentence must be linked.
func (c *Cues) Read(s *language.Sentence) *Reading {
	r := &Reading{cues: c, s: s}
	for i := range s.Tokens {
		t := &s.Tokens[i]
		switch t.UPOS {
		case "VERB":
			r.readVerb(i)
		case "NOUN":
			r.readNoun(i)
		case "ADV":
			if cue, ok := c.adverbs[t.Lemma]; ok && t.Head >= 0 && !r.isAttribute(t.Head) {
				r.add(-1, i, t.Head, i, cue)
			}
		}
		if t.Head >= 0 && (language.IsRel(t.Rel, "obl") || language.IsRel(t.Rel, "nmod")) {
			if !r.readPreposition(i) {
				r.readView(i)
			}
		}
	}
	return r
}

func (r *Reading) add(speaker, cueToken, content, outside int, c cue) {
	words := strings.ToLower(r.s.Tokens[cueToken].Form)
	stance := c.stance
	if r.isNegated(cueToken) {
		stance = negatedStance(stance)
	}
	if stance == annals.Denies && r.isOpen(content) {
		stance = annals.Doubts
	}
	r.Said = append(r.Said, Said{Source: Source{speaker, cueToken, words, stance, c.row}, Content: content, Outside: outside})
}

// isOpen reports whether a clause leaves open what it says: "dispute whether Chad fired".
func (r *Reading) isOpen(clause int) bool {
	mark := r.s.Child(clause, "mark")
	return mark >= 0 && r.cues.markers[strings.ToLower(r.s.Tokens[mark].Lemma)] == annals.Hypothetical
}

// readVerb reads "X said that ...", "..., X said", "X claims to ...", "is said
// to ...", "X is regarded as ..." and "data show ...".
func (r *Reading) readVerb(v int) {
	lemma := strings.ToLower(r.s.Tokens[v].Lemma)
	if words := r.cues.charges[lemma]; words != nil && r.readCharge(v, words) {
		return
	}
	if r.cues.records[lemma] && r.isPassive(v) && r.readRecord(v) {
		return
	}
	c, isRegard := r.cues.regards[lemma]
	isRegard = isRegard && r.isJudgement(v) && (!r.cues.sights[lemma] || r.isSeenAs(v))
	if isRegard && r.isPassive(v) {
		r.add(r.regarder(v), v, v, -1, c)
		return
	}
	if r.readRetold(v) || r.readAlleged(v) {
		return
	}
	report, ok := r.cues.verbs[r.governor(v)] // "give out"
	if !ok {
		report, ok = r.cues.verbs[lemma]
	}
	if ok {
		r.readReport(v, report)
		return
	}
	if isRegard {
		r.add(r.regarder(v), v, v, -1, c)
		return
	}
	if c, ok := r.cues.verdicts[lemma]; ok && r.isJudgement(v) && r.Speaker(v) < 0 {
		if holder := r.regarder(v); holder >= 0 {
			r.add(holder, v, v, -1, c)
		}
		return
	}
	if c, ok := r.cues.shows[lemma]; ok {
		r.readEvidence(v, c)
	}
}

// isAttribute reports whether a word only modifies a noun or another modifier: "an
// apparently unrelated raid" states nothing.
func (r *Reading) isAttribute(i int) bool {
	t := &r.s.Tokens[i]
	switch t.Rel {
	case "amod", "advmod", "nummod":
		return t.UPOS != "VERB" && r.s.Child(i, "nsubj", "cop") < 0
	}
	return false
}

func (r *Reading) readReport(v int, c cue) {
	speaker := r.Speaker(v)
	for k := range r.s.Children(v) {
		t := &r.s.Tokens[k]
		switch {
		case t.Rel == "ccomp", k > v && language.IsRel(t.Rel, "csubj") && r.s.Child(v, "ccomp") < 0: // "it is alleged that ..."
			r.add(speaker, v, k, -1, c)
			return
		case t.Rel == "xcomp" && t.UPOS != "ADJ" && c.stance != annals.States && !r.isPassive(v) && (c.stance == annals.Claims || r.isPast(k)):
			r.add(speaker, v, k, -1, c) // "claims to be ill", "denied having won", but not "agreed to go"
			return
		case t.Rel == "xcomp" && r.isPassive(v) && r.cues.raised[strings.ToLower(r.s.Tokens[v].Lemma)]:
			r.add(speaker, v, k, -1, c) // "is said to have won", but not "is expected to win"
			return
		case t.Rel == "parataxis" && k < v && r.isClause(k):
			r.add(speaker, v, k, -1, c)
			return
		case t.Rel == "obj" && t.Lemma == "how" && r.s.Child(k, "acl", "advcl") > k:
			r.add(speaker, v, r.s.Child(k, "acl", "advcl"), -1, c) // "described how they fled"
			return
		}
	}
	t := &r.s.Tokens[v]
	if t.Rel == "parataxis" && t.Head >= 0 && speaker >= 0 && r.s.Child(v, "obj", "xcomp") < 0 && !r.isApart(v) {
		r.add(speaker, v, t.Head, v, c)
		return
	}
	if content := r.strayContent(v); content >= 0 {
		r.add(speaker, v, content, -1, c)
	}
}

// isApart reports whether a semicolon parts a clause from the one before it: it does not say according
// to whom that one is told, but what somebody says or does thereupon: "fired rockets; Chad answered
// with air strikes". A passive takes the clause up: "they traded; this is shown by coins".
func (r *Reading) isApart(clause int) bool {
	if r.isPassive(clause) && !r.isNegated(clause) {
		return false
	}
	for c := range r.s.Children(clause) {
		if c < clause && r.s.Tokens[c].Form == ";" {
			return true
		}
	}
	return false
}

// readCharge reads "accused them of looting", "charged with a raid": the deed is
// the accuser's word. It reports whether there was one.
func (r *Reading) readCharge(v int, words map[string]cue) bool {
	before := len(r.Said)
	for k := range r.s.Children(v) {
		if k < v {
			continue
		}
		r.chargeAt(v, k, words)
		if r.s.Tokens[k].Rel == "obj" { // some trees hang the deed on the accused
			for c := range r.s.Children(k) {
				if r.s.Tokens[c].UPOS == "VERB" {
					r.chargeAt(v, c, words)
				}
			}
		}
	}
	return len(r.Said) > before
}

// chargeAt adds the deed at a token behind a verb of accusation.
func (r *Reading) chargeAt(v, deed int, words map[string]cue) {
	t := &r.s.Tokens[deed]
	switch {
	case t.UPOS != "VERB" && t.UPOS != "NOUN":
		return
	case language.IsRel(t.Rel, "advcl"), language.IsRel(t.Rel, "obl"), t.Rel == "acl", t.Rel == "xcomp":
	default:
		return
	}
	mark := r.s.Child(deed, "mark", "case")
	if mark < 0 {
		return
	}
	word := r.s.Tokens[mark].Lemma
	if c, ok := words[word]; ok && (t.UPOS == "VERB" || word != "for") { // "blamed them for the war" doubts no war
		r.add(r.Speaker(v), v, deed, -1, c)
		r.Said[len(r.Said)-1].Charge = true
	}
}

// isPast reports whether a verb without a tense of its own tells of what has been:
// "having won", "to have won", "winning".
func (r *Reading) isPast(verb int) bool {
	return r.s.Tokens[verb].XPOS == "VBG" || r.s.Tokens[verb].UPOS == "VERB" && r.s.Child(verb, "aux") >= 0
}

// strayContent returns the that-clause that the tree hangs on a phrase beside a
// reporting verb though it is what is reported: "said at the meeting that they
// had met". A verb of saying wants a content; a meeting has none.
func (r *Reading) strayContent(v int) int {
	if r.s.Child(v, "obj") >= 0 {
		return -1
	}
	for k := range r.s.Children(v) {
		t := &r.s.Tokens[k]
		if k < v || !language.IsRel(t.Rel, "obl") {
			continue
		}
		if _, content := r.cues.nouns[strings.ToLower(t.Lemma)]; content {
			continue // "in the claim that"
		}
		for c := range r.s.Children(k) {
			if !language.IsRel(r.s.Tokens[c].Rel, "acl") || r.s.Child(c, "nsubj", "nsubj:pass", "expl") < 0 {
				continue
			}
			if mark := r.s.Child(c, "mark"); mark >= 0 && r.s.Tokens[mark].Lemma == "that" {
				return c
			}
		}
	}
	return -1
}

func (r *Reading) isClause(i int) bool {
	return r.s.Tokens[i].UPOS == "VERB" || r.s.Child(i, "nsubj", "cop") >= 0
}

// readEvidence reads "data show that ..." and "is shown by data".
func (r *Reading) readEvidence(v int, c cue) {
	if r.isPassive(v) {
		if by := r.agent(v); by >= 0 {
			r.add(by, v, v, by, c)
		}
		return
	}
	if content := r.s.Child(v, "ccomp"); content >= 0 {
		r.add(r.Speaker(v), v, content, -1, c)
	}
}

// readRecord reads "is recorded in charters". It reports whether it did.
func (r *Reading) readRecord(v int) bool {
	for k := range r.s.Children(v) {
		row, isSource := r.cues.media[strings.ToLower(r.s.Tokens[k].Lemma)]
		if isSource && language.IsRel(r.s.Tokens[k].Rel, "obl") && r.s.Case(k) == "in" {
			r.add(k, v, v, k, cue{annals.States, row})
			return true
		}
	}
	return false
}

// readNoun reads "the claim that ...", "their denial that ...".
func (r *Reading) readNoun(n int) {
	c, ok := r.cues.nouns[strings.ToLower(r.s.Tokens[n].Lemma)]
	if !ok {
		return
	}
	for k := range r.s.Children(n) {
		rel := r.s.Tokens[k].Rel
		content := rel == "acl" || rel == "ccomp"
		if r.isGivenInReport(k) || content && r.s.Child(k, "nsubj", "nsubj:pass", "expl") >= 0 && !r.lacksObject(k) {
			if r.readAnswer(n, k) && r.nounSpeaker(n) < 0 {
				return
			}
			r.add(r.nounSpeaker(n), n, k, -1, c)
			return
		}
	}
	if t := &r.s.Tokens[n]; language.IsRel(t.Rel, "nsubj") && t.Head > n && !r.readPredicate(n, t.Head, c) {
		r.readExtraposed(n, t.Head, c)
	}
}

// lacksObject reports whether a verb that gives or makes something has no object but
// the word that opens its clause, so that the noun before the clause must be it: "the
// evidence that the envoy | presented".
func (r *Reading) lacksObject(v int) bool {
	if !r.cues.presenting[strings.ToLower(r.s.Tokens[v].Lemma)] || r.isPassive(v) || r.s.Child(v, "ccomp", "xcomp") >= 0 {
		return false
	}
	object := r.s.Child(v, "obj")
	return object < 0 || object < v && r.s.Tokens[object].UPOS != "NOUN" && r.s.Tokens[object].UPOS != "PROPN"
}

// readAnswer reads "denied reports that ...": who denies a report denies what it
// says. It reports whether somebody answers the report in a noun.
func (r *Reading) readAnswer(n, content int) bool {
	t := &r.s.Tokens[n]
	if t.Rel != "obj" && t.Rel != "nsubj:pass" || t.Head < 0 {
		return false
	}
	c, ok := r.cues.verbs[strings.ToLower(r.s.Tokens[t.Head].Lemma)]
	if !ok || c.stance != annals.Denies && c.stance != annals.Doubts && c.stance != annals.Confirms {
		return false
	}
	r.add(r.Speaker(t.Head), t.Head, content, -1, c)
	return true
}

// readExtraposed reads "rumours spread that ...": the clause stands behind the
// verb of its noun.
func (r *Reading) readExtraposed(n, verb int, c cue) {
	lemma := strings.ToLower(r.s.Tokens[verb].Lemma)
	if r.s.Tokens[verb].UPOS == "ADJ" {
		return // "so deep was his conviction that he left"
	}
	_, reports := r.cues.verbs[lemma]
	_, shows := r.cues.shows[lemma]
	if _, retells := r.cues.retold[lemma]; reports || shows || retells && (r.hasIt(verb) || lemma == "hold") {
		return
	}
	for k := range r.s.Children(verb) {
		t := &r.s.Tokens[k]
		if k < verb || t.Rel != "ccomp" && !language.IsRel(t.Rel, "advcl") {
			continue
		}
		if mark := r.s.Child(k, "mark"); mark >= 0 && r.s.Tokens[mark].Lemma == "that" {
			r.add(r.nounSpeaker(n), n, k, -1, c)
			return
		}
	}
}

// nounSpeaker returns whose word a noun is, or -1: "the minister's claim", "a report from Lima". What is
// "to the effect that" is so by the noun before it.
func (r *Reading) nounSpeaker(n int) int {
	if head := r.s.Tokens[n].Head; r.s.Tokens[n].Lemma == "effect" && head >= 0 {
		if r.s.Tokens[head].UPOS == "NOUN" {
			return head
		}
		return r.s.Child(head, "nsubj", "nsubj:pass")
	}
	for k := range r.s.Children(n) {
		t := &r.s.Tokens[k]
		if t.Rel == "nmod:poss" || t.Rel == "nmod" && (r.s.Case(k) == "by" || r.s.Case(k) == "of" || r.s.Case(k) == "from") {
			return k
		}
	}
	return -1
}

// readPreposition reads "according to X": X says the clause that the phrase
// belongs to. It reports whether it did.
func (r *Reading) readPreposition(i int) bool {
	word := r.s.Case(i)
	c, ok := r.cues.prepositions[word]
	if !ok {
		return false
	}
	cueToken := r.s.Child(i, "case")
	content := r.clauseOf(r.s.Tokens[i].Head)
	if cueToken > content && r.s.Tokens[cueToken-1].Form == "," {
		content = r.finite(content) // "agreed to share the port, | according to"
	}
	r.add(i, cueToken, content, i, c)
	r.Said[len(r.Said)-1].Words = strings.ToLower(r.caseWords(cueToken))
	return true
}

// finite returns the verb of the clause that an infinitive or a participle without a subject
// of its own belongs to.
func (r *Reading) finite(verb int) int {
	for steps := 0; steps < 6; steps++ {
		t := &r.s.Tokens[verb]
		bare := (t.XPOS == "VB" || t.XPOS == "VBG") && r.s.Child(verb, "nsubj", "nsubj:pass", "aux") < 0
		if !bare || t.Head < 0 || t.Rel != "xcomp" && t.Rel != "acl" && !language.IsRel(t.Rel, "advcl") {
			return verb
		}
		verb = r.clauseOf(t.Head)
	}
	return verb
}

// caseWords are the words of a preposition as printed: "According to".
func (r *Reading) caseWords(c int) string {
	first, last := r.s.Extent(c)
	return r.s.Phrase(first, last).Text
}

// clauseOf returns the head of the clause that a token belongs to.
func (r *Reading) clauseOf(i int) int {
	for steps := 0; steps < len(r.s.Tokens); steps++ {
		t := &r.s.Tokens[i]
		if t.Head < 0 || t.UPOS == "VERB" || t.Rel == "ccomp" || t.Rel == "advcl" || t.Rel == "parataxis" {
			return i
		}
		i = t.Head
	}
	return i
}

// longestChain bounds the speakers of a chain: nobody writes more, but hostile
// texts do, and every line repeats its chain.
const longestChain = 12

// Chain returns who says what a token tells, outermost speaker first; of a
// longer chain than anybody would write, the innermost.
func (r *Reading) Chain(token int) []Source {
	if len(r.Said) == 0 {
		return nil
	}
	var out []Source
	for node, steps := token, 0; node >= 0 && steps <= len(r.s.Tokens) && len(out) < longestChain; node, steps = r.s.Tokens[node].Head, steps+1 {
		for i := len(r.Said) - 1; i >= 0; i-- {
			said := &r.Said[i]
			if said.Content == node && (said.Outside < 0 || !r.s.Within(token, said.Outside)) && !r.asideOf(token, node) {
				out = append(out, said.Source)
			}
			if len(out) == longestChain {
				break
			}
		}
		if r.isRemark(node, token) {
			break
		}
	}
	for i, j := 0, len(out)-1; i < j; i, j = i+1, j-1 {
		out[i], out[j] = out[j], out[i]
	}
	return out
}

// isRemark reports whether a noun takes up what was said before it, so that its relative
// clause, in which a token lies, is the narrator's: "said that ships had sailed, a claim
// that Oslo | denied".
func (r *Reading) isRemark(noun, token int) bool {
	t := &r.s.Tokens[noun]
	if t.UPOS != "NOUN" || t.Rel != "appos" && t.Rel != "parataxis" {
		return false
	}
	if _, ok := r.cues.nouns[strings.ToLower(t.Lemma)]; !ok {
		return false
	}
	for k := range r.s.Children(noun) {
		if r.s.Tokens[k].Rel == "acl:relcl" && r.s.Within(token, k) {
			return true
		}
	}
	return false
}

// asideOf reports whether a token lies in a parataxis of the content, which is
// not part of what is said.
func (r *Reading) asideOf(token, content int) bool {
	for node, steps := token, 0; node >= 0 && node != content && steps <= len(r.s.Tokens); node, steps = r.s.Tokens[node].Head, steps+1 {
		if r.s.Tokens[node].Rel == "parataxis" && r.s.Tokens[node].Head == content {
			return true
		}
	}
	return false
}

// Speaker returns the token that heads the logical subject of a reporting verb,
// its own or that of the verb it is coordinated with or depends on, or -1.
func (r *Reading) Speaker(v int) int {
	for steps := 0; v >= 0 && steps < 8; steps++ {
		if r.isPassive(v) {
			return r.agent(v)
		}
		if subj := r.s.Child(v, "nsubj"); subj >= 0 {
			return r.deref(subj, v)
		}
		t := &r.s.Tokens[v]
		switch {
		case t.Rel == "conj", t.Rel == "xcomp", language.IsRel(t.Rel, "advcl"):
			if subj := r.s.Child(t.Head, "nsubj:pass"); subj >= 0 && r.s.Tokens[v].XPOS == "VBG" {
				if r.cues.quoted[strings.ToLower(r.s.Tokens[t.Head].Lemma)] {
					return r.deref(subj, t.Head) // "was quoted as saying"
				}
				return r.agent(t.Head) // whoever did it says so
			}
			if obj := r.s.Child(t.Head, "obj"); obj >= 0 && t.XPOS == "VBG" && r.cues.quoted[strings.ToLower(r.s.Tokens[t.Head].Lemma)] {
				return obj // "quoted the envoy as saying"
			}
			v = t.Head
		case t.Rel == "acl", t.Rel == "acl:relcl":
			return t.Head
		default:
			return -1
		}
	}
	return -1
}

// deref replaces a relative pronoun by the noun that its clause modifies.
func (r *Reading) deref(subj, v int) int {
	if strings.HasPrefix(r.s.Tokens[subj].XPOS, "W") && r.s.Tokens[v].Rel == "acl:relcl" {
		return r.s.Tokens[v].Head
	}
	return subj
}

// isPassive reports whether a verb is in the passive, or a participle that says what
// was done to its noun: "a step widely seen as a threat".
func (r *Reading) isPassive(v int) bool {
	t := &r.s.Tokens[v]
	return r.s.Child(v, "nsubj:pass", "aux:pass") >= 0 || t.Rel == "acl" && t.XPOS == "VBN" && r.s.Child(v, "obj", "aux") < 0
}

// agent returns the by-phrase of a passive verb, or -1.
func (r *Reading) agent(v int) int {
	for k := range r.s.Children(v) {
		if rel := r.s.Tokens[k].Rel; rel == "obl:agent" || language.IsRel(rel, "obl") && r.s.Case(k) == "by" {
			return k
		}
	}
	return -1
}
