package table

import (
	"strconv"
	"strings"

	"annals/ask"
)

// Sources draws the documents of the lines, with who published them and which are copies.
func (t *Table) Sources(all []ask.SourceEntry) error {
	section := Section{Entries: make([]Entry, len(all))}
	origins := map[string]bool{}
	for i := range all {
		s := &all[i]
		origin := s.Origin
		if origin == "" {
			origin = s.Document
		}
		origins[origin] = true
		section.Entries[i] = sourceEntry(s)
	}
	columns := []Column{
		{"DOCUMENT", 10}, {"SENTENCES", 0}, {"EVENTS", 0}, {"ALONE", 0}, {"STATES", 0}, {"CLAIMS", 0}, {"SAID", 0}, {"WHEN", 8}, {"SPEAKERS", 7},
	}
	if err := t.Sections(columns, []Section{section}); err != nil {
		return err
	}
	return t.Remarks(many(len(all), "document", "documents") + " of " + many(len(origins), "independent source", "independent sources") + ": copies of one text are one, and so is a publisher.")
}

func sourceEntry(s *ask.SourceEntry) Entry {
	e := Entry{Cells: []string{
		s.Document, strconv.Itoa(s.Sentences), strconv.Itoa(s.Events), strconv.Itoa(s.Alone), strconv.Itoa(s.States), strconv.Itoa(s.Claims), strconv.Itoa(s.Said),
		years(s.First, s.Last), few(s.Speakers),
	}}
	var about []string
	for _, part := range []string{s.Publisher, s.Published, s.Title, s.URL} {
		if part != "" {
			about = append(about, part)
		}
	}
	if len(about) > 0 {
		e.Notes = append(e.Notes, strings.Join(about, "; "))
	}
	if len(s.Copies) > 0 {
		e.Warnings = append(e.Warnings, "the same text as "+few(s.Copies))
	}
	return e
}
