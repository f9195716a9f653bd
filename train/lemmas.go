package train

import (
	"cmp"
	"slices"
	"strings"

	"annals/language/index"
	"annals/language/lemma"
)

// goeswith is the relation of the parts of a word that was wrongly cut in
// two: their lemmas say nothing.
const goeswith = "goeswith"

// lemmaExample is a form with its tag and the script to its lemma, and how
// often it was seen.
type lemmaExample struct {
	form   string
	lower  string
	tag    lemma.Tag
	script lemma.Script
	count  int
}

// Lemmas learns endings: an ending is kept where it says something else than
// the next shorter one.
func Lemmas(sentences []Sentence) *lemma.Lemmas {
	examples := lemmaExamples(sentences)
	model := &lemma.Lemmas{}
	number := map[lemma.Script]int{}
	var keys []uint64
	var numbers []uint32
	put := func(what int, tag lemma.Tag, s string, c lemma.Script) {
		n, ok := number[c]
		if !ok {
			n = len(model.Scripts)
			number[c] = n
			model.Scripts = append(model.Scripts, c)
		}
		keys, numbers = append(keys, lemma.Key(what, tag, s)), append(numbers, uint32(n+1))
	}
	decided := make([]lemma.Script, len(examples)) // what the endings so far say
	for n := 0; n <= lemma.MaxEnding; n++ {
		for _, group := range groups(examples, func(e lemmaExample) (string, bool) { return ending(e.lower, n), len(e.lower) >= n }) {
			best, votes := vote(examples, group)
			if votes < 2 || best == decided[group[0]] && n > 0 {
				continue
			}
			e := examples[group[0]]
			put(lemma.Ending, e.tag, ending(e.lower, n), best)
			for _, k := range group {
				decided[k] = best
			}
		}
	}
	for _, what := range []int{lemma.Whole, lemma.Printed} {
		word := func(e lemmaExample) (string, bool) { return e.lower, true }
		if what == lemma.Printed {
			word = func(e lemmaExample) (string, bool) { return e.form, true }
		}
		for _, group := range groups(examples, word) {
			best, _ := vote(examples, group)
			if best == decided[group[0]] {
				continue
			}
			e := examples[group[0]]
			key, _ := word(e)
			put(what, e.tag, key, best)
			for _, k := range group {
				decided[k] = best
			}
		}
	}
	model.Endings = index.WithNumbers(keys, numbers)
	return model
}

func ending(s string, n int) string { return s[max(0, len(s)-n):] }

// lemmaExamples counts the examples, in a fixed order.
func lemmaExamples(sentences []Sentence) []lemmaExample {
	position := map[lemmaExample]int{}
	var out []lemmaExample
	for _, s := range sentences {
		for _, t := range s.Tokens {
			if t.Rel == goeswith || t.XPOS == "GW" || t.Lemma == "_" && t.Form != "_" {
				continue
			}
			e := lemmaExample{form: t.Form, lower: strings.ToLower(t.Form), tag: lemma.TagOf(t.UPOS, t.XPOS), script: lemma.ScriptOf(t.Form, t.Lemma)}
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
		tag lemma.Tag
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
func vote(examples []lemmaExample, group []int) (lemma.Script, int) {
	votes := map[lemma.Script]int{}
	seen := map[lemma.Script]int{}
	for _, k := range group {
		votes[examples[k].script]++
		seen[examples[k].script] += examples[k].count
	}
	scripts := make([]lemma.Script, 0, len(votes))
	for c := range votes {
		scripts = append(scripts, c)
	}
	best := slices.MinFunc(scripts, func(a, b lemma.Script) int {
		return cmp.Or(votes[b]-votes[a], seen[b]-seen[a], cmp.Compare(a.Strip, b.Strip), cmp.Compare(a.Add, b.Add), cmp.Compare(a.Case, b.Case))
	})
	return best, votes[best]
}
