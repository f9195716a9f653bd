package sqlite

import (
	"encoding/binary"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"annals/record"
	"annals/record/merge"
)

// group is an event of several reports, as a row of the table events has it: the days of the
// event (0 for none), then the number of its lines, then each of them in the order in which
// they came to it. Behind each but the first stands with which of the others it was
// compared, counted from the first, and the number of the reasons. All are varints; lines
// are told by their distance from the head.
type group struct {
	from, to record.Day
	lines    []int64
	joins    []joining // of the lines from the second on
}

// joining is why a line is one of an event.
type joining struct {
	with    int   // place of the other line among those of the group
	reasons int64 // number of the reasons
}

func (g *group) encode(head int64) string {
	out := binary.AppendVarint(nil, int64(g.from))
	out = binary.AppendVarint(out, int64(g.to))
	out = binary.AppendUvarint(out, uint64(len(g.lines)))
	for i, line := range g.lines {
		out = binary.AppendVarint(out, line-head)
		if i > 0 {
			out = binary.AppendUvarint(out, uint64(g.joins[i-1].with))
			out = binary.AppendUvarint(out, uint64(g.joins[i-1].reasons))
		}
	}
	return string(out)
}

func decodeGroup(head int64, data []byte) (*group, error) {
	v := varints{rest: data}
	g := &group{from: record.Day(v.signed()), to: record.Day(v.signed())}
	count := int(v.next())
	for i := 0; i < count && v.err == nil; i++ {
		g.lines = append(g.lines, head+v.signed())
		if i > 0 {
			g.joins = append(g.joins, joining{with: int(v.next()), reasons: v.next()})
		}
	}
	return g, v.err
}

// linked is a link of an event as a row of the table links has it, one behind the other: the head
// of the other event, and the number of the reasons, as varints.
type linked struct{ head, reasons int64 }

func encodeLinks(head int64, links []linked) string {
	var out []byte
	for _, l := range links {
		out = binary.AppendUvarint(binary.AppendVarint(out, l.head-head), uint64(l.reasons))
	}
	return string(out)
}

func decodeLinks(head int64, data []byte) ([]linked, error) {
	var out []linked
	v := varints{rest: data}
	for len(v.rest) > 0 {
		out = append(out, linked{head + v.signed(), v.next()})
	}
	return out, v.err
}

// why is what the table reasons keeps: few of them serve many reports.
type why struct {
	Points  float32
	Reasons []merge.Reason
}

// encode writes the points, then for each reason the numbers of its field and of how that agrees
// and its points, separated by spaces. What the numbers mean is for the rules to say by which
// the record was digested: with other rules the table is written anew.
func (w *why) encode() string {
	points := func(out []byte, p float32) []byte { return strconv.AppendFloat(out, float64(p), 'g', -1, 32) }
	out := points(nil, w.Points)
	for _, r := range w.Reasons {
		out = strconv.AppendUint(append(out, ' '), uint64(r.Field), 10)
		out = strconv.AppendUint(append(out, ' '), uint64(r.How), 10)
		out = points(append(out, ' '), r.Points)
	}
	return string(out)
}

func decodeWhy(text string) (*why, error) {
	words := strings.Fields(text)
	if len(words)%3 != 1 {
		return nil, fmt.Errorf("%w: %q are no reasons", errBlock, text)
	}
	points, err := strconv.ParseFloat(words[0], 32)
	w := &why{Points: float32(points)}
	for words = words[1:]; len(words) > 0 && err == nil; words = words[3:] {
		var field, how uint64
		if field, err = strconv.ParseUint(words[0], 10, 8); err != nil {
			break
		}
		if how, err = strconv.ParseUint(words[1], 10, 8); err != nil {
			break
		}
		points, err = strconv.ParseFloat(words[2], 32)
		r := merge.Reason{Field: merge.Field(field), How: merge.How(how), Points: float32(points)}
		if !r.IsKnown() {
			return nil, fmt.Errorf("%w: %q are no reasons", errBlock, text)
		}
		w.Reasons = append(w.Reasons, r)
	}
	if err != nil {
		return nil, fmt.Errorf("%w: %w", errBlock, err)
	}
	return w, nil
}

// groupOf returns the group of an event of several reports.
func groupOf(e *merge.Event, number func(line string) int64, reasons func(*why) int64) *group {
	var g group
	if day, ok := record.ParseDay(e.From); ok {
		g.from = day
	}
	if day, ok := record.ParseDay(e.To); ok {
		g.to = day
	}
	place := map[string]int{}
	joined := map[string]bool{}
	for i := range e.Joins {
		joined[e.Joins[i].Line] = true
	}
	first := slices.IndexFunc(e.Reports, func(id string) bool { return !joined[id] })
	g.lines = append(g.lines, number(e.Reports[first]))
	place[e.Reports[first]] = 0
	for i := range e.Joins {
		j := &e.Joins[i]
		g.joins = append(g.joins, joining{place[j.With], reasons(&why{j.Points, j.Reasons})})
		place[j.Line] = len(g.lines)
		g.lines = append(g.lines, number(j.Line))
	}
	return &g
}
