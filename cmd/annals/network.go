package main

import (
	"errors"
	"fmt"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"annals"
	"annals/ask"
	"annals/ask/table"
	"annals/export"
	"annals/gazetteer"
	"annals/what"
)

// newNetworkCommand returns the verb network: who acts on whom, how often, how.
func newNetworkCommand() *cobra.Command {
	var source sourceFlags
	var output outputFlags
	var question questionFlags
	var by string
	var everybody bool
	cmd := &cobra.Command{
		Use:   "network [FILE...]",
		Short: "Who acts on whom: dyads with counts and mean scores",
		Long: `network counts who is told to have done something to whom, and who did something
together: events, with the number of reports and of independent sources behind them,
cooperation and conflict in words and in deeds, the mean score with
the number of reports behind it, and the first and the last date. "--format gexf" writes
the network for Gephi and other programs that draw networks.

By country (the default) everybody of a country is that country; an organization that
has none stands for itself. "--by actor" keeps persons and bodies apart. Events are
counted, however many report them, and only those told as facts (--status says
otherwise). What one does to himself, or one part of a country to another, is no dyad. Who is
nobody in particular ("the talks", "some villagers"), because the words say neither who nor of
which country, is left out unless "--everybody" asks for such too.

A dyad names up to 50 of its events with their lines and documents; the counts are of all.
A large record is counted in one pass, in the order in which it was read.

` + linesHelp,
		Example: `  annals network examples/encyclopaedia.txt examples/news.txt
  annals network --by actor --format gexf examples/news.txt`,
		RunE: func(cmd *cobra.Command, files []string) error {
			query, err := question.query()
			if err != nil {
				return err
			}
			if by != "country" && by != "actor" {
				return usagef("--by is country or actor, not %q", by)
			}
			if err := output.check(cmd.OutOrStdout(), "gexf"); err != nil {
				return err
			}
			book, err := source.types()
			if err != nil {
				return err
			}
			counting, asking := newCounting(query, by == "country", everybody, book)
			if asking != nil {
				return asking
			}
			dyads, err := countDyads(cmd, &source, files, query, counting)
			if err != nil && !errors.Is(err, errReported) {
				return err
			}
			if output.format == "gexf" {
				if written := export.WriteGEXF(cmd.OutOrStdout(), export.GraphOf(dyads)); written != nil {
					return written
				}
				return err
			}
			return output.write(cmd, networkAnswer(dyads), err)
		},
	}
	source.add(cmd)
	output.add(cmd, "table")
	cmd.Flags().Lookup("format").Usage = "jsonl, table, csv or gexf"
	question.add(cmd)
	cmd.Flags().StringVar(&by, "by", "country", "country or actor")
	cmd.Flags().BoolVar(&everybody, "everybody", false, "also those who are nobody in particular")
	return cmd
}

// countDyads counts the dyads of texts, lines or a record. What cannot be read is reported and
// passed over; it then returns the rest with errReported.
func countDyads(cmd *cobra.Command, source *sourceFlags, files []string, query *ask.Query, counting *ask.Counting) ([]ask.Dyad, error) {
	told, err := source.told(cmd, files, query, func(r *recordReader, q *ask.Query) error { return r.count(q, counting) })
	if err != nil && !errors.Is(err, errReported) {
		return nil, err
	}
	counting.AddTold(told)
	return counting.Dyads(), err
}

// newCounting begins to count dyads, of facts if no other status is asked for.
func newCounting(query *ask.Query, byCountry, everybody bool, book *what.Codebook) (*ask.Counting, error) {
	known, err := gazetteer.Load()
	if err != nil {
		return nil, fmt.Errorf("loading the gazetteer: %w", err)
	}
	if len(query.Status) == 0 {
		query.Status = []annals.Status{annals.Actual}
	}
	called := func(country string) string {
		if entry := known.Country(country); entry != nil {
			return entry.Name
		}
		return country
	}
	return ask.NewCounting(query, byCountry, everybody, called, quadOf(book)), nil
}

func networkAnswer(dyads []ask.Dyad) *answer {
	number := strconv.Itoa
	return &answer{
		draw:    func(t *table.Table) error { return t.Network(dyads) },
		objects: objectsOf(dyads),
		columns: []string{
			"from", "from_name", "to", "to_name", "together", "events", "reports", "sources", "verbal_cooperation", "material_cooperation", "verbal_conflict",
			"material_conflict", "other", "mean_score", "scored", "scored_reports", "types", "first", "last", "event_ids", "lines", "documents",
		},
		rows: len(dyads),
		cells: func(i int) []string {
			d := &dyads[i]
			q := &d.Quads
			return []string{
				d.From.Key, d.From.Name, d.To.Key, d.To.Name, strconv.FormatBool(d.Together), number(d.Events), number(d.Reports), number(d.Sources),
				number(q.VerbalCooperation), number(q.MaterialCooperation), number(q.VerbalConflict), number(q.MaterialConflict), number(q.Other),
				decimal(d.MeanScore), number(d.Scored), number(d.ScoredReports), listed(d.Types, func(t *ask.TypeCount) string { return t.Type + " " + number(t.Count) }),
				d.First, d.Last, strings.Join(d.EventIDs, "; "), strings.Join(d.Lines, "; "), strings.Join(d.Documents, "; "),
			}
		},
	}
}
