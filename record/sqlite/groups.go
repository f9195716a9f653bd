package sqlite

import (
	"encoding/binary"
	"encoding/json"
	"slices"

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

// why is what the table reasons keeps, as JSON: few of them serve many reports.
type why struct {
	Points  float32        `json:"points"`
	Reasons []merge.Reason `json:"reasons"`
}

func (w *why) encode() (string, error) {
	data, err := json.Marshal(w)
	return string(data), err
}

// groupOf returns the group of an event of several reports.
func groupOf(e *merge.Event, number func(line string) int64, reasons func(*why) (int64, error)) (*group, error) {
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
		n, err := reasons(&why{j.Points, j.Reasons})
		if err != nil {
			return nil, err
		}
		g.joins = append(g.joins, joining{place[j.With], n})
		place[j.Line] = len(g.lines)
		g.lines = append(g.lines, number(j.Line))
	}
	return &g, nil
}
