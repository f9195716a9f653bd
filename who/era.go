package who

import (
	"slices"
	"strconv"
	"strings"

	"annals/gazetteer"
	"annals/language"
)

// The times that a text speaks of: "Venice" is a republic that acts in a text
// about 1645, and a town in one about 1995.

// speaksOf reports whether a text names a year in which a polity of the past
// existed, or has named the polity in another way.
func (c *casting) speaksOf(entry *gazetteer.Entry) bool {
	if _, named := c.byID[entry.ID]; named {
		return true
	}
	from, to := yearOf(entry.From), yearOf(entry.To)
	for _, year := range c.years {
		if from <= year && year <= to {
			return true
		}
	}
	return false
}

// seatedAt returns the polity that a capital stands for: the one of today, or one of
// the past that the text has named, that sat there too, and that no year of the
// text comes after. In a text about 1955 that speaks of Yugoslavia Belgrade is
// Yugoslavia.
func (c *casting) seatedAt(today *gazetteer.Entry) *gazetteer.Entry {
	if _, named := c.byID[today.ID]; named || len(c.years) == 0 {
		return today
	}
	for _, e := range c.polities {
		entry := c.entities[e].entry
		if entry.Kind != gazetteer.Historical || entry.Capital != today.Capital || entry.To == "" {
			continue
		}
		if slices.Max(c.years) <= yearOf(entry.To) {
			return entry
		}
	}
	return today
}

// How long before and after the term of a leader a text may speak of the leader.
const (
	beforeTerm = 30
	afterTerm  = 40
)

// mayMean reports whether a text can speak of a leader by the years that it names:
// Shah Abbas in a text about 1622 is not the Abbas of today.
func (c *casting) mayMean(l *gazetteer.Leader) bool {
	from, to := yearOf(l.From[:min(4, len(l.From))]), yearOf(l.To[:min(4, len(l.To))])
	if from == 0 || len(c.years) == 0 {
		return true
	}
	for _, year := range c.years {
		if from-beforeTerm <= year && (to == 0 || year <= to+afterTerm) {
			return true
		}
	}
	return false
}

// isOfToday reports whether a leader was in office at the time of publication or shortly before: whom a
// text calls by the full name may be one of its day, whatever years it names.
func (c *casting) isOfToday(l *gazetteer.Leader) bool {
	if c.published == "" {
		return false
	}
	today := yearOf(c.published[:min(4, len(c.published))])
	from, to := yearOf(l.From[:min(4, len(l.From))]), yearOf(l.To[:min(4, len(l.To))])
	return from > 0 && from <= today && (to == 0 || today <= to+afterOffice)
}

// afterOffice is how many years after the term news call somebody by the name alone.
const afterOffice = 5

// yearOf returns the year of a gazetteer's date, 0 if it states none.
func yearOf(edtf string) int {
	year, err := strconv.Atoi(edtf)
	if err != nil {
		return 0
	}
	return year
}

// yearsIn returns the years that sentences name: numbers of four digits, and
// shorter ones before Christ.
func yearsIn(sentences []language.Sentence) []int {
	var out []int
	for i := range sentences {
		tokens := sentences[i].Tokens
		for k := range tokens {
			form := tokens[k].Form
			if form[0] < '0' || form[0] > '9' || len(form) > 4 {
				continue
			}
			year, err := strconv.Atoi(form)
			switch {
			case err != nil:
			case k+1 < len(tokens) && strings.HasPrefix(tokens[k+1].Form, "BC"):
				out = append(out, 1-year)
			case len(form) == 4:
				out = append(out, year)
			}
		}
	}
	return out
}
