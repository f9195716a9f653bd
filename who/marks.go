package who

import (
	"cmp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"annals/gazetteer"
	"annals/language"
)

// A span is a half-open range of tokens and the one of them that the rest of
// the sentence hangs on to.
type span struct{ first, last, head int32 }

// A sighting is a name of the gazetteer in a sentence.
type sighting struct {
	span
	match gazetteer.Match
}

// A roleMark is a role noun in a sentence.
type roleMark struct {
	span
	role *role
}

// A nameMark is a name that the reader marked and the gazetteer does not know.
type nameMark struct {
	span
	kind string // PER, ORG or LOC
}

// A reading is one sentence with what its words could denote.
type reading struct {
	tree
	sightings []sighting
	nouns     []roleMark
	names     []nameMark

	// For each token the index of the mark that covers it, -1 for none.
	sightingAt, nounAt, nameAt []int32
	mentionAt                  []int32 // the mention that the token belongs to, -1 for none
}

// numbersPerToken is how much of the slab each token takes.
const numbersPerToken = 8

// read marks what the words of a sentence could denote. The reading may have been
// another sentence's, and takes over its memory.
func (r *Resolver) read(d *reading, s *language.Sentence, slab []int32) {
	n := len(s.Tokens)
	*d = reading{tree: plant(s, slab[:4*n]), sightings: d.sightings[:0], nouns: d.nouns[:0], names: d.names[:0]}
	take := func(k int) []int32 { return slab[k*n : (k+1)*n : (k+1)*n] }
	d.sightingAt, d.nounAt, d.nameAt, d.mentionAt = take(4), take(5), take(6), take(7)
	for i := 4 * n; i < len(slab); i++ {
		slab[i] = none
	}
	d.markNames()
	d.markSightings(r)
	d.markNouns(r)
	d.dropTitlesFromNames(r)
	d.markNamesAfterTitles(r)
	d.joinRegnalNumbers()
}

// markNames collects the names that the reader marked. Two personal names side
// by side that the tree joins are one.
func (d *reading) markNames() {
	tokens := d.sentence.Tokens
	for i := 0; i < len(tokens); {
		kind := tokens[i].Name
		if kind == "" {
			i++
			continue
		}
		j := i + 1
		for j < len(tokens) && (tokens[j].Name == kind || kind == "PER" && tokens[j].Name == "" && tokens[j].UPOS == "PROPN" && capitalized(&tokens[j])) &&
			(tokens[j].Inside || kind == "PER" && d.is(int32(j), "flat") && d.head[j] >= int32(i)) {
			j++
		}
		for kind == "PER" && d.goesOn(j) {
			j += 2 // "Jae-in", of which the reader marked the first half
		}
		first := i
		if j-i > 1 && strings.EqualFold(tokens[i].Form, "the") {
			first++
		}
		if kind == "PER" && d.isGivenName(i-1, i) {
			first--
		}
		d.addName(int32(first), int32(j), kind)
		i = j
	}
}

// goesOn reports whether a hyphen without spaces and a word follow before token end,
// which are none of another name.
func (d *reading) goesOn(end int) bool {
	tokens := d.sentence.Tokens
	return end+1 < len(tokens) && isHyphen(tokens[end].Form) && tokens[end+1].Name == "" &&
		d.glued(int32(end)) && d.glued(int32(end)+1) && unicode.IsLetter([]rune(tokens[end+1].Form)[0]) &&
		tokens[end+1].UPOS != "VERB" && tokens[end+1].UPOS != "ADJ" && tokens[end+1].UPOS != "NOUN"
}

// isGivenName reports whether token i is a proper noun that belongs to the personal
// name right behind it, which the reader marked without it. Titles are dropped later.
func (d *reading) isGivenName(i, name int) bool {
	if i < 0 || name+1 < len(d.sentence.Tokens) && d.sentence.Tokens[name+1].Inside {
		return false
	}
	t := &d.sentence.Tokens[i]
	return t.UPOS == "PROPN" && t.Name == "" && d.is(int32(i), "compound", "flat") && d.head[i] == int32(name)
}

func (d *reading) addName(first, last int32, kind string) {
	for i := first; i < last; i++ {
		d.nameAt[i] = int32(len(d.names))
	}
	d.names = append(d.names, nameMark{span{first, last, d.headOf(first, last)}, kind})
}

