package main

import (
	"errors"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

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
its id, by which 'annals actors join' and 'annals actors split' know it. Where ids were
joined, as spellings of one name or by hand, the names of the others follow; csv and jsonl also have
their ids, by which --between and the other questions find the actor too.

` + linesHelp,
		Example: `  annals actors examples/news.txt
  annals actors --from 1990 --format csv examples/encyclopaedia.txt`,
	}, func(told *ask.Told, query *ask.Query) *answer {
		all := ask.Actors(told.Lines, query)
		ask.JoinActors(all, told.Aliases)
		return actorsAnswer(all)
	})
	cmd.AddCommand(newJoinCommand(), newSplitCommand(), newDecisionsCommand())
	return cmd
}

func actorsAnswer(all []ask.ActorEntry) *answer {
	join := func(list []string) string { return strings.Join(list, "; ") }
	return &answer{
		draw:    func(t *table.Table) error { return t.Actors(all) },
		objects: objectsOf(all),
		columns: []string{"key", "name", "country", "sector", "role", "words", "acts", "bears", "says", "first", "last", "lines", "documents", "other_ids", "other_names"},
		rows:    len(all),
		cells: func(i int) []string {
			a := &all[i]
			return []string{
				a.Key, a.Name, a.Country, join(a.Sectors), join(a.Roles), join(a.Words), strconv.Itoa(a.Acts), strconv.Itoa(a.Bears), strconv.Itoa(a.Says),
				a.First, a.Last, join(a.Lines), join(a.Documents), join(a.OtherIDs), join(a.Others),
			}
		},
	}
}

// newListCommand completes a verb that lists what is in the lines that are asked for.
func newListCommand(cmd *cobra.Command, list func(*ask.Told, *ask.Query) *answer) *cobra.Command {
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
		told, err := source.told(cmd, files, query, func(r *recordReader, q *ask.Query) error {
			r.aliased = true
			return matchingLines(r, q)
		})
		if err != nil && !errors.Is(err, errReported) {
			return err
		}
		return output.write(cmd, list(told, query), err)
	}
	source.add(cmd)
	output.add(cmd, "table")
	question.add(cmd)
	return cmd
}
