package train

import (
	"cmp"
	"fmt"
	"maps"
	"slices"

	"annals/language/index"
	"annals/language/neural"
	"annals/train/network"
)

// Inventory is the lists of what can be answered; a number is a position in one.
type Inventory struct {
	Tags, FineTags, Relations, Names []string
}

// nameLabels are the labels of names: none, and the beginning and inside of each
// kind.
var nameLabels = []string{"O", "B-PER", "I-PER", "B-ORG", "I-ORG", "B-LOC", "I-LOC"}

// NewInventory lists what the sentences have; the relation of the root comes
// first.
func NewInventory(sentences []Sentence) Inventory {
	tags, fine, relations := map[string]bool{}, map[string]bool{}, map[string]bool{}
	for _, s := range sentences {
		for _, t := range s.Tokens {
			tags[t.UPOS], fine[t.XPOS], relations[t.Rel] = true, true, true
		}
	}
	delete(relations, "root")
	return Inventory{
		Tags: slices.Sorted(maps.Keys(tags)), FineTags: slices.Sorted(maps.Keys(fine)),
		Relations: append([]string{"root"}, slices.Sorted(maps.Keys(relations))...), Names: nameLabels,
	}
}

// How often a form or shape must be seen to have a vector of its own.
const (
	formTimes  = 2
	shapeTimes = 5
	subwords   = 32768 // rows of the table of pieces
)

// NewVocabulary chooses the forms and shapes that have vectors, and looks the words of the
// vectors from raw text up in the lexicon.
func NewVocabulary(sentences []Sentence, vectors *Vectors, lexicon neural.Lexicon, gazetteer *neural.Gazetteer) (*neural.Vocabulary, error) {
	forms, shapes := map[string]int{}, map[uint64]int{}
	for _, s := range sentences {
		for _, t := range s.Tokens {
			plain, _, shape := neural.Spelling(t.Form)
			forms[plain]++
			shapes[shape]++
		}
	}
	known := frequent(forms, formTimes, index.Hash[string])
	lower, hashes := make([]string, len(vectors.Words)), make([]uint64, len(vectors.Words))
	for i, w := range vectors.Words {
		_, lower[i], _ = neural.Spelling(w)
		hashes[i] = index.Hash(lower[i])
	}
	classes, err := neural.NewClasses(lexicon, lower)
	if err != nil {
		return nil, fmt.Errorf("looking words up: %w", err)
	}
	return &neural.Vocabulary{
		Forms: index.New(known, neural.RootForm+1), Vectors: index.New(hashes, 1),
		Shapes:   index.New(frequent(shapes, shapeTimes, func(h uint64) uint64 { return h }), neural.RootForm+1),
		Subwords: subwords, Classes: classes, Gazetteer: gazetteer,
	}, nil
}

// frequent returns the hashes of what was seen often enough, the most frequent
// first.
func frequent[K cmp.Ordered](counts map[K]int, times int, hash func(K) uint64) []uint64 {
	keys := slices.SortedFunc(maps.Keys(counts), func(a, b K) int {
		return cmp.Or(cmp.Compare(counts[b], counts[a]), cmp.Compare(a, b))
	})
	var out []uint64
	for _, k := range keys {
		if counts[k] >= times {
			out = append(out, hash(k))
		}
	}
	return out
}

// Examples turns sentences into what a network learns from.
func Examples(sentences []Sentence, vocabulary *neural.Vocabulary, inventory Inventory) []*network.Example {
	number := func(list []string) map[string]int16 {
		m := map[string]int16{}
		for i, s := range list {
			m[s] = int16(i)
		}
		return m
	}
	tags, fine, relations, names := number(inventory.Tags), number(inventory.FineTags), number(inventory.Relations), number(inventory.Names)
	find := func(m map[string]int16, s string) int16 {
		if n, ok := m[s]; ok {
			return n
		}
		return network.Unknown
	}
	out := make([]*network.Example, len(sentences))
	for i, s := range sentences {
		n := len(s.Tokens) + 1
		e := &network.Example{
			Words: wordsOf(s.forms(), vocabulary), Weight: 1,
			Tags: make([]int16, n), FineTags: make([]int16, n), Heads: make([]int16, n), Relations: make([]int16, n),
		}
		labels := make([]int16, n)
		for k, t := range s.Tokens {
			e.Tags[k+1], e.FineTags[k+1], e.Relations[k+1] = find(tags, t.UPOS), find(fine, t.XPOS), find(relations, t.Rel)
			e.Heads[k+1] = int16(t.Head + 1)
			labels[k+1] = find(names, t.Name)
		}
		switch {
		case n == 1 || s.Tokens[0].Name == "":
		case s.Silver:
			e.Entities = labels
		default:
			e.Names = labels
		}
		out[i] = e
	}
	return out
}

// wordsOf returns the words of some forms behind the root.
func wordsOf(forms []string, vocabulary *neural.Vocabulary) []neural.Word {
	var look neural.Look
	vocabulary.Words(&look, forms)
	words := []neural.Word{neural.Root}
	for _, w := range look.Words {
		w.Subwords = slices.Clone(w.Subwords)
		words = append(words, w)
	}
	return words
}

// Pairs lists the pairs of tags that the sentences have.
func Pairs(sentences []Sentence, inventory Inventory) []neural.Tag {
	seen := map[[2]string]bool{}
	var out []neural.Tag
	for _, s := range sentences {
		for _, t := range s.Tokens {
			if seen[[2]string{t.UPOS, t.XPOS}] {
				continue
			}
			seen[[2]string{t.UPOS, t.XPOS}] = true
			out = append(out, neural.Tag{
				UPOS: t.UPOS, XPOS: t.XPOS,
				Coarse: slices.Index(inventory.Tags, t.UPOS), Fine: slices.Index(inventory.FineTags, t.XPOS),
			})
		}
	}
	slices.SortFunc(out, func(a, b neural.Tag) int {
		return cmp.Or(cmp.Compare(a.Coarse, b.Coarse), cmp.Compare(a.Fine, b.Fine))
	})
	return out
}
