package train

import (
	"cmp"
	"math"
	"slices"
	"strings"

	"annals/language/index"
	"annals/language/lemma"
)

// goeswith is the relation of the parts of a word that was wrongly cut in
// two: their lemmas say nothing.
const goeswith = "goeswith"

// lemmaExample is a lower-cased word with its tag and what is to be said of it, and
// how often it was seen.
type lemmaExample[T comparable] struct {
	word  string
	tag   lemma.Tag
	says  T
	count int
}

// lemmaLearner gathers keys and numbers.
type lemmaLearner struct {
	model   *lemma.Lemmas
	number  map[lemma.Script]uint32
	keys    []uint64
	numbers []uint32
}

// Lemmas learns words and endings: one is kept where it says something else than
// the next shorter one.
func Lemmas(sentences []Sentence) *lemma.Lemmas {
	l := &lemmaLearner{model: &lemma.Lemmas{}, number: map[lemma.Script]uint32{}}
	scripts, cases := lemmaExamples(sentences)
	learnEndings(scripts, compareScripts, lemma.MaxEnding, oftenSeen, func(tag lemma.Tag, s string, whole bool, c lemma.Script) {
		l.put(lemma.Key(either(whole, lemma.Whole, lemma.Ending), tag, s), l.script(c))
	})
	learnEndings(cases, cmp.Compare[lemma.Case], lemma.MaxCasedEnding, never, func(tag lemma.Tag, s string, whole bool, c lemma.Case) {
		l.put(lemma.Key(either(whole, lemma.CasedWhole, lemma.CasedEnding), tag, s), uint32(c))
	})
	l.model.Known = index.WithNumbers(l.keys, l.numbers)
	return l.model
}

func either(whole bool, a, b int) int {
	if whole {
		return a
	}
	return b
}

func (l *lemmaLearner) put(key uint64, number uint32) {
	l.keys, l.numbers = append(l.keys, key), append(l.numbers, number+1)
}

// script is the number of a script.
func (l *lemmaLearner) script(c lemma.Script) uint32 {
	n, ok := l.number[c]
	if !ok {
		n = uint32(len(l.model.Scripts))
		l.number[c] = n
		l.model.Scripts = append(l.model.Scripts, c)
	}
	return n
}

func compareScripts(a, b lemma.Script) int {
	return cmp.Or(cmp.Compare(a.Strip, b.Strip), cmp.Compare(a.Add, b.Add))
}

// A word that is seen so often is kept though its ending says the same: nobody shall
// doubt it.
const (
	oftenSeen = 4
	never     = math.MaxInt
)

// learnEndings calls put for every ending up to a length, and for every whole word,
// that says something else than what is shorter, and for the words that are seen
// often.
func learnEndings[T comparable](examples []lemmaExample[T], compare func(a, b T) int, longest, often int, put func(tag lemma.Tag, s string, whole bool, says T)) {
	decided := make([]T, len(examples)) // what the endings so far say
	for n := 0; n <= longest+1; n++ {
		whole := n > longest
		word := func(e lemmaExample[T]) (string, bool) { return ending(e.word, n), len(e.word) >= n }
		if whole {
			word = func(e lemmaExample[T]) (string, bool) { return e.word, true }
		}
		for _, group := range groups(examples, word) {
			best, votes := vote(examples, group, compare)
			if !whole && votes < 2 || best == decided[group[0]] && n > 0 && (!whole || best == *new(T) || seen(examples, group) < often) {
				continue
			}
			e := examples[group[0]]
			s, _ := word(e)
			put(e.tag, s, whole, best)
			for _, k := range group {
				decided[k] = best
			}
		}
	}
}

// seen is how often the examples of a group were seen.
func seen[T comparable](examples []lemmaExample[T], group []int) int {
	n := 0
	for _, k := range group {
		n += examples[k].count
	}
	return n
}

func ending(s string, n int) string { return s[max(0, len(s)-n):] }

// lemmaExamples counts the examples of letters and of cases, in a fixed order.
func lemmaExamples(sentences []Sentence) ([]lemmaExample[lemma.Script], []lemmaExample[lemma.Case]) {
	var scripts counted[lemma.Script]
	var cases counted[lemma.Case]
	for _, s := range sentences {
		for _, t := range s.Tokens {
			if t.Rel == goeswith || t.XPOS == "GW" || t.Lemma == "_" && t.Form != "_" {
				continue
			}
			tag, lower := lemma.TagOf(t.UPOS, t.XPOS), strings.ToLower(t.Form)
			plain := lemma.Plain(lower)
			scripts.add(plain, tag, lemma.ScriptOf(plain, lemma.Plain(strings.ToLower(t.Lemma))))
			cases.add(lower, tag.In(lemma.PrintOf(t.Form)), lemma.CaseOf(t.Lemma))
		}
	}
	return scripts.examples, cases.examples
}

// counted is examples, each once.
type counted[T comparable] struct {
	position map[lemmaExample[T]]int
	examples []lemmaExample[T]
}

func (c *counted[T]) add(word string, tag lemma.Tag, says T) {
	e := lemmaExample[T]{word: word, tag: tag, says: says}
	at, seen := c.position[e]
	if !seen {
		if c.position == nil {
			c.position = map[lemmaExample[T]]int{}
		}
		at = len(c.examples)
		c.position[e] = at
		c.examples = append(c.examples, e)
	}
	c.examples[at].count++
}

// groups returns the positions of the examples with the same tag and the same
// string; examples for which it gives none are in no group.
func groups[T comparable](examples []lemmaExample[T], of func(e lemmaExample[T]) (string, bool)) [][]int {
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

// vote returns what most examples in the group say, each word with one vote, and
// its votes; where they are even the more frequent one.
func vote[T comparable](examples []lemmaExample[T], group []int, compare func(a, b T) int) (T, int) {
	votes := map[T]int{}
	seen := map[T]int{}
	for _, k := range group {
		votes[examples[k].says]++
		seen[examples[k].says] += examples[k].count
	}
	said := make([]T, 0, len(votes))
	for c := range votes {
		said = append(said, c)
	}
	best := slices.MinFunc(said, func(a, b T) int {
		return cmp.Or(votes[b]-votes[a], seen[b]-seen[a], compare(a, b))
	})
	return best, votes[best]
}
