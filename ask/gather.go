package ask

import (
	"cmp"
	"iter"
	"slices"
	"strings"

	"annals"
	"annals/record"
)

// Find gives the lines that a filter matches, such as those of a record.
type Find func(*record.Filter) iter.Seq2[*annals.Line, error]

// mostHolders is for how many holders of states the events that end them are asked for one by
// one; for more, all events of such types are read.
const mostHolders = 200

// Gather reads from a large record what State has to know of a day: the states,
// the events that begin states, and of those that seem to hold on the day the events that end
// them. Most lines are never read. The lines come in the order of documents and
// sentences, documents as they were met.
func (k *Knowledge) Gather(find Find, on Day) ([]annals.Line, error) {
	g := &gathering{find: find, known: map[string]bool{}}
	g.read(&record.Filter{Kinds: []annals.Kind{annals.State}})
	to := record.DayOf(on.Date())
	if types := k.typesOf(func(c *change) bool { return c.begins }); len(types) > 0 {
		g.read(&record.Filter{Kinds: []annals.Kind{annals.Event}, Status: []annals.Status{annals.Actual}, Types: types, To: &to})
	}
	if g.err != nil {
		return nil, g.err
	}
	holders := map[string][]string{} // by kind of state
	count := 0
	for _, h := range k.State(NewTold(g.lines, nil, nil), on) {
		for _, key := range keysOf(h.Holder) {
			if !slices.Contains(holders[h.State], key) {
				holders[h.State] = append(holders[h.State], key)
				count++
			}
		}
	}
	for state, types := range k.endings() {
		for _, f := range endFilters(types, holders[state], count > mostHolders) {
			g.read(f)
		}
	}
	g.sort()
	return g.lines, g.err
}

// endFilters asks for events of some types to which holders of states are parties.
func endFilters(types, holders []string, all bool) []*record.Filter {
	f := record.Filter{Kinds: []annals.Kind{annals.Event}, Status: []annals.Status{annals.Actual}, Types: types}
	if len(holders) == 0 {
		return nil
	}
	if all {
		return []*record.Filter{&f}
	}
	var out []*record.Filter
	for _, key := range holders {
		of := f
		of.Parties = []record.Party{{ID: key}}
		out = append(out, &of)
	}
	return out
}

// endings yields for each kind of state the types of events that end it, in their order.
func (k *Knowledge) endings() iter.Seq2[string, []string] {
	return func(yield func(string, []string) bool) {
		var states []string
		for i := range k.changes {
			if c := &k.changes[i]; !c.begins && !slices.Contains(states, c.state) {
				states = append(states, c.state)
			}
		}
		for _, state := range states {
			if !yield(state, k.typesOf(func(c *change) bool { return !c.begins && c.state == state })) {
				return
			}
		}
	}
}

// typesOf returns the types or modes of the rows that are wanted, each once.
func (k *Knowledge) typesOf(wanted func(*change) bool) []string {
	var out []string
	for i := range k.changes {
		c := &k.changes[i]
		if !wanted(c) {
			continue
		}
		if name := cmp.Or(strings.TrimPrefix(c.mode, "-"), c.typ); !slices.Contains(out, name) {
			out = append(out, name)
		}
	}
	return out
}

// gathering collects lines, each once.
type gathering struct {
	find  Find
	lines []annals.Line
	known map[string]bool
	err   error
}

func (g *gathering) read(f *record.Filter) {
	if g.err != nil {
		return
	}
	for line, err := range g.find(f) {
		if err != nil {
			g.err = err
			return
		}
		if !g.known[line.ID] {
			g.known[line.ID] = true
			g.lines = append(g.lines, *line)
		}
	}
}

// sort puts the lines of a document together, in the order of its sentences.
func (g *gathering) sort() {
	order := map[string]int{}
	for i := range g.lines {
		if _, known := order[g.lines[i].Document]; !known {
			order[g.lines[i].Document] = len(order)
		}
	}
	slices.SortStableFunc(g.lines, func(a, b annals.Line) int {
		return cmp.Or(cmp.Compare(order[a.Document], order[b.Document]), cmp.Compare(a.Sentence.Index, b.Sentence.Index))
	})
}
