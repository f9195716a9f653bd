package main

import (
	"fmt"
	"io"
	"os"
	"path/filepath"
	"sync"
	"time"

	"github.com/spf13/cobra"

	"annals/language"
	"annals/language/linear"
	"annals/train"
)

// newTrainCommand returns the verb train: treebanks become models.
func newTrainCommand() *cobra.Command {
	var treebanks, names, dev, devNames []string
	var out string
	var seed uint64
	cmd := &cobra.Command{
		Use:   "train --treebank FILE... --names FILE... --out DIR",
		Short: "Make the models of a language from treebanks",
		Long: `Make the models of the reader from treebanks in CoNLL-U and from names in the
format of Universal NER (IOB2 with sentence ids), plain or gzipped, and write
them to DIR/models.bin. The same files and seed give the same bytes. Scores on
the --dev files are printed at the end.`,
		Example:     `  annals train --treebank en_ewt-train.conllu.gz --treebank en_gum-train.conllu.gz --names en_ewt-train.iob2.gz --out language/en`,
		Annotations: map[string]string{"example": "long"},
		Args:        cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			started := time.Now()
			sentences, err := readTreebanks(treebanks, names)
			if err != nil {
				return err
			}
			train.JoinRanges(sentences)
			progress := progressTo(cmd.ErrOrStderr(), started)
			progress("data", fmt.Sprintf("%d sentences", len(sentences)))
			gazetteer, err := language.EnglishGazetteer()
			if err != nil {
				return err
			}
			models := train.Models(sentences, gazetteer, seed, progress)
			path := filepath.Join(out, "models.bin")
			if err := writeModels(path, models); err != nil {
				return err
			}
			progress("all", "written to "+path)
			for _, file := range dev {
				sentences, err := readTreebanks([]string{file}, devNames)
				if err != nil {
					return err
				}
				fmt.Fprintf(cmd.OutOrStdout(), "%s: %s\n", filepath.Base(file), train.Measure(models, sentences))
			}
			return nil
		},
	}
	flags := cmd.Flags()
	flags.StringArrayVar(&treebanks, "treebank", nil, "CoNLL-U to learn from (may be repeated)")
	flags.StringArrayVar(&names, "names", nil, "names in IOB2 for sentences of the treebanks (may be repeated)")
	flags.StringArrayVar(&dev, "dev", nil, "CoNLL-U to measure on (may be repeated)")
	flags.StringArrayVar(&devNames, "dev-names", nil, "names in IOB2 for sentences of the dev files (may be repeated)")
	flags.StringVar(&out, "out", ".", "folder to write to")
	flags.Uint64Var(&seed, "seed", 1, "seed of the order of sentences")
	if err := cmd.MarkFlagRequired("treebank"); err != nil {
		panic(err) // the flag is defined above
	}
	return cmd
}

// progressTo prints lines with the time since the start.
func progressTo(w io.Writer, started time.Time) train.Progress {
	var lock sync.Mutex
	return func(stage, line string) {
		lock.Lock()
		defer lock.Unlock()
		fmt.Fprintf(w, "%6.0f s  %-7s %s\n", time.Since(started).Seconds(), stage, line)
	}
}

func readTreebanks(files, names []string) ([]train.Sentence, error) {
	var all []train.Sentence
	for _, file := range files {
		sentences, err := train.ReadTreebank(file)
		if err != nil {
			return nil, err
		}
		all = append(all, sentences...)
	}
	for _, file := range names {
		marks, err := train.ReadNames(file)
		if err != nil {
			return nil, err
		}
		train.Mark(all, marks)
	}
	return all, nil
}

func writeModels(path string, models *linear.Models) error {
	file, err := os.Create(path)
	if err != nil {
		return fmt.Errorf("writing models: %w", err)
	}
	if _, err := models.WriteTo(file); err != nil {
		file.Close()
		return fmt.Errorf("writing models to %s: %w", path, err)
	}
	if err := file.Close(); err != nil {
		return fmt.Errorf("writing models to %s: %w", path, err)
	}
	return nil
}
