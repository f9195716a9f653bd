package ask

import (
	"cmp"
	"slices"
	"strings"

	"annals"
	"annals/record/actors"
)

// ActorEntry is somebody in the lines, with what they tell of him.
type ActorEntry struct {
	Key       string   `json:"key"` // what KeyOf says
	Name      string   `json:"name"`
	Country   string   `json:"country,omitempty"`
	Sectors   []string `json:"sector,omitempty"`
	Roles     []string `json:"role,omitempty"`        // offices that the texts name, in the order of the lines
	Words     []string `json:"words,omitempty"`       // what the texts call him, pronouns and all
	OtherIDs  []string `json:"other_ids,omitempty"`   // that were joined to the key: spellings of a name, or what the user joined
	Others    []string `json:"other_names,omitempty"` // the names that go with them
	Acts      int      `json:"acts"`                  // in how many lines he acts,
	Bears     int      `json:"bears"`                 // is acted upon,
	Says      int      `json:"says"`                  // or speaks
	First     string   `json:"first,omitempty"`       // EDTF of the line with the first possible day
	Last      string   `json:"last,omitempty"`        // EDTF of the line with the last possible day
	Lines     []string `json:"lines"`                 // ids
	Documents []string `json:"documents"`             // where they stand, each once
}

// count is in how many parts of lines he is.
func (a *ActorEntry) count() int { return a.Acts + a.Bears + a.Says }

// Actors returns who is in the lines that are asked for, those in the most of them
// first, then by name.
func Actors(lines []annals.Line, q *Query) []ActorEntry {
	all := map[string]*actorEntry{}
	for i := range lines {
		line := &lines[i]
		if !q.Match(line) {
			continue
		}
		addActors(all, line, line.Actor, func(a *actorEntry) { a.Acts++ })
		addActors(all, line, line.Recipient, func(a *actorEntry) { a.Bears++ })
		for j := range line.SaidBy {
			addActors(all, line, []annals.Participant{line.SaidBy[j].Participant}, func(a *actorEntry) { a.Says++ })
		}
	}
	out := make([]ActorEntry, 0, len(all))
	for _, a := range all {
		a.First, a.Last = a.first.edtf, a.last.edtf
		out = append(out, a.ActorEntry)
	}
	slices.SortFunc(out, func(a, b ActorEntry) int {
		return cmp.Or(cmp.Compare(b.count(), a.count()), strings.Compare(a.Name, b.Name), strings.Compare(a.Key, b.Key))
	})
	return out
}

// JoinActors notes in entries which ids were joined to their keys.
func JoinActors(all []ActorEntry, aliases []actors.Alias) {
	place := make(map[string]int, len(all))
	for i := range all {
		place[all[i].Key] = i
	}
	for _, alias := range aliases {
		i, known := place[alias.Of]
		if !known {
			continue
		}
		a := &all[i]
		a.OtherIDs = append(a.OtherIDs, alias.ID)
		if alias.Name != "" && alias.Name != a.Name && !slices.Contains(a.Others, alias.Name) {
			a.Others = append(a.Others, alias.Name)
		}
	}
}

// actorEntry is an ActorEntry in the making.
type actorEntry struct {
	ActorEntry
	dates
	known map[string]bool // documents, words and roles that have been noted
}

// dates are the first and the last of lines.
type dates struct{ first, last edge }

// note widens the dates by that of a line.
func (d *dates) note(line *annals.Line) {
	if when := spanOf(line); when.isDated() {
		d.widen(when, line.When.EDTF)
	}
}

// widen widens the dates by another.
func (d *dates) widen(when span, edtf string) {
	if when.from != nil && (d.first.edtf == "" || *when.from < d.first.day) {
		d.first = edge{*when.from, edtf}
	}
	if when.to != nil && (d.last.edtf == "" || *when.to > d.last.day) {
		d.last = edge{*when.to, edtf}
	}
}

// addActors notes participants of a line; count counts the line for each, once.
func addActors(all map[string]*actorEntry, line *annals.Line, participants []annals.Participant, count func(*actorEntry)) {
	counted := map[string]bool{}
	for i := range participants {
		p := &participants[i]
		key := KeyOf(p)
		if key == "" {
			continue
		}
		a := all[key]
		if a == nil {
			a = &actorEntry{ActorEntry: ActorEntry{Key: key, Name: NameOf(p), Country: p.Country}, known: map[string]bool{}}
			all[key] = a
		}
		if !counted[key] {
			counted[key] = true
			count(a)
		}
		a.add(line, p)
	}
}

func (a *actorEntry) add(line *annals.Line, p *annals.Participant) {
	a.note(line)
	a.Country = cmp.Or(a.Country, p.Country)
	for _, sector := range p.Sector {
		a.keep(&a.Sectors, "sector", sector)
	}
	a.keep(&a.Roles, "role", p.Role)
	a.keep(&a.Words, "words", p.Text)
	a.keep(&a.Documents, "document", line.Document)
	a.keep(&a.Lines, "line", line.ID)
}

// keep appends a value to a list that it is not in.
func (a *actorEntry) keep(list *[]string, what, value string) {
	if key := what + "\x00" + value; value != "" && !a.known[key] {
		a.known[key] = true
		*list = append(*list, value)
	}
}
