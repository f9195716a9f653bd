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
	var input inputFlags
	var output outputFlags
	var question questionFlags
	cmd := &cobra.Command{
		Use:   "timeline FILE...",
		Short: "What happened, in order, with sources",
		Long: `timeline reads texts and shows what they say has happened, in order of time: who
did what to whom, when, where, and according to whom, with the words behind it
and where they stand. Lines without a date come last.

` + filesHelp,
		Example: `  annals timeline examples/encyclopaedia.txt
  annals timeline --between BLR,LTU --from 1990 examples/encyclopaedia.txt examples/news.txt
  annals timeline --type COERCE,visit --format csv examples/encyclopaedia.txt`,
		RunE: func(cmd *cobra.Command, files []string) error {
			if len(files) == 0 {
				return usagef("name the FILEs to read; there is no record to ask yet")
			}
			query, err := question.query()
			if err != nil {
				return err
			}
			w, err := output.writer(cmd.OutOrStdout())
			if err != nil {
				return err
			}
			r, err := input.reading(cmd, files)
			if err != nil {
				return err
			}
			return timeline(r, query, w)
		},
	}
	input.add(cmd)
	output.add(cmd, "table")
	question.add(cmd)
	return cmd
}

// timeline reads everything, then writes what is asked for in order of time.
// What was read is shown even if some input could not be.
func timeline(r *reading, query *ask.Query, w answerWriter) error {
	var all []annals.Line
	err := r.each(func(_ *annals.Document, lines []annals.Line) error {
		all = append(all, lines...)
		return nil
	})
	if err != nil && !errors.Is(err, errReported) {
		return err
	}
	groups := ask.Timeline(all, query)
	if len(groups) == 0 {
		fmt.Fprintln(r.stderr, "annals: the texts say nothing that was asked for")
	}
	if written := w.Groups(groups); written != nil {
		return written
	}
	if flushed := w.Flush(); flushed != nil {
		return flushed
	}
	return err
}
