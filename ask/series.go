package ask

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"annals"
)

// Period is how long the periods of a series are.
type Period string

// The periods of a series.
const (
	ByMonth Period = "month"
	ByYear  Period = "year"
)

// Direction is who acts on whom in a series between A and B.
type Direction string

// The directions. What both do with each other ("Chile and Peru met") has none.
const (
	AToB     Direction = "a-to-b"
	BToA     Direction = "b-to-a"
	Together Direction = "together"
)

// Series is cooperation and conflict between two parties over time. It counts reports:
// an event that three sentences tell counts three times.
type Series struct {
	By      Period
	Bins    []Bin // period after period without gaps, in each the directions in their order
	Undated int   // events between the parties that have no date
	Wide    int   // those whose date does not lie within one period
}

// Bin is what the lines tell of one period in one direction.
type Bin struct {
	Period    string      `json:"period"` // 1991-05 or 1991
	Direction Direction   `json:"direction"`
	Reports   int         `json:"reports"` // how many lines
	Quads     Quads       `json:"quads"`
	Types     []TypeCount `json:"types,omitempty"`      // the most frequent first
	MeanScore *float64    `json:"mean_score,omitempty"` // of the lines that have a score
	Scored    int         `json:"scored"`               // how many those are
	Lines     []string    `json:"lines,omitempty"`      // ids
	Documents []string    `json:"documents,omitempty"`  // where they stand, each once
}

// Quads counts lines by the quad category of their type.
type Quads struct {
	VerbalCooperation   int `json:"verbal_cooperation"`
	MaterialCooperation int `json:"material_cooperation"`
	VerbalConflict      int `json:"verbal_conflict"`
	MaterialConflict    int `json:"material_conflict"`
	Other               int `json:"other"` // neutral, or of a type that the codebook lacks
}

// Cooperation is the number of cooperative lines.
func (q *Quads) Cooperation() int { return q.VerbalCooperation + q.MaterialCooperation }

// Conflict is the number of conflictual lines.
func (q *Quads) Conflict() int { return q.VerbalConflict + q.MaterialConflict }

// TypeCount is how often a type is told.
type TypeCount struct {
	Type  string `json:"type"`
	Count int    `json:"count"`
}

// QuadOf returns the quad category of a type and mode, as the codebook has it:
// verbal-cooperation, material-cooperation, verbal-conflict, material-conflict, or else.
type QuadOf func(typ, mode string) string

// SeriesOf returns the series between two parties, from the first to the last period
// of which a line is told. Events count that one party does to the other, or that both
// do without a third; a query chooses among them. A date counts only if all its days
// lie in one period: "in 1991" is in no month.
func SeriesOf(lines []annals.Line, a, b Party, by Period, q *Query, quad QuadOf) *Series {
	s := &Series{By: by}
	bins := map[int]map[Direction]*binning{}
	first, last := 0, -1
	for i := range lines {
		line := &lines[i]
		direction := directionOf(line, a, b)
		if direction == "" || !q.Match(line) {
			continue
		}
		when := spanOf(line)
		switch {
		case !when.isDated():
			s.Undated++
			continue
		case when.from == nil || when.to == nil || by.number(*when.from) != by.number(*when.to):
			s.Wide++
			continue
		}
		n := by.number(*when.from)
		if last < first {
			first, last = n, n
		}
		first, last = min(first, n), max(last, n)
		if bins[n] == nil {
			bins[n] = map[Direction]*binning{}
		}
		if bins[n][direction] == nil {
			bins[n][direction] = newBinning()
		}
		bins[n][direction].add(line, quad)
	}
	for n := first; n <= last; n++ {
		for _, direction := range []Direction{AToB, BToA, Together} {
			bin := bins[n][direction].bin()
			bin.Period, bin.Direction = by.name(n), direction
			s.Bins = append(s.Bins, bin)
		}
	}
	return s
}

// number returns the number of the period of a day; those that follow each other have
// numbers that do.
func (p Period) number(d Day) int {
	if p == ByYear {
		return d.year()
	}
	return 12*d.year() + (int(d)-d.year()*daysPerYear)/daysPerMonth
}

// name is the EDTF date of a period, given its number.
func (p Period) name(n int) string {
	year, month := n, 0
	if p == ByMonth {
		year = (n - (n%12+12)%12) / 12
		month = n - 12*year + 1
	}
	name := fmt.Sprintf("%04d", year)
	if year < 0 {
		name = fmt.Sprintf("-%04d", -year)
	}
	if month > 0 {
		name += fmt.Sprintf("-%02d", month)
	}
	return name
}

// directionOf returns who acts on whom in an event, or "".
func directionOf(line *annals.Line, a, b Party) Direction {
	if line.Kind != annals.Event {
		return ""
	}
	acts, bears := partOf(line.Actor, a, b), partOf(line.Recipient, a, b)
	switch {
	case acts.a && bears.b && !(acts.b && bears.a):
		return AToB
	case acts.b && bears.a && !(acts.a && bears.b):
		return BToA
	case acts.a && acts.b && (len(line.Recipient) == 0 || bears.a || bears.b):
		return Together
	case len(line.Actor) == 0 && bears.a && bears.b: // "relations between the two were restored"
		return Together
	}
	return ""
}

// part says which of two parties are among participants.
type part struct{ a, b bool }

func partOf(all []annals.Participant, a, b Party) part {
	var p part
	for i := range all {
		p.a = p.a || a.is(&all[i])
		p.b = p.b || b.is(&all[i])
	}
	return p
}

// binning is a bin in the making.
type binning struct {
	Bin
	sum       float64
	types     map[string]int
	documents map[string]bool
}

func newBinning() *binning {
	return &binning{types: map[string]int{}, documents: map[string]bool{}}
}

func (b *binning) add(line *annals.Line, quad QuadOf) {
	b.Reports++
	b.types[line.Type]++
	b.Lines = append(b.Lines, line.ID)
	if !b.documents[line.Document] {
		b.documents[line.Document] = true
		b.Documents = append(b.Documents, line.Document)
	}
	if line.Score != nil {
		b.Scored++
		b.sum += *line.Score
	}
	switch quad(line.Type, line.Mode) {
	case "verbal-cooperation":
		b.Quads.VerbalCooperation++
	case "material-cooperation":
		b.Quads.MaterialCooperation++
	case "verbal-conflict":
		b.Quads.VerbalConflict++
	case "material-conflict":
		b.Quads.MaterialConflict++
	default:
		b.Quads.Other++
	}
}

// bin closes a bin; that of no line is empty.
func (b *binning) bin() Bin {
	if b == nil {
		return Bin{}
	}
	if b.Scored > 0 {
		mean := b.sum / float64(b.Scored)
		b.MeanScore = &mean
	}
	b.Types = countsOf(b.types)
	return b.Bin
}

// countsOf returns counts by type, the most frequent first, else by name.
func countsOf(types map[string]int) []TypeCount {
	var out []TypeCount
	for name, count := range types {
		out = append(out, TypeCount{name, count})
	}
	slices.SortFunc(out, func(a, b TypeCount) int {
		return cmp.Or(cmp.Compare(b.Count, a.Count), strings.Compare(a.Type, b.Type))
	})
	return out
}
