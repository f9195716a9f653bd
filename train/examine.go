package train

import (
	"slices"

	"annals/eval"
	"annals/train/network"
)

// examination is the development parts as networks read them while they learn.
type examination struct {
	parts     [][]Sentence
	examples  [][]*network.Example
	inventory Inventory
}

func (c *School) examined(m *material) *examination {
	x := &examination{parts: c.Dev, inventory: m.inventory}
	for _, part := range c.Dev {
		x.examples = append(x.examples, m.examples(part))
	}
	return x
}

// report tells how well a council reads the development parts.
func (x *examination) report(progress Progress, who string, c council) {
	for i := range x.parts {
		progress(who, x.score(i, c.reader()).String())
	}
}

// score compares what a reader says of a part with the treebank. Lemmas count as right.
func (x *examination) score(part int, r *network.Reader) Scores {
	sentences, examples := x.parts[part], x.examples[part]
	at := map[*network.Example]int{}
	for i, e := range examples {
		at[e] = i
	}
	byLength := slices.Clone(examples)
	slices.SortStableFunc(byLength, func(a, b *network.Example) int { return len(a.Words) - len(b.Words) })
	var c Scores
	for chunk := range slices.Chunk(byLength, sideBySide) {
		for k, a := range r.Read(chunk) {
			gold := goldWords(sentences[at[chunk[k]]])
			system := x.words(gold, a)
			c.Trees.Add(gold, system)
			if len(gold) > 0 && gold[0].Name != "" {
				c.Names.Add(gold, system)
			}
		}
	}
	return c
}

// words are the words of the treebank with the answers of networks.
func (x *examination) words(gold []eval.Word, a network.Answer) []eval.Word {
	words := slices.Clone(gold)
	for i := range words {
		w := &words[i]
		w.UPOS, w.XPOS = x.inventory.Tags[a.Tags[i+1]], x.inventory.FineTags[a.FineTags[i+1]]
		w.Head, w.Rel = int(a.Heads[i+1])-1, x.inventory.Relations[a.Relations[i+1]]
		w.Name = x.inventory.Names[a.Names[i+1]]
	}
	return words
}
