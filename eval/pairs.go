package eval

import (
	"encoding/csv"
	"fmt"
	"io"
	"maps"
	"slices"
	"strings"
	"unicode/utf8"

	"annals"
)

// Pair is a sentence with a marked source and target and the type of what the
// one does to the other, as in PLV (Hu et al., ACL 2024).
type Pair struct {
	Text           string
	Source, Target []annals.Span
	Type           string // one of 15 root codes; YIELD is CONCEDE or RETREAT
}

// ReadPairs reads a tab-separated file with the columns marked_sentence, where
// <s>...</s> and <t>...</t> mark source and target, and gold_root. Errors name
// the line.
func ReadPairs(r io.Reader) ([]Pair, error) {
	rows := csv.NewReader(r)
	rows.Comma, rows.FieldsPerRecord, rows.LazyQuotes = '\t', -1, true
	header, err := rows.Read()
	if err != nil {
		return nil, fmt.Errorf("reading marked sentences: %w", err)
	}
	sentence, gold := slices.Index(header, "marked_sentence"), slices.Index(header, "gold_root")
	if sentence < 0 || gold < 0 {
		return nil, fmt.Errorf("reading marked sentences: no columns marked_sentence and gold_root")
	}
	var out []Pair
	for {
		row, err := rows.Read()
		if err == io.EOF {
			return out, nil
		}
		if err != nil {
			return nil, fmt.Errorf("reading marked sentences: %w", err) // the reader names the line
		}
		if len(row) <= max(sentence, gold) {
			line, _ := rows.FieldPos(0)
			return nil, fmt.Errorf("reading marked sentences, line %d: %d columns are too few", line, len(row))
		}
		p := unmark(row[sentence])
		p.Type = row[gold]
		out = append(out, p)
	}
}

// unmark takes the marks out of a sentence.
func unmark(marked string) Pair {
	var p Pair
	var text strings.Builder
	at := 0
	open := map[string]int{}
	for len(marked) > 0 {
		mark := markAt(marked)
		switch mark {
		case "<s>", "<t>":
			open[mark[1:2]] = at
		case "</s>":
			p.Source = closeMark(p.Source, open, "s", at)
		case "</t>":
			p.Target = closeMark(p.Target, open, "t", at)
		default:
			_, size := utf8.DecodeRuneInString(marked)
			text.WriteString(marked[:size])
			marked = marked[size:]
			at++
			continue
		}
		marked = marked[len(mark):]
	}
	p.Text = text.String()
	return p
}

func markAt(s string) string {
	for _, mark := range [...]string{"<s>", "<t>", "</s>", "</t>"} {
		if strings.HasPrefix(s, mark) {
			return mark
		}
	}
	return ""
}

func closeMark(spans []annals.Span, open map[string]int, mark string, at int) []annals.Span {
	start, ok := open[mark]
	if !ok {
		return spans
	}
	delete(open, mark)
	return append(spans, annals.Span{start, at})
}

// PairScore is how well the types of marked pairs were found.
type PairScore struct {
	MacroF1  float64 // mean over the gold types
	Accuracy float64
	Coded    int // pairs with an event between them
	F1       map[string]float64
}

// none stands for a pair without an event.
const none = "NONE"

// Pairs scores the record lines of each sentence, in the order of the pairs. The
// first event that has the source among its actors and the target among its
// recipients decides.
func Pairs(pairs []Pair, lines [][]annals.Line) PairScore {
	guess := make([]string, len(pairs))
	for i := range pairs {
		guess[i] = pairs[i].typeOf(lines[i])
	}
	var s PairScore
	types := map[string]bool{}
	right := 0
	for i := range pairs {
		types[pairs[i].Type] = true
		if guess[i] != none {
			s.Coded++
		}
		if guess[i] == pairs[i].Type {
			right++
		}
	}
	s.F1 = map[string]float64{}
	for _, t := range slices.Sorted(maps.Keys(types)) {
		s.F1[t] = f1(t, pairs, guess)
		s.MacroF1 += s.F1[t] / float64(len(types))
	}
	s.Accuracy = float64(right) / float64(max(len(pairs), 1))
	return s
}

func f1(t string, pairs []Pair, guess []string) float64 {
	both, either := 0, 0
	for i := range pairs {
		gold, found := pairs[i].Type == t, guess[i] == t
		if gold && found {
			both += 2
		}
		if gold {
			either++
		}
		if found {
			either++
		}
	}
	if both == 0 {
		return 0
	}
	return float64(both) / float64(either)
}

// mutual are the types in which it matters little who is named first.
var mutual = map[string]bool{"CONSULT": true, "AGREE": true, "COOPERATE": true, "SUPPORT": true}

func (p *Pair) typeOf(lines []annals.Line) string {
	for i := range lines {
		l := &lines[i]
		if l.Kind != annals.Event {
			continue
		}
		source, target := overlap(l.Actor, p.Source), overlap(l.Recipient, p.Target)
		if len(l.Recipient) == 0 || mutual[l.Type] {
			source, target = source || overlap(l.Recipient, p.Source), target || overlap(l.Actor, p.Target)
		}
		if source && target {
			return rootOf(l.Type)
		}
	}
	return none
}

func rootOf(t string) string {
	if t == "CONCEDE" || t == "RETREAT" {
		return "YIELD"
	}
	return t
}

func overlap(parties []annals.Participant, spans []annals.Span) bool {
	return slices.ContainsFunc(parties, func(p annals.Participant) bool {
		return slices.ContainsFunc(spans, p.Span.Overlaps)
	})
}
