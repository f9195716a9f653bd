package questions

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"slices"
	"strconv"

	"annals"
	"annals/ask"
	"annals/record"
	"annals/record/merge"
)

// told returns what rows tell together, for package ask: with them all other reports of
// their events.
func (c *catalogue) told(rows []int32) *ask.Told {
	rows = c.whole(rows)
	lines := make([]annals.Line, len(rows))
	documents := map[int32]bool{}
	for n, i := range rows {
		lines[n] = c.thin(i)
		lines[n].Sentence.Text = hashed(c.rows[i].words)
		documents[c.rows[i].document] = true
	}
	var events []merge.Event
	seen := map[int32]bool{}
	for _, i := range rows {
		if e := c.rows[i].event; e != none && !seen[e] {
			seen[e] = true
			events = append(events, c.thinEvent(e))
		}
	}
	known := make([]ask.Document, 0, len(documents))
	for n := range documents {
		doc := &c.kept[n].Document
		known = append(known, ask.Document{ID: doc.ID, Title: doc.Title, URL: doc.URL, Source: doc.Source, Published: doc.Published, Origin: originOf(doc)})
	}
	return ask.NewTold(lines, events, known)
}

// hashed stands for the words of a sentence in a thin line, so that equal ones are equal.
func hashed(words uint64) string { return strconv.FormatUint(words, 36) }

// originOf is the source that a document is counted as. Copies that other publishers print
// are known for merged events alone, which say how many sources they have.
func originOf(doc *annals.Document) string {
	if doc.Source != "" {
		return "publisher:" + doc.Source
	}
	return "document:" + doc.ID
}

// whole adds the other reports of the events of rows, and puts all into the order in which
// they were added.
func (c *catalogue) whole(rows []int32) []int32 {
	out := slices.Clone(rows)
	seen := map[int32]bool{}
	for _, i := range rows {
		if e := c.rows[i].event; e != none && !seen[e] {
			seen[e] = true
			out = append(out, c.events[e].Rows...)
		}
	}
	return slices.Compact(c.asAdded(out))
}

// thinEvent returns an event with what its rows have of it.
func (c *catalogue) thinEvent(number int32) merge.Event {
	short := &c.events[number]
	e := merge.Event{
		ID: short.ID, Status: short.Status, Denied: short.Denied, From: short.From, To: short.To,
		Documents: short.Documents, Sources: short.Sources,
	}
	for _, id := range short.Links {
		e.Links = append(e.Links, merge.Link{Event: id})
	}
	modes, dates := map[string]bool{}, map[int32]bool{}
	for _, i := range short.Rows {
		r := &c.rows[i]
		w := &c.whats.values[r.what]
		e.Type = w.Name
		e.Reports = append(e.Reports, r.id)
		if w.Mode != "" && !modes[w.Mode] {
			modes[w.Mode] = true
			e.Mode = append(e.Mode, merge.Value[string]{Value: w.Mode, Lines: []string{r.id}})
		}
		if r.when != none && !dates[r.when] {
			dates[r.when] = true
			e.When = append(e.When, merge.Value[annals.When]{Value: *c.whens.values[r.when], Lines: []string{r.id}})
		}
	}
	slices.Sort(e.Reports)
	return e
}

// fat reads lines from the record by their ids, each as it is now. A line that is gone
// meanwhile is missing.
func (d *Desk) fat(ctx context.Context, ids []string) (map[string]*annals.Line, error) {
	out := make(map[string]*annals.Line, len(ids))
	for _, id := range ids {
		if out[id] != nil {
			continue
		}
		line, err := d.lineOf(ctx, id)
		if errors.Is(err, ErrUnknown) {
			continue
		}
		if err != nil {
			return nil, err
		}
		out[id] = line
	}
	return out, nil
}

// lineOf reads a line by its whole id.
func (d *Desk) lineOf(ctx context.Context, id string) (*annals.Line, error) {
	if id != "" {
		for line, err := range d.store.Lines(ctx, &record.Filter{ID: id}) {
			if err != nil {
				return nil, err
			}
			if line.ID == id {
				return line, nil
			}
		}
	}
	return nil, fmt.Errorf("%w: line %q", ErrUnknown, id)
}

// eventOf reads an event by its id or that of a report; a line that came after the record
// was put together is an event of its own.
func (d *Desk) eventOf(ctx context.Context, id string) (*merge.Event, error) {
	if id != "" {
		for e, err := range d.store.Events(ctx, &record.Filter{ID: id}) {
			if err != nil {
				return nil, err
			}
			if e.ID == id || slices.Contains(e.Reports, id) {
				return e, nil
			}
		}
	}
	first, _ := merge.FirstReport(id)
	line, err := d.lineOf(ctx, first)
	if err != nil || line.Kind != annals.Event {
		return nil, fmt.Errorf("%w: event %q", ErrUnknown, cmp.Or(id, "without an id"))
	}
	return &ask.NewTold([]annals.Line{*line}, nil, nil).Events[0].Event, nil
}
