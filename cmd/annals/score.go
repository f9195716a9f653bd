package main

import (
	"encoding/json"
	"fmt"
	"io"
	"math"
	"strings"

	"github.com/spf13/cobra"

	"annals/ask/table"
	"annals/eval"
)

// scoreFlags are the flags of every verb that prints scores.
type scoreFlags struct{ format string }

// add declares the flags.
func (f *scoreFlags) add(cmd *cobra.Command) {
	cmd.Flags().StringVar(&f.format, "format", "table", "table or json")
}

// check returns an error of usage if the flags cannot be right.
func (f *scoreFlags) check() error {
	if f.format != "table" && f.format != "json" {
		return usagef("--format is table or json, not %q", f.format)
	}
	return nil
}

// scores are what a verb prints: for people, or as JSON.
type scores interface{ table(w *strings.Builder) }

// print writes scores in the format that the flags ask for.
func (f *scoreFlags) print(w io.Writer, s scores) error {
	var out strings.Builder
	if f.format == "json" {
		enc := json.NewEncoder(&out)
		enc.SetIndent("", "  ")
		if err := enc.Encode(s); err != nil {
			return fmt.Errorf("writing scores: %w", err)
		}
	} else {
		s.table(&out)
	}
	text := out.String()
	if f.format == "table" {
		text = table.Visible(text)
	}
	if _, err := io.WriteString(w, text); err != nil {
		return fmt.Errorf("writing scores: %w", err)
	}
	return nil
}

// countScore is a count with its percentages, rounded to two places.
type countScore struct {
	Gold      int     `json:"gold"`
	System    int     `json:"system"`
	Right     int     `json:"right"`
	Precision float64 `json:"precision"`
	Recall    float64 `json:"recall"`
	F1        float64 `json:"f1"`
}

func scoreOf(c eval.Count) countScore {
	return countScore{c.Gold, c.System, c.Right, rounded(c.Precision()), rounded(c.Recall()), rounded(c.F1())}
}

func rounded(percent float64) float64 { return math.Round(percent*100) / 100 }

// countWidth is the width of the first column of a table of counts.
const countWidth = 18

func countHead(w *strings.Builder, what string) {
	fmt.Fprintf(w, "%-*s%8s%8s%8s%11s%8s%8s\n", countWidth, what, "GOLD", "SYSTEM", "RIGHT", "PRECISION", "RECALL", "F1")
}

func (c countScore) row(w *strings.Builder, what string) {
	fmt.Fprintf(w, "%-*s%8d%8d%8d%11.2f%8.2f%8.2f\n", countWidth, what, c.Gold, c.System, c.Right, c.Precision, c.Recall, c.F1)
}
