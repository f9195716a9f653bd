package where

import (
	"cmp"
	"slices"

	"annals/gazetteer"
	"annals/language"
)

// finder is the work on one sentence.
type finder struct {
	p       *Places
	s       *language.Sentence
	setting *Setting
	names   []name
	out     []Mention
}

// Find returns the places of a sentence from left to right. The setting, which
// may be nil, settles names that several places bear.
func (p *Places) Find(s *language.Sentence, in *Setting) []Mention {
	f := finder{p: p, s: s, setting: in, names: p.names(s)}
	f.nouns()
	for i := range f.names {
		n := &f.names[i]
		if n.used {
			continue
		}
		if role := f.role(subject{n.first, n.last, n.polity()}); role != "" {
			f.emit(n, role)
		}
	}
	slices.SortStableFunc(f.out, func(a, b Mention) int { return cmp.Compare(a.First, b.First) })
	return f.out
}

// emit appends a proper name as a place, and takes the larger place behind it
// ("Paris, Texas") as a part of it.
func (f *finder) emit(n *name, role Role) {
	n.used = true
	var hint *name
	if n.last < len(f.s.Tokens) && f.s.Tokens[n.last].Form == "," && !n.polity() {
		if larger := f.nameStarting(n.last + 1); larger != nil && (larger.holdsAny(n) || larger.province()) {
			hint = larger
			larger.used = true
		}
	}
	f.add(Mention{
		First: n.first, Last: n.last, Head: head(f.s, n.first, n.last),
		Place: f.p.place(f.s, n, hint, f.setting), Role: role,
	})
}

// province reports whether the name is a province's, and no city's.
func (n *name) province() bool {
	found := false
	for _, s := range n.sites {
		if s.kind == cityKind {
			return false
		}
		found = found || s.kind == provinceKind
	}
	return found && (n.entry == nil || n.entry.Kind == gazetteer.Territory)
}

// holdsAny reports whether one of the places that bear the name lies in the
// larger place.
func (n *name) holdsAny(smaller *name) bool {
	for _, s := range smaller.sites {
		if n.holds(s) {
			return true
		}
	}
	return false
}

func (f *finder) add(m Mention) { f.out = append(f.out, m) }

// use marks the names within a token range as told.
func (f *finder) use(first, last int) {
	for i := range f.names {
		if f.names[i].first >= first && f.names[i].last <= last {
			f.names[i].used = true
		}
	}
}

// nameStarting returns the name that begins at a token, or nil.
func (f *finder) nameStarting(token int) *name {
	for i := range f.names {
		if f.names[i].first == token {
			return &f.names[i]
		}
	}
	return nil
}
