package questions

import (
	"context"
	"iter"
	"slices"

	"annals"
	"annals/ask"
	"annals/record"
	"annals/record/actors"
)

// StateAnswer is what held on a day.
type StateAnswer struct {
	On       string                     `json:"on"`
	Holdings []ask.Holding              `json:"holdings"`
	Sources  map[string]annals.Document `json:"sources"` // the documents of the lines by their ids, without their texts
}

// State returns what held on the day On of the query; its parties, types and places choose
// among that.
func (d *Desk) State(ctx context.Context, q *Query) (*StateAnswer, error) {
	day, err := dayOf(q.On)
	if err != nil {
		return nil, err
	}
	c, err := d.catalogue(ctx)
	if err != nil {
		return nil, err
	}
	asked := *q
	asked.Kinds, asked.Status, asked.From, asked.To = nil, nil, "", "" // they say of lines what On says of states
	s, err := d.selection(ctx, c, &asked)
	if err != nil {
		return nil, err
	}
	lines, err := d.knowledge.Gather(d.finder(ctx, c, q), day)
	if err != nil {
		return nil, err
	}
	told := ask.NewTold(lines, nil, c.documents(lines))
	if told.Tenures, err = d.tenures(ctx); err != nil {
		return nil, err
	}
	chosen := map[string]bool{}
	if !s.isAll() {
		for _, i := range s.rows() {
			chosen[c.rows[i].id] = true
		}
	}
	out := &StateAnswer{On: q.On, Holdings: []ask.Holding{}, Sources: map[string]annals.Document{}}
	for _, h := range d.knowledge.State(told, day) {
		if !s.isAll() && !slices.ContainsFunc(h.Lines, func(line *annals.Line) bool { return chosen[line.ID] }) {
			continue
		}
		for _, list := range [][]*annals.Line{h.Lines, h.Ends} {
			if err := d.show(ctx, list, out.Sources); err != nil {
				return nil, err
			}
		}
		out.Holdings = append(out.Holdings, h)
	}
	return out, nil
}

// dayOf reads the day of a state.
func dayOf(on string) (ask.Day, error) {
	first, last, err := ask.ParseDays(on)
	switch {
	case on == "":
		return 0, wrong("on: name the day, as in 1995-03-01")
	case err != nil:
		return 0, wrong("on: %w", err)
	case first != last:
		return 0, wrong("on: %q is no single day; write it as in 1995-03-01", on)
	}
	return first, nil
}

// finder reads lines for states: of the parties of the query, if the record's indexes find
// them; of all in a big record those that the catalogue has, without their sentences.
func (d *Desk) finder(ctx context.Context, c *catalogue, q *Query) ask.Find {
	parties := d.indexed(&Query{Parties: q.Parties}).Parties
	if len(parties) == 0 && len(c.rows) >= bigRecord {
		return c.find
	}
	return func(f *record.Filter) iter.Seq2[*annals.Line, error] {
		of := *f
		of.Parties = append(slices.Clone(f.Parties), parties...)
		return d.store.Lines(ctx, &of)
	}
}

// find yields the thin lines that a filter matches, as they were added.
func (c *catalogue) find(f *record.Filter) iter.Seq2[*annals.Line, error] {
	plain := record.Filter{Kinds: f.Kinds, Types: f.Types, Status: f.Status}
	gists := judged(c.whats.values, func(w gist) bool {
		return plain.Match(&annals.Line{Kind: w.Kind, Type: w.Name, Mode: w.Mode, Status: w.Status})
	})
	return func(yield func(*annals.Line, error) bool) {
		for _, i := range c.added {
			r := &c.rows[i]
			if !gists[r.what] {
				continue
			}
			line := c.thin(i)
			line.Sentence.Text = hashed(r.words)
			if f.Match(&line) && !yield(&line, nil) {
				return
			}
		}
	}
}

// tenures returns who was learned to have held which office.
func (d *Desk) tenures(ctx context.Context) ([]actors.Tenure, error) {
	var out []actors.Tenure
	for tenure, err := range d.store.Tenures(ctx) {
		if err != nil {
			return nil, err
		}
		out = append(out, *tenure)
	}
	return out, nil
}

// documents returns what is known of the documents of lines, for package ask.
func (c *catalogue) documents(lines []annals.Line) []ask.Document {
	met := map[string]bool{}
	var out []ask.Document
	for i := range lines {
		id := lines[i].Document
		if number, known := c.numbers[id]; known && !met[id] {
			met[id] = true
			out = append(out, documentOf(c.kept[number]))
		}
	}
	return out
}
