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
	"annals/record/copies"
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
		known = append(known, documentOf(c.kept[n]))
	}
	return ask.NewTold(lines, events, known)
}

// hashed stands for the words of a sentence in a thin line, so that equal ones are equal.
func hashed(words uint64) string { return strconv.FormatUint(words, 36) }

// documentOf is what package ask knows of a document.
func documentOf(k *record.Kept) ask.Document {
	d := &k.Document
	return ask.Document{ID: d.ID, Title: d.Title, URL: d.URL, Source: d.Source, Published: d.Published, Origin: originOf(k)}
}

// originOf is the source that a document is counted as: copies of one text are one.
func originOf(k *record.Kept) string {
	return cmp.Or(k.Copied, copies.Own(k.Document.ID, k.Document.Source))
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
	return c.asAdded(out)
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

// batch is how many ids are asked for at once.
const batch = 100

// lines reads lines by their ids, each as it is now. One that is gone meanwhile is missing.
func (d *Desk) lines(ctx context.Context, ids []string) (map[string]*annals.Line, error) {
	out := make(map[string]*annals.Line, len(ids))
	for some := range slices.Chunk(ids, batch) {
		for line, err := range d.store.Lines(ctx, &record.Filter{IDs: some}) {
			if err != nil {
				return nil, err
			}
			out[line.ID] = line
		}
	}
	return out, nil
}

// events reads events by their ids or those of reports, and gives each by all these. A line
// that came after the record was put together is missing.
func (d *Desk) events(ctx context.Context, ids []string) (map[string]*merge.Event, error) {
	out := make(map[string]*merge.Event, len(ids))
	for some := range slices.Chunk(ids, batch) {
		for e, err := range d.store.Events(ctx, &record.Filter{IDs: some}) {
			if err != nil {
				return nil, err
			}
			out[e.ID] = e
			for _, id := range e.Reports {
				out[id] = e
			}
		}
	}
	return out, nil
}

// lineOf reads a line by its id.
func (d *Desk) lineOf(ctx context.Context, id string) (*annals.Line, error) {
	found, err := d.lines(ctx, []string{id})
	if err == nil && found[id] == nil {
		err = fmt.Errorf("%w: line %q", ErrUnknown, id)
	}
	return found[id], err
}

// eventOf reads an event by its id or that of a report; a line that came after the record
// was put together is an event of its own.
func (d *Desk) eventOf(ctx context.Context, id string) (*merge.Event, error) {
	found, err := d.events(ctx, []string{id})
	if err != nil || found[id] != nil {
		return found[id], err
	}
	first, _ := merge.FirstReport(id)
	line, err := d.lineOf(ctx, first)
	if errors.Is(err, ErrUnknown) || err == nil && line.Kind != annals.Event {
		return nil, fmt.Errorf("%w: event %q", ErrUnknown, id)
	}
	if err != nil {
		return nil, err
	}
	return alone(line), nil
}

// alone is the event of which one line tells.
func alone(line *annals.Line) *merge.Event {
	return &ask.NewTold([]annals.Line{*line}, nil, nil).Events[0].Event
}
