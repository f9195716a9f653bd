package main

import (
	"errors"
	"strconv"

	"github.com/spf13/cobra"

	"annals"
	"annals/ask"
	"annals/ask/table"
)

// newStateCommand returns the verb state: what held on a day.
func newStateCommand() *cobra.Command {
	var source sourceFlags
	var output outputFlags
	var on string
	var certain, undated bool
	var parties []string
	cmd := &cobra.Command{
		Use:   "state --on DATE [FILE...]",
		Short: "What held on a day: offices, seats, memberships, agreements, territory",
		Long: `state shows what held on a day as the lines tell it: who held which office, where
bodies sat, which capital, membership, agreement or territory there was. Each fact stands
once, with the words of all lines that tell it and where they stand, and how many
independent sources those are.

A state is certain if its lines tell a beginning before the day and an end behind it,
or the day itself; an office also if its holder is seen in it before the day and behind it,
and nobody else in between. Texts seldom tell an end: what began before the day and has no end
in the lines is there, and called uncertain, with the reason. What ended before the
day is not there: by its own date ("from 1991 to 1996"), by an event (a resignation, a
withdrawal, a termination), or because somebody else is told of later in an office that
one person holds at a time. "--certain" leaves out what is uncertain. A state that is told
without any date says nothing about the day: "--undated" shows such too.

"--party" asks for what one country with its people, organization or person holds or has a
part in, or two or more hold together; of a large record that is much faster.

` + linesHelp,
		Example: `  annals state --on 1995-03-01 examples/encyclopaedia.txt
  annals state --on 2010-10-20 --certain --format csv examples/encyclopaedia.txt
  annals state --on 2010-10-20 --party Lithuania examples/encyclopaedia.txt`,
		RunE: func(cmd *cobra.Command, files []string) error {
			day, err := dayFlag("--on", on)
			if err != nil {
				return err
			}
			if err := output.check(cmd.OutOrStdout()); err != nil {
				return err
			}
			known, err := ask.LoadKnowledge()
			if err != nil {
				return err
			}
			query := &ask.Query{}
			for _, name := range parties {
				query.Between = append(query.Between, party(known.Gazetteer(), name))
			}
			told, err := source.told(cmd, files, query, func(r *recordReader, q *ask.Query) error { return r.readStates(known, day, q) })
			if err != nil && !errors.Is(err, errReported) {
				return err
			}
			all := known.State(told, day)
			if undated {
				all = append(all, known.Undated(told, day)...)
			}
			return output.write(cmd, stateAnswer(ask.HoldingsOf(all, query.Between), certain), err)
		},
	}
	source.add(cmd)
	output.add(cmd, "table")
	cmd.Flags().StringVar(&on, "on", "", "the day, as in 1995-03-01")
	cmd.Flags().StringSliceVar(&parties, "party", nil, "a country, organization or person that has a part in it; of several all do")
	cmd.Flags().BoolVar(&undated, "undated", false, "show also what is told without any date, behind the rest")
	cmd.Flags().BoolVar(&certain, "certain", false, "leave out what is uncertain")
	return cmd
}

// dayFlag reads a flag that must be given and be a day.
func dayFlag(flag, value string) (ask.Day, error) {
	if value == "" {
		return 0, usagef("name the day with %s, as in %s 1995-03-01", flag, flag)
	}
	first, last, err := ask.ParseDays(value)
	switch {
	case err != nil:
		return 0, usagef("%s: %w", flag, err)
	case first != last:
		return 0, usagef("%s: %q is no single day; write it as in 1995-03-01", flag, value)
	}
	return first, nil
}

func stateAnswer(all []ask.Holding, certain bool) *answer {
	var shown []ask.Holding
	for i := range all {
		if all[i].Certain || !certain {
			shown = append(shown, all[i])
		}
	}
	return &answer{
		draw:    func(t *table.Table) error { return t.State(shown) },
		objects: objectsOf(shown),
		columns: []string{
			"state", "holder", "holder_id", "holder_country", "words", "since", "certain", "why",
			"reports", "sources", "lines", "positions", "sentences", "ended_by",
		},
		rows: len(shown),
		cells: func(i int) []string {
			h := &shown[i]
			return []string{
				h.State, listed(h.Holder, ask.NameOf),
				listed(h.Holder, func(p *annals.Participant) string { return p.ID }),
				listed(h.Holder, func(p *annals.Participant) string { return p.Country }),
				h.Words, h.Since, strconv.FormatBool(h.Certain), h.Why, strconv.Itoa(h.Reports), strconv.Itoa(h.Sources),
				listed(h.Lines, lineID), listed(h.Lines, linePosition), listed(h.Lines, lineWords), listed(h.Ends, lineID),
			}
		},
	}
}
