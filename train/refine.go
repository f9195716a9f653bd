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
func (c *School) refine(pupil *network.Network, m *material) error {
	if found, err := c.takeUp(pupil, "pupil", refinedFile); err != nil || found {
		return err
	}
	dev := c.examined(m)
	dev.report(c.Progress, "pupil", council{parsers: []*network.Network{pupil}})
	all, err := c.council(pupil, m)
	if err != nil {
		return err
	}
	dev.report(c.Progress, "together", all)
	c.learnOn(pupil, all, m)
	dev.report(c.Progress, "pupil", council{parsers: []*network.Network{pupil}})
	return c.keep(pupil, refinedFile)
}

// refinedFile is where a pupil that has learned on is kept.
const refinedFile = "pupil-refined.network"

// learnOn lets the pupil learn from the treebanks and from what a council has read.
func (c *School) learnOn(pupil *network.Network, all council, m *material) {
	random := rand.New(rand.NewPCG(c.Seed, 19))
	examples := m.examples(m.sentences)
	var others []*network.Example
	registers := NewRegisters(m.vocabulary.Gazetteer)
	for i := range renamings {
		renamed := m.examples(Renamed(m.sentences, registers, c.Seed+uint64(i)))
		c.askTags(all, renamed, m)
		others = append(others, named(renamed)...)
	}
	c.askTags(all, examples, m)
	c.askNames(all, slices.Concat(named(examples), others), m)
	read := c.readRaw(all, m.vocabulary)
	c.spareCapitals(read, m.vocabulary, random)
	raw := c.homework(read, examples)
	renamed := some(others, moreRenamed/renamings, random)
	small := some(m.examples(lowered(m.sentences)), moreLower, random)
	s := c.schedule("pupil", c.MoreEpochs, c.Seed)
	s.Rate = moreRate
	pupil.Train(examples, func(epoch int) []*network.Example { return slices.Concat(raw(epoch), renamed(epoch), small(epoch)) }, s)
}

// askTags lets each namer say what it holds likely of the tags of the sentences that it has not
// seen (jackknifing; Agić and Schluter 2017); half of what the pupil is to learn of them is
// that, and half what the annotators say. So a slip of an annotator counts for less.
func (c *School) askTags(all council, examples []*network.Example, m *material) {
	for number, namer := range all.namers {
		c.ask(council{parsers: []*network.Network{namer}}, c.unseen(number, examples), "tags", func(e *network.Example, a network.Answer) {
			e.Shares.Tags = halved(a.Shares.Tags, e.Tags, len(m.inventory.Tags))
			e.Shares.FineTags = halved(a.Shares.FineTags, e.FineTags, len(m.inventory.FineTags))
		})
	}
}

// askNames lets a council say what it holds likely of the names of the treebanks; half of what
// the pupil is to learn of them is that, and half what the annotators say.
func (c *School) askNames(all council, examples []*network.Example, m *material) {
	c.ask(all, examples, "names", func(e *network.Example, a network.Answer) {
		e.Shares.Names = halved(a.Shares.Names, e.Names, len(m.inventory.Names))
	})
}

// ask lets a council read examples of the treebanks, which get shares.
func (c *School) ask(all council, examples []*network.Example, what string, take func(*network.Example, network.Answer)) {
	asked := slices.Clone(examples)
	slices.SortStableFunc(asked, func(a, b *network.Example) int { return len(a.Words) - len(b.Words) })
	c.read(all, asked, what, func(e *network.Example, a network.Answer) {
		if e.Shares == nil {
			e.Shares = &network.Shares{}
		}
		take(e, a)
	})
}

// halved gives half of the parts to what the annotators say.
func halved(shares []uint8, gold []int16, choices int) []uint8 {
	for i := 1; i < len(gold); i++ {
		row := shares[i*choices : (i+1)*choices]
		for k := range row {
			row[k] /= 2
		}
		if gold[i] != network.Unknown {
			row[gold[i]] += 127
		}
	}
	return shares
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
