package table

import (
	"strings"

	"annals"
	"annals/ask"
)

// Claims draws what is said, with all who say it.
func (t *Table) Claims(all []ask.Proposition) error {
	sections := make([]Section, len(all))
	for i := range all {
		p := &all[i]
		sections[i] = Section{Heading: proposition(p)}
		for j := range p.Statements {
			sections[i].Entries = append(sections[i].Entries, statement(&p.Statements[j]))
		}
	}
	return t.Sections([]Column{{"WHO SAYS SO", 46}, {"STANDS", 14}, {"BY THE WORDS", 22}, {"SAID ON", 18}}, sections)
}

// proposition is the heading of what is said.
func proposition(p *ask.Proposition) string {
	var parts []string
	if p.Contested {
		parts = append(parts, "Contested:")
	}
	if p.Kind == annals.Event {
		parts = append(parts, Parties(p.Actor, p.Recipient)+",", p.Words, "("+p.Type+")")
	} else {
		parts = append(parts, "“"+p.Words+"”")
	}
	if p.Date != "" {
		parts = append(parts, p.Date)
	}
	if p.Reports > 1 {
		parts = append(parts, "("+counted(p.Reports, p.Documents, p.Sources)+")")
	}
	return strings.Join(parts, " ")
}

// Parties is who acts on whom.
func Parties(actors, recipients []annals.Participant) string {
	switch {
	case len(recipients) == 0:
		return Who(actors)
	case len(actors) == 0:
		return "→ " + Who(recipients)
	}
	return Who(actors) + " → " + Who(recipients)
}

func statement(s *ask.Statement) Entry {
	who, cue := "the document", ""
	if len(s.SaidBy) > 0 {
		names := make([]string, len(s.SaidBy))
		var cues []string
		for i := range s.SaidBy {
			a := &s.SaidBy[i]
			if names[i] = participant(&a.Participant); names[i] == "" {
				names[i] = "nobody named"
			}
			if a.Cue != "" {
				cues = append(cues, "“"+a.Cue+"”")
			}
		}
		who, cue = strings.Join(names, " → "), strings.Join(cues, " ")
	}
	lines := make([]*annals.Line, len(s.Lines))
	for i, line := range s.Lines {
		bare := *line // the speakers stand in the cells already
		bare.SaidBy = nil
		lines[i] = &bare
	}
	e := Entry{Cells: []string{who, string(s.Position), cue, s.Date}, Lines: lines}
	if len(lines) > 1 {
		documents := map[string]bool{}
		for _, line := range lines {
			documents[line.Document] = true
		}
		e.Notes = []string{counted(len(lines), len(documents), s.Sources)}
	}
	return e
}
