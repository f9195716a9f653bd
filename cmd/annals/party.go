package main

import (
	"fmt"

	"annals/ask"
	"annals/gazetteer"
)

// parties fills in the parties of the question. It loads the gazetteer only if
// there are any.
func (f *questionFlags) parties(q *ask.Query) error {
	if len(f.between) == 0 && f.saidBy == "" {
		return nil
	}
	known, err := gazetteer.Load()
	if err != nil {
		return fmt.Errorf("loading the gazetteer: %w", err)
	}
	f.known = known
	for _, name := range f.between {
		q.Between = append(q.Between, party(known, name))
	}
	if f.saidBy != "" {
		q.SaidBy = party(known, f.saidBy)
	}
	return nil
}

// party returns whom a name on the command line means.
func party(known *gazetteer.Gazetteer, name string) ask.Party { return ask.PartyOf(known, name) }
