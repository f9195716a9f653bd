package main

import (
	"errors"
	"fmt"

	"github.com/spf13/cobra"

	"annals"
	"annals/ask"
)

// newTimelineCommand returns the verb timeline: what happened, in order, with
// its sources.
func newTimelineCommand() *cobra.Command {
	var source sourceFlags
	var output outputFlags
	var question questionFlags
	cmd := &cobra.Command{
		Use:   "timeline [FILE...]",
		Short: "What happened, in order, with sources",
		Long: `timeline reads texts, or asks a record, and shows what they say has happened, in
order of time: who did what to whom, when, where, and according to whom, with the
words behind it and where they stand. Lines without a date come last.

` + linesHelp,
		Example: `  annals timeline examples/encyclopaedia.txt
  annals timeline --between BLR,LTU --from 1990 examples/encyclopaedia.txt examples/news.txt
  annals timeline --type COERCE,visit --format csv examples/encyclopaedia.txt`,
		RunE: func(cmd *cobra.Command, files []string) error {
			query, err := question.query()
			if err != nil {
				return err
			}
			w, err := output.writer(cmd.OutOrStdout())
			if err != nil {
				return err
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
	return cmd
}

// timeline writes what is asked for in order of time.
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