// markSightings finds the names of the gazetteer, longest first from the left.
func (d *reading) markSightings(r *Resolver) {
	tokens := d.sentence.Tokens
	for i := 0; i < len(tokens); {
		if !mayName(&tokens[i]) {
			i++
			continue
		}
		if match := d.half(r, i); match.Entry != nil {
			d.addSighting(int32(i), int32(i+1), match)
			i += 2
			continue
		}
		match, length := r.gazetteer.Longest(func(k int) string {
			if i+k >= len(tokens) {
				return ""
			}
			return tokens[i+k].Form
		})
		first, last := int32(i), int32(i+length)
		if length == 0 || !d.plausible(r, first, last, match) || d.feature(r, first, last) || d.isCurrency(last) || d.isOfLarger(r, first, match) {
			i++
			continue
		}
		d.addSighting(first, last, match)
		i += length
	}
}

// half finds the name whose first word stands at token i and shares the others with the name
// behind "and": the North Korea of "North and South Korea".
func (d *reading) half(r *Resolver, i int) gazetteer.Match {
	tokens := d.sentence.Tokens
	if i+3 >= len(tokens) || tokens[i+1].Form != "and" || tokens[i].UPOS != "PROPN" || tokens[i+2].UPOS != "PROPN" || !d.is(int32(i)+2, "compound") {
		return gazetteer.Match{}
	}
	from := func(first int) (gazetteer.Match, int) {
		return r.gazetteer.Longest(func(k int) string {
			switch {
			case k == 0:
				return tokens[first].Form
			case i+2+k >= len(tokens):
				return ""
			}
			return tokens[i+2+k].Form
		})
	}
	second, length := from(i + 2)
	if length < 2 || second.Form != gazetteer.AsName {
		return gazetteer.Match{}
	}
	first, same := from(i)
	if same != length || first.Form != gazetteer.AsName || first.Entry == second.Entry {
		return gazetteer.Match{}
	}
	return first
}

// isOfLarger reports whether the name of a body is the end of a longer name of another: the
// "Security Council" of "the National Security Council".
func (d *reading) isOfLarger(r *Resolver, first int32, match gazetteer.Match) bool {
	if first == 0 || match.Form != gazetteer.AsName || match.Entry.Country != "" && match.Entry.Kind != gazetteer.Agency {
		return false
	}
	before := d.token(first - 1)
	return r.larger[before.Form] && before.UPOS != "VERB"
}

func (d *reading) addSighting(first, last int32, match gazetteer.Match) {
	for k := first; k < last; k++ {
		d.sightingAt[k] = int32(len(d.sightings))
	}
	head := d.headOf(first, last)
	if last-first > 1 && d.token(last-1).Form == "-" {
		head = first // "Franco-" in "Franco-Prussian"
	}
	d.sightings = append(d.sightings, sighting{span{first, last, head}, match})
}

// mayName reports whether a name of the gazetteer may begin with the token.
func mayName(t *language.Token) bool {
	switch t.UPOS {
	case "VERB", "AUX", "PRON", "DET", "ADP", "CCONJ", "SCONJ", "ADV", "INTJ", "PUNCT", "PART":
		// A reader may take a name for a function word; never one in small letters.
		r, _ := utf8.DecodeRuneInString(t.Form)
		return unicode.IsUpper(r) && t.UPOS != "PRON" && t.UPOS != "AUX" && t.UPOS != "DET" && t.Name != ""
	}
	return true
}

// plausible reports whether the words may well be meant as the gazetteer
// means them, and not as part of a person's or a longer organization's name.
func (d *reading) plausible(r *Resolver, first, last int32, match gazetteer.Match) bool {
	if match.Form == gazetteer.AsCapital && d.personal(first, last) {
		return false // "Sofia" in a woman's name
	}
	if match.Entry.Kind == gazetteer.Agency && (d.isForeign(first, match.Entry.Country) || d.sitsElsewhere(r, first, last, match.Entry.Country)) {
		return false
	}
	for i := first; i < last; i++ {
		at := d.nameAt[i]
		if at < 0 {
			continue
		}
		name := &d.names[at]
		covers := first <= name.first && name.last <= last
		if covers && match.Form == gazetteer.AsCapital && r.sexes[d.token(first).Form] == 0 {
			continue // readers take many a town that acts for a person
		}
		if name.kind == "PER" && (!covers || match.Form == gazetteer.AsCapital || match.Form == gazetteer.AsAdjective && match.Entry.Kind == gazetteer.Historical) {
			return false
		}
		if name.kind == "PER" && name.last-name.first > 1 && last-first == 1 {
			return false
		}
	}
	return true
}

