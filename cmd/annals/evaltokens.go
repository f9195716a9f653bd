package main

import (
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"annals"
	"annals/eval"
	"annals/language"
)

// newEvalTokensCommand returns the verb eval tokens.
func newEvalTokensCommand() *cobra.Command {
	var output scoreFlags
	cmd := &cobra.Command{
		Use:   "tokens GOLD",
		Short: "Score how raw text is cut into words and sentences",
		Long: `eval tokens puts the raw texts of a treebank together again, has them cut by
annals, and scores words and sentences: one is right if it begins and ends where
one of the gold does, white space aside. The words of a multiword token are
compared by their forms, as in the CoNLL 2018 shared task.

GOLD is a treebank in CoNLL-U. It has a text for each "# newdoc", with an empty
line before each "# newpar" and a space between sentences, which are as in
"# text", or else as their tokens and SpaceAfter=No say. The file may be gzipped
(.gz); "-" is standard input.`,
		Example: `  annals eval tokens cmd/annals/testdata/gold.conllu
  annals eval tokens --format json cmd/annals/testdata/gold.conllu`,
		RunE: func(cmd *cobra.Command, args []string) error {
			if len(args) != 1 {
				return usagef("name one GOLD file, not %d", len(args))
			}
			if err := output.check(); err != nil {
				return err
			}
			reader, err := language.English()
			if err != nil {
				return err
			}
			var score eval.TokenScore
			for text, err := range eval.RawTexts(args[0], readTreebank(args[0], cmd.InOrStdin())) {
				if err != nil {
					return err
				}
				system := eval.CutText(text.Text, wordsOf(reader, text))
				score.Add(&text.Gold, &system)
			}
			if score.Texts == 0 {
				return fmt.Errorf("%s: no sentences", args[0])
			}
			return output.print(cmd.OutOrStdout(), &tokenScores{score.Texts, scoreOf(score.Words), scoreOf(score.Sentences)})
		},
	}
	output.add(cmd)
	return cmd
}

// wordsOf returns the words of the sentences that a text is cut into, by their
// bytes.
func wordsOf(reader *language.Reader, text *eval.RawText) [][]annals.Span {
	sentences := reader.Tokens(&annals.Document{ID: text.ID, Text: text.Text})
	out := make([][]annals.Span, len(sentences))
	for i := range sentences {
		for _, w := range wordsWithMarks(&sentences[i]) {
			out[i] = append(out[i], w.bytes)
		}
	}
	return out
}

// tokenScores are the scores of words and sentences.
type tokenScores struct {
	Texts     int        `json:"texts"`
	Words     countScore `json:"words"`
	Sentences countScore `json:"sentences"`
}

func (s *tokenScores) table(w *strings.Builder) {
	fmt.Fprintf(w, "%-*s%8d\n\n", countWidth, "texts", s.Texts)
	countHead(w, "CUT")
	s.Words.row(w, "words")
	s.Sentences.row(w, "sentences")
}
