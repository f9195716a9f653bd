package table

import (
	"fmt"
	"io"
	"strings"

	"annals"
)

// Column is a column of a table of sections.
type Column struct {
	Name  string
	Share int // of the width that the names leave, against the shares of the others
}

// Section is a heading and the entries below it.
type Section struct {
	Heading string
	Entries []Entry
}

// Entry is a row of cells with what stands below it.
type Entry struct {
	Cells    []string
	Warnings []string       // what makes it less than certain
	Notes    []string       // what else there is to say
	Lines    []*annals.Line // the sources: the words of each and where they stand
}

const indent = 4 // of what stands below a row of cells

// Sections draws sections under the names of the columns.
func (t *Table) Sections(columns []Column, sections []Section) error {
	t.columns = t.widths(columns)
	names := make([][]word, len(columns))
	for i, c := range columns {
		names[i] = words(c.Name, faint)
	}
	t.row(names)
	for i := range sections {
		if s := &sections[i]; s.Heading != "" {
			t.out.WriteByte('\n')
			t.under(words(s.Heading, heading), 0)
		}
		for j := range sections[i].Entries {
			if t.entry(&sections[i].Entries[j]) && j+1 < len(sections[i].Entries) {
				t.out.WriteByte('\n')
			}
		}
		if err := t.Send(); err != nil {
			return err
		}
	}
	return t.Send()
}

// Remarks draws lines of text below the table.
func (t *Table) Remarks(texts ...string) error {
	for i, text := range texts {
		if i == 0 {
			t.out.WriteByte('\n')
		}
		t.under(words(text, faint), 0)
	}
	return t.Send()
}

// Send writes what has been drawn.
func (t *Table) Send() error {
	_, err := io.WriteString(t.w, t.out.String())
	t.out.Reset()
	if err != nil {
		return fmt.Errorf("writing the table: %w", err)
	}
	return nil
}

// widths shares the width of the table out: each column has room for its name where the
// table has, and what is left is shared. In a narrow table all give way.
func (t *Table) widths(columns []Column) []int {
	shares, names := 0, 0
	for _, c := range columns {
		shares += c.Share
		names += len(c.Name)
	}
	whole := t.width - gap*(len(columns)-1)
	widths := make([]int, len(columns))
	for i, c := range columns {
		if names <= whole {
			widths[i] = len(c.Name) + (whole-names)*c.Share/shares
		} else {
			widths[i] = max(1, whole*(len(c.Name)+c.Share)/(names+shares))
		}
	}
	return widths
}

// entry draws a row of cells and what stands below it. Lines of the same sentence
// share its words. It reports whether anything stands below the cells.
func (t *Table) entry(e *Entry) bool {
	cells := make([][]word, len(e.Cells))
	for i, text := range e.Cells {
		cells[i] = words(text, plain)
		if i == 0 {
			cells[i] = words(text, strong)
		}
	}
	t.row(cells)
	for _, text := range e.Warnings {
		t.under(words(text, warning), indent)
	}
	for _, text := range e.Notes {
		t.under(words(text, plain), indent)
	}
	shown := map[string]bool{}
	for _, line := range e.Lines {
		if at := Position(line) + accordingTo(line.SaidBy); !shown[at] {
			shown[at] = true
			t.source(line)
		}
	}
	return len(e.Lines)+len(e.Warnings)+len(e.Notes) > 0
}

// source writes according to whom, the words of a line, and where they stand. A line
// that another program coded may have no words.
func (t *Table) source(line *annals.Line) {
	if len(line.SaidBy) > 0 {
		t.under(words("according to "+accordingTo(line.SaidBy), warning), indent)
	}
	if line.Sentence.Text != "" {
		t.under(words("“"+line.Sentence.Text+"”", faint), indent)
	}
	t.under(words(Position(line), faint), indent)
}

// under writes words that stand some columns from the left.
func (t *Table) under(all []word, columns int) {
	for _, line := range wrap(all, t.width-columns) {
		t.out.WriteString(strings.Repeat(" ", columns))
		t.words(line)
		t.out.WriteByte('\n')
	}
}

// Position says where the sentence of a line stands. A line of another program may
// name its document alone.
func Position(line *annals.Line) string {
	if line.Sentence.Text == "" {
		return line.Document
	}
	return position(line)
}

// Who is who the words of a participant name, in the words of a table.
func Who(all []annals.Participant) string {
	names := make([]string, len(all))
	for i := range all {
		names[i] = participant(&all[i])
		if i > 0 && all[i].Span == all[i-1].Span && all[i].Name != "" {
			names[i] = withCountry(all[i].Name, all[i].Country)
		}
	}
	return strings.Join(names, "; ")
}
