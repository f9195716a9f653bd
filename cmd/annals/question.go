package main

import (
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"annals"
	"annals/ask"
	"annals/gazetteer"
)

// questionFlags are the flags of every verb that shows some lines and not
// others.
type questionFlags struct {
	between, types, status, kinds []string
	from, to, saidBy              string

	known *gazetteer.Gazetteer // loaded once, if parties are named
}

// add declares the flags.
func (f *questionFlags) add(cmd *cobra.Command) {
	flags := cmd.Flags()
	flags.StringSliceVar(&f.between, "between", nil, "two parties, in either direction, by country code or name, as in BLR,LTU")
	flags.StringVar(&f.from, "from", "", "what may have happened on this day, month or year, or later: 2010-10-27, 2010-10, 2010")
	flags.StringVar(&f.to, "to", "", "the same, or earlier")
	flags.StringSliceVar(&f.types, "type", nil, "types or modes, as in ASSAULT,visit")
	flags.StringVar(&f.saidBy, "said-by", "", "what this country, organization or person says")
	flags.StringSliceVar(&f.status, "status", nil, "actual, future, hypothetical, negated")
	flags.StringSliceVar(&f.kinds, "kind", nil, "event, state, claim")
}

// query returns the question that the flags ask.
func (f *questionFlags) query() (*ask.Query, error) {
	q := &ask.Query{Types: f.types}
	if len(f.between) != 0 && len(f.between) != 2 {
		return nil, usagef("--between takes two parties, as in BLR,LTU, not %d", len(f.between))
	}
	if err := f.parties(q); err != nil {
		return nil, err
	}
	if f.from != "" {
		first, _, err := ask.ParseDays(f.from)
		if err != nil {
			return nil, usagef("--from: %w", err)
		}
		q.From = &first
	}
	if f.to != "" {
		_, last, err := ask.ParseDays(f.to)
		if err != nil {
			return nil, usagef("--to: %w", err)
		}
		q.To = &last
	}
	var err error
	if q.Status, err = oneOf("--status", f.status, annals.Actual, annals.Future, annals.Hypothetical, annals.Negated); err != nil {
		return nil, err
	}
	q.Kinds, err = oneOf("--kind", f.kinds, annals.Event, annals.State, annals.Claim)
	return q, err
}

// oneOf checks that the values of a flag are among those that it knows.
func oneOf[T ~string](flag string, values []string, known ...T) ([]T, error) {
	var out []T
	for _, v := range values {
		t := T(strings.ToLower(strings.TrimSpace(v)))
		if !slices.Contains(known, t) {
			return nil, usagef("%s: %q is none of %v", flag, v, known)
		}
		out = append(out, t)
	}
	return out, nil
}
