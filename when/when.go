package when

import "annals"

// Reference is what a relative date counts from.
type Reference struct {
	Published string       // EDTF of the day of publication; "" if not known
	Narrative *annals.When // the date told last before the sentence; nil if none
}

// Kind says what sort of time an expression speaks of.
type Kind uint8

// The kinds of expression.
const (
	Point     Kind = iota // a date, a range or a period: "in May 2019", "from 1939 to 1941", "recently"
	Duration              // how long: "for three years", "after a few days"
	Frequency             // how often: "every year", "twice"
)

// String returns the name of the kind in lower case.
func (k Kind) String() string {
	switch k {
	case Duration:
		return "duration"
	case Frequency:
		return "frequency"
	}
	return "point"
}

// Expression is one time expression of a sentence.
type Expression struct {
	First, Last int // half-open range of tokens; prepositions that open the date ("since") are part of it, others are not
	Head        int // the token that the tree attaches to what the date is of: one of the range, or the noun of "on the night of" before it
	Kind        Kind
	When        annals.When
	Relation    string // of the event to the date, by en/prepositions.tsv: at, of, after, since, before, until, by, during, between, for, ...
	Listed      bool   // it goes on with a list that the expression before it begins or goes on with: "in 1830 and | 1863"
	Rule        string // name of the pattern with file and line: "month year (en/patterns.tsv:37)"
}
