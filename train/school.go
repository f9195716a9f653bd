package train

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"sync"

	"annals/language/neural"
	"annals/train/network"
)

// School is how the network that ships is trained: teachers learn from the
// treebanks, read raw text together, and pupils learn from the treebanks and from
// what the teachers have read (tri-training with disagreement left in; Zhou and Li
// 2005, and Kuncoro et al. 2016 for the parser). The pupils and teachers of names
// then are the council that the network that ships learns from in the same way; see anew.
type School struct {
	Teachers      int
	TeacherEpochs int
	PupilEpochs   int
	Pupils        int // networks of the shape that ships, which learn from the teachers; each begins and reads differently
	Namers        int // networks that learn names, to sit in the council with the pupils
	AnewEpochs    int // that the network that ships learns from the council of pupils and namers; 0: the first pupil ships
	NamerUnits    int // of one direction of a layer of a namer, at most
	TeacherUnits  int // of one direction of a layer, a multiple of 32
	PupilUnits    int
	BatchWords    int // words a step
	Raw           []RawText
	RawShare      float64 // words of raw text that a pupil reads for each word of the treebanks
	CouncilWords  int     // words of raw text that the council reads, evenly of all texts; 0 for all
	Vectors       *Vectors
	KeptVectors   int            // how many of the vectors the network ships with; 0 for all
	Lexicon       neural.Lexicon // may be nil
	Gazetteer     *neural.Gazetteer
	Seed          uint64
	Keep          string       // folder that teachers are kept in, to be taken up later; "" for none
	Accelerator   []string     // command that trains the network in the place of this process; empty for none
	Dev           [][]Sentence // what the accelerator may measure on
	Progress      Progress
}

// sizes are those of a network with so many units.
func sizes(v *neural.Vocabulary, vectors *Vectors, inventory Inventory, units int) network.Sizes {
	return network.Sizes{
		Forms: v.Forms.Len() + 2, Vectors: len(vectors.Words) + 1, Shapes: v.Shapes.Len() + 2, Subwords: v.Subwords,
		FormSize: 64, VectorSize: vectors.Size, SubwordSize: 64, ShapeSize: 16, MarkSize: 12,
		Units: units, Layers: 2, Tag: 128, Name: 128, Arc: 128, Relation: 128,
		Tags: len(inventory.Tags), FineTags: len(inventory.FineTags), Relations: len(inventory.Relations), Names: len(inventory.Names),
		Dropout: 0.33, NameDropout: 0.5, RecurrentDropout: 0.25, WordDropout: 0.15,
	}
}

// rate is how fast a network learns at most.
const rate = 0.0025

// Train trains a network on the sentences. Those whose names nobody has marked are
// read as raw text too, so that the pupil learns what the teachers find in them.
func (c *School) Train(sentences []Sentence) (*neural.Model, error) {
	class := *c
	class.Raw = slices.Concat(c.Raw, []RawText{unnamed(sentences)})
	return class.train(sentences)
}

func (c *School) train(sentences []Sentence) (*neural.Model, error) {
	inventory := NewInventory(sentences)
	vocabulary, err := NewVocabulary(sentences, c.Vectors, c.Lexicon, c.Gazetteer)
	if err != nil {
		return nil, err
	}
	m := &material{sentences, vocabulary, inventory}
	examples := m.examples(sentences)
	pupils, err := c.pupils(examples, m)
	if err != nil {
		return nil, err
	}
	graduate := pupils[0]
	if c.AnewEpochs > 0 {
		if graduate, err = c.anew(pupils, m); err != nil {
			return nil, err
		}
	}
	plan := graduate.Plan(examples[:min(len(examples), calibration)])
	kept := c.Vectors.first(c.KeptVectors)
	if plan.Vocabulary, err = NewVocabulary(sentences, kept, c.Lexicon, c.Gazetteer); err != nil {
		return nil, err
	}
	plan.Vectors = kept.Values
	plan.Tags, plan.Relations, plan.Labels = Pairs(sentences, inventory), inventory.Relations, inventory.Names
	return neural.Build(plan)
}

// pupils trains the pupils, here or on an accelerator.
func (c *School) pupils(examples []*network.Example, m *material) ([]*network.Network, error) {
	if len(c.Accelerator) > 0 {
		return c.accelerate(m)
	}
	return c.learn(examples, m)
}

// learn lets teachers and pupils learn in this process.
func (c *School) learn(examples []*network.Example, m *material) ([]*network.Network, error) {
	var teachers []*network.Network
	for i := range c.Teachers {
		n := c.begin(m, c.TeacherUnits, c.Seed+uint64(i)+1)
		if err := c.teach(n, examples, i+1); err != nil {
			return nil, err
		}
		teachers = append(teachers, n)
	}
	read := sync.OnceValue(func() []*network.Example { // not at all, where all pupils are kept
		if len(teachers) == 0 {
			return nil
		}
		return c.readRaw(council{parsers: teachers}, worthReading(c.Raw), m.vocabulary)
	})
	var pupils []*network.Network
	for i := range max(c.Pupils, 1) {
		n := c.begin(m, c.PupilUnits, c.Seed+pupilSeed*uint64(i))
		if err := c.study(n, examples, read, i+1); err != nil {
			return nil, err
		}
		pupils = append(pupils, n)
	}
	return pupils, nil
}

