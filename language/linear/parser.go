package linear

// Parser builds a Universal Dependencies tree with arc-hybrid transitions, one
// greedy decision after another. It reads s.Tags.
type Parser struct {
	Relations []string // at most 64; the first is "root"
	Weights   *Table

	kinds []tagKind // by tag
}

// Prepare tells the parser what the tags of the tagger mean. It must be called
// before Parse and Begin.
func (p *Parser) Prepare(tags []Tag) { p.kinds = kindsOf(tags) }

// Begin puts the parser before the first word of s, whose tags are known.
func (p *Parser) Begin(s *Scratch) {
	s.state.Reset(len(s.Words))
	s.lookAhead(p.kinds)
}

// rootRelation is the position of "root" in Relations.
const rootRelation = 0

// Actions is the number of actions.
func (p *Parser) Actions() int { return 1 + 2*len(p.Relations) }

// Parse fills in s.Heads and s.Rels.
func (p *Parser) Parse(s *Scratch) {
	st := &s.state
	p.Begin(s)
	for !st.Done() {
		action, forced := p.Forced(st)
		if !forced {
			s.scores = zeroed(s.scores, p.Actions())
			p.Weights.Add(s.scores, s.ParseFeatures())
			action = p.Best(st, s.scores)
		}
		p.Do(st, action)
	}
	copy(s.Rels, st.Rels)
	for i, h := range st.Heads {
		if int(h) == st.N {
			h = -1
		}
		s.Heads[i] = h
	}
}

// Forced returns the action, if there is only one.
func (p *Parser) Forced(st *State) (Action, bool) {
	if len(st.Stack) == 0 {
		return Shift, true
	}
	if st.Next == st.N && len(st.Stack) == 1 {
		return 1 + rootRelation, true
	}
	return 0, false
}

// Do carries out an action.
func (p *Parser) Do(st *State, a Action) {
	r := len(p.Relations)
	switch {
	case a == Shift:
		st.Shift()
	case a <= r:
		st.Left(uint8(a - 1))
	default:
		st.Right(uint8(a - 1 - r))
	}
}

// Best returns the possible action with the highest score; of equals the first.
// No word but the root's child gets the relation root.
func (p *Parser) Best(st *State, scores []int32) Action {
	best, r := -1, len(p.Relations)
	if st.CanShift() {
		best = Shift
	}
	if st.CanLeft() {
		best = highest(scores, best, 2, 1+r)
	}
	if st.CanRight() {
		best = highest(scores, best, 2+r, 1+2*r)
	}
	return best
}

// highest returns the position of the highest score of scores[from:to] and
// scores[best], where best may be -1.
func highest(scores []int32, best, from, to int) int {
	if best < 0 {
		best = from
	}
	top := scores[best]
	for i, v := range scores[from:to] {
		if v > top {
			top, best = v, from+i
		}
	}
	return best
}
