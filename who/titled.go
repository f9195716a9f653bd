package who

import (
	"strings"
	"unicode/utf8"

	"annals/gazetteer"
)

// dropTitlesFromNames makes personal names begin after titles and role nouns
// that the reader took for a part of them.
func (d *reading) dropTitlesFromNames(r *Resolver) {
	for k := range d.names {
		name := &d.names[k]
		if name.kind != "PER" {
			continue
		}
		for name.last-name.first > 1 {
			_, isTitle := r.titles[d.token(name.first).Form]
			if d.nounAt[name.first] < 0 && !isTitle {
				break
			}
			d.nameAt[name.first] = none
			name.first++
		}
		for name.last-name.first > 1 && (d.token(name.last-1).UPOS == "PART" || d.token(name.last-1).UPOS == "PUNCT") {
			name.last--
			d.nameAt[name.last] = none
		}
		name.head = d.headOf(name.first, name.last)
	}
}

// markNamesAfterTitles takes proper nouns that follow a title or an office
// directly for a personal name where the reader marked none.
func (d *reading) markNamesAfterTitles(r *Resolver) {
	for k := range d.names {
		if name := &d.names[k]; name.kind != "PER" && !r.nobody[d.token(name.last-1).Form] && d.sightingAt[name.first] == none && d.surelyPerson(r, name) {
			name.kind = "PER"
		}
	}
	unmarked := func(i int32) bool {
		return i < d.len() && d.token(i).UPOS == "PROPN" && d.nameAt[i] == none && d.sightingAt[i] == none && d.nounAt[i] == none
	}
	for i := int32(0); i < d.len(); i++ {
		if !unmarked(i) || (i == 0 || !d.titleAt(r, i-1)) && !d.describedAsPerson(i) && !d.isOfState(i) && !d.isNumbered(i) {
			continue
		}
		j := i + 1
		for unmarked(j) {
			j++
		}
		if last := d.token(j - 1).Form; r.nobody[last] || j-i == 1 && utf8.RuneCountInString(last) == 1 {
			i = j - 1
			continue
		}
		first := i
		if first > 0 && d.head[first-1] == i && capitalized(d.token(first-1)) && d.token(first-1).UPOS != "DET" && d.is(first-1, "compound", "flat", "nmod:desc") &&
			d.nameAt[first-1] == none && d.sightingAt[first-1] == none && d.nounAt[first-1] == none {
			first-- // a given name that the reader took for a noun
		}
		d.addName(first, j, "PER")
		i = j - 1
	}
}

// isOfState reports whether the name at token i, without an article, is told from others by the state
// right behind it: "Leo | of Armenia".
func (d *reading) isOfState(i int32) bool {
	if i+2 >= d.len() || lowerLemma(d.token(i+1)) != "of" || d.child(i, "det") >= 0 || !d.is(i, "nsubj", "nsubj:pass", "obj", "iobj", "obl:agent", "nmod:poss") {
		return false
	}
	at := d.sightingAt[i+2]
	if at == none || d.sightings[at].match.Form != gazetteer.AsName {
		return false
	}
	switch d.sightings[at].match.Entry.Kind {
	case gazetteer.Country, gazetteer.Historical:
		return true
	}
	return false
}

// isNumbered reports whether the name at token i, which acts or is acted upon, has the number of a
// ruler: "Ramesses | II attacked".
func (d *reading) isNumbered(i int32) bool {
	if i+1 >= d.len() || !d.is(i+1, "flat") || d.head[i+1] != i || d.token(i).UPOS != "PROPN" || d.child(i, "det") >= 0 || d.child(i, "compound") >= 0 {
		return false
	}
	number := d.token(i + 1).Form
	return len(number) > 1 && isRegnal(number) && d.is(i, "nsubj", "nsubj:pass", "obj", "iobj", "obl:agent", "nmod:poss", "conj", "appos")
}

// describedAsPerson reports whether an apposition says of the name at token i that
// it is a person's: "Ants Piip, the minister".
func (d *reading) describedAsPerson(i int32) bool {
	for k := d.first[i]; k >= 0; k = d.next[k] {
		if at := d.nounAt[k]; at != none && k > i && d.is(k, "appos") && !plural(d.token(k)) {
			return d.nouns[at].role.sort == person || d.nouns[at].role.sort == human
		}
	}
	return false
}

// surelyPerson reports whether a name that the reader took for a place or an
// organization is a person's: joined to an office, or that of a known leader.
func (d *reading) surelyPerson(r *Resolver, name *nameMark) bool {
	if name.first > 0 && d.is(name.first, "flat", "nmod:desc") && d.head[name.first] < name.first && d.titleAt(r, name.first-1) {
		return true
	}
	return name.last-name.first > 1 && r.gazetteer.Leaders(strings.Join(d.nameWords(name), " ")) != nil
}

// joinRegnalNumbers makes the number of a ruler a part of the name, which a
// reader may take for a pronoun: "Tsar Nicholas I".
func (d *reading) joinRegnalNumbers() {
	for k := range d.names {
		name := &d.names[k]
		if name.kind != "PER" || name.last >= d.len() || d.nameAt[name.last] != none {
			continue
		}
		number := d.token(name.last).Form
		if strings.Trim(number, "IVX") != "" || number == "I" && !d.ruler(name.first-1) && !d.is(name.last, "flat") {
			continue
		}
		d.nameAt[name.last] = int32(k)
		name.last++
		name.head = d.headOf(name.first, name.last)
	}
}

// ruler reports whether token i ends the title of somebody who counts those of
// the same name: a monarch or a pope.
func (d *reading) ruler(i int32) bool {
	if i < 0 || d.nounAt[i] == none {
		return false
	}
	for _, noun := range d.nouns[d.nounAt[i]].role.nouns {
		if noun == "ruler" || noun == "monarch" || noun == "cleric" {
			return true
		}
	}
	return false
}

// titleAt reports whether token i ends a form of address or a person's office
// that is written as a part of the name.
func (d *reading) titleAt(r *Resolver, i int32) bool {
	if _, isTitle := r.titles[d.token(i).Form]; isTitle {
		return true
	}
	at := d.nounAt[i]
	return at != none && (d.nouns[at].role.sort == person || d.nouns[at].role.sort == human) && !plural(d.token(i)) &&
		(d.is(i+1, "flat", "appos", "nmod:desc") || d.head[i] >= i+1)
}
