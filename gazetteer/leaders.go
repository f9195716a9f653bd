package gazetteer

import (
	"iter"
	"slices"
	"strings"

	"annals"
	"annals/datafile"
)

// Leader is one term of a person in an office that leads a country or an
// organization.
type Leader struct {
	Name    string   // usual English name: "Alexander Lukashenko"
	Surname string   // the name that stands for the person alone: "Lukashenko"; "" where too many share it
	Of      *Entry   // the country, polity or organization
	Country string   // Of.Country
	Office  string   // "president", "prime minister", "foreign minister"
	Sector  []string // of the office
	From    string   // EDTF, a year or more precise; "" if not stated
	To      string   // EDTF; "" where the term had not ended when the data was written
	Row     annals.Row
}

type leaders map[string][]*Leader

// Leaders returns the terms of everybody who is called exactly so, by a full
// name, a spelling variant or a surname, in the order of the data: nil if
// nobody is. The slice is shared; do not change it.
func (g *Gazetteer) Leaders(name string) []*Leader { return g.leaders[name] }

// Terms yields every term of every leader in the order of the data.
func (g *Gazetteer) Terms() iter.Seq[*Leader] { return slices.Values(g.terms) }

var leaderColumns = []string{"name", "of", "office", "from", "to", "surname", "variants"}

func (l *loader) loadLeaders() error {
	return each("data/leaders.tsv", leaderColumns, l.addLeader)
}

func (l *loader) addLeader(row *datafile.Row) error {
	of := l.byID[row.Get("of")]
	if of == nil {
		return row.Errorf("no entry %q", row.Get("of"))
	}
	leader := &Leader{
		Name: row.Get("name"), Surname: row.Get("surname"), Of: of, Country: of.Country,
		Office: row.Get("office"), Sector: []string{"GOV"}, From: row.Get("from"), To: row.Get("to"),
		Row: cite(row, row.Get("name")),
	}
	if len(of.Sector) > 0 {
		leader.Sector = of.Sector
	}
	if leader.Name == "" || leader.Office == "" {
		return row.Errorf("a leader needs a name and an office")
	}
	if err := checkYears(leader.From, leader.To); err != nil {
		return row.Errorf("%w", err)
	}
	switch leader.Surname {
	case "":
		leader.Surname = leader.Name[strings.LastIndexByte(leader.Name, ' ')+1:]
	case "-":
		leader.Surname = ""
	}
	l.terms = append(l.terms, leader)
	said := map[string]bool{}
	for _, name := range append([]string{leader.Name, leader.Surname}, row.List("variants", ";")...) {
		for spelling := range spellings(name) {
			if !said[spelling] {
				said[spelling] = true
				l.leaders[spelling] = append(l.leaders[spelling], leader)
			}
		}
	}
	return nil
}
