package main

import (
	"errors"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"annals/ask"
	"annals/ask/table"
)

// newSourcesCommand returns the verb sources: which documents the lines come from.
func newSourcesCommand() *cobra.Command {
	var from sourceFlags
	var output outputFlags
	var question questionFlags
	cmd := &cobra.Command{
		Use:   "sources [FILE...]",
		Short: "Which documents the record comes from, and what each gives",
		Long: `sources lists the documents of the lines, those with the most lines first: who published
each and when, which of them are copies of one text, how many sentences give lines, of
how many events they tell and how many of those no other source reports (ALONE), how many
states and claims there are, how many lines are told as what somebody says (SAID) and who
that is, and the first and the last date. Documents of one origin (csv, jsonl) are one
source: copies of a text, or what one publisher prints. The questions (--between and so
on) choose the lines.

` + linesHelp,
		Example: `  annals sources examples/agencies.jsonl
  annals sources --between BLR,LTU --format jsonl examples/encyclopaedia.txt`,
		RunE: func(cmd *cobra.Command, files []string) error {
			query, err := question.query()
			if err != nil {
				return err
			}
			if err := output.check(cmd.OutOrStdout()); err != nil {
				return err
			}
			told, err := from.told(cmd, files, query, matching)
			if err != nil && !errors.Is(err, errReported) {
				return err
			}
			return output.write(cmd, sourcesAnswer(ask.Sources(told, query)), err)
		},
	}
	from.add(cmd)
	output.add(cmd, "table")
	question.add(cmd)
	return cmd
}

func sourcesAnswer(all []ask.SourceEntry) *answer {
	number := strconv.Itoa
	return &answer{
		draw:    func(t *table.Table) error { return t.Sources(all) },
		objects: objectsOf(all),
		columns: []string{
			"document", "title", "url", "publisher", "published", "origin", "copies", "sentences", "events", "reports", "alone",
			"states", "claims", "said", "speakers", "coders", "first", "last",
		},
		rows: len(all),
		cells: func(i int) []string {
			s := &all[i]
			return []string{
				s.Document, s.Title, s.URL, s.Publisher, s.Published, s.Origin, strings.Join(s.Copies, "; "),
				number(s.Sentences), number(s.Events), number(s.Reports), number(s.Alone), number(s.States), number(s.Claims), number(s.Said),
				strings.Join(s.Speakers, "; "), strings.Join(s.Coders, "; "), s.First, s.Last,
			}
		},
	}
}
