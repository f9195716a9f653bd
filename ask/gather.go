package ask

import (
	"cmp"
	"iter"
	"maps"
	"slices"
	"strings"

	"annals"
	"annals/record"
)

// Find gives the lines that a filter matches, such as those of a record.
type Find func(*record.Filter) iter.Seq2[*annals.Line, error]

// mostHolders is for how many holders of states the events that end them are asked for one by
// one; for more, all events that end states are read.
const mostHolders = 20

// Gather reads from a large record what State has to know of a day: the states,
// the events that begin states, and of those that seem to hold on the day the events that end
// them. Most lines are never read. If parties are named, what is read is enough for the states to
// which all of them are parties. The lines come in the order of documents and
// sentences, documents as they were met.
func (k *Knowledge) Gather(find Find, on Day, of ...record.Party) ([]annals.Line, error) {
	g := &gathering{find: find, known: map[string]bool{}}
	g.read(&record.Filter{Kinds: []annals.Kind{annals.State}, Status: []annals.Status{annals.Actual}, Parties: of})
	to := record.DayOf(on.Date())
	if begin := k.wordings(func(c *change) bool { return c.begins }); len(begin) > 0 {
		f := deeds(begin, of)
		f.To = &to
		g.read(f)
	}
	if g.err != nil {
		return nil, g.err
	}
	holders := map[string][]string{} // by kind of state
	count := 0
	for _, h := range k.holdings(NewTold(g.lines, nil, nil), on) {
		for _, key := range keysOf(h.Holder) {
			if !slices.Contains(holders[h.State], key) {
				holders[h.State] = append(holders[h.State], key)
				count++
			}
		}
	}
	for _, f := range k.endFilters(holders, of, count > mostHolders) {
		g.read(f)
	}
	g.sort()
	return g.lines, g.err
}

// deeds asks for events told as facts to which some are parties.
func deeds(of []record.Wording, parties []record.Party) *record.Filter {
	return &record.Filter{Kinds: []annals.Kind{annals.Event}, Status: []annals.Status{annals.Actual}, Wordings: of, Parties: parties}
}

// endFilters asks for the events that end states of the holders of each kind, holder by holder,
// or at once for those of all.
func (k *Knowledge) endFilters(holders map[string][]string, of []record.Party, all bool) []*record.Filter {
	if all {
		return []*record.Filter{deeds(k.wordings(func(c *change) bool { return !c.begins && len(holders[c.state]) > 0 }), of)}
	}
	var out []*record.Filter
	for _, state := range slices.Sorted(maps.Keys(holders)) {
		ends := k.wordings(func(c *change) bool { return !c.begins && c.state == state })
		for _, key := range holders[state] {
			if len(ends) > 0 {
				out = append(out, deeds(ends, []record.Party{{ID: key}}))
			}
		}
	}
	return out
}

// wordings returns what events of the rows that are wanted have in common.
func (k *Knowledge) wordings(wanted func(*change) bool) []record.Wording {
	var out []record.Wording
	for i := range k.changes {
		if c := &k.changes[i]; wanted(c) {
			w := record.Wording{Type: c.typ, Mode: strings.TrimPrefix(c.mode, "-")}
			for _, words := range c.words {
				w.Words = append(w.Words, strings.TrimSpace(words))
			}
			out = append(out, w)
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
