package train

import (
	"fmt"
	"strings"

	"annals/language/linear"
)

// Scores says how well models read sentences with given tokens. All but Names
// are counts of tokens.
type Scores struct {
	Tokens, UPOS, XPOS, Lemma int
	Head, Relation            int // right head; right head and relation without its subtype
	Subtype                   int // right head and whole relation
	Named, Found, Right       int // names in the gold, of the models, and in both
}

// String prints percentages, in the manner of the CoNLL 2018 shared task.
func (c Scores) String() string {
	share := func(n, of int) float64 { return 100 * float64(n) / float64(max(of, 1)) }
	line := fmt.Sprintf("tokens %d UPOS %.2f XPOS %.2f LEMMA %.2f UAS %.2f LAS %.2f with subtypes %.2f", c.Tokens,
		share(c.UPOS, c.Tokens), share(c.XPOS, c.Tokens), share(c.Lemma, c.Tokens),
		share(c.Head, c.Tokens), share(c.Relation, c.Tokens), share(c.Subtype, c.Tokens))
	if c.Named > 0 {
		line += fmt.Sprintf(" names P %.2f R %.2f F1 %.2f",
			share(c.Right, c.Found), share(c.Right, c.Named), share(2*c.Right, c.Named+c.Found))
	}
	return line
}

// Measure reads the sentences with the models and compares. Sentences without
// marked names count for no names.
func Measure(m *linear.Models, sentences []Sentence) Scores {
	var s linear.Scratch
	var c Scores
	for _, gold := range sentences {
		load(&s, gold)
		m.Read(&s)
		c.tokens(m, &s, gold)
		if len(gold.Tokens) > 0 && gold.Tokens[0].Name != "" {
			c.names(m, &s, gold)
		}
	}
	return c
}

func (c *Scores) tokens(m *linear.Models, s *linear.Scratch, gold Sentence) {
	for i, t := range gold.Tokens {
		tag, rel := m.Tagger.Tags[s.Tags[i]], m.Parser.Relations[s.Rels[i]]
		c.Tokens++
		c.UPOS += count(tag.UPOS == t.UPOS)
		c.XPOS += count(tag.XPOS == t.XPOS)
		c.Lemma += count(m.Lemmas.Lemma(t.Form, s.Tags[i]) == t.Lemma)
		if int(s.Heads[i]) != t.Head {
			continue
		}
		c.Head++
		c.Relation += count(universal(rel) == universal(t.Rel))
		c.Subtype += count(rel == t.Rel)
	}
}

func universal(rel string) string {
	rel, _, _ = strings.Cut(rel, ":")
	return rel
}

func count(b bool) int {
	if b {
		return 1
	}
	return 0
}

// span is a name: its tokens and its kind.
type span struct {
	first, last int
	kind        string
}

func (c *Scores) names(m *linear.Models, s *linear.Scratch, gold Sentence) {
	want := map[span]bool{}
	for _, n := range spans(len(gold.Tokens), func(i int) string { return gold.Tokens[i].Name }) {
		want[n] = true
	}
	found := spans(len(gold.Tokens), func(i int) string { return m.Names.Labels[s.Names[i]] })
	c.Named += len(want)
	c.Found += len(found)
	for _, n := range found {
		c.Right += count(want[n])
	}
}

// spans reads the names off their labels.
func spans(n int, label func(i int) string) []span {
	var out []span
	open := false
	for i := range n {
		l := label(i)
		if l == "" || l == "O" {
			open = false
			continue
		}
		if l[0] == 'I' && open && out[len(out)-1].kind == l[2:] {
			out[len(out)-1].last = i
			continue
		}
		out = append(out, span{i, i, l[2:]})
		open = true
	}
	return out
}
