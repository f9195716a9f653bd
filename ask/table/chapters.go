package table

import (
	"fmt"
	"slices"
	"strings"

	"annals"
	"annals/ask"
)

// mostReports is how many reports of an event are quoted: a table shows the fullest, and
// says how many more there are.
const mostReports = 4

// Chapters draws a timeline of events and of states and claims between them, and says
// below it how many reports of how many sources it rests on.
func (t *Table) Chapters(chapters []ask.Chapter) error {
	if len(chapters) == 0 {
		return nil
	}
	t.names()
	total := totals{documents: map[string]bool{}}
	for i := range chapters {
		for j := range chapters[i].Entries {
			e := &chapters[i].Entries[j]
			t.know(e.Lines)
			total.add(e)
		}
	}
	for i := range chapters {
		t.chapter(&chapters[i])
		if err := t.Send(); err != nil {
			return err
		}
	}
	if total.entries == total.reports {
		return nil // each thing is told once: the sources stand there already
	}
	return t.Remarks(fmt.Sprintf("%s told by %s in %s.", many(total.entries, "entry", "entries"), many(total.reports, "report", "reports"), many(len(total.documents), "document", "documents")))
}

// totals counts what a table rests on.
type totals struct {
	entries, reports int
	documents        map[string]bool
}

func (t *totals) add(e *ask.Entry) {
	t.entries++
	t.reports += len(e.Lines)
	for _, line := range e.Lines {
		t.documents[line.Document] = true
	}
}

func many(n int, one, more string) string {
	if n == 1 {
		return "1 " + one
	}
	return fmt.Sprintf("%d %s", n, more)
}

// chapter draws a heading and its entries. Entries of the same words share them.
func (t *Table) chapter(c *ask.Chapter) {
	t.out.WriteByte('\n')
	paint(&t.out, strings.Map(visible, c.Heading), heading, t.colour)
	t.out.WriteByte('\n')
	for i := range c.Entries {
		e := &c.Entries[i]
		lead := *e.Lines[0]
		if differs(e, "quantity") {
			lead.Quantity = nil // it stands below, beside the others
		}
		t.line(&lead)
		t.beside(e)
		last := i+1 == len(c.Entries)
		if !last && sameEvidence(e, &c.Entries[i+1]) {
			continue
		}
		t.evidences(e.Lines)
		if !last {
			t.out.WriteByte('\n')
		}
	}
}

// differs reports whether the reports of an entry fill a field differently.
func differs(e *ask.Entry, field string) bool {
	return slices.ContainsFunc(e.Differences, func(d ask.Difference) bool { return d.Field == field })
}

// sameEvidence reports whether two entries rest on the same words.
func sameEvidence(a, b *ask.Entry) bool {
	return len(a.Lines) == 1 && len(b.Lines) == 1 && sameWords(a.Lines[0], b.Lines[0])
}

// beside writes what an entry has beside its fullest report: how many there are, what they
// say differently, and what it belongs to.
func (t *Table) beside(e *ask.Entry) {
	if len(e.Lines) > 1 {
		t.below(words(counted(len(e.Lines), e.Documents, e.Sources), strong))
	}
	for i := range e.Differences {
		d := &e.Differences[i]
		t.below(words(fieldName(d.Field)+" "+sideBySide(d), plain))
	}
	for i := range e.Linked {
		t.below(words(linked(e, &e.Linked[i]), warning))
	}
}

// counted says how many reports, documents and independent sources there are.
func counted(reports, documents, sources int) string {
	out := many(reports, "report", "reports")
	if documents != sources {
		out += " in " + many(documents, "document", "documents")
	}
	return out + ", " + many(sources, "independent source", "independent sources")
}

// fieldName is what a field that differs is called in a table.
func fieldName(field string) string {
	switch field {
	case "mode":
		return "how:"
	case "actor":
		return "who:"
	case "recipient":
		return "to whom:"
	case "quantity":
		return "how many:"
	}
	return field + ":"
}

// sideBySide are the values of a difference with who gives them.
func sideBySide(d *ask.Difference) string {
	out := make([]string, len(d.Values))
	for i := range d.Values {
		v := &d.Values[i]
		out[i] = fmt.Sprintf("“%s” by %s", v.Words, fewer(v.By, ", "))
	}
	return strings.Join(out, "; ")
}

// linked says what an entry belongs to.
func linked(e *ask.Entry, other *ask.Linked) string {
	what := other.ID
	if other.What != "" {
		what = strings.Trim(other.What+", "+other.Date, ", ") + " [" + other.ID + "]"
	}
	switch {
	case other.What == "":
		return "see also " + what
	case other.Status == annals.Actual && e.Denied:
		return "denies what others tell: " + what
	case other.Status == annals.Actual:
		return "this happened: " + what
	case other.Status == annals.Negated:
		return "denied: " + what
	case other.Status == annals.Future:
		return "announced before: " + what
	}
	return "supposed: " + what
}

// evidences writes the words of reports and where they stand; those of copies once.
func (t *Table) evidences(lines []*annals.Line) {
	type quote struct {
		line      *annals.Line
		positions []string
	}
	var quotes []quote
	byWords := map[string]int{}
	for _, line := range lines {
		at, known := byWords[line.Text+"\x00"+line.Sentence.Text]
		if !known {
			at = len(quotes)
			byWords[line.Text+"\x00"+line.Sentence.Text] = at
			quotes = append(quotes, quote{line: line})
		}
		quotes[at].positions = append(quotes[at].positions, Position(line))
	}
	for i, q := range quotes {
		if i == mostReports {
			t.below(words(fmt.Sprintf("and %d more; --by report shows all", len(quotes)-mostReports), faint))
			return
		}
		if i > 0 && len(q.line.SaidBy) > 0 {
			t.below(words("according to "+accordingTo(q.line.SaidBy), warning))
		}
		t.evidence(q.line)
		if len(q.positions) > 1 {
			t.below(words("the same words in "+few(q.positions[1:]), faint))
		}
	}
}
