package merge

import (
	"strings"

	"annals"
)

// Event is what one or more reports tell of. Where the reports differ in a field its
// values stand side by side, those of more reports first.
type Event struct {
	ID        string                      `json:"id"`   // made of the first id among its reports
	Type      string                      `json:"type"` // of all its reports
	Mode      []Value[string]             `json:"mode,omitempty"`
	Status    annals.Status               `json:"status"`
	Denied    bool                        `json:"denied,omitempty"` // told by who denies it
	Actor     []Value[annals.Participant] `json:"actor,omitempty"`
	Recipient []Value[annals.Participant] `json:"recipient,omitempty"`
	When      []Value[annals.When]        `json:"when,omitempty"` // the most exact first
	Where     []Value[annals.Place]       `json:"where,omitempty"`
	Quantity  []Value[annals.Quantity]    `json:"quantity,omitempty"`
	From      string                      `json:"from,omitempty"` // first day that all its dates allow
	To        string                      `json:"to,omitempty"`   // last such day
	Reports   []string                    `json:"reports"`        // ids of lines, sorted
	Documents int                         `json:"documents"`      // that report it
	Sources   int                         `json:"sources"`        // independent ones: documents apart from copies
	Joins     []Join                      `json:"joins,omitempty"`
	Links     []Link                      `json:"links,omitempty"`
}

// Value is a value of a field with the lines that give it.
type Value[T any] struct {
	Value T        `json:"value"`
	Lines []string `json:"lines"`
}

// Join says why a report is one of the event: the other report of it that it was compared
// with, and what spoke for their being one.
type Join struct {
	Line    string   `json:"line"`
	With    string   `json:"with"`
	Points  float32  `json:"points"`
	Reasons []Reason `json:"reasons"`
}

// Link says that an event that is planned, denied or supposed is one that happened.
type Link struct {
	Event   string   `json:"event"` // the id of the other event
	Points  float32  `json:"points"`
	Reasons []Reason `json:"reasons"`
}

// eventPrefix begins the ids of events.
const eventPrefix = "event-"

// EventID makes the id of an event from the first id among its reports, so that whoever
// has the one finds the other.
func EventID(line string) string { return eventPrefix + line }

// FirstReport returns the id of the first report of an event by the id of the event.
func FirstReport(event string) (line string, isEvent bool) {
	return strings.CutPrefix(event, eventPrefix)
}
