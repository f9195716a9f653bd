package questions

import (
	"context"
	"slices"
	"strings"

	"annals"
	"annals/ask"
)

// ClaimsAnswer is a page of what is said, contested first.
type ClaimsAnswer struct {
	Paging
	Propositions []ask.Proposition          `json:"propositions"`
	Sources      map[string]annals.Document `json:"sources"`
}

// Claims returns who says what: contested first. Of a proposition of which one statement is
// asked for, all statements are there.
func (d *Desk) Claims(ctx context.Context, q *Query) (*ClaimsAnswer, error) {
	c, rows, err := d.chosen(ctx, q)
	if err != nil {
		return nil, err
	}
	asked := map[string]bool{}
	related := c.related(rows, func(i int32) { asked[c.rows[i].id] = true })
	all := slices.DeleteFunc(ask.Claims(c.told(related), &ask.Query{}), func(p ask.Proposition) bool {
		return !slices.ContainsFunc(p.Statements, func(s ask.Statement) bool {
			return slices.ContainsFunc(s.Lines, func(line *annals.Line) bool { return asked[line.ID] })
		})
	})
	first, last := q.page(len(all))
	out := &ClaimsAnswer{Paging: q.paging(len(all)), Propositions: orEmpty(all[first:last]), Sources: map[string]annals.Document{}}
	for i := range out.Propositions {
		for _, s := range out.Propositions[i].Statements {
			if err := d.show(ctx, s.Lines, out.Sources); err != nil {
				return nil, err
			}
		}
	}
	return out, nil
}

// matter is what lines of one proposition share, and maybe others: claims may share all
// their words, which are compared later.
type matter struct {
	kind  annals.Kind
	name  string
	actor string // keys of the actors
}

// related returns the rows of the whole record that may tell the same as some of the rows
// that are asked for, where somebody is named who says so; of those asked for it tells met.
func (c *catalogue) related(rows []int32, met func(int32)) []int32 {
	actors := make([]string, len(c.sides.values))
	of := func(r *row) matter {
		w := &c.whats.values[r.what]
		if w.Kind == annals.Claim {
			return matter{kind: w.Kind}
		}
		m := matter{kind: w.Kind, name: w.Name}
		if r.actor != none {
			if actors[r.actor] == "" {
				actors[r.actor] = keysOf(c.sides.values[r.actor])
			}
			m.actor = actors[r.actor]
		}
		return m
	}
	said, events := map[matter]bool{}, map[int32]bool{}
	for i := range c.rows {
		if r := &c.rows[i]; r.saidBy != none || c.whats.values[r.what].Kind == annals.Claim {
			said[of(r)] = true
			c.withLinked(r.event, events)
		}
	}
	if len(said) == 0 {
		return nil
	}
	wanted := map[matter]bool{}
	for _, i := range rows {
		if r := &c.rows[i]; said[of(r)] || r.event != none && events[r.event] {
			met(i)
			wanted[of(r)] = true
			c.withLinked(r.event, events)
		}
	}
	var out []int32
	for i := range c.rows {
		if r := &c.rows[i]; wanted[of(r)] || r.event != none && events[r.event] {
			out = append(out, int32(i))
		}
	}
	return out
}

// withLinked adds an event and those that it is linked with.
func (c *catalogue) withLinked(number int32, events map[int32]bool) {
	if number == none || events[number] {
		return
	}
	events[number] = true
	for _, link := range c.events[number].Links {
		if other, known := c.eventNumbers[link]; known {
			events[other] = true
		}
	}
}

// keysOf joins the keys of participants, in their order, each once; it is never "".
func keysOf(side []annals.Participant) string {
	keys := make([]string, len(side))
	for i := range side {
		keys[i] = ask.KeyOf(&side[i])
	}
	slices.Sort(keys)
	return strings.Join(slices.Compact(keys), "\x00") + "\x00"
}
