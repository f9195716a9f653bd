package merge

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"annals"
	"annals/gazetteer"
	"annals/record/actors"
)

// sort is what a participant was resolved to.
type sort uint8

const (
	words  sort = iota // nobody: the words alone
	polity             // a country, territory or polity of the past
	person             // a person by name
	role               // people or a body of a country by their role: "BLR:activists"
	body               // an organization, group or people of the gazetteer
)

// party is a participant, made ready to be compared.
type party struct {
	sort    sort
	id      string
	country string
	noun    string // the head of a role or of the words, singular and folded: "activist"
	office  string // of a person or role, where one holds it at a time: "president"
	several bool   // a role in the plural, which may be the office of persons of two countries: "foreign ministers"
	surname string // of a person, folded
	full    bool   // the person is called by more than the surname
	sectors []string
	organ   bool   // acts for the state
	town    string // of a polity that the text calls by its capital, folded: "oslo"
	proper  bool   // words that are a name, which nobody knows
	anyone  bool   // people of whom nothing else is said
	fold    string // of the words
}

// partyOf makes a participant ready.
func (m *Merger) partyOf(p *annals.Participant) party {
	out := party{id: p.ID, country: p.Country, sectors: p.Sector}
	for _, s := range p.Sector {
		out.organ = out.organ || m.organs[s]
	}
	owner, slug, cut := strings.Cut(p.ID, ":")
	switch {
	case p.ID == "":
		m.wordsParty(&out, p)
	case cut && owner == "person":
		m.personParty(&out, slug, p)
	case cut:
		m.roleParty(&out, slug)
	default:
		out.sort = body
		if e := m.gazetteer.Entry(p.ID); e != nil && (e.Kind == gazetteer.Country || e.Kind == gazetteer.Territory || e.Kind == gazetteer.Historical) {
			out.sort = polity
			if e.Capital != "" && e.Capital != e.Name && actors.Fold(e.Capital) == actors.Fold(p.Text) {
				out.town = actors.Fold(p.Text)
			}
		}
		out.fold = actors.Fold(p.Name)
	}
	return out
}

func (m *Merger) wordsParty(out *party, p *annals.Participant) {
	out.sort = words
	out.fold = actors.Fold(p.Text)
	head := out.fold
	for _, preposition := range []string{" of ", " in ", " near ", " from ", " at ", " who "} {
		head, _, _ = strings.Cut(head, preposition)
	}
	out.noun = singular(head[strings.LastIndexByte(head, ' ')+1:])
	out.anyone = m.people[out.noun]
	out.proper = len(p.Sector) == 0 && isName(p.Text)
}

// isName reports whether every word begins with a capital.
func isName(words string) bool {
	for w := range strings.FieldsSeq(words) {
		if r, _ := utf8.DecodeRuneInString(w); !unicode.IsUpper(r) {
			return false
		}
	}
	return words != ""
}

func (m *Merger) personParty(out *party, slug string, p *annals.Participant) {
	out.sort = person
	out.surname = slug[strings.LastIndexByte(slug, '-')+1:]
	out.full = out.surname != slug
	out.office = m.offices.Named(p.Role)
	out.fold = actors.Fold(p.Name)
}

func (m *Merger) roleParty(out *party, slug string) {
	out.sort = role
	phrase := strings.ReplaceAll(slug, "-", " ")
	if out.office = m.offices.Named(phrase); out.office == "" {
		out.office = m.offices.Plural(phrase)
		out.several = out.office != ""
	}
	head, _, _ := strings.Cut(phrase, " of ")
	out.noun = singular(head[strings.LastIndexByte(head, ' ')+1:])
	out.anyone = m.people[out.noun]
	out.fold = phrase
}

// singular returns the likely singular of a folded English noun. It need not be a
// word: it only has to be the same for both numbers.
func singular(noun string) string {
	switch {
	case noun == "people":
		return "person"
	case noun == "children":
		return "child"
	case strings.HasSuffix(noun, "men"):
		return noun[:len(noun)-2] + "an"
	case strings.HasSuffix(noun, "ies"):
		return noun[:len(noun)-3] + "y"
	case strings.HasSuffix(noun, "s") && !strings.HasSuffix(noun, "ss"):
		return noun[:len(noun)-1]
	}
	return noun
}

