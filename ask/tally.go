package ask

import (
	"cmp"
	"slices"
	"strings"
)

// Tally counts events, with the reports that tell of them and the independent sources of
// those. All reports of an event count, those too that a question alone would not find.
type Tally struct {
	Events        int         `json:"events"`
	Reports       int         `json:"reports"` // lines that tell of them
	Sources       int         `json:"sources"` // independent ones: copies of one text are one, and so is a publisher
	Quads         Quads       `json:"quads"`
	Types         []TypeCount `json:"types,omitempty"`      // of the events, the most frequent first
	MeanScore     *float64    `json:"mean_score,omitempty"` // of the events that have a score, which is the mean of their reports'
	Scored        int         `json:"scored"`               // how many events those are
	ScoredReports int         `json:"scored_reports"`       // how many reports have a score
	EventIDs      []string    `json:"event_ids,omitempty"`  // of a dyad's events the first ones, up to MostExamples
	Lines         []string    `json:"lines,omitempty"`      // ids of the reports of these events
	Documents     []string    `json:"documents,omitempty"`  // where they stand, each once
}

// Quads counts events by the quad category of their type.
type Quads struct {
	VerbalCooperation   int `json:"verbal_cooperation"`
	MaterialCooperation int `json:"material_cooperation"`
	VerbalConflict      int `json:"verbal_conflict"`
	MaterialConflict    int `json:"material_conflict"`
	Other               int `json:"other"` // neutral, or of a type that the codebook lacks
}

// Cooperation is the number of cooperative events.
func (q *Quads) Cooperation() int { return q.VerbalCooperation + q.MaterialCooperation }

// Conflict is the number of conflictual events.
func (q *Quads) Conflict() int { return q.VerbalConflict + q.MaterialConflict }

// TypeCount is how many events of a type there are.
type TypeCount struct {
	Type  string `json:"type"`
	Count int    `json:"count"`
}

// QuadOf returns the quad category of a type and mode, as the codebook has it:
// verbal-cooperation, material-cooperation, verbal-conflict, material-conflict, or else.
type QuadOf func(typ, mode string) string

// tallying is a Tally in the making.
type tallying struct {
	Tally
	quad      QuadOf
	most      int // how many events are named; 0 for all
	sum       float64
	types     map[string]int
	documents map[string]bool
	origins   map[string]bool
}

func newTallying(quad QuadOf) *tallying {
	return &tallying{quad: quad, types: map[string]int{}, documents: map[string]bool{}, origins: map[string]bool{}}
}

// add counts an event. origin says what a document counts as, where sources are counted.
func (t *tallying) add(e *Event, origin func(document string) string) {
	t.Events++
	t.Reports += len(e.Lines)
	t.types[e.Type]++
	for _, line := range e.Lines {
		if from := origin(line.Document); !t.origins[from] {
			t.origins[from] = true
		}
	}
	if t.most == 0 || len(t.EventIDs) < t.most {
		t.name(e)
	}
	if mean, reports := e.Score(); mean != nil {
		t.Scored++
		t.ScoredReports += reports
		t.sum += *mean
	}
	mode := ""
	if len(e.Mode) > 0 {
		mode = e.Mode[0].Value
	}
	switch t.quad(e.Type, mode) {
	case "verbal-cooperation":
		t.Quads.VerbalCooperation++
	case "material-cooperation":
		t.Quads.MaterialCooperation++
	case "verbal-conflict":
		t.Quads.VerbalConflict++
	case "material-conflict":
		t.Quads.MaterialConflict++
	default:
		t.Quads.Other++
	}
}

// name names an event and where it is told.
func (t *tallying) name(e *Event) {
	t.EventIDs = append(t.EventIDs, e.ID)
	for _, line := range e.Lines {
		t.Lines = append(t.Lines, line.ID)
		if !t.documents[line.Document] {
			t.documents[line.Document] = true
			t.Documents = append(t.Documents, line.Document)
		}
	}
}

// close returns the tally; that of no event is empty.
func (t *tallying) close() Tally {
	if t == nil {
		return Tally{}
	}
	if t.Scored > 0 {
		mean := t.sum / float64(t.Scored)
		t.MeanScore = &mean
	}
	t.Sources = len(t.origins)
	t.Types = countsOf(t.types)
	return t.Tally
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
