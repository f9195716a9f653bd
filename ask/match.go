package ask

import (
	"cmp"
	"slices"

	"annals"
)

// MatchEvent reports whether an event is asked for: one of its reports is, its date and
// status being those of the event. Reports that are less exact know of it less.
func (q *Query) MatchEvent(e *Event) bool {
	if len(q.Status) > 0 && !slices.Contains(q.Status, e.told()) {
		return false
	}
	rest := *q
	rest.Status = nil
	if when := e.span(); (q.From != nil || q.To != nil) && when.isDated() {
		if !when.overlaps(q.From, q.To) {
			return false
		}
		rest.From, rest.To = nil, nil
	}
	return slices.ContainsFunc(e.Lines, rest.Match)
}

// told is the status of an event; what who is named for it denies is negated, whatever
// words deny it.
func (e *Event) told() annals.Status {
	if e.Denied {
		return annals.Negated
	}
	return e.Status
}

// span is when an event may lie: the days that all its dated reports allow, or where none
// has two ends, those of the first that has one.
func (e *Event) span() span {
	if from, to := daysOf(e.From), daysOf(e.To); from != nil && to != nil {
		return span{&from.first, &to.last}
	}
	for _, line := range e.Lines {
		if when := spanOf(line); when.isDated() {
			return when
		}
	}
	return span{}
}

// Date is the most exact date that a report gives, in EDTF, "" if none does.
func (e *Event) Date() string {
	for i := range e.When {
		if edtf := e.When[i].Value.EDTF; edtf != "" {
			return edtf
		}
	}
	return cmp.Or(e.From, e.To)
}

// Score is the mean score of the reports that have one, nil if none has, and how many have.
func (e *Event) Score() (mean *float64, reports int) {
	sum := 0.0
	for _, line := range e.Lines {
		if line.Score != nil {
			sum += *line.Score
			reports++
		}
	}
	if reports > 0 {
		sum /= float64(reports)
		mean = &sum
	}
	return mean, reports
}
