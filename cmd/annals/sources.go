package main

import (
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"annals"
	"annals/ask"
	"annals/ask/table"
)

// newSourcesCommand returns the verb sources: which documents the lines come from.
func newSourcesCommand() *cobra.Command {
	return newListCommand(&cobra.Command{
		Use:   "sources [FILE...]",
		Short: "Which documents the record comes from, and what each gives",
		Long: `sources lists the documents of the lines, those with the most lines first: how many
sentences give lines, how many events, states and claims there are, how many of them are
told as what somebody says (SAID) and who that is, and the first and the last date. The
questions (--between and so on) choose the lines.

` + linesHelp,
		Example: `  annals sources examples/news.txt examples/history.txt
  annals sources --between BLR,LTU --format jsonl examples/encyclopaedia.txt`,
	}, func(lines []annals.Line, query *ask.Query) *answer { return sourcesAnswer(ask.Sources(lines, query)) })
}

func sourcesAnswer(all []ask.SourceEntry) *answer {
	number := strconv.Itoa
	return &answer{
		draw:    func(t *table.Table) error { return t.Sources(all) },
		objects: objectsOf(all),
		columns: []string{"document", "sentences", "events", "states", "claims", "said", "speakers", "coders", "first", "last"},
		rows:    len(all),
		cells: func(i int) []string {
			s := &all[i]
			return []string{
				s.Document, number(s.Sentences), number(s.Events), number(s.States), number(s.Claims), number(s.Said),
				strings.Join(s.Speakers, "; "), strings.Join(s.Coders, "; "), s.First, s.Last,
			}
		},
	}
}
