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
	"annals/record/merge"
)

// newTimelineCommand returns the verb timeline: what happened, in order, with
// its sources.
func newTimelineCommand() *cobra.Command {
	var source sourceFlags
	var output outputFlags
	var question questionFlags
	var by string
	cmd := &cobra.Command{
		Use:   "timeline [FILE...]",
		Short: "What happened, in order, with sources",
		Long: `timeline reads texts, or asks a record, and shows what they say has happened, in
order of time: who did what to whom, when, where, and according to whom, with the
words behind it and where they stand. What has no date comes last.

The table has one entry for each event, however many reports tell of it, with the number
of reports and of independent sources, and side by side what they say differently, with
who says so. An event that was planned or is denied names what happened, and the other way
round. "--by report" shows each report by itself. jsonl and csv have record lines, a report
each, unless "--by event" asks for events.

` + linesHelp,
		Example: `  annals timeline examples/encyclopaedia.txt
  annals timeline --between BLR,LTU --from 1990 examples/encyclopaedia.txt examples/news.txt
  annals timeline --by event --format jsonl examples/agencies.jsonl
  annals timeline --type COERCE,visit --format csv examples/encyclopaedia.txt`,
		RunE: func(cmd *cobra.Command, files []string) error {
			query, err := question.query()
			if err != nil {
				return err
			}
			switch by {
			case "event", "report":
			case "":
				by = "report"
				if output.format == "table" {
					by = "event"
				}
			default:
				return usagef("--by is event or report, not %q", by)
			}
			w, err := output.writer(cmd.OutOrStdout())
			if err != nil {
				return err
			}
			if by == "event" {
				told, err := source.told(cmd, files, query, matching)
				if err != nil && !errors.Is(err, errReported) {
					return err
				}
				return output.write(cmd, chaptersAnswer(ask.Chapters(told, query)), err)
			}
			lines, err := source.collect(cmd, files, query)
			if err != nil && !errors.Is(err, errReported) {
				return err
			}
			if written := timeline(cmd, lines, query, w); written != nil {
				return written
			}
			return err
		},
	}
	source.add(cmd)
	output.add(cmd, "table")
	question.add(cmd)
	cmd.Flags().StringVar(&by, "by", "", "event or report; events in a table and reports in jsonl and csv if it is not said")
	return cmd
}

// timeline writes the lines that are asked for in order of time.
func timeline(cmd *cobra.Command, lines []annals.Line, query *ask.Query, w answerWriter) error {
	groups := ask.Timeline(lines, query)
	if len(groups) == 0 {
		fmt.Fprintln(cmd.ErrOrStderr(), "annals: the texts say nothing that was asked for")
	}
	if err := w.Groups(groups); err != nil {
		return err
	}
	return w.Flush()
}

// chaptersAnswer is a timeline of events, and of the states and claims between them.
func chaptersAnswer(chapters []ask.Chapter) *answer {
	var all []*ask.Entry
	for i := range chapters {
		for j := range chapters[i].Entries {
			all = append(all, &chapters[i].Entries[j])
		}
	}
	objects := make([]any, len(all))
	for i := range all {
		objects[i] = all[i]
	}
	return &answer{
		nothing: "the texts say nothing that was asked for",
		draw:    func(t *table.Table) error { return t.Chapters(chapters) },
		objects: objects,
		columns: []string{
			"id", "kind", "type", "mode", "status", "from", "to", "date", "actor", "recipient", "where", "quantity", "words",
			"reports", "documents", "sources", "differences", "linked", "lines", "positions", "sentences",
		},
		rows:  len(all),
		cells: func(i int) []string { return entryCells(all[i]) },
	}
}

func entryCells(e *ask.Entry) []string {
	return []string{
		e.ID, string(e.Kind), e.Type, listed(e.Mode, func(v *merge.Value[string]) string { return v.Value }), string(e.Status), e.From, e.To,
		listed(e.When, func(v *merge.Value[annals.When]) string { return v.Value.EDTF }),
		listed(e.Actor, func(v *merge.Value[annals.Participant]) string { return ask.NameOf(&v.Value) }),
		listed(e.Recipient, func(v *merge.Value[annals.Participant]) string { return ask.NameOf(&v.Value) }),
		listed(e.Where, func(v *merge.Value[annals.Place]) string { return v.Value.Text }),
		listed(e.Quantity, func(v *merge.Value[annals.Quantity]) string { return v.Value.Text }),
		e.Words, strconv.Itoa(len(e.Lines)), strconv.Itoa(e.Documents), strconv.Itoa(e.Sources),
		listed(e.Differences, differenceText), listed(e.Linked, func(l *ask.Linked) string { return l.ID }),
		listed(e.Lines, lineID), listed(e.Lines, linePosition), listed(e.Lines, lineWords),
	}
}

// differenceText is a difference in the cell of a table: "quantity: four (A), six (B)".
func differenceText(d *ask.Difference) string {
	values := make([]string, len(d.Values))
	for i := range d.Values {
		values[i] = d.Values[i].Words + " (" + strings.Join(d.Values[i].By, ", ") + ")"
	}
	return d.Field + ": " + strings.Join(values, ", ")
}
