package main

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"annals/eval"
	"annals/train"
)

// newEvalNamesCommand returns the verb eval names.
func newEvalNamesCommand() *cobra.Command {
	var output scoreFlags
	var names string
	cmd := &cobra.Command{
		Use:   "names GOLD [SYSTEM]",
		Short: "Score the names of persons, organizations and places",
		Long: `eval names scores names in given tokens: a name is right if its words and its type
are. Names stand in MISC (NER=B-PER, NER=I-PER). With --names those of the gold
come from a file in the format of Universal NER (IOB2 with sentence ids), of
which PER, ORG and LOC count, and sentences are left out that it lacks, or has
with another number of words.

` + pairsHelp,
		Example: `  annals eval names cmd/annals/testdata/gold.conllu
  annals eval names --names train/testdata/small.iob2 train/testdata/small.conllu`,
		RunE: func(cmd *cobra.Command, args []string) error {
			if err := output.check(); err != nil {
				return err
			}
			files, err := sides(cmd, args)
			if err != nil {
				return err
			}
			score, err := scoreNames(files, names)
			if err != nil {
				return err
			}
			return output.print(cmd.OutOrStdout(), score)
		},
	}
	output.add(cmd)
	cmd.Flags().StringVar(&names, "names", "", "the names of the gold, in IOB2, for treebanks that mark none")
	return cmd
}

// nameScores are the scores of names, in all and of each type.
type nameScores struct {
	Sentences int         `json:"sentences"`
	LeftOut   int         `json:"left_out"` // sentences for which --names has no labels
	All       countScore  `json:"all"`
	Types     []typeScore `json:"types"`
}

// typeScore is how well the names of a type were found.
type typeScore struct {
	Type string `json:"type"`
	countScore
}

// scoreNames scores names. Those of the gold come from the file labels, if one
// is given.
func scoreNames(files *goldAndSystem, labels string) (*nameScores, error) {
	var given map[string][]string
	if labels != "" {
		var err error
		if given, err = train.ReadNames(labels); err != nil {
			return nil, err
		}
	}
	var score eval.NameScore
	leftOut := 0
	err := files.each(func(p pair) {
		if labels != "" && !label(p.gold, given[p.id]) {
			leftOut++
			return
		}
		score.Add(p.gold, p.system)
	})
	switch {
	case err != nil:
		return nil, err
	case labels != "" && score.Sentences == 0:
		return nil, fmt.Errorf("%s has names for no sentence of %s", labels, files.gold)
	case labels == "" && score.All.Gold == 0:
		return nil, fmt.Errorf("%s marks no names (NER=B-PER in MISC); give them with --names", files.gold)
	}
	out := &nameScores{Sentences: score.Sentences, LeftOut: leftOut, All: scoreOf(score.All)}
	for _, kind := range slices.Sorted(maps.Keys(score.Types)) {
		out.Types = append(out.Types, typeScore{kind, scoreOf(score.Types[kind])})
	}
	return out, nil
}

// label gives words their labels, if there is one for each.
func label(words []eval.Word, labels []string) bool {
	if len(words) != len(labels) {
		return false
	}
	for i := range words {
		words[i].Name = labels[i]
	}
	return true
}

func (s *nameScores) table(w *strings.Builder) {
	fmt.Fprintf(w, "%-*s%8d\n", countWidth, "sentences", s.Sentences)
	if s.LeftOut > 0 {
		fmt.Fprintf(w, "%-*s%8d\n", countWidth, "left out", s.LeftOut)
	}
	w.WriteByte('\n')
	countHead(w, "NAMES")
	s.All.row(w, "all")
	for _, t := range s.Types {
		t.row(w, t.Type)
	}
}
