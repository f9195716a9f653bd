package neural

// Tree is the work space of finding trees.
type Tree struct {
	scores  []float32
	from    []int32 // of an arc between contracted nodes: the dependent it stands for
	to      []int32 // and the head
	alive   []bool
	owner   []int32 // the contracted node that a word is part of
	best    []int32
	colour  []int32
	entered []int32 // of a node: the word at which an arc comes in
	levels  []level
	members []member
	owners  []int32 // owner before each contraction
}

// level is one contraction of a cycle: its members and owners before it.
type level struct{ first, last, owners int }

// member is a node of a cycle with the arc that it chose.
type member struct{ node, dependent, head int32 }

// manyRoots is what a second root costs: more than all arcs together.
const manyRoots = 1e4

// Heads finds the best tree with one root. scores has a row of width numbers for
// each of the n words; number h of row d says how well h serves as the head of d;
// word 0 is the root and has no head. It writes heads[1:n]; heads[0] is -1.
//
// If every word's best head happens to make a tree, that is it; otherwise cycles
// are contracted after Chu and Liu (1965) and Edmonds (1967).
func (t *Tree) Heads(scores []float32, n, width int, heads []int32) {
	heads[0] = -1
	roots := 0
	for d := 1; d < n; d++ {
		row := scores[d*width : d*width+n]
		best := 0
		for h, x := range row {
			if x > row[best] && h != d || best == d {
				best = h
			}
		}
		heads[d] = int32(best)
		if best == 0 {
			roots++
		}
	}
	if roots == 1 && t.reachesRoot(heads[:n]) {
		return
	}
	t.load(scores, n, width)
	for t.contract(n) {
	}
	t.expand(n, heads)
}

// reachesRoot reports whether all words hang below the root.
func (t *Tree) reachesRoot(heads []int32) bool {
	t.colour = resize(t.colour, len(heads))
	clear(t.colour)
	return t.cycle(heads, nil) < 0
}

// cycle returns a node on a cycle, or -1. Nodes that are not alive are passed
// over; alive may be nil.
func (t *Tree) cycle(heads []int32, alive []bool) int32 {
	for i := 1; i < len(heads); i++ {
		if alive != nil && !alive[i] {
			continue
		}
		at := int32(i)
		for at > 0 && t.colour[at] == 0 {
			t.colour[at] = int32(i)
			at = heads[at]
		}
		if at > 0 && t.colour[at] == int32(i) {
			return at
		}
	}
	return -1
}

// load copies the scores.
func (t *Tree) load(scores []float32, n, width int) {
	t.scores, t.from, t.to = resize(t.scores, n*n), resize(t.from, n*n), resize(t.to, n*n)
	t.alive, t.owner, t.best = resize(t.alive, n), resize(t.owner, n), resize(t.best, n)
	t.colour, t.entered = resize(t.colour, n), resize(t.entered, n)
	t.levels, t.members, t.owners = t.levels[:0], t.members[:0], t.owners[:0]
	for d := range n {
		t.alive[d], t.owner[d] = true, int32(d)
		copy(t.scores[d*n:(d+1)*n], scores[d*width:d*width+n])
		t.scores[d*n] -= manyRoots
		for h := range n {
			t.from[d*n+h], t.to[d*n+h] = int32(d), int32(h)
		}
	}
	for d := 1; d < n; d++ {
		t.choose(d, n)
	}
}

// choose lets a node choose its head.
func (t *Tree) choose(d, n int) {
	best := -1
	for h := range n {
		if t.alive[h] && h != d && (best < 0 || t.scores[d*n+h] > t.scores[d*n+best]) {
			best = h
		}
	}
	t.best[d] = int32(best)
}

// contract makes one node of a cycle, if there is one.
func (t *Tree) contract(n int) bool {
	clear(t.colour)
	rep := t.cycle(t.best[:n], t.alive)
	if rep < 0 {
		return false
	}
	l := level{first: len(t.members), owners: len(t.owners)}
	t.owners = append(t.owners, t.owner[:n]...)
	clear(t.colour) // from here on: 1 for the nodes of the cycle
	for at := rep; ; {
		arc := int(at)*n + int(t.best[at])
		t.members = append(t.members, member{at, t.from[arc], t.to[arc]})
		t.colour[at] = 1
		if at = t.best[at]; at == rep {
			break
		}
	}
	l.last = len(t.members)
	t.levels = append(t.levels, l)
	t.merge(n, int(rep), t.members[l.first:l.last])
	return true
}

// merge makes rep stand for the whole cycle.
func (t *Tree) merge(n, rep int, cycle []member) {
	for v := range n {
		if !t.alive[v] || t.colour[v] == 1 {
			continue
		}
		out, in := -1, -1 // arcs from the cycle to v, and from v into the cycle
		var outScore, inScore float32
		for _, m := range cycle {
			c := int(m.node)
			if x := t.scores[v*n+c]; out < 0 || x > outScore {
				out, outScore = v*n+c, x
			}
			if x := t.scores[c*n+v] - t.scores[c*n+int(t.best[c])]; in < 0 || x > inScore {
				in, inScore = c*n+v, x
			}
		}
		t.stand(v*n+rep, out, outScore)
		t.stand(rep*n+v, in, inScore)
		// Who chose a node of the cycle chose the best of it; all others stay with
		// what they chose, since the cycle has nothing better than before.
		if v > 0 && t.colour[t.best[v]] == 1 {
			t.best[v] = int32(rep)
		}
	}
	for _, m := range cycle {
		t.alive[m.node] = int(m.node) == rep
	}
	for w := range n {
		if t.colour[t.owner[w]] == 1 {
			t.owner[w] = int32(rep)
		}
	}
	t.choose(rep, n)
}

// stand makes an arc of the contracted node stand for another arc. Arcs within
// the cycle are not touched, so that the order does not matter.
func (t *Tree) stand(arc, other int, score float32) {
	t.scores[arc], t.from[arc], t.to[arc] = score, t.from[other], t.to[other]
}

// expand reads the heads off the contracted nodes.
func (t *Tree) expand(n int, heads []int32) {
	for d := 1; d < n; d++ {
		if t.alive[d] {
			arc := d*n + int(t.best[d])
			heads[t.from[arc]] = t.to[arc]
			t.entered[d] = t.from[arc]
		}
	}
	for i := len(t.levels) - 1; i >= 0; i-- {
		l := t.levels[i]
		cycle := t.members[l.first:l.last]
		at := t.entered[cycle[0].node]
		broken := t.owners[l.owners+int(at)]
		t.entered[broken] = at
		for _, m := range cycle {
			if m.node != broken {
				t.entered[m.node] = m.dependent
				heads[m.dependent] = m.head
			}
		}
	}
}
