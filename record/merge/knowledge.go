package merge

import (
	"embed"
	"fmt"
	"strings"

	"annals/datafile"
	"annals/gazetteer"
	"annals/record/actors"
)

//go:embed data/*.tsv
var embedded embed.FS

// typeRule says how reports of a type may differ.
type typeRule struct {
	mutual bool
	said   bool     // it is only said, so that its matter tells it from others
	groups []string // modes that agree: " aerial drone "
}

// Merger finds the reports of one event. It is read-only and safe for concurrent use.
type Merger struct {
	gazetteer *gazetteer.Gazetteer
	offices   *actors.Offices
	types     map[string]typeRule
	organs    map[string]bool // sectors whose people act for their state
	people    map[string]bool // nouns that say nothing of people but that they are
	stopwords map[string]bool // words that say nothing of what a report is about
}

// New returns a Merger with the embedded tables. An error names file and line.
func New(g *gazetteer.Gazetteer) (*Merger, error) {
	offices, err := actors.LoadOffices(g)
	if err != nil {
		return nil, fmt.Errorf("loading the rules of merging: %w", err)
	}
	m := &Merger{gazetteer: g, offices: offices, types: map[string]typeRule{}, organs: map[string]bool{}, people: map[string]bool{}, stopwords: map[string]bool{}}
	for _, load := range []func() error{m.loadTypes, m.loadSectors, m.loadPeople, m.loadStopwords} {
		if err := load(); err != nil {
			return nil, fmt.Errorf("loading the rules of merging: %w", err)
		}
	}
	return m, nil
}

func (m *Merger) loadTypes() error {
	table, err := datafile.Read(embedded, "data/types.tsv", "type", "mutual", "said", "modes")
	if err != nil {
		return err
	}
	for i := range table.Rows {
		row := &table.Rows[i]
		rule := typeRule{mutual: row.Get("mutual") == "yes", said: row.Get("said") == "yes"}
		for _, group := range row.List("modes", ";") {
			rule.groups = append(rule.groups, " "+strings.ReplaceAll(group, ",", "")+" ")
		}
		if _, twice := m.types[row.Get("type")]; twice {
			return row.Errorf("the type %q has a row already", row.Get("type"))
		}
		m.types[row.Get("type")] = rule
	}
	return nil
}

func (m *Merger) loadSectors() error {
	table, err := datafile.Read(embedded, "data/sectors.tsv", "sector", "acts for the state")
	if err != nil {
		return err
	}
	for i := range table.Rows {
		row := &table.Rows[i]
		if !m.gazetteer.IsSector(row.Get("sector")) {
			return row.Errorf("no sector %q", row.Get("sector"))
		}
		m.organs[row.Get("sector")] = row.Get("acts for the state") == "yes"
	}
	return nil
}

func (m *Merger) loadPeople() error {
	table, err := datafile.Read(embedded, "data/people.tsv", "noun")
	if err != nil {
		return err
	}
	for i := range table.Rows {
		m.people[table.Rows[i].Get("noun")] = true
	}
	return nil
}

func (m *Merger) loadStopwords() error {
	table, err := datafile.Read(embedded, "data/stopwords.tsv", "words")
	if err != nil {
		return err
	}
	for i := range table.Rows {
		for _, w := range table.Rows[i].List("words", ";") {
			m.stopwords[w] = true
		}
	}
	return nil
}

// modesAgree reports whether two modes of a type may name one event.
func (m *Merger) modesAgree(kind, a, b string) bool {
	if a == b || a == "" || b == "" {
		return true
	}
	for _, group := range m.types[kind].groups {
		if strings.Contains(group, " "+a+" ") && strings.Contains(group, " "+b+" ") {
			return true
		}
	}
	return false
}
