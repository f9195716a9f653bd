package main

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"annals/eval"
)

// newEvalParseCommand returns the verb eval parse.
func newEvalParseCommand() *cobra.Command {
	var output scoreFlags
	var by string
	cmd := &cobra.Command{
		Use:   "parse GOLD [SYSTEM]",
		Short: "Score tags, lemmas and trees",
		Long: `eval parse scores tags, lemmas and trees of given tokens, in percent: UPOS, XPOS,
lemma, UAS (right head), LAS (right head and relation, subtypes cut), LAS with
subtypes, and CLAS (F1 of LAS on content words), all with punctuation but CLAS, as
in the CoNLL 2018 shared task. With --by relation a table follows of the
attachments with each relation, subtypes cut, the most frequent first.

` + pairsHelp,
		Example: `  annals eval parse cmd/annals/testdata/gold.conllu
  annals eval parse --by relation cmd/annals/testdata/gold.conllu`,
		RunE: func(cmd *cobra.Command, args []string) error {
			if by != "" && by != "relation" {
				return usagef("--by is relation, not %q", by)
			}
			if err := output.check(); err != nil {
				return err
			}
			files, err := sides(cmd, args)
			if err != nil {
				return err
			}
			var score eval.TreeScore
			if err := files.each(func(p pair) { score.Add(p.gold, p.system) }); err != nil {
				return err
			}
			return output.print(cmd.OutOrStdout(), treeScoresOf(&score, by == "relation"))
		},
	}
	output.add(cmd)
	cmd.Flags().StringVar(&by, "by", "", "relation: a score for each relation too")
	return cmd
}

// treeScores are the scores of tags, lemmas and trees, in percent.
type treeScores struct {
	Sentences int             `json:"sentences"`
	Tokens    int             `json:"tokens"`
	UPOS      float64         `json:"upos"`
	XPOS      float64         `json:"xpos"`
	Lemma     float64         `json:"lemma"`
	UAS       float64         `json:"uas"`
	LAS       float64         `json:"las"`
	Subtypes  float64         `json:"las_subtypes"`
	CLAS      float64         `json:"clas"`
	Relations []relationScore `json:"relations,omitempty"`
}

// relationScore is how well the attachments with a relation were found.
type relationScore struct {
	Relation string `json:"relation"`
	countScore
}

func treeScoresOf(s *eval.TreeScore, byRelation bool) *treeScores {
	share := func(n int) float64 { return rounded(eval.Percent(n, s.Words)) }
	out := &treeScores{
		Sentences: s.Sentences, Tokens: s.Words,
		UPOS: share(s.UPOS), XPOS: share(s.XPOS), Lemma: share(s.Lemma),
		UAS: share(s.Head), LAS: share(s.Relation), Subtypes: share(s.Subtype),
		CLAS: rounded(s.Content.F1()),
	}
	if !byRelation {
		return out
	}
	for _, rel := range slices.Sorted(maps.Keys(s.Relations)) {
		out.Relations = append(out.Relations, relationScore{rel, scoreOf(s.Relations[rel])})
	}
	slices.SortStableFunc(out.Relations, func(a, b relationScore) int { return cmp.Compare(b.Gold, a.Gold) })
	return out
}

func (s *treeScores) table(w *strings.Builder) {
	fmt.Fprintf(w, "%-*s%8d\n%-*s%8d\n", countWidth, "sentences", s.Sentences, countWidth, "tokens", s.Tokens)
	for _, row := range []struct {
		what    string
		percent float64
	}{
		{"UPOS", s.UPOS},
		{"XPOS", s.XPOS},
		{"lemma", s.Lemma},
		{"UAS", s.UAS},
		{"LAS", s.LAS},
		{"LAS with subtypes", s.Subtypes},
		{"CLAS", s.CLAS},
	} {
		fmt.Fprintf(w, "%-*s%8.2f\n", countWidth, row.what, row.percent)
	}
	if len(s.Relations) == 0 {
		return
	}
	w.WriteByte('\n')
	countHead(w, "RELATION")
	for _, r := range s.Relations {
		r.row(w, r.Relation)
	}
}