// isForeign reports whether the adjective or possessor right before a name is of another state than
// its own: "the Belgian Congress" is not that of the United States, "India's Supreme Court" not
// that of another.
func (d *reading) isForeign(first int32, country string) bool {
	before := first - 1
	if before > 0 && d.is(before, "case") && d.token(before).UPOS == "PART" {
		before-- // 's
	}
	if before < 0 || d.sightingAt[before] == none {
		return false
	}
	s := &d.sightings[d.sightingAt[before]]
	other := s.match.Entry.Country
	return other != "" && other != country && (s.match.Form == gazetteer.AsAdjective || before < first-1)
}

// sitsElsewhere reports whether a name that is a noun for such a body too is told to be that of another
// state by what stands behind it: "the Congress in Lima", "the Parliament of Peru".
func (d *reading) sitsElsewhere(r *Resolver, first, last int32, country string) bool {
	if last-first > 1 || last+1 >= d.len() || r.byNoun[lowerForm(d.token(first))] == nil {
		return false
	}
	if by := d.token(last).Form; by != "in" && by != "of" {
		return false
	}
	match, length := r.gazetteer.Longest(func(k int) string {
		if at := last + 1 + int32(k); at < d.len() {
			return d.token(at).Form
		}
		return ""
	})
	return length > 0 && match.Entry.Country != "" && match.Entry.Country != country
}

// isCurrency reports whether a sign of money follows a name at once: "US$" is no
// country.
func (d *reading) isCurrency(last int32) bool {
	if last >= d.len() || last == 0 {
		return false
	}
	next := d.token(last)
	return d.token(last - 1).Span[1] == next.Span[0] && (next.Form == "$" || next.Form == "£" || next.Form == "€")
}

// feature reports whether a country's name is a part of that of a sea, a
// mountain or the like: "Indian Ocean", "Gulf of Mexico".
func (d *reading) feature(r *Resolver, first, last int32) bool {
	if last < d.len() && r.features[d.token(last).Form] {
		return true
	}
	return first >= 2 && d.token(first-1).Form == "of" && r.features[d.token(first-2).Form]
}

// personal reports whether the words are the first or the last of a longer proper
// name that the tree joins as it joins given names and surnames.
func (d *reading) personal(first, last int32) bool {
	if d.is(first, "flat") && d.head[first] == first-1 && d.token(first-1).UPOS == "PROPN" && d.sightingAt[first-1] == none {
		return true
	}
	return last < d.len() && d.token(last).UPOS == "PROPN" && d.is(last, "flat") && d.head[last] >= first && d.head[last] < last
}

// markNouns finds the role nouns, longest first from the left.
func (d *reading) markNouns(r *Resolver) {
	tokens := d.sentence.Tokens
	for i := 0; i < len(tokens); {
		if at := d.sightingAt[i]; at >= 0 {
			i = int(d.sightings[at].last)
			continue
		}
		first := int32(i)
		var found *role
		length := 0
		if lemma := cmp.Or(tokens[i].Lemma, tokens[i].Form); r.nouns.MayBegin(lemma) {
			found, length = d.longestNoun(r, i, lowerLemma)
		}
		if tokens[i].UPOS == "NOUN" || tokens[i].UPOS == "ADJ" || tokens[i].UPOS == "PROPN" {
			// "troops" and "security forces" are entries of their own.
			if r.nouns.MayBegin(tokens[i].Form) {
				if other, n := d.longestNoun(r, i, lowerForm); n > length || n == length && n > 0 {
					found, length = other, n
				}
			}
			if length == 0 && plural(&tokens[i]) {
				found, length = d.longestNoun(r, i, singular)
			}
		}
		if length == 0 && strings.HasPrefix(lowerLemma(&tokens[i]), "ex-") {
			found, length = d.longestNoun(r, i, func(t *language.Token) string { return strings.TrimPrefix(lowerLemma(t), "ex-") })
		}
		if length == 0 {
			if t, ok := r.titles[tokens[i].Form]; ok && t.noun != "" && tokens[i].UPOS != "PRON" {
				found, length = r.byNoun[t.noun], 1
			}
		}
		last := first + int32(length)
		if length == 0 || !d.nounLike(first, last, length, found) {
			i++
			continue
		}
		d.addNoun(first, last, found)
		i += length
	}
}

