package main

import (
	"bufio"
	"cmp"
	"encoding/csv"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"annals"
	"annals/ask/table"
	"annals/export"
)

// answer is what a verb found, for people and for programs.
type answer struct {
	nothing string                   // what is said where nothing was found, if not the usual
	draw    func(*table.Table) error // for people
	objects []any                    // for JSON Lines
	columns []string                 // for CSV
	rows    int                      // of the CSV
	cells   func(i int) []string     // of a row
}

// write writes an answer in the format that the flags ask for. asked is the error of
// reading: what was read is shown even if some input could not be.
func (f *outputFlags) write(cmd *cobra.Command, a *answer, asked error) error {
	if asked != nil && !errors.Is(asked, errReported) {
		return asked
	}
	w := cmd.OutOrStdout()
	style, err := look(w, f.colour)
	if err != nil {
		return err
	}
	if len(a.objects) == 0 {
		fmt.Fprintf(cmd.ErrOrStderr(), "annals: %s\n", cmp.Or(a.nothing, "the lines say nothing that was asked for"))
	}
	switch f.format {
	case "table":
		if len(a.objects) > 0 {
			err = a.draw(table.New(w, style))
		}
	case "jsonl":
		err = a.writeJSON(w)
	case "csv":
		err = a.writeCSV(w)
	}
	if err != nil {
		return err
	}
	return asked
}

// check makes sure of the format before anything is read.
func (f *outputFlags) check(w io.Writer, more ...string) error {
	known := append([]string{"table", "jsonl", "csv"}, more...)
	for _, format := range known {
		if f.format == format {
			_, err := look(w, f.colour)
			return err
		}
	}
	return usagef("--format is %s, not %q", strings.Join(known, ", "), f.format)
}

// writeJSON writes an object a line.
func (a *answer) writeJSON(w io.Writer) error {
	out := bufio.NewWriter(w)
	enc := json.NewEncoder(out)
	enc.SetEscapeHTML(false)
	for _, object := range a.objects {
		if err := enc.Encode(object); err != nil {
			return fmt.Errorf("writing the answer as JSON: %w", err)
		}
	}
	return out.Flush()
}

// writeCSV writes the columns and the rows, without formulas.
func (a *answer) writeCSV(w io.Writer) error {
	out := csv.NewWriter(w)
	if err := out.Write(a.columns); err != nil {
		return fmt.Errorf("writing the answer as CSV: %w", err)
	}
	for i := range a.rows {
		cells := a.cells(i)
		for j := range cells {
			cells[j] = export.Harmless(cells[j])
		}
		if err := out.Write(cells); err != nil {
			return fmt.Errorf("writing the answer as CSV: %w", err)
		}
	}
	out.Flush()
	return out.Error()
}

// objectsOf returns the elements of an answer for JSON.
func objectsOf[T any](all []T) []any {
	out := make([]any, len(all))
	for i := range all {
		out[i] = &all[i]
	}
	return out
}

// listed joins the values of a cell that holds a list.
func listed[T any](all []T, value func(*T) string) string {
	out := make([]string, len(all))
	for i := range all {
		out[i] = value(&all[i])
	}
	return strings.Join(out, "; ")
}

func lineID(line **annals.Line) string       { return (*line).ID }
func linePosition(line **annals.Line) string { return table.Position(*line) }
func lineWords(line **annals.Line) string    { return (*line).Sentence.Text }

// decimal writes a number that may be missing.
func decimal(f *float64) string {
	if f == nil {
		return ""
	}
	return strconv.FormatFloat(*f, 'f', -1, 64)
}
