package ask

import (
	"slices"
	"strings"

	"annals"
)

// KeyOf returns what tells a participant from others across documents: the id of whom
// the words were resolved to, or else the name, or else the words, without case and
// accents. It is "" for nobody.
func KeyOf(p *annals.Participant) string {
	switch {
	case p.ID != "":
		return p.ID
	case p.Name != "":
		return strings.TrimSpace(folded(p.Name))
	}
	return strings.TrimSpace(folded(p.Text))
}

// NameOf returns what to call a participant: the name, or else the words.
func NameOf(p *annals.Participant) string {
	if p.Name != "" {
		return p.Name
	}
	return p.Text
}

// keysOf returns the keys of participants, sorted, each once.
func keysOf(all []annals.Participant) []string {
	var keys []string
	for i := range all {
		if key := KeyOf(&all[i]); key != "" {
			keys = append(keys, key)
		}
	}
	slices.Sort(keys)
	return slices.Compact(keys)
}

// meet reports whether two sets of keys share one.
func meet(a, b []string) bool {
	return slices.ContainsFunc(a, func(key string) bool { return slices.Contains(b, key) })
}
