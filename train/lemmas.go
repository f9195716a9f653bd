package train

import (
	"cmp"
	"slices"
	"strings"

	"annals/language/linear"
)

// goeswith is the relation of the parts of a word that was wrongly cut in
// two: their lemmas say nothing.
const goeswith = "goeswith"

// lemmaExample is a form with its tag and the script to its lemma, and how
// often it was seen.
type lemmaExample struct {
	form   string
	lower  string
	tag    uint8
	script linear.Script
	count  int
}

// Lemmas learns endings: an ending is kept where it says something else than
// the next shorter one.
func Lemmas(sentences []Sentence, tags []linear.Tag) *linear.Lemmas {
	examples := lemmaExamples(sentences, tags)
	model := &linear.Lemmas{}
	number := map[linear.Script]int{}
	id := func(c linear.Script) linear.Cell {
		n, ok := number[c]
		if !ok {
			n = len(model.Scripts)
			number[c] = n
			model.Scripts = append(model.Scripts, c)
		}
		return linear.EndingCell(n)
	}
	var rows []linear.Row
	decided := make([]linear.Script, len(examples)) // what the endings so far say
	for n := 0; n <= linear.MaxEnding; n++ {
		for _, group := range groups(examples, func(e lemmaExample) (string, bool) { return ending(e.lower, n), len(e.lower) >= n }) {
			best, votes := vote(examples, group)
			if votes < 2 || best == decided[group[0]] && n > 0 {
				continue
			}
			e := examples[group[0]]
			rows = append(rows, linear.Row{Hash: linear.EndingKey(linear.Ending, e.tag, ending(e.lower, n)), Cells: []linear.Cell{id(best)}})
			for _, k := range group {
				decided[k] = best
			}
		}
	}
	for _, what := range []int{linear.Whole, linear.Printed} {
		word := func(e lemmaExample) (string, bool) { return e.lower, true }
		if what == linear.Printed {
			word = func(e lemmaExample) (string, bool) { return e.form, true }
		}
		for _, group := range groups(examples, word) {
			best, _ := vote(examples, group)
			if best == decided[group[0]] {
				continue
			}
			e := examples[group[0]]
			key, _ := word(e)
			rows = append(rows, linear.Row{Hash: linear.EndingKey(what, e.tag, key), Cells: []linear.Cell{id(best)}})
			for _, k := range group {
				decided[k] = best
			}
		}
	}
	model.Endings = linear.Build(rows)
	return model
}

func ending(s string, n int) string { return s[max(0, len(s)-n):] }

// lemmaExamples counts the examples, in a fixed order.
func lemmaExamples(sentences []Sentence, tags []linear.Tag) []lemmaExample {
	index := tagIndex(tags)
	position := map[lemmaExample]int{}
	var out []lemmaExample
	for _, s := range sentences {
		for _, t := range s.Tokens {
			tag, ok := index[linear.Tag{UPOS: t.UPOS, XPOS: t.XPOS}]
			if !ok || t.Rel == goeswith || t.XPOS == "GW" || t.Lemma == "_" && t.Form != "_" {
				continue
			}
			e := lemmaExample{form: t.Form, lower: strings.ToLower(t.Form), tag: tag, script: linear.ScriptOf(t.Form, t.Lemma)}
			at, seen := position[e]
			if !seen {
				at = len(out)
				position[e] = at
				out = append(out, e)
			}
			out[at].count++
		}
	}
	return out
}

// groups returns the positions of the examples with the same tag and the same
// string; examples for which it gives none are in no group.
func groups(examples []lemmaExample, of func(e lemmaExample) (string, bool)) [][]int {
	type key struct {
		tag uint8
		s   string
	}
	at := map[key]int{}
	var out [][]int
	for i, e := range examples {
		s, ok := of(e)
		if !ok {
			continue
		}
		k := key{e.tag, s}
		g, ok := at[k]
		if !ok {
			g = len(out)
			at[k] = g
			out = append(out, nil)
		}
		out[g] = append(out[g], i)
	}
	return out
}

// vote returns the script that most examples in the group have, each form with
// one vote, and its votes; where they are even the more frequent one.
func vote(examples []lemmaExample, group []int) (linear.Script, int) {
	votes := map[linear.Script]int{}
	seen := map[linear.Script]int{}
	for _, k := range group {
		votes[examples[k].script]++
		seen[examples[k].script] += examples[k].count
	}
	scripts := make([]linear.Script, 0, len(votes))
	for c := range votes {
		scripts = append(scripts, c)
	}
	best := slices.MinFunc(scripts, func(a, b linear.Script) int {
		return cmp.Or(votes[b]-votes[a], seen[b]-seen[a], cmp.Compare(a.Strip, b.Strip), cmp.Compare(a.Add, b.Add), cmp.Compare(a.Case, b.Case))
	})
	return best, votes[best]
}
