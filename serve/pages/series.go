package pages

import (
	"context"
	"net/http"
	"strconv"
	"strings"

	"annals/ask"
	"annals/serve/questions"
)

// seriesView is a series, and what lies behind the point of it that was chosen.
type seriesView struct {
	Series *questions.SeriesAnswer // nil while no two parties are named
	Chart  *seriesChart            // nil where nothing is dated
	Rows   []point
	By     [2]choice
	Point  string // what the chosen point is called
	Behind []questions.LineAnswer
}

type seriesChart struct {
	By         string   `json:"by"`
	Directions []string `json:"directions"`
	Points     []point  `json:"points"`
}

// point is one period in one direction.
type point struct {
	Label               string   `json:"label"`
	Direction           string   `json:"direction"`
	Year                int      `json:"year"`
	Month               int      `json:"month"`
	VerbalCooperation   int      `json:"verbal_cooperation"`
	MaterialCooperation int      `json:"material_cooperation"`
	VerbalConflict      int      `json:"verbal_conflict"`
	MaterialConflict    int      `json:"material_conflict"`
	Events              int      `json:"events"`
	Reports             int      `json:"reports"`
	Sources             int      `json:"sources"`
	Mean                *float64 `json:"mean,omitempty"`
	Href                string   `json:"href"`
}

func (p *Pages) series(ctx context.Context, r *http.Request, q *questions.Query, v *view) error {
	v.Title = "Series"
	data := &seriesView{}
	v.Data = data
	v.Filters = &filters{Path: "/series", Query: q, Dated: true, Chosen: p.chosen("/series", q), Kept: kept(q, narrowing...)}
	copy(v.Filters.Party[:], q.Parties)
	if len(q.Parties) < 2 {
		return nil
	}
	answer, err := p.desk.Series(ctx, q)
	if err != nil {
		return err
	}
	data.Series = answer
	v.Title = "Series: " + quiet(answer.A) + " and " + quiet(answer.B)
	for i, by := range []ask.Period{ask.ByYear, ask.ByMonth} {
		data.By[i] = choice{Label: string(by), Href: link("/series", q.With("by", string(by))), Chosen: by == answer.By}
	}
	data.Rows = pointsOf(answer, q)
	if len(data.Rows) > 0 {
		data.Chart = &seriesChart{By: string(answer.By), Directions: directionsOf(data.Rows), Points: data.Rows}
	}
	return p.behind(ctx, data, r.URL.Query().Get("point"))
}

// pointsOf returns the periods and directions of which something is told.
func pointsOf(s *questions.SeriesAnswer, q *questions.Query) []point {
	var out []point
	for i := range s.Bins {
		b := &s.Bins[i]
		first, last, ok := boundsOf(b.Period)
		if b.Events == 0 || !ok {
			continue
		}
		out = append(out, point{
			Label: days{first, last}.String(), Direction: directionName(s, b.Direction), Year: first.Year(), Month: int(first.Month()),
			VerbalCooperation: b.Quads.VerbalCooperation, MaterialCooperation: b.Quads.MaterialCooperation,
			VerbalConflict: b.Quads.VerbalConflict, MaterialConflict: b.Quads.MaterialConflict,
			Events: b.Events, Reports: b.Reports, Sources: b.Sources, Mean: b.MeanScore, Href: link("/series", q) + "&point=" + pointName(b) + "#behind",
		})
	}
	return out
}

// pointName is how an address names a point: 1991-05_a-to-b.
func pointName(b *ask.Bin) string { return b.Period + "_" + string(b.Direction) }

func directionName(s *questions.SeriesAnswer, d ask.Direction) string {
	a, b := quiet(s.A), quiet(s.B)
	switch d {
	case ask.AToB:
		return a + " → " + b
	case ask.BToA:
		return b + " → " + a
	}
	return a + " and " + b + " together"
}

func directionsOf(points []point) []string {
	var out []string
	met := map[string]bool{}
	for i := range points {
		if d := points[i].Direction; !met[d] {
			met[d] = true
			out = append(out, d)
		}
	}
	return out
}

// behind finds the lines of the point that was chosen.
func (p *Pages) behind(ctx context.Context, data *seriesView, chosen string) error {
	if chosen == "" {
		return nil
	}
	for i := range data.Series.Bins {
		b := &data.Series.Bins[i]
		if pointName(b) != chosen {
			continue
		}
		first, last, _ := boundsOf(b.Period)
		data.Point = days{first, last}.String() + ", " + directionName(data.Series, b.Direction)
		for _, id := range b.Lines {
			line, err := p.desk.Line(ctx, id)
			if err != nil {
				return err
			}
			data.Behind = append(data.Behind, *line)
		}
	}
	return nil
}

// spanOf reads "12-40", the place of a sentence in a text, as addresses name it.
func spanOf(text string) (start, end int, ok bool) {
	a, b, found := strings.Cut(text, "-")
	start, errA := strconv.Atoi(a)
	end, errB := strconv.Atoi(b)
	return start, end, found && errA == nil && errB == nil
}
