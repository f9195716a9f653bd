package actors

import (
	"maps"
	"slices"
)

// Alias is an id that was joined to another, by its spelling or by a decision: lines that were
// coded with the one are settled to be about the other.
type Alias struct {
	ID   string `json:"id"`
	Name string `json:"name,omitempty"` // that lines give to it, "" if none does
	Of   string `json:"of"`             // the id that remains
}

// Aliases returns all ids that were joined to others, in order.
func (r *Register) Aliases() []Alias {
	var out []Alias
	for _, id := range slices.Sorted(maps.Keys(r.canonical)) {
		a := Alias{ID: id, Of: r.Canonical(id)}
		if p := r.persons[id]; p != nil {
			a.Name = p.name
		}
		if a.Of != id {
			out = append(out, a)
		}
	}
	return out
}
