package main

import (
	"encoding/json"
	"fmt"
	"maps"
	"slices"
	"strings"

	"annals"
	"annals/coder"
	"annals/eval"
)

// eventScores are the scores of record lines, of one of two kinds of gold.
type eventScores struct {
	Rows  *rowScores  `json:"rows,omitempty"`
	Pairs *pairScores `json:"pairs,omitempty"`
}

// rowScores say which rows a record holds and which it invents.
type rowScores struct {
	Texts    int         `json:"texts"`
	Held     int         `json:"held"`
	Wanted   int         `json:"wanted"`
	Invented int         `json:"invented"`
	Barred   int         `json:"barred"`
	Failed   []failedRow `json:"failed"`
}

// failedRow is a row that is missing or invented.
type failedRow struct {
	Why      string          `json:"why"` // missing or invented
	Document string          `json:"document"`
	Row      string          `json:"row"`
	Check    json.RawMessage `json:"check"`           // as it stands in the gold
	Found    []string        `json:"found,omitempty"` // with --wrong: lines of this kind and type, or those that were invented
}

// pairScores are how well the types of marked pairs were found, in percent.
type pairScores struct {
	Sentences int              `json:"sentences"`
	Pair      pairScore        `json:"pair"`
	Any       pairScore        `json:"any"`
	Confusion []eval.Confusion `json:"confusion"`
	Wrong     []wrongPair      `json:"wrong,omitempty"`
}

type pairScore struct {
	MacroF1  float64     `json:"macro_f1"`
	Accuracy float64     `json:"accuracy"`
	Coded    int         `json:"coded"`
	Types    []typeScore `json:"types"`
}

// wrongPair is a sentence that went wrong.
type wrongPair struct {
	Document string   `json:"document"`
	Expected string   `json:"expected"`
	Found    string   `json:"found"`
	Sentence string   `json:"sentence"` // with its marks
	Lines    []string `json:"lines"`
}

// eventScoresOf scores a record, and keeps so many of the sentences that went wrong.
func eventScoresOf(gold *eval.Gold, record []annals.Line, wrong int) *eventScores {
	if len(gold.Pairs) > 0 {
		return &eventScores{Pairs: pairScoresOf(gold.Pairs, eval.LinesOf(gold.Pairs, record), wrong)}
	}
	return &eventScores{Rows: rowScoresOf(gold.Texts, record, wrong)}
}

func rowScoresOf(texts []eval.Text, record []annals.Line, wrong int) *rowScores {
	s := eval.Rows(texts, record)
	out := &rowScores{
		Texts: len(texts), Held: s.Held, Wanted: s.Wanted, Invented: s.Invented, Barred: s.Barred, Failed: []failedRow{},
	}
	for i, f := range s.Failed {
		row := failedRow{Why: "missing", Document: f.Text.ID, Row: f.Check.Row, Check: json.RawMessage(f.Check.String())}
		if f.Invented {
			row.Why = "invented"
		}
		if i < wrong {
			for _, line := range f.Lines {
				row.Found = append(row.Found, coder.Written(line))
			}
		}
		out.Failed = append(out.Failed, row)
	}
	return out
}

func pairScoresOf(pairs []eval.Pair, lines [][]annals.Line, wrong int) *pairScores {
	pair := eval.Pairs(pairs, lines)
	out := &pairScores{
		Sentences: len(pairs),
		Pair:      pairScoreOf(&pair),
		Confusion: append([]eval.Confusion{}, pair.Confusion...),
	}
	anyOf := eval.Any(pairs, lines)
	out.Any = pairScoreOf(&anyOf)
	for i := range pairs {
		p := &pairs[i]
		if pair.Found[i] == p.Type || len(out.Wrong) == wrong {
			continue
		}
		w := wrongPair{Document: p.ID, Expected: p.Type, Found: pair.Found[i], Sentence: p.Marked, Lines: []string{}}
		for k := range lines[i] {
			if lines[i][k].Kind == annals.Event {
				w.Lines = append(w.Lines, coder.Written(&lines[i][k]))
			}
		}
		out.Wrong = append(out.Wrong, w)
	}
	return out
}

func pairScoreOf(s *eval.PairScore) pairScore {
	out := pairScore{MacroF1: rounded(100 * s.MacroF1), Accuracy: rounded(100 * s.Accuracy), Coded: s.Coded}
	for _, kind := range slices.Sorted(maps.Keys(s.Types)) {
		out.Types = append(out.Types, typeScore{kind, scoreOf(s.Types[kind])})
	}
	return out
}

// table prints the scores for people.
func (s *eventScores) table(w *strings.Builder) {
	if s.Pairs != nil {
		s.Pairs.table(w)
		return
	}
	for _, f := range s.Rows.Failed {
		fmt.Fprintf(w, "%-8s %s %s: %s\n", f.Why, f.Document, f.Row, f.Check)
		for _, line := range f.Found {
			fmt.Fprintf(w, "  found    %s\n", line)
		}
	}
	fmt.Fprintf(w, "rows: %d of %d held, %d of %d invented\n", s.Rows.Held, s.Rows.Wanted, s.Rows.Invented, s.Rows.Barred)
}

// confusions is how many confusions are printed for people.
const confusions = 15

func (s *pairScores) table(w *strings.Builder) {
	fmt.Fprintf(w, "%-*s%8d\n\n", countWidth, "sentences", s.Sentences)
	fmt.Fprintf(w, "%-*s%8s%11s%11s\n", countWidth, "", "CODED", "MACRO-F1", "ACCURACY")
	fmt.Fprintf(w, "%-*s%8d%11.2f%11.2f\n", countWidth, "pair", s.Pair.Coded, s.Pair.MacroF1, s.Pair.Accuracy)
	fmt.Fprintf(w, "%-*s%8d%11.2f%11.2f\n\n", countWidth, "any", s.Any.Coded, s.Any.MacroF1, s.Any.Accuracy)
	countHead(w, "PAIR")
	for _, t := range s.Pair.Types {
		t.row(w, t.Type)
	}
	w.WriteByte('\n')
	countHead(w, "ANY")
	for _, t := range s.Any.Types {
		t.row(w, t.Type)
	}
	if len(s.Confusion) > 0 {
		fmt.Fprintf(w, "\n%-*s%-*s%8s\n", countWidth, "EXPECTED", countWidth, "FOUND", "TIMES")
	}
	for i, c := range s.Confusion {
		if i == confusions {
			rest := 0
			for _, c := range s.Confusion[i:] {
				rest += c.Count
			}
			fmt.Fprintf(w, "%-*s%8d\n", 2*countWidth, fmt.Sprintf("%d more kinds", len(s.Confusion)-i), rest)
			break
		}
		fmt.Fprintf(w, "%-*s%-*s%8d\n", countWidth, c.Gold, countWidth, c.Found, c.Count)
	}
	for _, p := range s.Wrong {
		fmt.Fprintf(w, "\n%s: expected %s, found %s\n  %s\n", p.Document, p.Expected, p.Found, p.Sentence)
		for _, line := range p.Lines {
			fmt.Fprintf(w, "  found    %s\n", line)
		}
	}
}
