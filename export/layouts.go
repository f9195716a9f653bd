package export

import (
	"bufio"
	"fmt"
	"io"
	"slices"
	"strings"
	"time"

	"annals"
)

// layout is how a data set of events writes its rows: columns separated by tabs, a row
// for each pair of a source and a target.
type layout struct {
	title   string
	prefix  string // of the ids of lines that were read from it
	columns []string
	named   bool // the first row names the columns
	coded   bool // its types are CAMEO codes
	// write fills in the cells of an event by the names of the columns; those that it
	// leaves out are empty.
	write func(k *Codes, e *dyadic, cell map[string]string)
	// read returns the line of a row.
	read func(k *Codes, cell func(column string) string) (*annals.Line, error)
	must []string // columns without which a table can't be read
}

// EventTable writes the events of the record in the columns of another data set. Only
// events that are told as facts have rows, and only those on a known day, and for ICEWS
// and GDELT those with a CAMEO code: the others have no place there, and are counted.
type EventTable struct {
	out     *bufio.Writer
	layout  *layout
	codes   *Codes
	quad    QuadOf
	began   bool
	undated int
	uncoded int
}

// QuadOf returns the quad category of a type and mode: verbal-cooperation and so on.
type QuadOf func(typ, mode string) string

// NewEventTable returns a writer of a layout: "icews", "polecat" or "gdelt".
func NewEventTable(w io.Writer, name string, codes *Codes, quad QuadOf) (*EventTable, error) {
	layout, err := layoutOf(name)
	if err != nil {
		return nil, err
	}
	return &EventTable{out: bufio.NewWriter(w), layout: layout, codes: codes, quad: quad}, nil
}

// Layouts are the names of the data sets whose columns are known.
func Layouts() []string { return []string{"icews", "polecat", "gdelt"} }

func layoutOf(name string) (*layout, error) {
	switch name {
	case "icews":
		return icews(), nil
	case "polecat":
		return polecat(), nil
	case "gdelt":
		return gdelt(), nil
	}
	return nil, fmt.Errorf("%q is none of the data sets %s", name, strings.Join(Layouts(), ", "))
}

// dyadic is an event between one source and one target; either may be missing.
type dyadic struct {
	line           *annals.Line
	source, target annals.Participant
	prefix         string // of ids from the same data set
	number         int    // 1 for the first pair of the line
	of             int    // how many pairs the line has
	day            time.Time
	quad           string // of its type: verbal-cooperation and so on
	counts         counts
}

// counts are how often an event is told: in lines, in documents, and by independent
// sources.
type counts struct{ mentions, articles, sources int }

// id is the id of the line, and which of its pairs this is if there are several. A line
// that was read from a table of the same data set has the id that it has there.
func (e *dyadic) id() string {
	id := strings.TrimPrefix(e.line.ID, e.prefix+":")
	if e.of == 1 {
		return id
	}
	return fmt.Sprintf("%s.%d", id, e.number)
}

// nameless is the id of a document, or nothing where a table that was read names none and
// the title of the data set stands in its place.
func nameless(document, title string) string {
	if document == title {
		return ""
	}
	return document
}

// Write implements Writer. A line is told once.
func (t *EventTable) Write(line *annals.Line) error { return t.write(line, counts{1, 1, 1}) }

// WriteEvent implements EventWriter. The values are the chosen ones, the document and the
// sentence those of the first report.
func (t *EventTable) WriteEvent(e *Event) error {
	return t.write(tell(e).line(), counts{len(e.Reports), e.Documents, e.Sources})
}

func (t *EventTable) write(line *annals.Line, n counts) error {
	if err := t.names(); err != nil {
		return err
	}
	if line.Kind != annals.Event || line.Status != annals.Actual {
		return nil
	}
	w := when(line)
	day, ok := dateOf(w.From)
	if !ok || w.From != w.To || day.Year() < 1 {
		t.undated++
		return nil
	}
	if t.layout.coded && line.CAMEO == "" {
		t.uncoded++
		return nil
	}
	pairs := pairsOf(line)
	for i, pair := range pairs {
		e := dyadic{line, pair[0], pair[1], t.layout.prefix, i + 1, len(pairs), day, t.quad(line.Type, line.Mode), n}
		cells := map[string]string{}
		t.layout.write(t.codes, &e, cells)
		if err := t.row(cells); err != nil {
			return fmt.Errorf("writing line %s as %s: %w", line.ID, t.layout.title, err)
		}
	}
	return nil
}

// row writes a row; no cell can break it or be taken for a formula.
func (t *EventTable) row(cells map[string]string) error {
	row := make([]string, len(t.layout.columns))
	for i, column := range t.layout.columns {
		row[i] = cellOf(cells[column])
	}
	_, err := t.out.WriteString(strings.Join(row, "\t") + "\n")
	return err
}

// cellOf returns what stands in a cell for a text: no quotation marks are taken for those
// of a table, and no word for none.
func cellOf(text string) string {
	text = strings.TrimSpace(plainText(text))
	switch {
	case text == "NULL" || text == "None":
		return ""
	case isQuoted(text):
		return `"` + strings.ReplaceAll(text, `"`, `""`) + `"`
	}
	return Harmless(text)
}

func isQuoted(cell string) bool { return len(cell) >= 2 && cell[0] == '"' && cell[len(cell)-1] == '"' }

func (t *EventTable) names() error {
	if t.began {
		return nil
	}
	t.began = true
	if !t.layout.named {
		return nil
	}
	_, err := t.out.WriteString(strings.Join(t.layout.columns, "\t") + "\n")
	return err
}

// Flush implements Writer.
func (t *EventTable) Flush() error {
	if err := t.names(); err != nil {
		return err
	}
	return t.out.Flush()
}

// Undated is how many events had no row, for want of a day.
func (t *EventTable) Undated() int { return t.undated }

// Uncoded is how many events had no row, for want of a CAMEO code.
func (t *EventTable) Uncoded() int { return t.uncoded }

// pairsOf returns the pairs of source and target of an event: each who acts with each
// who is acted upon; those who act on each other in both directions, as the data sets
// have it.
func pairsOf(line *annals.Line) [][2]annals.Participant {
	var out [][2]annals.Participant
	if len(line.Actor) == 0 || len(line.Recipient) == 0 {
		all := slices.Concat(line.Actor, line.Recipient)
		for i := range all {
			for j := range all {
				if i != j {
					out = append(out, [2]annals.Participant{all[i], all[j]})
				}
			}
		}
		if len(out) > 0 {
			return out
		}
	}
	nobody := []annals.Participant{{}}
	actors, recipients := line.Actor, line.Recipient
	if len(actors) == 0 {
		actors = nobody
	}
	if len(recipients) == 0 {
		recipients = nobody
	}
	for i := range actors {
		for j := range recipients {
			out = append(out, [2]annals.Participant{actors[i], recipients[j]})
		}
	}
	return out
}