// Levels of likeness of two participants. conflict forbids that they are one.
const (
	conflict   = -1
	unknown    = 0
	compatible = 1
	alike      = 2
	same       = 3
	samePerson = 4
)

// likeness says how far two participants may be one and the same. theSame is one party
// of each report, of the same side.
func (m *Merger) likeness(a, b *party) (level int, how How) {
	if a.sort > b.sort {
		a, b = b, a
	}
	switch {
	case a.id != "" && a.id == b.id && a.sort == person:
		return samePerson, SameActor
	case a.id != "" && a.id == b.id:
		return same, SameActor
	case a.country != "" && b.country != "" && a.country != b.country:
		return conflict, OtherParty
	case a.sort == words:
		return m.unresolved(a, b)
	case a.sort == person && b.sort == person:
		return persons(a, b)
	case a.sort == body || b.sort == body:
		return bodies(a, b)
	case a.country == "" || b.country == "":
		return unknown, NoEvidence // a person of whom no country is known
	case a.sort == polity:
		return polities(b)
	case a.sort == person:
		return personAndRole(a, b)
	}
	return roles(a, b)
}

// unresolved compares words that denote nobody known with a party.
func (m *Merger) unresolved(a, b *party) (int, How) {
	switch {
	case b.sort == words && a.fold == b.fold && !a.anyone:
		return same, SameValue
	case a.noun != "" && a.noun == b.noun:
		return alike, SamePeople
	case a.country != "" && a.country == b.country && len(a.sectors) == 0 && b.sort == polity && b.town == "":
		return compatible, Compatible // a town of the country
	case a.country != "" && a.country == b.country && len(a.sectors) == 0 && len(b.sectors) == 0:
		return conflict, OtherParty // two towns, or a town and the capital
	case a.proper && b.proper:
		return conflict, OtherParty // two names
	case a.anyone && b.sort != person && b.sort != body || b.anyone:
		return compatible, Compatible
	case common(a.sectors, b.sectors):
		return compatible, Compatible
	case a.organ && b.sort == polity:
		return compatible, ForState // "police", of whatever country
	}
	return unknown, NoEvidence
}

func persons(a, b *party) (int, How) {
	if a.surname == b.surname && a.full != b.full {
		return alike, SameSurname
	}
	return conflict, OtherParty
}

// bodies compares an organization, group or people with another party.
func bodies(a, b *party) (int, How) {
	if a.sort != b.sort && a.country != "" && a.country == b.country && common(a.sectors, b.sectors) {
		return compatible, Compatible // a party or agency and its people
	}
	if a.sort == polity && b.organ && a.country == b.country {
		return alike, ForState // a ministry
	}
	return conflict, OtherParty
}

// polities compares a polity with those of its country who may act for it or live in it.
func polities(b *party) (int, How) {
	switch {
	case b.sort == polity:
		return alike, Compatible // a state and its successor, or a part of it
	case b.organ:
		return alike, ForState
	case b.sort == person && len(b.sectors) == 0:
		return compatible, Compatible // who the person is is not said
	}
	return compatible, SamePeople
}

func personAndRole(a, b *party) (int, How) {
	switch {
	case a.office != "" && a.office == b.office:
		return same, SameOffice
	case a.office != "" && b.office != "":
		return conflict, OtherParty
	case len(a.sectors) == 0 || common(a.sectors, b.sectors):
		return compatible, Compatible
	}
	return conflict, OtherParty
}

func roles(a, b *party) (int, How) {
	switch {
	case a.office != "" && a.office == b.office:
		return same, SameOffice
	case a.office != "" && b.office != "":
		return conflict, OtherParty
	case a.noun == b.noun:
		return same, SamePeople
	case common(a.sectors, b.sectors):
		return alike, SamePeople
	case a.organ && b.organ:
		return compatible, ForState
	case a.anyone || b.anyone:
		return compatible, Compatible
	}
	return conflict, OtherParty
}

// common reports whether two sorted lists of sectors share one.
func common(a, b []string) bool {
	for _, s := range a {
		for _, t := range b {
			if s == t {
				return true
			}
		}
	}
	return false
}
