package plot

import (
	"bytes"
	_ "embed" // the template
	"fmt"
	"html/template"
	"io"
	"math"
	"strconv"
	"strings"
	"unicode"

	"annals/ask"
)

//go:embed series.svg.tmpl
var seriesTemplate string

// Names are what the parties of a series are called.
type Names struct{ A, B string }

// The measures of the plot, in the units of its view box, which are 1/96 inch.
const (
	width     = 720
	left      = 48 // of the plot; the numbers of events stand beside it
	right     = width - 40
	top       = 66 // of the first panel; title and legend stand above
	panel     = 150
	panelGap  = 34
	below     = 74 // the last panel: the times and the notes
	barShare  = 0.8
	mostTimes = 12 // labels on the axis of time
	scoreEnd  = 10 // PLOVER's scores go from -10 to +10
)

// The colours are those of the Brewer palettes Blues and Oranges, which stay apart for
// people who see no red or green, and on paper.
const (
	verbalCooperation   = "#9ecae1"
	materialCooperation = "#2171b5"
	verbalConflict      = "#fdae6b"
	materialConflict    = "#d94801"
)

// picture is what the template draws.
type picture struct {
	Title, Description, Unit, Note                      string
	Width, Height, Left, Right, LabelX, ScoreX          int
	MeanX, MeanTextX, AxisY, TickY, TimeY, UnitY, NoteY int
	Legend                                              []key
	Panels                                              []pane
	Times                                               []tick
}

type key struct {
	X, TextX     int
	Colour, Name string
}

// pane is the panel of one direction.
type pane struct {
	Name              string
	Counts            string // what it rests on: events, reports, sources
	TitleY            int
	ZeroY             string
	Ticks, ScoreTicks []tick
	Bars              []bar
	Means             []tick
	Radius            string // of the points
}

// tick is a mark on an axis, or a point.
type tick struct{ X, Y, TextY, Name string }

type bar struct{ X, Y, Width, Height, Colour, Says string }

// Series draws a series: a panel for each direction that has events, with the numbers of
// cooperative events above the line and of conflictual ones below it, and the mean
// score of each period as a point.
func Series(w io.Writer, s *ask.Series, names Names) error {
	drawing, err := template.New("series").Parse(seriesTemplate)
	if err != nil {
		return fmt.Errorf("reading the template of the plot: %w", err)
	}
	var out bytes.Buffer
	out.WriteString(`<?xml version="1.0" encoding="UTF-8"?>` + "\n")
	if err := drawing.Execute(&out, pictureOf(s, names)); err != nil {
		return fmt.Errorf("drawing the plot: %w", err)
	}
	if _, err := w.Write(out.Bytes()); err != nil {
		return fmt.Errorf("writing the plot: %w", err)
	}
	return nil
}

func pictureOf(s *ask.Series, names Names) *picture {
	a, b := printable(names.A), printable(names.B)
	p := &picture{
		Title: fmt.Sprintf("Cooperation and conflict, %s and %s", a, b),
		Unit:  fmt.Sprintf("Events a %s, however many report them: cooperation above the line, conflict below it. Score: −10 conflict to +10 cooperation.", s.By),
		Note:  leftOut(s),
		Width: width, Left: left, Right: right, LabelX: left - 6, ScoreX: right + 6,
	}
	p.legend()
	most := most(s)
	for _, d := range []struct {
		direction ask.Direction
		name      string
	}{{ask.AToB, a + " → " + b}, {ask.BToA, b + " → " + a}, {ask.Together, a + " and " + b + " together"}} {
		bins := binsOf(s, d.direction)
		if d.direction == ask.Together && !anyEvents(bins) {
			continue
		}
		pane := paneOf(bins, d.name, top+len(p.Panels)*(panel+panelGap), most)
		pane.Counts = countsOf(s, d.direction)
		p.Panels = append(p.Panels, pane)
	}
	bottom := top + len(p.Panels)*(panel+panelGap) - panelGap
	p.AxisY, p.TickY, p.TimeY, p.UnitY, p.NoteY = bottom, bottom+5, bottom+18, bottom+40, bottom+56
	p.Height = bottom + below
	p.Times = times(binsOf(s, ask.AToB))
	p.Description = description(s, a, b)
	return p
}

func (p *picture) legend() {
	x := left
	for _, k := range []struct {
		colour, name string
		width        int
	}{
		{verbalCooperation, "cooperation in words", 128},
		{materialCooperation, "in deeds", 66},
		{verbalConflict, "conflict in words", 106},
		{materialConflict, "in deeds", 70},
	} {
		p.Legend = append(p.Legend, key{X: x, TextX: x + 14, Colour: k.colour, Name: k.name})
		x += 14 + k.width
	}
	p.MeanX, p.MeanTextX = x+5, x+14
}

