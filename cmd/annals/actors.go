package main

import (
	"errors"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"annals"
	"annals/ask"
	"annals/ask/table"
)

// newActorsCommand returns the verb actors: who is in the lines.
func newActorsCommand() *cobra.Command {
	cmd := newListCommand(&cobra.Command{
		Use:   "actors [FILE...]",
		Short: "Who is in the record, and what it calls them",
		Long: `actors lists who acts, is acted upon or speaks in the lines, those in the most lines
first: country, sectors, the offices that the texts name, in how many lines each acts
(ACTS), is acted upon (BEARS) and speaks (SAYS), the first and the last date, and the
documents. csv and jsonl also have the words that the texts call them by, and the ids of
the lines. The questions (--between and so on) choose the lines. The KEY of an actor is
its id, by which 'annals actors join' and 'annals actors split' know it.

` + linesHelp,
		Example: `  annals actors examples/news.txt
  annals actors --from 1990 --format csv examples/encyclopaedia.txt`,
	}, func(lines []annals.Line, query *ask.Query) *answer { return actorsAnswer(ask.Actors(lines, query)) })
	cmd.AddCommand(newJoinCommand(), newSplitCommand(), newDecisionsCommand())
	return cmd
}

func actorsAnswer(all []ask.ActorEntry) *answer {
	join := func(list []string) string { return strings.Join(list, "; ") }
	return &answer{
		draw:    func(t *table.Table) error { return t.Actors(all) },
		objects: objectsOf(all),
		columns: []string{"key", "name", "country", "sector", "role", "words", "acts", "bears", "says", "first", "last", "lines", "documents"},
		rows:    len(all),
		cells: func(i int) []string {
			a := &all[i]
			return []string{
				a.Key, a.Name, a.Country, join(a.Sectors), join(a.Roles), join(a.Words), strconv.Itoa(a.Acts), strconv.Itoa(a.Bears), strconv.Itoa(a.Says),
				a.First, a.Last, join(a.Lines), join(a.Documents),
			}
		},
	}
}

// newListCommand completes a verb that lists what is in the lines that are asked for.
func newListCommand(cmd *cobra.Command, list func([]annals.Line, *ask.Query) *answer) *cobra.Command {
	var source sourceFlags
	var output outputFlags
	var question questionFlags
	cmd.RunE = func(cmd *cobra.Command, files []string) error {
		query, err := question.query()
		if err != nil {
			return err
		}
		if err := output.check(cmd.OutOrStdout()); err != nil {
			return err
		}
		told, err := source.told(cmd, files, query, matchingLines)
		if err != nil && !errors.Is(err, errReported) {
			return err
		}
		return output.write(cmd, list(told.Lines, query), err)
	}
	source.add(cmd)
	output.add(cmd, "table")
	question.add(cmd)
	return cmd
}
