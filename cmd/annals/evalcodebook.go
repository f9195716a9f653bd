package main

import (
	"cmp"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"
	"sync"

	"github.com/spf13/cobra"

	"annals"
	"annals/coder"
	"annals/eval"
	"annals/export"
)

// newEvalCodebookCommand returns the verb eval codebook.
func newEvalCodebookCommand() *cobra.Command {
	var input inputFlags
	var format string
	var top int
	cmd := &cobra.Command{
		Use:   "codebook FILE...",
		Short: "Show which words between two actors the codebook lacks",
		Long: `eval codebook reads texts and counts the words that stand between two actors: verbs
and adjectives with an actor as subject and another as object or behind a
preposition, and nouns with the like ("the quarrel of Chad with Togo"). It prints
which share of them a row of the codebook covers, be it a row that says that the
word tells no event, and those that no row covers, the most frequent first, with the
first sentence that has them. ROWS says "none" where the codebook does not know the
word, "others" where it has rows of it that ask for something else.

Not every such word tells an event that the codebook should know: judge for
yourself, add rows, and run it again with --codebook DIR.

` + filesHelp,
		Example: `  annals eval codebook examples/news.txt examples/history.txt
  annals eval codebook --top 20 --format csv examples/encyclopaedia.txt`,
		RunE: func(cmd *cobra.Command, files []string) error {
			if len(files) == 0 {
				return usagef("name at least one FILE to read, or - for standard input")
			}
			if format != "table" && format != "csv" && format != "json" {
				return usagef("--format is table, csv or json, not %q", format)
			}
			if top < 0 {
				return usagef("--top is 0 or more, not %d", top)
			}
			r, err := input.reading(cmd, files)
			if err != nil {
				return err
			}
			found, unread := coverageOf(r)
			if unread != nil && !errors.Is(unread, errReported) {
				return unread
			}
			if err := found.print(cmd.OutOrStdout(), format, top); err != nil {
				return err
			}
			return unread
		},
	}
	input.add(cmd)
	cmd.Flags().StringVar(&format, "format", "table", "table, csv or json")
	cmd.Flags().IntVar(&top, "top", 0, "print only so many words; 0 is all")
	return cmd
}

// coverage is how much of what stands between two actors the codebook covers.
type coverage struct {
	All     coveredShare   `json:"all"`
	Parts   []coveredShare `json:"parts"` // verbs, adjectives, nouns
	Missing []missingWord  `json:"missing"`
}

// coveredShare is how many words between two actors were seen and covered.
type coveredShare struct {
	What    string  `json:"what"`
	Seen    int     `json:"seen"`
	Covered int     `json:"covered"`
	Share   float64 `json:"share"` // in percent
}

func (s *coveredShare) add(covered bool) {
	s.Seen++
	if covered {
		s.Covered++
	}
	s.Share = rounded(eval.Percent(s.Covered, s.Seen))
}

// missingWord is a word that no row covers, with the first sentence that has it.
type missingWord struct {
	Word      string       `json:"word"`
	POS       string       `json:"pos"`
	Times     int          `json:"times"`
	Rows      string       `json:"rows"` // none: the codebook does not know the word; others: none of its rows fits
	Actor     string       `json:"actor"`
	Slot      string       `json:"slot"` // of the other one: obj, or a preposition
	Recipient string       `json:"recipient"`
	Document  string       `json:"document"`
	Sentence  annals.Quote `json:"sentence"`
}

// coverageOf reads texts and counts. It returns errReported with the counts if some
// could not be read.
func coverageOf(r *reading) (*coverage, error) {
	var mutex sync.Mutex
	uses := map[*annals.Document][]coder.Use{} // of the documents on their way
	r.code = func(c *coder.Coder, doc *annals.Document) []annals.Line {
		found := c.Uses(doc)
		mutex.Lock()
		defer mutex.Unlock()
		uses[doc] = found
		return nil
	}
	count := newCoverageCount()
	err := r.each(func(doc *annals.Document, _ []annals.Line) error {
		mutex.Lock()
		found := uses[doc]
		delete(uses, doc)
		mutex.Unlock()
		for i := range found {
			count.add(&found[i])
		}
		return nil
	})
	return count.result(), err
}