// paneOf draws the panel of a direction; most is the number of events at both ends of
// its axis.
func paneOf(bins []*ask.Bin, name string, y, most int) pane {
	zero := float64(y) + panel/2.0
	unit := panel / 2.0 / float64(most)
	p := pane{Name: name, TitleY: y - 6, ZeroY: number(zero)}
	for _, n := range []int{most, most / 2, 0, -most / 2, -most} {
		at := zero - float64(n)*unit
		if n == 0 || most%2 == 0 || n == most || n == -most {
			p.Ticks = append(p.Ticks, tick{Y: number(at), TextY: number(at + 4), Name: strconv.Itoa(max(n, -n))})
		}
	}
	for _, score := range []int{scoreEnd, 0, -scoreEnd} {
		at := zero - float64(score)*panel/2/scoreEnd
		p.ScoreTicks = append(p.ScoreTicks, tick{TextY: number(at + 4), Name: signed(score)})
	}
	step := float64(right-left) / float64(len(bins))
	p.Radius = number(max(0.8, min(2.2, 0.4*step)))
	for i, bin := range bins {
		x := left + (float64(i)+(1-barShare)/2)*step
		says := binText(bin)
		p.stack(says, x, step*barShare, zero, -unit, [2]int{bin.Quads.VerbalCooperation, bin.Quads.MaterialCooperation}, [2]string{verbalCooperation, materialCooperation})
		p.stack(says, x, step*barShare, zero, unit, [2]int{bin.Quads.VerbalConflict, bin.Quads.MaterialConflict}, [2]string{verbalConflict, materialConflict})
		if bin.MeanScore != nil {
			mean := math.Max(-scoreEnd, math.Min(scoreEnd, *bin.MeanScore))
			p.Means = append(p.Means, tick{X: number(x + step*barShare/2), Y: number(zero - mean*panel/2/scoreEnd)})
		}
	}
	return p
}

// binText says what a bar stands for, where a pointer rests on it.
func binText(bin *ask.Bin) string {
	return fmt.Sprintf("%s: events %d, reports %d, independent sources %d", bin.Period, bin.Events, bin.Reports, bin.Sources)
}

// countsOf says what the panel of a direction rests on.
func countsOf(s *ask.Series, d ask.Direction) string {
	for i := range s.Totals {
		if t := &s.Totals[i]; t.Direction == d {
			return fmt.Sprintf("events %d, reports %d, independent sources %d", t.Events, t.Reports, t.Sources)
		}
	}
	return ""
}

// stack draws two counts on each other, from a height on; unit is the height of one, less
// than zero for what grows upwards.
func (p *pane) stack(says string, x, wide, from, unit float64, counts [2]int, colours [2]string) {
	for i, n := range counts {
		if n == 0 {
			continue
		}
		to := from + float64(n)*unit
		p.Bars = append(p.Bars, bar{number(x), number(min(from, to)), number(wide), number(max(from, to) - min(from, to)), colours[i], says})
		from = to
	}
}

// times are the labels of the axis of time: of a month series years where they can.
func times(bins []*ask.Bin) []tick {
	step := float64(right-left) / float64(len(bins))
	every := max(1, (len(bins)+mostTimes-1)/mostTimes)
	months := len(bins) > 0 && strings.Contains(strings.TrimPrefix(bins[0].Period, "-"), "-")
	if months && every > 1 {
		every = (every + 11) / 12 * 12
	}
	first := 0
	for months && every > 1 && first < len(bins)-1 && !strings.HasSuffix(bins[first].Period, "-01") {
		first++
	}
	var out []tick
	for i := first; i < len(bins); i += every {
		name := bins[i].Period
		if months && every > 1 {
			name = strings.TrimSuffix(name, "-01")
		}
		out = append(out, tick{X: number(left + (float64(i)+0.5)*step), Name: name})
	}
	return out
}

// description tells in words what the plot shows.
func description(s *ask.Series, a, b string) string {
	if len(s.Bins) == 0 {
		return "No events."
	}
	var text strings.Builder
	fmt.Fprintf(&text, "Numbers of events a %s from %s to %s.", s.By, s.Bins[0].Period, s.Bins[len(s.Bins)-1].Period)
	for _, d := range []struct {
		direction ask.Direction
		name      string
	}{{ask.AToB, a + " to " + b}, {ask.BToA, b + " to " + a}, {ask.Together, "Both together"}} {
		cooperation, conflict := 0, 0
		for _, bin := range binsOf(s, d.direction) {
			cooperation += bin.Quads.Cooperation()
			conflict += bin.Quads.Conflict()
		}
		fmt.Fprintf(&text, " %s: %d cooperative, %d conflictual (%s).", d.name, cooperation, conflict, countsOf(s, d.direction))
	}
	return text.String() + " " + leftOut(s)
}

func leftOut(s *ask.Series) string {
	return fmt.Sprintf("Left out: %d without a date, %d whose date is no single %s.", s.Undated, s.Wide, s.By)
}

// most is the end of the axes: the greatest number of events on one side, and even.
func most(s *ask.Series) int {
	n := 1
	for i := range s.Bins {
		n = max(n, s.Bins[i].Quads.Cooperation(), s.Bins[i].Quads.Conflict())
	}
	return n + n%2
}

func binsOf(s *ask.Series, d ask.Direction) []*ask.Bin {
	var out []*ask.Bin
	for i := range s.Bins {
		if s.Bins[i].Direction == d {
			out = append(out, &s.Bins[i])
		}
	}
	return out
}

func anyEvents(bins []*ask.Bin) bool {
	for _, bin := range bins {
		if bin.Events > 0 {
			return true
		}
	}
	return false
}

// number writes a coordinate with two digits at most.
func number(f float64) string { return strconv.FormatFloat(math.Round(f*100)/100, 'f', -1, 64) }

// signed writes a score with its sign.
func signed(n int) string {
	switch {
	case n > 0:
		return "+" + strconv.Itoa(n)
	case n < 0:
		return "−" + strconv.Itoa(-n)
	}
	return "0"
}

// printable drops what XML does not allow in a text.
func printable(text string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsControl(r) || r == unicode.ReplacementChar || r&0xfffe == 0xfffe {
			return -1
		}
		return r
	}, text)
}
