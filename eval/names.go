package eval

import "strings"

// name is a name in a sentence: its first and last word, and its type.
type name struct {
	first, last int
	kind        string
}

// NameScore counts names. One is right if its words and its type are.
type NameScore struct {
	Sentences int
	All       Count
	Types     map[string]Count // PER, ORG, LOC, ...
}

// Add counts a sentence. Gold and system have the same words.
func (s *NameScore) Add(gold, system []Word) {
	if s.Types == nil {
		s.Types = map[string]Count{}
	}
	s.Sentences++
	wanted := map[name]bool{}
	for _, n := range names(gold) {
		wanted[n] = true
		s.count(n, Count{Gold: 1})
	}
	for _, n := range names(system) {
		s.count(n, Count{System: 1, Right: one(wanted[n])})
	}
}

func (s *NameScore) count(n name, c Count) {
	s.All = s.All.plus(c)
	s.Types[n.kind] = s.Types[n.kind].plus(c)
}

// names reads the names off the labels of words. A label I that continues
// nothing of its type begins a name.
func names(words []Word) []name {
	var out []name
	open := false
	for i := range words {
		position, kind, _ := strings.Cut(words[i].Name, "-")
		switch {
		case position == "I" && open && out[len(out)-1].kind == kind:
			out[len(out)-1].last = i
		case position == "B" || position == "I":
			out = append(out, name{i, i, kind})
			open = true
		default:
			open = false
		}
	}
	return out
}
