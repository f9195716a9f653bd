package who

import (
	"fmt"
	"strings"

	"annals"
	"annals/gazetteer"
)

// person says what is known of a person: the terms of the gazetteer's leaders,
// and the offices and nationalities that the text gives, here or elsewhere.
func (x *explainer) person(at, denoted int32) []annals.Reason {
	e := &x.entities[denoted]
	out := x.terms(e)
	told := x.learned(at, denoted)
	if len(out) == 0 && len(told) == 0 {
		out = append(out, annals.Reason{Says: fmt.Sprintf("“%s” is read as the name of a person, of whom nothing more is known", e.name)})
	}
	return append(out, told...)
}

// terms says in which offices the gazetteer knows a person.
func (x *explainer) terms(e *entity) []annals.Reason {
	var out []annals.Reason
	for _, l := range x.gazetteer.Leaders(e.name) {
		if l.Country == e.country && (l.Name == e.name || !strings.Contains(e.name, " ")) {
			out = append(out, annals.Reason{
				Says: fmt.Sprintf("the gazetteer knows %s, %s of %s, %s", l.Name, l.Office, l.Of.Name, term(l)),
				Rows: []annals.Row{l.Row},
			})
		}
	}
	return out
}

// term writes the years of a leader: "1994 to 2001".
func term(l *gazetteer.Leader) string {
	switch {
	case l.From == "" && l.To == "":
		return "in years not stated"
	case l.To == "":
		return "since " + l.From
	case l.From == "":
		return "until " + l.To
	}
	return l.From + " to " + l.To
}

// learned says where the text tells a person's office and country: at this
// mention, and where it was first told.
func (x *explainer) learned(at, denoted int32) []annals.Reason {
	e := &x.entities[denoted]
	here := x.mentions[at].sentence
	var out []annals.Reason
	role, country := e.role != "", e.country != "" // whether something is still to be borne out
	add := func(k int32) {
		m := &x.mentions[k]
		d := &x.readings[m.sentence]
		told, tellsRole, tellsCountry := x.office(d, k, e.country)
		if len(told) == 0 || k != at && !(role && tellsRole) && !(country && tellsCountry) {
			return
		}
		if m.sentence != here {
			from := quoteOf(d)
			told[0].From = &from
		}
		out = append(out, told...)
		role, country = role && !tellsRole, country && !tellsCountry
	}
	add(at)
	for i := range x.mentions {
		if k := int32(i); k != at && x.names(k, denoted) {
			add(k)
		}
	}
	return out
}

// office says what the words around a person's name, or a predicate, tell of the
// person, and which rows of the tables know these words.
func (x *explainer) office(d *reading, at int32, country string) (told []annals.Reason, tellsRole, tellsCountry bool) {
	m := &x.mentions[at]
	first, last := m.first, m.last
	for i := int32(0); i < d.len(); i++ {
		n := d.nounAt[i]
		if d.mentionAt[i] != at || n == none || d.nouns[n].head != i {
			continue
		}
		told, tellsRole = append(told, nounReason(d, &d.nouns[n])), true
		from, to := d.words(d.nouns[n].first, d.nouns[n].last, i)
		first, last = min(first, from), max(last, d.complement(to, i))
	}
	for i := m.first; i < m.last; i++ {
		if title, ok := x.titles[d.token(i).Form]; ok && d.nounAt[i] == none {
			told = append(told, annals.Reason{Says: fmt.Sprintf("“%s” is a title", d.token(i).Form), Rows: []annals.Row{title.row}})
		}
	}
	around := x.countryOf(d, first, last, country)
	for i := first; i < last && len(around) == 0; i++ {
		if k := d.mentionAt[i]; k != none && x.mentions[k].kind == byPronoun {
			around = x.owner(d, i, at, country)
		}
	}
	told, tellsCountry = append(told, around...), len(around) > 0
	if len(told) > 0 {
		words := d.sentence.Phrase(int(first), int(last)).Text
		told = append([]annals.Reason{{Says: fmt.Sprintf("the text has “%s”", words)}}, told...)
	}
	return told, tellsRole, tellsCountry
}
