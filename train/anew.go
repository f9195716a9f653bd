package train

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"

	"annals/language/neural"
	"annals/train/network"
)

// What a network that learns from a council reads for each sentence of the treebanks as it is.
const (
	moreRenamed = 0.6  // with other names
	renamings   = 3    // kinds of them
	moreLower   = 0.06 // without capitals, as of raw text, since the web spares them
)

// material is what is learned from.
type material struct {
	sentences  []Sentence
	vocabulary *neural.Vocabulary
	inventory  Inventory
}

func (m *material) examples(sentences []Sentence) []*network.Example {
	return Examples(sentences, m.vocabulary, m.inventory)
}

// anewFile is where the network is kept that has learned from the council.
const anewFile = "anew.network"

// anewSeed sets the first weights of the network that learns anew apart from those of others.
const anewSeed = 77

// anew lets a network of the pupils' shape learn from scratch what a council of them and of
// namers knows. Namers learn tags and names from the treebanks, in part with other names in the
// place of theirs: they do not know names by heart as the pupils do, and so look at what stands
// around one and at what the gazetteer says. A network that learns anew comes to know more than
// each of those that vote; one that learned on from them would not, since it knows the treebanks
// by heart and makes nothing of what is new in a word.
func (c *School) anew(pupils []*network.Network, m *material) (*network.Network, error) {
	z := pupils[0].Sizes
	z.Dropout, z.RecurrentDropout, z.WordDropout = 0.3, 0.2, 0.2
	n := network.New(z, pupils[0].Vectors, c.Seed+anewSeed)
	if found, err := c.takeUp(n, "anew", anewFile); err != nil || found {
		return n, err
	}
	dev := c.examined(m)
	for i, pupil := range pupils {
		dev.report(c.Progress, fmt.Sprintf("pupil %d", i+1), council{parsers: []*network.Network{pupil}})
	}
	namers, err := c.namers(pupils[0], m)
	if err != nil {
		return nil, err
	}
	all := council{parsers: pupils, namers: namers}
	dev.report(c.Progress, "together", all)
	c.learnFrom(all, n, m)
	dev.report(c.Progress, "anew", council{parsers: []*network.Network{n}})
	return n, c.keep(n, anewFile)
}

// learnFrom lets a network learn from the treebanks and from what a council has read.
func (c *School) learnFrom(all council, n *network.Network, m *material) {
	random := rand.New(rand.NewPCG(c.Seed, 19))
	examples := m.examples(m.sentences)
	var others []*network.Example
	registers := NewRegisters(m.vocabulary.Gazetteer)
	for i := range renamings {
		others = append(others, named(m.examples(Renamed(m.sentences, registers, c.Seed+uint64(i))))...)
	}
	c.askNames(all, slices.Concat(named(examples), others), m)
	sentences := drawn(c.Raw, c.CouncilWords, random)
	read := c.readRaw(all, sentences, m.vocabulary)
	spareCapitals(read, sentences, m.vocabulary, random)
	raw := c.homework(read, examples, c.Seed)
	renamed := some(others, moreRenamed/renamings, random)
	small := some(m.examples(lowered(m.sentences)), moreLower, random)
	n.Train(examples, func(epoch int) []*network.Example { return slices.Concat(raw(epoch), renamed(epoch), small(epoch)) }, c.schedule("anew", c.AnewEpochs, c.Seed))
}

// askNames lets a council say what it holds likely of the names of the treebanks; half of what
// a network is to learn of them is that, and half what the annotators say.
func (c *School) askNames(all council, examples []*network.Example, m *material) {
	choices := len(m.inventory.Names)
	asked := slices.Clone(examples)
	slices.SortStableFunc(asked, func(a, b *network.Example) int { return len(a.Words) - len(b.Words) })
	c.read(all, asked, "names", func(e *network.Example, a network.Answer) {
		for i := 1; i < len(e.Words); i++ {
			row := a.Shares.Names[i*choices : (i+1)*choices]
			for k := range row {
				row[k] /= 2
			}
			if e.Names[i] != network.Unknown {
				row[e.Names[i]] += 127
			}
		}
		e.Shares = &network.Shares{Names: a.Shares.Names}
	})
}

// spareCapitals takes the capitals of some sentences of raw text that teachers have read.
func spareCapitals(read []*network.Example, sentences RawText, vocabulary *neural.Vocabulary, random *rand.Rand) {
	for i, forms := range sentences {
		if random.Float32() < moreLower {
			read[i].Words = wordsOf(lower(forms), vocabulary)
		}
	}
}

// lowered are the sentences without capitals.
func lowered(sentences []Sentence) []Sentence {
	out := slices.Clone(sentences)
	for i := range out {
		forms := lower(out[i].forms())
		out[i].Tokens = slices.Clone(out[i].Tokens)
		for k := range forms {
			out[i].Tokens[k].Form = forms[k]
		}
	}
	return out
}

func lower(forms []string) []string {
	out := make([]string, len(forms))
	for i, form := range forms {
		out[i] = strings.ToLower(form)
	}
	return out
}