// coverageCount counts uses in the order of the texts.
type coverageCount struct {
	all     coveredShare
	parts   map[string]*coveredShare
	missing map[[2]string]*missingWord // by word and part of speech
}

func newCoverageCount() *coverageCount {
	return &coverageCount{
		all: coveredShare{What: "all"},
		parts: map[string]*coveredShare{
			"verb": {What: "verbs"}, "adjective": {What: "adjectives"}, "noun": {What: "nouns"},
		},
		missing: map[[2]string]*missingWord{},
	}
}

func (c *coverageCount) add(u *coder.Use) {
	c.all.add(u.Covered)
	c.parts[u.POS].add(u.Covered)
	if u.Covered {
		return
	}
	key := [2]string{u.Word, u.POS}
	if seen := c.missing[key]; seen != nil {
		seen.Times++
		return
	}
	rows := "none"
	if u.Known {
		rows = "others"
	}
	c.missing[key] = &missingWord{
		Word: u.Word, POS: u.POS, Times: 1, Rows: rows, Slot: u.Slot,
		Actor: u.Actor.Text, Recipient: u.Recipient.Text, Document: u.Document, Sentence: u.Sentence,
	}
}

func (c *coverageCount) result() *coverage {
	out := &coverage{All: c.all, Missing: []missingWord{}}
	for _, pos := range []string{"verb", "adjective", "noun"} {
		out.Parts = append(out.Parts, *c.parts[pos])
	}
	for _, m := range c.missing {
		out.Missing = append(out.Missing, *m)
	}
	slices.SortFunc(out.Missing, func(a, b missingWord) int {
		return cmp.Or(b.Times-a.Times, cmp.Compare(a.Word, b.Word), cmp.Compare(a.POS, b.POS))
	})
	return out
}

// print writes the shares and the first words; CSV has the words alone.
func (c *coverage) print(w io.Writer, format string, top int) error {
	if top > 0 && len(c.Missing) > top {
		c.Missing = c.Missing[:top]
	}
	if format == "csv" {
		return c.csv(w)
	}
	return (&scoreFlags{format}).print(w, c)
}

func (c *coverage) csv(w io.Writer) error {
	out := csv.NewWriter(w)
	rows := [][]string{{"times", "word", "pos", "rows", "actor", "slot", "recipient", "document", "sentence", "start", "end", "text"}}
	for i := range c.Missing {
		m := &c.Missing[i]
		row := []string{
			strconv.Itoa(m.Times), m.Word, m.POS, m.Rows, m.Actor, m.Slot, m.Recipient, m.Document,
			strconv.Itoa(m.Sentence.Index + 1), strconv.Itoa(m.Sentence.Span.Start()), strconv.Itoa(m.Sentence.Span.End()), m.Sentence.Text,
		}
		for k := range row {
			row[k] = export.Harmless(row[k])
		}
		rows = append(rows, row)
	}
	if err := out.WriteAll(rows); err != nil {
		return fmt.Errorf("writing the words: %w", err)
	}
	return nil
}

func (c *coverage) table(w *strings.Builder) {
	fmt.Fprintf(w, "%-*s%8s%9s%8s\n", countWidth, "BETWEEN TWO ACTORS", "SEEN", "COVERED", "SHARE")
	for _, s := range append(c.Parts, c.All) {
		fmt.Fprintf(w, "%-*s%8d%9d%8.2f\n", countWidth, s.What, s.Seen, s.Covered, s.Share)
	}
	if len(c.Missing) == 0 {
		return
	}
	fmt.Fprintf(w, "\n%5s  %-*s%-11s%-8s%s\n", "TIMES", countWidth, "WORD", "POS", "ROWS", "FIRST FOUND")
	for i := range c.Missing {
		m := &c.Missing[i]
		fmt.Fprintf(w, "%5d  %-*s%-11s%-8s%s, sentence %d [%d, %d): %s > %s (%s)\n", m.Times, countWidth, m.Word, m.POS, m.Rows,
			m.Document, m.Sentence.Index+1, m.Sentence.Span.Start(), m.Sentence.Span.End(), m.Actor, m.Recipient, m.Slot)
		fmt.Fprintf(w, "%7s“%s”\n", "", strings.Join(strings.Fields(m.Sentence.Text), " "))
	}
}
