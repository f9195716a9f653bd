package main

import (
	"errors"
	"strconv"

	"github.com/spf13/cobra"

	"annals"
	"annals/ask"
	"annals/ask/table"
)

// newClaimsCommand returns the verb claims: who says what.
func newClaimsCommand() *cobra.Command {
	var source sourceFlags
	var output outputFlags
	var question questionFlags
	var contested, whole bool
	cmd := &cobra.Command{
		Use:   "claims [FILE...]",
		Short: "Who says what: contested, denied, confirmed",
		Long: `claims shows what is said, each proposition with all who say it: who asserts,
confirms, denies or doubts it, by which words, when, and where that stands. What one
side asserts and another denies or doubts is contested and comes first; then what is
only denied; then what most independent sources tell.

Lines tell the same proposition if they report one event, or its denial; if they have the
same type and parties and dates that may be the same; or the same words. Reports of what
one speaker says stand together. A line that names no speaker counts beside those of
named speakers: its document says so. The questions (--between and so on) choose the
propositions; all who speak of them are shown. Of a large record, where no question is
asked, only claims and what somebody denies are looked for, and that is said; --all looks
for all.

` + linesHelp,
		Example: `  annals claims examples/agencies.jsonl
  annals claims --contested --format csv examples/news.txt examples/history.txt`,
		RunE: func(cmd *cobra.Command, files []string) error {
			query, err := question.query()
			if err != nil {
				return err
			}
			if err := output.check(cmd.OutOrStdout()); err != nil {
				return err
			}
			told, err := source.told(cmd, files, query, func(r *recordReader, q *ask.Query) error {
				return r.readClaims(cmd.ErrOrStderr(), q, whole, largeRecord)
			})
			if err != nil && !errors.Is(err, errReported) {
				return err
			}
			return output.write(cmd, claimsAnswer(ask.Claims(told, query), contested), err)
		},
	}
	source.add(cmd)
	output.add(cmd, "table")
	question.add(cmd)
	cmd.Flags().BoolVar(&contested, "contested", false, "only what is contested")
	cmd.Flags().BoolVar(&whole, "all", false, "of a large record, read all lines where no question is asked")
	return cmd
}

func claimsAnswer(all []ask.Proposition, contested bool) *answer {
	var shown []ask.Proposition
	type place struct{ proposition, statement int }
	var rows []place // CSV has a row for each statement
	for i := range all {
		if contested && !all[i].Contested {
			continue
		}
		for j := range all[i].Statements {
			rows = append(rows, place{len(shown), j})
		}
		shown = append(shown, all[i])
	}
	return &answer{
		draw:    func(t *table.Table) error { return t.Claims(shown) },
		objects: objectsOf(shown),
		columns: []string{
			"proposition", "contested", "kind", "type", "mode", "actor", "recipient", "date", "words", "reports", "sources",
			"position", "said_by", "cue", "stance", "said_on", "lines", "positions", "sentences",
		},
		rows: len(rows),
		cells: func(i int) []string {
			p := &shown[rows[i].proposition]
			s := &p.Statements[rows[i].statement]
			return []string{
				strconv.Itoa(rows[i].proposition + 1), strconv.FormatBool(p.Contested), string(p.Kind), p.Type, p.Mode,
				listed(p.Actor, ask.NameOf), listed(p.Recipient, ask.NameOf), p.Date, p.Words, strconv.Itoa(p.Reports), strconv.Itoa(p.Sources),
				string(s.Position), listed(s.SaidBy, func(a *annals.Attribution) string { return ask.NameOf(&a.Participant) }),
				listed(s.SaidBy, func(a *annals.Attribution) string { return a.Cue }),
				listed(s.SaidBy, func(a *annals.Attribution) string { return string(a.Stance) }),
				s.Date, listed(s.Lines, lineID), listed(s.Lines, linePosition), listed(s.Lines, lineWords),
			}
		},
	}
}
