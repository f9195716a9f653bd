package network

import (
	"cmp"
	"math"
	"math/rand/v2"
	"slices"
	"sync"
)

// Schedule is how a network is trained.
type Schedule struct {
	Epochs     int
	BatchWords int     // words a step
	Rate       float64 // of learning, at its highest
	Flat       bool    // learn tags and names only, no trees
	Seed       uint64
	Report     func(epoch int, loss Loss) // called after every epoch; may be nil
}

// warmUp is the number of steps in which the rate of learning rises; after that
// it falls in a straight line.
const warmUp = 300

// Train lets the network learn from the examples; its weights become the means of
// those of the last steps. Extra, if it is not nil, gives further examples for
// each epoch.
func (n *Network) Train(examples []*Example, extra func(epoch int) []*Example, c Schedule) {
	random := rand.New(rand.NewPCG(c.Seed, 97))
	t := newTrainer(n, c.Seed)
	steps := 0
	for epoch := range c.Epochs {
		all := examples
		if extra != nil {
			all = slices.Concat(examples, extra(epoch))
		}
		batches := batches(all, c.BatchWords, random)
		if epoch == 0 {
			steps = len(batches) * c.Epochs
		}
		var loss Loss
		for _, b := range batches {
			loss.add(t.step(b, c, steps))
		}
		loss.scale(1 / float64(len(batches)))
		if c.Report != nil {
			c.Report(epoch+1, loss)
		}
	}
	t.finish()
}

// batches cuts the examples into batches of sentences of about the same length,
// in random order.
func batches(examples []*Example, words int, random *rand.Rand) [][]*Example {
	type keyed struct {
		key float64
		e   *Example
	}
	sorted := make([]keyed, len(examples))
	for i, e := range examples {
		sorted[i] = keyed{float64(len(e.Words)) * (1 + 0.2*random.Float64()), e}
	}
	slices.SortStableFunc(sorted, func(a, b keyed) int { return cmp.Compare(a.key, b.key) })
	var out [][]*Example
	var now []*Example
	count := 0
	for _, k := range sorted {
		now = append(now, k.e)
		count += len(k.e.Words)
		if count >= words && len(now) >= Shards {
			out, now, count = append(out, now), nil, 0
		}
	}
	if now != nil {
		out = append(out, now)
	}
	random.Shuffle(len(out), func(i, j int) { out[i], out[j] = out[j], out[i] })
	return out
}

// trainer is a network at school.
type trainer struct {
	n      *Network
	spaces [Shards]space
	dice   [Shards]*dice
	pace   pace
}

func newTrainer(n *Network, seed uint64) *trainer {
	t := &trainer{n: n}
	n.step = 0
	for _, p := range n.parameters {
		p.begin()
	}
	for i := range t.dice {
		t.dice[i] = newDice(seed*Shards + uint64(i))
	}
	return t
}

// step learns from one batch.
func (t *trainer) step(examples []*Example, c Schedule, steps int) Loss {
	words := 0
	for _, e := range examples {
		words += len(e.Words) - 1
	}
	losses := make([]Loss, Shards)
	together(Shards, func(shard int) {
		var mine []*Example
		for i := shard; i < len(examples); i += Shards {
			mine = append(mine, examples[i])
		}
		if len(mine) == 0 {
			return
		}
		p := &pass{b: newBatch(mine), space: &t.spaces[shard], random: t.dice[shard], shard: shard, train: true, flat: c.Flat}
		losses[shard] = t.n.learn(p, words)
	})
	var loss Loss
	for _, l := range losses {
		loss.add(l)
	}
	t.update(c, steps)
	return loss
}

// update changes the weights.
func (t *trainer) update(c Schedule, steps int) {
	t.n.step++
	now := float64(t.n.step)
	norms := make([]float64, len(t.n.parameters))
	together(len(norms), func(i int) { norms[i] = t.n.parameters[i].norm() })
	sum := 0.0
	for _, x := range norms {
		sum += x
	}
	rate := c.Rate * min(1, now/warmUp) * max(0.02, 1-now/float64(steps))
	t.pace = pace{
		step: t.n.step, rate: float32(rate), shrink: 1,
		average: float32(max(averaging, 1-(now+1)/(now+20))),
	}
	if norm := math.Sqrt(sum); norm > longest {
		t.pace.shrink = float32(longest / norm)
	}
	together(len(norms), func(i int) { t.n.parameters[i].update(t.pace) })
}

const (
	longest   = 2.0   // a longer gradient is cut to this length
	averaging = 0.001 // weight of the last values in their mean
)

// finish puts the means in the place of the weights.
func (t *trainer) finish() { t.n.Average() }

// Average puts the means of the weights in the place of the weights; a second
// call puts the weights back.
func (n *Network) Average() {
	together(len(n.parameters), func(i int) {
		n.parameters[i].exchange(pace{step: n.step, average: averaging})
	})
}

// together does n things, as many at a time as there are shards.
func together(n int, do func(int)) {
	var wait sync.WaitGroup
	next := make(chan int, n)
	for i := range n {
		next <- i
	}
	close(next)
	for range min(n, Shards) {
		wait.Go(func() {
			for i := range next {
				do(i)
			}
		})
	}
	wait.Wait()
}
