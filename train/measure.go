package train

import (
	"fmt"

	"annals/eval"
	"annals/language/lemma"
	"annals/language/neural"
)

// Scores says how well models read sentences with given tokens.
type Scores struct {
	Trees eval.TreeScore
	Names eval.NameScore // of the sentences in which names are marked
}

// String prints percentages, in the manner of the CoNLL 2018 shared task.
func (c Scores) String() string {
	t := &c.Trees
	share := func(n int) float64 { return eval.Percent(n, t.Words) }
	line := fmt.Sprintf("tokens %d UPOS %.2f XPOS %.2f LEMMA %.2f UAS %.2f LAS %.2f with subtypes %.2f", t.Words,
		share(t.UPOS), share(t.XPOS), share(t.Lemma), share(t.Head), share(t.Relation), share(t.Subtype))
	if n := c.Names.All; n.Gold > 0 {
		line += fmt.Sprintf(" names P %.2f R %.2f F1 %.2f", n.Precision(), n.Recall(), n.F1())
	}
	return line
}

// Measure reads the sentences with the models and compares. Sentences without
// marked names count for no names.
func Measure(m *Models, sentences []Sentence) Scores {
	var work neural.Scratch
	for _, s := range sentences {
		work.Add(len(s.Tokens), func(i int) string { return s.Tokens[i].Form })
	}
	m.Network.Read(&work)
	var c Scores
	for i, s := range sentences {
		gold, system := goldWords(s), m.words(work.Answer(i), s)
		c.Trees.Add(gold, system)
		if len(gold) > 0 && gold[0].Name != "" {
			c.Names.Add(gold, system)
		}
	}
	return c
}

func goldWords(s Sentence) []eval.Word {
	words := make([]eval.Word, len(s.Tokens))
	for i, t := range s.Tokens {
		words[i] = eval.Word{Form: t.Form, Lemma: t.Lemma, UPOS: t.UPOS, XPOS: t.XPOS, Head: t.Head, Rel: t.Rel, Name: t.Name}
	}
	return words
}

// words returns what the models say of a sentence.
func (m *Models) words(a neural.Answer, s Sentence) []eval.Word {
	words := make([]eval.Word, len(s.Tokens))
	for i, t := range s.Tokens {
		tag := m.Network.Tags[a.Tags[i]]
		words[i] = eval.Word{
			Form: t.Form, Lemma: m.Lemmas.Lemma(t.Form, lemma.TagOf(tag.UPOS, tag.XPOS)), UPOS: tag.UPOS, XPOS: tag.XPOS,
			Head: int(a.Heads[i]), Rel: m.Network.Relations[a.Relations[i]],
			Name: m.Network.Labels[a.Names[i]],
		}
	}
	return words
}
