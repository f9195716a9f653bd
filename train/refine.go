package train

import (
	"math/rand/v2"
	"slices"
	"strings"

	"annals/language/neural"
	"annals/train/network"
)

// moreRate is how fast the pupil learns on at most: less than at first, so that it does not
// forget what it has learned of raw text.
const moreRate = 0.0008

// What the pupil then reads for each sentence of the treebanks as it is.
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

// refine lets the network that ships learn on. Namers learn tags and names from the
// treebanks, from scratch, in part with other names in the place of theirs: they do not know
// names by heart as the pupil does, and so look at what stands around one and at what the
// gazetteer says. Together with the pupil they read raw text, and the pupil learns from that.
// Then one like it may learn anew from all of them.
func (c *School) refine(pupil *network.Network, m *material) error {
	if found, err := c.takeUp(pupil, "pupil", c.last()); err != nil || found {
		return err
	}
	dev := c.examined(m)
	dev.report(c.Progress, "pupil", council{parsers: []*network.Network{pupil}})
	before, err := twin(pupil, c.Seed)
	if err != nil {
		return err
	}
	all, err := c.council(before, m)
	if err != nil {
		return err
	}
	dev.report(c.Progress, "together", all)
	found, err := c.takeUp(pupil, "pupil", refinedFile)
	if err != nil {
		return err
	}
	if !found {
		s := c.schedule("pupil", c.MoreEpochs, c.Seed)
		s.Rate = moreRate
		c.learnFrom(all, pupil, m, s)
		if err := c.keep(pupil, refinedFile); err != nil {
			return err
		}
	}
	dev.report(c.Progress, "pupil", council{parsers: []*network.Network{pupil}})
	if c.AnewEpochs == 0 {
		return nil
	}
	all.parsers = append(all.parsers, pupil)
	return c.anew(pupil, all, m, dev)
}

// The files in which a pupil is kept that has learned on, and the one that has learned anew.
const (
	refinedFile = "pupil-refined.network"
	anewFile    = "pupil-anew.network"
)

// last is the file of the network that refine ends with.
func (c *School) last() string {
	if c.AnewEpochs > 0 {
		return anewFile
	}
	return refinedFile
}

// anew lets a network like the pupil learn from scratch what a council knows, the pupil in it,
// and puts it in the pupil's place. One that knows the treebanks by heart makes nothing of what
// is new in a word (the marks of a lexicon, say); one that begins anew does.
func (c *School) anew(pupil *network.Network, all council, m *material, dev *examination) error {
	z := pupil.Sizes
	z.Dropout, z.RecurrentDropout, z.WordDropout = 0.3, 0.2, 0.2
	fresh := network.New(z, pupil.Vectors, c.Seed+anewSeed)
	c.learnFrom(all, fresh, m, c.schedule("anew", c.AnewEpochs, c.Seed))
	dev.report(c.Progress, "anew", council{parsers: []*network.Network{fresh}})
	if err := pupil.Take(fresh); err != nil {
		return err
	}
	return c.keep(pupil, anewFile)
}

// anewSeed sets the first weights of the network that learns anew apart from those of others.
const anewSeed = 77

// twin is a network with the same weights.
func twin(n *network.Network, seed uint64) (*network.Network, error) {
	out := network.New(n.Sizes, n.Vectors, seed)
	return out, out.Take(n)
}

// learnFrom lets a network learn from the treebanks and from what a council has read.
func (c *School) learnFrom(all council, n *network.Network, m *material, s network.Schedule) {
	random := rand.New(rand.NewPCG(c.Seed, 19))
	examples := m.examples(m.sentences)
	var others []*network.Example
	registers := NewRegisters(m.vocabulary.Gazetteer)
	for i := range renamings {
		others = append(others, named(m.examples(Renamed(m.sentences, registers, c.Seed+uint64(i))))...)
	}
	c.askNames(all, slices.Concat(named(examples), others), m)
	read := c.readRaw(all, m.vocabulary)
	c.spareCapitals(read, m.vocabulary, random)
	raw := c.homework(read, examples)
	renamed := some(others, moreRenamed/renamings, random)
	small := some(m.examples(lowered(m.sentences)), moreLower, random)
	n.Train(examples, func(epoch int) []*network.Example { return slices.Concat(raw(epoch), renamed(epoch), small(epoch)) }, s)
}

// askNames lets a council say what it holds likely of the names of the treebanks; half of what
// the pupil is to learn of them is that, and half what the annotators say.
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
func (c *School) spareCapitals(read []*network.Example, vocabulary *neural.Vocabulary, random *rand.Rand) {
	for i, forms := range c.rawSentences() {
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
