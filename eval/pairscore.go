package eval

import (
	"cmp"
	"maps"
	"slices"
	"strings"
	"unicode/utf8"

	"annals"
)

// PairScore is how well the types of marked pairs were found.
type PairScore struct {
	MacroF1   float64 // mean over the gold types
	Accuracy  float64
	Coded     int // pairs with an event between them
	F1        map[string]float64
	Types     map[string]Count // of the gold, and those that were found only
	Confusion []Confusion      // the most frequent first
	Found     []string         // the type that was found for each pair, or None
}

// Confusion is how often one type was found where another is right.
type Confusion struct {
	Gold  string `json:"gold"`
	Found string `json:"found"`
	Count int    `json:"count"`
}

// None stands for a pair without an event.
const None = "NONE"

// Pairs scores the record lines of each sentence, in the order of the pairs. The
// first event that has the source among its actors and the target among its
// recipients decides.
func Pairs(pairs []Pair, lines [][]annals.Line) PairScore {
	roots := rootsOf(pairs)
	found := make([]string, len(pairs))
	for i := range pairs {
		found[i] = pairs[i].typeOf(lines[i], roots)
	}
	return scorePairs(pairs, found)
}

// Any scores the first event of each sentence, whoever its parties are.
func Any(pairs []Pair, lines [][]annals.Line) PairScore {
	roots := rootsOf(pairs)
	found := make([]string, len(pairs))
	for i := range pairs {
		found[i] = None
		if at := slices.IndexFunc(lines[i], isEvent); at >= 0 {
			found[i] = roots.of(lines[i][at].Type)
		}
	}
	return scorePairs(pairs, found)
}

func scorePairs(pairs []Pair, found []string) PairScore {
	s := PairScore{Found: found, F1: map[string]float64{}, Types: map[string]Count{}}
	wrong := map[[2]string]int{}
	right := 0
	for i := range pairs {
		gold := pairs[i].Type
		s.Types[gold] = s.Types[gold].plus(Count{Gold: 1, Right: one(found[i] == gold)})
		s.Types[found[i]] = s.Types[found[i]].plus(Count{System: 1})
		if found[i] != None {
			s.Coded++
		}
		if found[i] == gold {
			right++
		} else {
			wrong[[2]string{gold, found[i]}]++
		}
	}
	delete(s.Types, None)
	sum := 0.0
	for _, t := range slices.Sorted(maps.Keys(s.Types)) {
		if c := s.Types[t]; c.Gold > 0 {
			s.F1[t] = c.share()
			sum += s.F1[t]
		}
	}
	s.MacroF1 = sum / float64(max(len(s.F1), 1))
	s.Accuracy = float64(right) / float64(max(len(pairs), 1))
	for types, n := range wrong {
		s.Confusion = append(s.Confusion, Confusion{types[0], types[1], n})
	}
	slices.SortFunc(s.Confusion, func(a, b Confusion) int {
		return cmp.Or(b.Count-a.Count, cmp.Compare(a.Gold, b.Gold), cmp.Compare(a.Found, b.Found))
	})
	return s
}

// share returns F1 as a share of one.
func (c Count) share() float64 { return float64(2*c.Right) / float64(max(c.Gold+c.System, 1)) }

// mutual are the types of PLOVER in which it matters little who is named first.
func mutual(kind string) bool {
	switch kind {
	case "CONSULT", "AGREE", "COOPERATE", "SUPPORT":
		return true
	}
	return false
}

func isEvent(l annals.Line) bool { return l.Kind == annals.Event || l.Kind == "" }

func (p *Pair) typeOf(lines []annals.Line, roots roots) string {
	for i := range lines {
		l := &lines[i]
		if !isEvent(*l) {
			continue
		}
		actors, recipients := p.places(l.Actor), p.places(l.Recipient)
		source, target := overlap(actors, p.Source), overlap(recipients, p.Target)
		if len(recipients) == 0 || mutual(l.Type) {
			source, target = source || overlap(recipients, p.Source), target || overlap(actors, p.Target)
		}
		if source && target {
			return roots.of(l.Type)
		}
	}
	return None
}

// roots are the gold's names for the types of which it has fewer than the
// codebook: PLV calls CONCEDE and RETREAT YIELD.
type roots map[string]string

// rootsOf returns the roots of a gold. One that tells CONCEDE and RETREAT apart
// has none.
func rootsOf(pairs []Pair) roots {
	out := roots{"CONCEDE": "YIELD", "RETREAT": "YIELD"}
	for i := range pairs {
		delete(out, pairs[i].Type)
	}
	return out
}

func (r roots) of(kind string) string {
	if root, ok := r[kind]; ok {
		return root
	}
	return kind
}

// places returns where the participants stand in the sentence. A coder that gives
// no positions is taken to mean every place with the same words.
func (p *Pair) places(parties []annals.Participant) []annals.Span {
	out := make([]annals.Span, 0, len(parties))
	for i := range parties {
		switch party := &parties[i]; {
		case party.Span != annals.Span{}:
			out = append(out, party.Span)
		case party.Text != "":
			out = append(out, find(p.Text, party.Text)...)
		}
	}
	return out
}

// find returns where words stand in a text.
func find(text, words string) []annals.Span {
	var out []annals.Span
	size := utf8.RuneCountInString(words)
	for at, start := strings.Index(text, words), 0; at >= 0; at = strings.Index(text, words) {
		start += utf8.RuneCountInString(text[:at])
		out = append(out, annals.Span{start, start + size})
		start += size
		text = text[at+len(words):]
	}
	return out
}

func overlap(places, marks []annals.Span) bool {
	return slices.ContainsFunc(places, func(p annals.Span) bool { return slices.ContainsFunc(marks, p.Overlaps) })
}