// longestNoun returns the longest role noun that begins with token i, each
// token taken as word says.
func (d *reading) longestNoun(r *Resolver, i int, word func(*language.Token) string) (*role, int) {
	tokens := d.sentence.Tokens
	return r.nouns.Longest(func(k int) string {
		if i+k >= len(tokens) || k > 0 && d.sightingAt[i+k] >= 0 {
			return ""
		}
		return word(&tokens[i+k])
	})
}

func (d *reading) addNoun(first, last int32, found *role) {
	for k := first; k < last; k++ {
		d.nounAt[k] = int32(len(d.nouns))
	}
	d.nouns = append(d.nouns, roleMark{span{first, last, d.headOf(first, last)}, found})
}

// nounLike reports whether the words of a role noun are used as a noun here,
// and not as part of somebody's or a place's name.
func (d *reading) nounLike(first, last int32, length int, found *role) bool {
	t := d.token(d.headOf(first, last))
	if slices.Contains(found.nouns, "count") && !d.countsPeople(d.headOf(first, last)) {
		return false
	}
	if t.UPOS != "NOUN" && t.UPOS != "PROPN" && (length == 1 && t.UPOS != "ADJ" || t.UPOS == "VERB") {
		return false
	}
	if t.UPOS == "ADJ" && length == 1 && (d.is(d.headOf(first, last), "amod", "advmod") || !plural(t) && d.child(first, "det") < 0 && d.child(first, "nmod:poss") < 0) {
		return false // "the military" is a noun, "military aid" and "young" are not
	}
	if at := d.nameAt[first]; at >= 0 {
		name := &d.names[at]
		switch {
		case name.kind == "PER": // a title opens a name, "Gang" in "Gang Jo" is none
			return first == name.first && last < name.last && (found.sort == person || found.sort == human || found.sort == kin)
		case name.kind == "LOC":
			return false
		case name.first < first && last < name.last || name.first == first && last < name.last && d.token(last).Lemma != "of":
			return false
		}
	}
	return true
}

// countsPeople reports whether a number as a noun, which does something or has it done to it, counts
// people: nothing else is named that it counts. "Tens of thousands | fled", but not "thousands of
// dollars".
func (d *reading) countsPeople(i int32) bool {
	if !plural(d.token(i)) || !d.is(i, "nsubj", "nsubj:pass", "obl:agent") {
		return false
	}
	counts := lowerLemma(d.token(i)) != "ten"
	for k := d.first[i]; k >= 0; k = d.next[k] {
		if !d.is(k, "nmod") {
			continue
		}
		if !strings.HasPrefix(lowerLemma(d.token(k)), "thousand") {
			return false
		}
		counts = true
	}
	return counts
}

// lowerLemma returns the dictionary form of a token in small letters; where
// the reader gave none, the form.
func lowerLemma(t *language.Token) string {
	if t.Lemma == "" {
		return lower(t.Form)
	}
	return lower(t.Lemma)
}

// lowerForm returns a token as printed in small letters.
func lowerForm(t *language.Token) string { return lower(t.Form) }

// singular returns a plural noun without its ending, for those whose dictionary
// form the reader does not know.
func singular(t *language.Token) string {
	form := lower(t.Form)
	if stem, found := strings.CutSuffix(form, "men"); found {
		return stem + "man"
	}
	if stem, found := strings.CutSuffix(form, "ies"); found {
		return stem + "y"
	}
	return strings.TrimSuffix(form, "s")
}

// lower is strings.ToLower without a call for words in small letters.
func lower(word string) string {
	for i := 0; i < len(word); i++ {
		if c := word[i]; c >= utf8.RuneSelf || 'A' <= c && c <= 'Z' {
			return strings.ToLower(word)
		}
	}
	return word
}

// plural reports whether a noun is plural.
func plural(t *language.Token) bool {
	return t.XPOS == "NNS" || t.XPOS == "NNPS"
}
