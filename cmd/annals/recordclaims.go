package main

import (
	"fmt"
	"io"
	"iter"
	"slices"
	"strings"

	"annals"
	"annals/ask"
	"annals/record"
)

// largeRecord is how many lines a record has that is not read whole for a question that
// does not narrow it.
const largeRecord = 200_000

// readStates reads what has to be known of the states of a day to which the two of a query are
// parties, if it names any, and who was learned to have held which office.
func (r *recordReader) readStates(known *ask.Knowledge, on ask.Day, q *ask.Query) error {
	find := func(f *record.Filter) iter.Seq2[*annals.Line, error] { return r.store.Lines(r.ctx, f) }
	lines, err := known.Gather(find, on, filterOf(q).Parties...)
	if err != nil {
		return err
	}
	for i := range lines {
		r.keep(&lines[i])
	}
	for tenure, err := range r.store.Tenures(r.ctx) {
		if err != nil {
			return err
		}
		r.tenures = append(r.tenures, *tenure)
	}
	return nil
}

// readClaims reads what a question about claims needs: the lines that it asks for, and
// what others say of the same. Of a record of more lines than most, if nothing narrows the
// question and the whole is not asked for, it looks for claims and what is denied alone, and says so.
func (r *recordReader) readClaims(stderr io.Writer, q *ask.Query, whole bool, most int) error {
	f := filterOf(q)
	f.Status = nil // whoever denies what is asked for is there too
	if f.IsAll() {
		overview, err := r.store.Overview(r.ctx, [2]string{})
		if err != nil {
			return err
		}
		if whole || overview.Lines <= most {
			return r.read(nil)
		}
		fmt.Fprintf(stderr, "annals: the record has %d lines: only claims and what is denied were looked for; ask with --between, --said-by, --type or dates, or for --all\n", overview.Lines)
		if err := r.read(&record.Filter{Kinds: []annals.Kind{annals.Claim}}); err != nil {
			return err
		}
		f = &record.Filter{Status: []annals.Status{annals.Negated}}
	}
	if err := r.read(f); err != nil {
		return err
	}
	return r.readOthers()
}

// readOthers reads what else is said of the same parties and types as in the lines so far
// that are told as what somebody says, or as not so.
func (r *recordReader) readOthers() error {
	asked := map[string]bool{}
	for i := range r.lines[:len(r.lines):len(r.lines)] {
		line := &r.lines[i]
		f := othersFilter(line)
		if f == nil {
			continue
		}
		key := fmt.Sprint(f.Kinds, f.Types, f.Parties)
		if asked[key] {
			continue
		}
		asked[key] = true
		if err := r.read(f); err != nil {
			return err
		}
	}
	return nil
}

// othersFilter asks for what may tell the same as a line, or deny it; nil where nothing
// can be asked for.
func othersFilter(line *annals.Line) *record.Filter {
	switch {
	case line.Kind == annals.Claim:
		return &record.Filter{Kinds: []annals.Kind{annals.Claim}}
	case len(line.SaidBy) == 0 && line.Status == annals.Actual:
		return nil
	}
	f := &record.Filter{Kinds: []annals.Kind{line.Kind}}
	if line.Type != "" {
		f.Types = []string{line.Type}
	}
	for _, side := range [][]annals.Participant{line.Actor, line.Recipient} {
		for i := range side {
			if id := side[i].ID; id != "" {
				f.Parties = append(f.Parties, record.Party{ID: id})
			}
		}
	}
	if len(f.Parties) == 0 {
		return nil
	}
	slices.SortFunc(f.Parties, func(a, b record.Party) int { return strings.Compare(a.ID, b.ID) })
	f.Parties = slices.Compact(f.Parties)
	return f
}
