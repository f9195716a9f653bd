package actors

import (
	"cmp"
	"slices"
	"time"
)

// Tenure is a dated state: somebody was said to hold an office from a first day to a last
// one. Nobody says that it began and ended there.
type Tenure struct {
	Person string   `json:"person"` // settled id
	Owner  string   `json:"owner"`  // country, or id of a polity of the past or an organization
	Office string   `json:"office"`
	From   string   `json:"from"`  // first day on which a line says so, YYYY-MM-DD; the middle of a vaguer date
	To     string   `json:"to"`    // last such day
	Lines  []string `json:"lines"` // ids of lines that say so, one a day
}

// Tenures returns the offices that lines give to persons, in the order of owner, office and
// time. Who holds an office twice, with another in between, has two.
func (r *Register) Tenures() []Tenure {
	var out []Tenure
	for held, list := range r.tenures {
		first := len(out)
		for _, s := range list {
			last := len(out) - 1
			if last < first || out[last].Person != s.person {
				out = append(out, Tenure{Person: s.person, Owner: held.owner, Office: held.office, From: s.at.String()})
				last++
			}
			out[last].To = s.at.String()
			out[last].Lines = append(out[last].Lines, s.line)
		}
	}
	slices.SortFunc(out, func(a, b Tenure) int {
		return cmp.Or(cmp.Compare(a.Owner, b.Owner), cmp.Compare(a.Office, b.Office), cmp.Compare(a.From, b.From), cmp.Compare(a.Person, b.Person))
	})
	return out
}

// String writes a day as YYYY-MM-DD.
func (d day) String() string {
	return time.Unix((int64(d)-epoch)*24*60*60, 0).UTC().Format(time.DateOnly)
}