// pupilSeed sets the first weights of a pupil apart from those of teachers and other pupils.
const pupilSeed = 100

// begin is a network with so many units that has learned nothing yet.
func (c *School) begin(m *material, units int, seed uint64) *network.Network {
	return network.New(sizes(m.vocabulary, c.Vectors, m.inventory, units), c.Vectors.Floats(), seed)
}

// study trains a pupil, or takes up one that was kept.
func (c *School) study(n *network.Network, examples []*network.Example, read func() []*network.Example, number int) error {
	who, file := fmt.Sprintf("pupil %d", number), fmt.Sprintf("pupil-%d.network", number)
	if found, err := c.takeUp(n, who, file); err != nil || found {
		return err
	}
	seed := c.Seed + pupilSeed*uint64(number-1)
	var extra func(int) []*network.Example
	if raw := read(); len(raw) > 0 {
		extra = c.homework(raw, examples, seed)
	}
	n.Train(examples, extra, c.schedule(who, c.PupilEpochs, seed))
	return c.keep(n, file)
}

// calibration is how many sentences show how large the outputs of layers are.
const calibration = 600

func (c *School) schedule(who string, epochs int, seed uint64) network.Schedule {
	return network.Schedule{Epochs: epochs, BatchWords: c.BatchWords, Rate: rate, Seed: seed, Report: func(epoch int, l network.Loss) {
		c.Progress(who, fmt.Sprintf("epoch %d of %d: loss of heads %.3f, relations %.3f, tags %.3f, names %.3f", epoch, epochs, l.Arc, l.Relation, l.Tag, l.Name))
	}}
}

// teach trains a teacher, or takes up one that was kept.
func (c *School) teach(n *network.Network, examples []*network.Example, number int) error {
	who, file := fmt.Sprintf("teacher %d", number), fmt.Sprintf("teacher-%d-of-%d-epochs.network", number, c.TeacherEpochs)
	if found, err := c.takeUp(n, who, file); err != nil || found {
		return err
	}
	n.Train(examples, nil, c.schedule(who, c.TeacherEpochs, c.Seed+uint64(number)))
	return c.keep(n, file)
}

// sideBySide is how many sentences networks read at a time.
const sideBySide = 32

const rawWeight = 0.7 // of what teachers say of raw text, against what treebanks say

// readRaw lets the teachers read sentences of raw text.
func (c *School) readRaw(teachers council, sentences RawText, vocabulary *neural.Vocabulary) []*network.Example {
	var read []*network.Example
	for _, forms := range sentences {
		read = append(read, &network.Example{Words: wordsOf(forms, vocabulary), Weight: rawWeight})
	}
	// Sentences of about the same length are read side by side.
	byLength := slices.Clone(read)
	slices.SortStableFunc(byLength, func(a, b *network.Example) int { return len(a.Words) - len(b.Words) })
	c.read(teachers, byLength, "raw", func(e *network.Example, a network.Answer) {
		e.Tags, e.FineTags, e.Heads, e.Relations, e.Names, e.Shares = a.Tags, a.FineTags, a.Heads, a.Relations, a.Names, a.Shares
	})
	return read
}

// read lets teachers read examples, and hands each over with what they say. take must be safe
// for concurrent use.
func (c *School) read(teachers council, examples []*network.Example, what string, take func(*network.Example, network.Answer)) {
	chunks := make(chan []*network.Example)
	var wait sync.WaitGroup
	for range network.Shards {
		wait.Go(func() {
			r := teachers.reader()
			for chunk := range chunks {
				for i, a := range r.Read(chunk) {
					take(chunk[i], a)
				}
			}
		})
	}
	words, done := 0, 0
	for chunk := range slices.Chunk(examples, sideBySide) {
		chunks <- chunk
		for _, e := range chunk {
			words += len(e.Words) - 1
		}
		if words/500_000 > done {
			done = words / 500_000
			c.Progress(what, fmt.Sprintf("%d words read by the teachers", words))
		}
	}
	close(chunks)
	wait.Wait()
	c.Progress(what, fmt.Sprintf("%d sentences, %d words read by the teachers", len(examples), words))
}

// homework returns what gives the pupil raw text for each epoch: the next part of
// it in random order, in proportion to the treebanks.
func (c *School) homework(read, examples []*network.Example, seed uint64) func(int) []*network.Example {
	words := func(list []*network.Example) int {
		n := 0
		for _, e := range list {
			n += len(e.Words) - 1
		}
		return n
	}
	random := rand.New(rand.NewPCG(seed, 11))
	read = slices.Clone(read)
	random.Shuffle(len(read), func(i, j int) { read[i], read[j] = read[j], read[i] })
	want := int(c.RawShare * float64(words(examples)))
	at := 0
	return func(int) []*network.Example {
		var out []*network.Example
		for n := 0; n < want && len(out) < len(read); {
			out = append(out, read[at])
			n += len(read[at].Words) - 1
			at = (at + 1) % len(read)
		}
		return out
	}
}
