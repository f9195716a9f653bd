package main

import (
	"errors"
	"fmt"
	"io"
	"iter"
	"slices"

	"github.com/spf13/cobra"

	"annals/eval"
	"annals/language"
	"annals/language/conllu"
)

// newEvalCommand returns the verb eval: what annals reads, scored against gold.
func newEvalCommand() *cobra.Command {
	cmd := &cobra.Command{
		Use:   "eval",
		Short: "Score what annals reads against your gold",
		Long: `eval compares what annals reads with gold. "events" scores record lines: who did
what to whom. The others compare what annals reads in the texts of a treebank with
what stands there: "parse" tags, trees and lemmas, "names" the names of persons,
organizations and places, "tokens" how raw text is cut into words and sentences.
"codebook" needs no gold: it shows what the codebook lacks.`,
		Example: `  annals eval events cmd/annals/testdata/pairs.tsv
  annals eval codebook examples/news.txt
  annals eval parse cmd/annals/testdata/gold.conllu
  annals eval names cmd/annals/testdata/gold.conllu
  annals eval tokens cmd/annals/testdata/gold.conllu`,
		Args: cobra.NoArgs,
		RunE: func(*cobra.Command, []string) error {
			return usagef("say what to score: annals eval events, codebook, parse, names or tokens")
		},
	}
	cmd.AddCommand(newEvalEventsCommand(), newEvalCodebookCommand(), newEvalParseCommand(), newEvalNamesCommand(), newEvalTokensCommand())
	return cmd
}

// pairsHelp is what the verbs that score given tokens say about their files.
const pairsHelp = `GOLD is a treebank in CoNLL-U. With GOLD alone its tokens are read by annals, as by
"annals parse --input conllu", and what comes out is scored; with SYSTEM, that is
scored in its place: it must have the same sentences and tokens. Files may be
gzipped (.gz); "-" is standard input.`

// goldAndSystem are the two files of a comparison; without a system annals
// itself is compared.
type goldAndSystem struct {
	gold, system string // "" for annals
	stdin        io.Reader
}

// sides returns the files that the command line names.
func sides(cmd *cobra.Command, args []string) (*goldAndSystem, error) {
	if len(args) == 0 || len(args) > 2 {
		return nil, usagef("name a GOLD file and at most one SYSTEM file, not %d files", len(args))
	}
	if len(args) == 2 && args[0] == "-" && args[1] == "-" {
		return nil, usagef("only one of the two files can be standard input")
	}
	c := &goldAndSystem{gold: args[0], stdin: cmd.InOrStdin()}
	if len(args) == 2 {
		c.system = args[1]
	}
	return c, nil
}

// pair is a sentence as it stands in the gold and as a system reads it.
type pair struct {
	id           string // of the sentence in the gold
	gold, system []eval.Word
}

// each calls do with every sentence. It is an error if there is none.
func (c *goldAndSystem) each(do func(pair)) error {
	read, stop, err := c.reader()
	if err != nil {
		return err
	}
	defer stop()
	count := 0
	for some, err := range documents(readTreebank(c.gold, c.stdin)) {
		if err != nil {
			return err
		}
		count += len(some)
		system, err := read(some)
		if err != nil {
			return err
		}
		for i, s := range some {
			p := pair{id: s.Comment("sent_id"), system: system[i]}
			if p.gold, err = eval.Words(c.gold, s); err != nil {
				return err
			}
			do(p)
		}
	}
	if count == 0 {
		return fmt.Errorf("%s: no sentences", c.gold)
	}
	if _, err := read(nil); !errors.Is(err, io.EOF) {
		return err
	}
	return nil
}

// readSystem returns the words of a system for sentences of the gold. At the
// end it is called with none, and returns io.EOF if the system has ended too.
type readSystem func(gold []*conllu.Sentence) ([][]eval.Word, error)

// reader returns what reads the sentences of the system, and what ends it.
func (c *goldAndSystem) reader() (read readSystem, stop func(), err error) {
	if c.system == "" {
		reader, err := language.English()
		if err != nil {
			return nil, nil, err
		}
		return c.readAnnals(reader), func() {}, nil
	}
	next, stop := iter.Pull2(readTreebank(c.system, c.stdin))
	return func(gold []*conllu.Sentence) ([][]eval.Word, error) {
		if len(gold) == 0 {
			s, err, more := next()
			switch {
			case err != nil:
				return nil, err
			case !more:
				return nil, io.EOF
			}
			return nil, fmt.Errorf("%s:%d: a sentence behind the last one of %s", c.system, s.Line, c.gold)
		}
		out := make([][]eval.Word, len(gold))
		for i, g := range gold {
			s, err, more := next()
			switch {
			case err != nil:
				return nil, err
			case !more:
				return nil, fmt.Errorf("%s ends before the sentence at %s:%d", c.system, c.gold, g.Line)
			}
			if err := eval.SameWords(c.gold, g, c.system, s); err != nil {
				return nil, err
			}
			if out[i], err = eval.Words(c.system, s); err != nil {
				return nil, err
			}
		}
		return out, nil
	}, stop, nil
}

// readAnnals returns what reads the tokens of the gold as annals does.
func (c *goldAndSystem) readAnnals(reader *language.Reader) readSystem {
	return func(gold []*conllu.Sentence) ([][]eval.Word, error) {
		if len(gold) == 0 {
			return nil, io.EOF
		}
		copies := make([]*conllu.Sentence, len(gold))
		for i, g := range gold {
			copies[i] = &conllu.Sentence{Line: g.Line, Comments: g.Comments, Rows: slices.Clone(g.Rows)}
		}
		annotateRows(reader, copies...)
		out := make([][]eval.Word, len(gold))
		for i, s := range copies {
			var err error
			if out[i], err = eval.Words(c.gold, s); err != nil {
				return nil, fmt.Errorf("the tree that annals reads: %w", err)
			}
		}
		return out, nil
	}
}
