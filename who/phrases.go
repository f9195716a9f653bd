package who

import "annals/language"

// words returns the words of the noun phrase around a core of tokens: back to
// the first modifier before it, articles left out, and on over the names that
// follow it directly.
func (d *reading) words(first, last, head int32) (from, to int32) {
	from, to = first, last
	for from > 0 && d.premodifier(from-1, head) {
		from--
	}
	for from < first && (d.emptyStart(from) || isMonth(d.token(from))) {
		if isMonth(d.token(from)) && d.token(from+1).UPOS == "NUM" && from+1 < first {
			from++ // "in June 1940 | Soviet troops"
		}
		from++
	}
	if l := lowerLemma(d.token(from)); from > 0 && from < first && (l == "least" || l == "most") && lowerLemma(d.token(from-1)) == "at" {
		from--
	}
	for to < d.len() && d.head[to] >= from && d.head[to] < to && d.is(to, "flat", "compound", "goeswith", "fixed") && d.nameAt[to] == none {
		to++
	}
	return from, to
}

// premodifier reports whether token i stands before the head of a phrase and
// belongs to one of its modifiers.
func (d *reading) premodifier(i, head int32) bool {
	for steps := 0; steps < maxDepth && i >= 0; steps++ {
		if d.head[i] == head {
			return d.is(i, "amod", "compound", "nummod", "nmod:poss", "nmod:desc", "nmod:unmarked", "flat", "nmod:npmod", "det:poss") || d.is(i, "det") || d.is(i, "punct") && d.token(i).Form == "-"
		}
		if d.is(i, "acl", "advcl", "appos") {
			return false
		}
		i = d.head[i]
	}
	return false
}

// emptyStart reports whether a phrase's words do not begin with token i.
func (d *reading) emptyStart(i int32) bool {
	t := d.token(i)
	switch t.UPOS {
	case "DET", "PUNCT", "CCONJ", "ADP", "PART", "SYM":
		return true
	}
	return false
}

// complement returns the end of the complement that follows token last directly
// and belongs to the phrase with the given head: "of ...", or the place where
// somebody is or comes from ("in Iraq", "from Poland"); last if none does.
func (d *reading) complement(last, head int32) int32 {
	if last >= d.len() {
		return last
	}
	top := d.head[last]
	if top >= 0 && d.token(top).UPOS == "VERB" {
		return last // "accused the army of failing"
	}
	switch lowerLemma(d.token(last)) {
	case "of":
	case "in", "from", "at", "near":
		if top < 0 || !d.namesPlace(last+1, top) {
			return last
		}
	default:
		return last
	}
	if top < 0 || !d.within(top, head) || top == head {
		return last
	}
	to := last + 1
	for to < d.len() && to <= last+maxComplement && d.within(to, top) && !d.endsComplement(to, top) {
		to++
	}
	if to < d.len() && d.nameAt[to] != none && d.within(to, top) { // "of the former president X"
		if name := &d.names[d.nameAt[to]]; name.first == to && name.kind == "PER" {
			to = name.last
		}
	}
	if at := d.sightingAt[to-1]; at != none { // a name is not cut
		to = max(to, d.sightings[at].last)
	}
	for to > last && (d.emptyStart(to-1) || to-1 == last) {
		to--
	}
	return max(to, last)
}

// namesPlace reports whether a phrase from a token to its head names something: "the
// Bekaa valley".
func (d *reading) namesPlace(first, head int32) bool {
	for i := first; i <= head; i++ {
		if d.nameAt[i] != none || d.sightingAt[i] != none {
			return true
		}
	}
	return false
}

// maxComplement is how many words a complement may have.
const maxComplement = 10

// endsComplement reports whether a phrase ends before token i, which lies below
// top: a relative clause, an apposition, a remark.
func (d *reading) endsComplement(i, top int32) bool {
	if t := d.token(i); t.UPOS == "PUNCT" && t.Form != "-" && t.Form != "–" {
		return true
	}
	for steps := 0; i >= 0 && i != top && steps < maxDepth; steps++ {
		if d.is(i, "acl", "appos", "parataxis", "advcl") {
			return true
		}
		i = d.head[i]
	}
	return false
}

// isMonth reports whether a token names a month.
func isMonth(t *language.Token) bool {
	switch t.Form {
	case "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December":
		return t.UPOS == "PROPN"
	}
	return false
}
