package table

import (
	"cmp"
	"fmt"
	"io"
	"strings"

	"annals"
	"annals/ask"
)

// Look is how a table is drawn.
type Look struct {
	Width  int  // columns of the terminal; fewer than MinWidth count as MinWidth
	Colour bool // ANSI colours
}

// MinWidth is the least number of columns in which a table can be read.
const MinWidth = 60

// maxWidth keeps the words of the text readable on very wide terminals.
const maxWidth = 140

// Table draws groups of lines, one after the other.
type Table struct {
	w       io.Writer
	out     strings.Builder // what has been drawn and not yet written
	colour  bool
	width   int
	columns []int // widths
	inner   int   // width of what stands below a row of cells
	named   bool  // the names of the columns have been drawn
	byID    map[string]*annals.Line

	sentence annals.Span // of the line that is being explained
}

const gap = 2 // spaces between two columns

// New returns a table that is written to w. It shares the width out: of what
// the date leaves, who gets 30 %, what and to whom 27 % each, where the rest.
func New(w io.Writer, look Look) *Table {
	width := min(max(look.Width, MinWidth), maxWidth)
	when := 12 + width/20
	rest := width - when - 4*gap
	who, what := rest*30/100, rest*27/100
	return &Table{
		w:       w,
		colour:  look.Colour,
		width:   width,
		columns: []int{when, who, what, what, rest - who - 2*what},
		inner:   width - when - gap,
		byID:    map[string]*annals.Line{},
	}
}

// names writes the names of the columns.
func (t *Table) names() {
	t.row([][]word{
		words("WHEN", faint), words("WHO", faint), words("WHAT", faint),
		words("TO WHOM", faint), words("WHERE", faint),
	})
}

// know remembers lines, so that others can name them as their cause.
func (t *Table) know(lines []*annals.Line) {
	for _, line := range lines {
		t.byID[line.ID] = line
	}
}

// Groups draws groups of lines, and before the first of them the names of the
// columns. The cause of a line is named by its words if it is among the lines
// drawn with it or before it.
func (t *Table) Groups(groups []ask.Group) error {
	if !t.named && len(groups) > 0 {
		t.names()
		t.named = true
	}
	for i := range groups {
		t.know(groups[i].Lines)
	}
	for i := range groups {
		t.group(&groups[i])
		_, err := io.WriteString(t.w, t.out.String())
		t.out.Reset()
		if err != nil {
			return fmt.Errorf("writing the table: %w", err)
		}
	}
	return nil
}

// group draws a heading and its lines.
func (t *Table) group(g *ask.Group) {
	t.out.WriteByte('\n')
	paint(&t.out, strings.Map(visible, g.Heading), heading, t.colour)
	t.out.WriteByte('\n')
	for i, line := range g.Lines {
		t.line(line)
		last := i+1 == len(g.Lines)
		if last || !sameWords(line, g.Lines[i+1]) {
			t.evidence(line)
		}
		if !last && !sameWords(line, g.Lines[i+1]) {
			t.out.WriteByte('\n')
		}
	}
}

// line writes the cells of a line, and below them what has no column.
func (t *Table) line(line *annals.Line) {
	t.row([][]word{
		whenCell(line), whoCell(line.Actor), whatCell(line), whoCell(line.Recipient), whereCell(line.Where),
	})
	if line.Rank != nil {
		t.below(words(ordinal(line.Rank.Ordinal)+": "+line.Rank.Among, plain))
	}
	if len(line.Quantity) > 0 {
		texts := make([]string, len(line.Quantity))
		for i := range line.Quantity {
			texts[i] = line.Quantity[i].Text
		}
		t.below(words("how many: "+strings.Join(texts, "; "), plain))
	}
	for _, id := range line.BecauseOf {
		if cause := t.byID[id]; cause != nil {
			t.below(words(fmt.Sprintf("because of: %s (%s)", eventWord(cause), cause.Type), plain))
		}
	}
	if len(line.SaidBy) > 0 {
		t.below(words("according to "+accordingTo(line.SaidBy), warning))
	}
}

// sameWords reports whether two lines rest on the same words.
func sameWords(a, b *annals.Line) bool {
	return a.Document == b.Document && a.Sentence.Span == b.Sentence.Span && a.Text == b.Text
}

// evidence writes the words of the text and where they stand. Of a state or a
// claim these are the words of what is said, of an event the whole sentence.
func (t *Table) evidence(line *annals.Line) {
	if quote := cmp.Or(line.Text, line.Sentence.Text); quote != "" { // lines of other data sets have none
		t.below(words("“"+quote+"”", faint))
	}
	t.below(words(Position(line), faint))
}

// row writes cells side by side, each wrapped to its column.
func (t *Table) row(cells [][]word) {
	wrapped := make([][][]word, len(cells))
	height := 1
	for i, cell := range cells {
		wrapped[i] = wrap(cell, t.columns[i])
		height = max(height, len(wrapped[i]))
	}
	for y := range height {
		pending := 0 // spaces that are written only if something follows
		for i, column := range wrapped {
			used := 0
			if y < len(column) {
				t.out.WriteString(strings.Repeat(" ", pending))
				pending = 0
				used = t.words(column[y])
			}
			pending += t.columns[i] - used + gap
		}
		t.out.WriteByte('\n')
	}
}

// below writes words under a row of cells, beside the date.
func (t *Table) below(all []word) {
	indent := strings.Repeat(" ", t.columns[0]+gap)
	for _, line := range wrap(all, t.inner) {
		t.out.WriteString(indent)
		t.words(line)
		t.out.WriteByte('\n')
	}
}

// words writes a line of words and returns its width.
func (t *Table) words(line []word) int {
	used := 0
	for i := 0; i < len(line); {
		j := i + 1
		for j < len(line) && line[j].style == line[i].style {
			j++
		}
		if i > 0 {
			t.out.WriteByte(' ')
			used++
		}
		texts := make([]string, 0, j-i)
		for _, w := range line[i:j] {
			texts = append(texts, w.text)
			used += w.width
		}
		used += j - i - 1
		paint(&t.out, strings.Join(texts, " "), line[i].style, t.colour)
		i = j
	}
	return used
}
