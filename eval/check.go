package eval

import (
	"slices"
	"strings"

	"golang.org/x/text/cases"
	"golang.org/x/text/unicode/norm"

	"annals"
)

// holds reports whether a line passes a check; byID finds its causes.
func (c *Check) holds(l *annals.Line, byID map[string]*annals.Line) bool {
	return c.isOfType(l) && inFolded(c.Mode, l.Mode) && in(c.Status, or(string(l.Status), string(annals.Actual))) &&
		c.parties(l) && c.date(l.When) && c.place(l.Where) && c.words(l) &&
		(c.Citations == nil || slices.Equal(*c.Citations, l.Citations)) &&
		(c.BecauseOf == nil || slices.ContainsFunc(l.BecauseOf, func(id string) bool {
			return byID[id] != nil && c.BecauseOf.holds(byID[id], byID)
		}))
}

// isOfType reports whether a line is of the kind and type of a check.
func (c *Check) isOfType(l *annals.Line) bool {
	return in(c.Kind, or(string(l.Kind), string(annals.Event))) && in(c.Type, l.Type)
}

// or returns a value, or else what its absence means.
func or(value, absent string) string {
	if value == "" {
		return absent
	}
	return value
}

// in reports whether a value is one of the wanted; none wanted: any will do.
func in(wanted oneOf, value string) bool { return wanted == nil || slices.Contains(wanted, value) }

// inFolded is in without case and accents.
func inFolded(wanted oneOf, value string) bool {
	return wanted == nil || slices.ContainsFunc(wanted, func(w string) bool { return fold(w) == fold(value) })
}

func (c *Check) parties(l *annals.Line) bool {
	said := make([]annals.Participant, 0, len(l.SaidBy))
	for _, a := range l.SaidBy {
		said = append(said, a.Participant)
	}
	return anyOrder(c.Actor, l.Actor) && anyOrder(c.Recipient, l.Recipient) &&
		anyOrder(c.Parties, slices.Concat(l.Actor, l.Recipient)) && inOrder(c.SaidBy, said)
}

// anyOrder reports whether each of the wanted is a different one of the parties.
// An empty list of wanted ones asks for nobody.
func anyOrder(wanted *[]PartyLike, parties []annals.Participant) bool {
	if wanted == nil {
		return true
	}
	if len(*wanted) == 0 {
		return len(parties) == 0
	}
	return assign(*wanted, parties, make([]bool, len(parties)))
}

func assign(wanted []PartyLike, parties []annals.Participant, used []bool) bool {
	if len(wanted) == 0 {
		return true
	}
	for i := range parties {
		if used[i] || !wanted[0].is(&parties[i]) {
			continue
		}
		used[i] = true
		if assign(wanted[1:], parties, used) {
			return true
		}
		used[i] = false
	}
	return false
}

func inOrder(wanted *[]PartyLike, parties []annals.Participant) bool {
	if wanted == nil {
		return true
	}
	if len(*wanted) == 0 {
		return len(parties) == 0
	}
	k := 0
	for i := range parties {
		if k < len(*wanted) && (*wanted)[k].is(&parties[i]) {
			k++
		}
	}
	return k == len(*wanted)
}

func (w *PartyLike) is(p *annals.Participant) bool {
	if w.Country != nil && !slices.Contains(w.Country, p.Country) {
		return false
	}
	if w.Sector != "" && !slices.Contains(p.Sector, w.Sector) {
		return false
	}
	words := fold(p.Name) + " | " + fold(p.Text)
	return w.Name == nil || slices.ContainsFunc(w.Name, func(n string) bool { return strings.Contains(words, fold(n)) })
}

func (c *Check) date(w *annals.When) bool {
	if w == nil {
		w = &annals.When{}
	}
	return in(c.EDTF, w.EDTF) &&
		(c.Before == "" || w.To != "" && w.To <= c.Before) &&
		(c.After == "" || w.From != "" && w.From >= c.After)
}

func (c *Check) place(places []annals.Place) bool {
	return c.Where == nil || slices.ContainsFunc(places, func(p annals.Place) bool {
		if c.Where.country != "" {
			return p.Country == c.Where.country
		}
		return strings.Contains(fold(p.Text)+" | "+fold(p.Name), fold(c.Where.words))
	})
}

func (c *Check) words(l *annals.Line) bool {
	words := l.Text
	if words == "" {
		words = l.Sentence.Text
	}
	words = fold(words)
	return !slices.ContainsFunc(c.Text, func(t string) bool { return !strings.Contains(words, fold(t)) })
}

// fold takes away case and combining marks, as rows.py beside the project does.
func fold(s string) string {
	folded := cases.Fold().String(norm.NFD.String(s))
	var b strings.Builder
	for i, r := range folded {
		if norm.NFD.PropertiesString(folded[i:]).CCC() == 0 {
			b.WriteRune(r)
		}
	}
	return b.String()
}
