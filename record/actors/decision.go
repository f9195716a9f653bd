package actors

import (
	"fmt"
	"maps"
	"slices"
)

// Decision is what a user has decided about two actors. Decisions are plain data, kept
// apart from what was read, so that they survive every reading; they are taken in their
// order, and a later one overrides an earlier one about the same two.
type Decision struct {
	Verdict   Verdict  `json:"verdict"`
	Actor     string   `json:"actor"`               // the id that remains
	Other     string   `json:"other"`               // the id that joins it, or is split from it
	Documents []string `json:"documents,omitempty"` // split: where Actor is Other; else it must be empty
}

// Verdict is what was decided.
type Verdict string

// The verdicts of a Decision.
const (
	Join  Verdict = "join"  // Other is Actor, whatever the texts call it
	Split Verdict = "split" // Actor and Other are two; in Documents, who is called Actor is Other
	Undo  Verdict = "undo"  // what was decided about the two before counts no more
)

// Check returns what is wrong with a decision, or nil.
func (d *Decision) Check() error {
	switch {
	case d.Verdict != Join && d.Verdict != Split && d.Verdict != Undo:
		return fmt.Errorf("%q is no verdict on actors: join, split or undo", d.Verdict)
	case d.Actor == "" || d.Other == "":
		return fmt.Errorf("to %s actors needs the ids of two", d.Verdict)
	case d.Actor == d.Other:
		return fmt.Errorf("%s is one actor already", d.Actor)
	case d.Verdict != Split && len(d.Documents) > 0:
		return fmt.Errorf("%s and %s are joined everywhere or nowhere: only a split names documents", d.Actor, d.Other)
	}
	return nil
}

// rulings is what remains of a list of decisions when the later ones have overridden.
type rulings struct {
	joins  [][2]string        // in their order
	apart  map[[2]string]bool // never joined
	called map[[2]string]string
}

// rule sums up decisions; those that Check finds wrong are passed over.
func rule(decisions []Decision) *rulings {
	r := &rulings{apart: map[[2]string]bool{}, called: map[[2]string]string{}}
	for i := range decisions {
		d := &decisions[i]
		if d.Check() != nil {
			continue
		}
		pair := pairOf(d.Actor, d.Other)
		r.joins = slices.DeleteFunc(r.joins, func(j [2]string) bool { return pairOf(j[0], j[1]) == pair })
		delete(r.apart, pair)
		maps.DeleteFunc(r.called, func(in [2]string, other string) bool {
			return pairOf(in[1], other) == pair && (d.Verdict != Split || slices.Contains(d.Documents, in[0]))
		})
		if d.Verdict == Join {
			r.joins = append(r.joins, [2]string{d.Actor, d.Other})
		}
		if d.Verdict != Split {
			continue
		}
		r.apart[pair] = true
		for _, document := range d.Documents {
			r.called[[2]string{document, d.Actor}] = d.Other
		}
	}
	return r
}

// pairOf returns two ids in an order that does not depend on which comes first.
func pairOf(a, b string) [2]string {
	if b < a {
		a, b = b, a
	}
	return [2]string{a, b}
}
