package main

import (
	"errors"
	"fmt"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"annals"
	"annals/ask"
	"annals/ask/plot"
	"annals/ask/table"
	"annals/gazetteer"
	"annals/what"
)

// newSeriesCommand returns the verb series: cooperation and conflict over time.
func newSeriesCommand() *cobra.Command {
	var source sourceFlags
	var output outputFlags
	var question questionFlags
	var by string
	cmd := &cobra.Command{
		Use:   "series --between A,B [FILE...]",
		Short: "Cooperation and conflict between two parties over time",
		Long: `series counts what two parties are told to have done to each other, month by month or
year by year, in each direction and together: events, with the number of reports that
tell of them and of independent sources, cooperation and conflict, in words and in
deeds, types, and the mean score with the number of reports behind it. "--format svg"
draws it, fit to print; csv and jsonl have a row for each period and direction, also
where nothing is told, with the ids of the events and lines.

Events are counted, not reports: what ten newspapers print counts once, and the mean
score is that of the events. Only events that are told as facts count (--status says
otherwise). An event without a date counts nowhere, and one whose date is uncertain
only if all its possible days lie within one period: "in 1991" counts in a year and in
no month. What was left out is said below the table, and on standard error for the
other formats. An act of both upon a third is none between them.

` + linesHelp,
		Example: `  annals series --between BLR,LTU --by year examples/encyclopaedia.txt
  annals series --between Belarus,Lithuania --by month --format svg examples/encyclopaedia.txt
  annals series --between KEN,UGA --format csv examples/agencies.jsonl`,
		RunE: func(cmd *cobra.Command, files []string) error {
			s, err := newSeriesQuestion(&question, by)
			if err != nil {
				return err
			}
			if err := output.check(cmd.OutOrStdout(), "svg"); err != nil {
				return err
			}
			book, err := source.types()
			if err != nil {
				return err
			}
			wanted := s.wanted()
			told, err := source.told(cmd, files, wanted, matching)
			if err != nil && !errors.Is(err, errReported) {
				return err
			}
			s.a, s.b = wanted.Between[0], wanted.Between[1] // by now they know to whom they were joined
			return s.write(cmd, &output, s.ask(told, book), err)
		},
	}
	source.add(cmd)
	output.add(cmd, "table")
	cmd.Flags().Lookup("format").Usage = "jsonl, table, csv or svg"
	question.add(cmd)
	cmd.Flags().StringVar(&by, "by", "month", "month or year")
	return cmd
}

// seriesQuestion is what is asked: between whom, by which period.
type seriesQuestion struct {
	a, b  ask.Party
	names plot.Names
	by    ask.Period
	query *ask.Query
}

// wanted is what a record is to be asked for: the lines of both parties.
func (s *seriesQuestion) wanted() *ask.Query {
	q := *s.query
	q.Between = []ask.Party{s.a, s.b}
	return &q
}

func newSeriesQuestion(flags *questionFlags, by string) (*seriesQuestion, error) {
	if len(flags.between) == 0 {
		return nil, usagef("name the two parties with --between, as in --between BLR,LTU")
	}
	query, err := flags.query()
	if err != nil {
		return nil, err
	}
	s := &seriesQuestion{a: query.Between[0], b: query.Between[1], query: query}
	if s.by, err = period(by); err != nil {
		return nil, err
	}
	query.Between = nil // the series itself looks for the parties
	if len(query.Status) == 0 {
		query.Status = []annals.Status{annals.Actual}
	}
	s.names = plot.Names{A: calledBy(flags.known, s.a), B: calledBy(flags.known, s.b)}
	return s, nil
}

// period reads the flag --by.
func period(by string) (ask.Period, error) {
	if p := ask.Period(by); p == ask.ByMonth || p == ask.ByYear {
		return p, nil
	}
	return "", usagef("--by is month or year, not %q", by)
}

// calledBy is the name of a party.
func calledBy(known *gazetteer.Gazetteer, p ask.Party) string {
	if entry := known.Entry(p.ID); entry != nil {
		return entry.Name
	}
	return p.Name
}

func (s *seriesQuestion) ask(told *ask.Told, book *what.Codebook) *ask.Series {
	return ask.SeriesOf(told, s.a, s.b, s.by, s.query, quadOf(book))
}

// quadOf is the quad category that a codebook gives a type.
func quadOf(book *what.Codebook) ask.QuadOf {
	return func(typ, mode string) string {
		if t := book.Type(typ, mode); t != nil {
			return t.Quad
		}
		return ""
	}
}

// write writes the series.
func (s *seriesQuestion) write(cmd *cobra.Command, output *outputFlags, series *ask.Series, asked error) error {
	if output.format != "table" && series.Undated+series.Wide > 0 {
		fmt.Fprintf(cmd.ErrOrStderr(), "annals: %s\n", table.SeriesRemark(series))
	}
	if output.format != "svg" || len(series.Bins) == 0 {
		return output.write(cmd, s.answer(series), asked)
	}
	if err := plot.Series(cmd.OutOrStdout(), series, s.names); err != nil {
		return err
	}
	return asked
}

func (s *seriesQuestion) answer(series *ask.Series) *answer {
	number := strconv.Itoa
	return &answer{
		draw:    func(t *table.Table) error { return t.Series(series, s.names.A, s.names.B) },
		objects: objectsOf(series.Bins),
		columns: []string{
			"period", "direction", "from", "to", "events", "reports", "sources", "verbal_cooperation", "material_cooperation", "verbal_conflict",
			"material_conflict", "other", "mean_score", "scored", "scored_reports", "types", "event_ids", "lines", "documents",
		},
		rows: len(series.Bins),
		cells: func(i int) []string {
			b := &series.Bins[i]
			from, to := s.names.A, s.names.B
			if b.Direction == ask.BToA {
				from, to = to, from
			}
			q := &b.Quads
			return []string{
				b.Period, string(b.Direction), from, to, number(b.Events), number(b.Reports), number(b.Sources), number(q.VerbalCooperation), number(q.MaterialCooperation),
				number(q.VerbalConflict), number(q.MaterialConflict), number(q.Other), decimal(b.MeanScore), number(b.Scored), number(b.ScoredReports),
				listed(b.Types, func(t *ask.TypeCount) string { return t.Type + " " + number(t.Count) }),
				strings.Join(b.EventIDs, "; "), strings.Join(b.Lines, "; "), strings.Join(b.Documents, "; "),
			}
		},
	}
}
