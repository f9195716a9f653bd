package train

import (
	"math/rand/v2"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"annals/language/neural"
)

// renamedShare is how many of the names another one takes the place of.
const renamedShare = 0.7

// mould is what two names must share to stand for each other: kind, and the fine tags of
// their words, so that the answers of a sentence stay right.
type mould struct{ kind, tags string }

// Renamed returns the sentences with other names in the place of many of theirs, drawn from
// all sentences (mention replacement; Dai and Adel 2020) and, half of them, from registers:
// what a name is must be told by what stands around it. Tags, trees and kinds of names stay.
// The same seed gives the same.
func Renamed(sentences []Sentence, registers *Registers, seed uint64) []Sentence {
	pool := map[mould][][]string{}
	for i := range sentences {
		eachName(&sentences[i], func(m mould, first, end int) {
			pool[m] = append(pool[m], sentences[i].forms()[first:end])
		})
	}
	random := rand.New(rand.NewPCG(seed, 13))
	out := make([]Sentence, len(sentences))
	for i := range sentences {
		s := sentences[i]
		s.Tokens = append([]Token(nil), s.Tokens...)
		eachName(&s, func(m mould, first, end int) {
			if random.Float64() >= renamedShare {
				return
			}
			other := registers.draw(m, random)
			if other == nil || random.IntN(2) == 0 {
				other = pool[m][random.IntN(len(pool[m]))]
			}
			for k := first; k < end; k++ {
				s.Tokens[k].Form = printedLike(other[k-first], s.Tokens[k].Form)
			}
		})
		out[i] = s
	}
	return out
}

// Registers are lists of names that others keep.
type Registers struct {
	forenames, surnames []string
	towns, companies    [2][][]string // of one word and of two
}

// NewRegisters returns the registers of a gazetteer.
func NewRegisters(g *neural.Gazetteer) *Registers {
	r := &Registers{}
	if g == nil {
		return r
	}
	r.forenames, r.surnames = short(g.Names("forename")), short(g.Names("surname"))
	r.towns, r.companies = byLength(g.Names("town")), byLength(g.Names("company"))
	return r
}

// short are the names of one word.
func short(names []string) []string {
	return slices.DeleteFunc(names, func(n string) bool { return strings.Contains(n, " ") })
}

func byLength(names []string) [2][][]string {
	var out [2][][]string
	for _, name := range names {
		if words := strings.Fields(name); len(words) <= len(out) {
			out[len(words)-1] = append(out[len(words)-1], words)
		}
	}
	return out
}

// draw returns a name that fits, or nil where there is none.
func (r *Registers) draw(m mould, random *rand.Rand) []string {
	words := strings.Count(m.tags, " ") + 1
	if words > 2 || strings.ReplaceAll(m.tags, "NNP", "") != strings.Repeat(" ", words-1) || len(r.forenames) == 0 || len(r.surnames) == 0 {
		return nil
	}
	list := r.towns[words-1]
	switch m.kind {
	case "PER":
		name := []string{r.forenames[random.IntN(len(r.forenames))], r.surnames[random.IntN(len(r.surnames))]}
		if words == 1 {
			return name[random.IntN(2):][:1]
		}
		return name
	case "ORG":
		list = r.companies[words-1]
	}
	if len(list) == 0 {
		return nil
	}
	return list[random.IntN(len(list))]
}

// eachName calls f for each name of a sentence, from its first token to before its end.
func eachName(s *Sentence, f func(m mould, first, end int)) {
	for i := 0; i < len(s.Tokens); {
		kind, begins := strings.CutPrefix(s.Tokens[i].Name, "B-")
		if !begins {
			i++
			continue
		}
		m := mould{kind: kind, tags: s.Tokens[i].XPOS}
		first := i
		for i++; i < len(s.Tokens) && s.Tokens[i].Name == "I-"+kind; i++ {
			m.tags += " " + s.Tokens[i].XPOS
		}
		f(m, first, i)
	}
}

// printedLike writes a form in the letters of another: all capitals, none, or at least one.
func printedLike(form, like string) string {
	switch {
	case !strings.ContainsFunc(like, unicode.IsLetter):
		return form
	case like == strings.ToLower(like):
		return strings.ToLower(form)
	case like == strings.ToUpper(like) && len(like) > 4: // shorter ones are mostly abbreviations
		return strings.ToUpper(form)
	case form == strings.ToLower(form):
		first, size := utf8.DecodeRuneInString(form)
		return string(unicode.ToTitle(first)) + form[size:]
	}
	return form
}
