package main

import (
	"cmp"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"time"

	"github.com/spf13/cobra"

	"annals/eval"
	"annals/language"
	"annals/language/conllu"
	"annals/train"
)

// newTrainCommand returns the verb train: treebanks become models.
func newTrainCommand() *cobra.Command {
	var treebanks, names, raw, dev, devNames []string
	var vectors, lexicon, out, accelerator string
	school := &train.School{}
	limit := 0
	cmd := &cobra.Command{
		Use:   "train --treebank FILE... --names FILE... --vectors FILE --raw FILE... --out DIR",
		Short: "Make the models of a language from treebanks",
		Long: `Make the models of the reader from treebanks in CoNLL-U, from names in the
format of Universal NER (IOB2 with sentence ids), from vectors of words in the
text format of word2vec and GloVe, and from plain raw text; write them to
DIR/sentences.bin, DIR/network.bin and DIR/lemmas.bin. Any of the files may be gzipped.

Some teachers learn from the treebanks. They read the raw text together, and pupils
(--pupils) learn from the treebanks and from what they have read. Teachers of names
(--namers) learn those from scratch. Pupils and teachers of names then are a council
that reads raw text too, and the network that ships learns anew from the treebanks and
from that (--anew-epochs). With --keep a training that was broken off goes on with the
networks that are done. The same files and seed give the same bytes. Scores on the --dev files are
printed at the end.

With --accelerator another program trains teachers and pupils: train/accelerator/school.py
does it with PyTorch on a GPU, in ten minutes instead of hours. Where that is
another machine, --keep DIR leaves the lesson in DIR/lesson.bin, and takes up the
weights that are put into DIR/pupil-1.weights and so on.`,
		Example:     `  annals train --treebank en_ewt-train.conllu.gz --names en_ewt-train.iob2.gz --vectors glove.txt --raw speeches.txt --out language/en`,
		Annotations: map[string]string{"example": "long"},
		Args:        cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			school.Progress = progressTo(cmd.ErrOrStderr(), time.Now())
			for _, folder := range []string{out, school.Keep} { // before hours of training, not after
				if err := os.MkdirAll(cmp.Or(folder, "."), 0o755); err != nil {
					return fmt.Errorf("making the folder to write to: %w", err)
				}
			}
			school.Accelerator = strings.Fields(accelerator)
			for _, file := range dev {
				sentences, err := readTreebanks([]string{file}, devNames)
				if err != nil {
					return err
				}
				school.Dev = append(school.Dev, sentences)
			}
			models, err := trainModels(school, treebanks, names, raw, vectors, lexicon, limit)
			if err != nil {
				return err
			}
			if err := models.Write(out); err != nil {
				return err
			}
			school.Progress("all", "written to "+out)
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
	flags.StringVar(&vectors, "vectors", "", "vectors of words, the most frequent word first")
	flags.IntVar(&limit, "vectors-limit", 120000, "how many of the vectors to learn with")
	flags.IntVar(&school.KeptVectors, "vectors-kept", 118000, "how many of the vectors to ship")
	flags.StringVar(&lexicon, "lexicon", "", "table of the classes that forms can be of")
	flags.StringArrayVar(&raw, "raw", nil, "raw text to learn from (may be repeated; all .txt files of a folder)")
	flags.StringArrayVar(&dev, "dev", nil, "CoNLL-U to measure on (may be repeated)")
	flags.StringArrayVar(&devNames, "dev-names", nil, "names in IOB2 for sentences of the dev files (may be repeated)")
	flags.StringVar(&out, "out", ".", "folder to write to")
	flags.StringVar(&school.Keep, "keep", "", "folder to keep the teachers in")
	flags.StringVar(&accelerator, "accelerator", "", "command that trains the pupils in the place of this program, given a lesson and files for their weights")
	flags.IntVar(&school.Teachers, "teachers", 3, "teachers; 0 for none")
	flags.IntVar(&school.TeacherEpochs, "teacher-epochs", 18, "how often a teacher reads the treebanks")
	flags.IntVar(&school.PupilEpochs, "epochs", 22, "how often a pupil reads the treebanks")
	flags.IntVar(&school.Pupils, "pupils", 1, "networks that learn from the teachers")
	flags.IntVar(&school.Namers, "namers", 5, "teachers of names, which sit in the council with the pupils; 0 for none")
	flags.IntVar(&school.AnewEpochs, "anew-epochs", 28, "how often the network that ships, which learns from the council, reads the treebanks; 0: the first pupil ships")
	flags.IntVar(&school.CouncilWords, "council-words", 1800000, "words of raw text that the council reads, evenly of all texts; 0 for all")
	flags.IntVar(&school.NamerUnits, "namer-units", 320, "units of a layer of a teacher of names, in each direction, at most")
	flags.IntVar(&school.TeacherUnits, "teacher-units", 256, "units of a layer of a teacher, in each direction")
	flags.IntVar(&school.PupilUnits, "units", 224, "units of a layer of the network that ships, in each direction")
	flags.IntVar(&school.BatchWords, "batch-words", 1500, "words that are learned from in one step")
	flags.Float64Var(&school.RawShare, "raw-share", 1.5, "words of raw text for each word of the treebanks")
	flags.Uint64Var(&school.Seed, "seed", 1, "seed of all that is random")
	for _, name := range []string{"treebank", "vectors"} {
		if err := cmd.MarkFlagRequired(name); err != nil {
			panic(err) // the flag is defined above
		}
	}
	return cmd
}

// trainModels reads the files and lets the school train.
func trainModels(school *train.School, treebanks, names, raw []string, vectors, lexicon string, limit int) (*train.Models, error) {
	sentences, err := readTreebanks(treebanks, names)
	if err != nil {
		return nil, err
	}
	train.JoinRanges(sentences)
	if school.Vectors, err = train.ReadVectors(vectors, limit); err != nil {
		return nil, err
	}
	if lexicon != "" {
		if school.Lexicon, err = train.ReadLexicon(lexicon); err != nil {
			return nil, err
		}
	}
	if school.Gazetteer, err = language.EnglishGazetteer(); err != nil {
		return nil, err
	}
	if school.Raw, err = readRaw(raw); err != nil {
		return nil, err
	}
	tokens, err := language.EnglishTokens()
	if err != nil {
		return nil, err
	}
	var texts []*eval.RawText
	for _, file := range treebanks {
		more, err := train.ReadTexts(file)
		if err != nil {
			return nil, err
		}
		texts = append(texts, more...)
	}
	school.Progress("data", fmt.Sprintf("%d sentences of treebanks, %d raw texts, %d vectors", len(sentences), len(school.Raw), len(school.Vectors.Words)))
	return train.NewModels(texts, sentences, tokens, school)
}

// readRaw reads raw texts, and those of folders in the order of their names, and
// cuts them into tokens.
func readRaw(paths []string) ([]train.RawText, error) {
	lexicon, err := language.EnglishTokens()
	if err != nil {
		return nil, err
	}
	var out []train.RawText
	for _, path := range paths {
		files := []string{path}
		if info, err := os.Stat(path); err == nil && info.IsDir() {
			if files, err = filepath.Glob(filepath.Join(path, "*.txt")); err != nil {
				return nil, fmt.Errorf("reading raw text: %w", err)
			}
		}
		for _, file := range files {
			text, err := readText(file)
			if err != nil {
				return nil, err
			}
			out = append(out, train.RawSentences(lexicon, text))
		}
	}
	return out, nil
}

func readText(path string) (string, error) {
	file, err := conllu.Open(path)
	if err != nil {
		return "", fmt.Errorf("reading raw text: %w", err)
	}
	defer file.Close()
	text, err := io.ReadAll(file)
	if err != nil {
		return "", fmt.Errorf("reading raw text %s: %w", path, err)
	}
	return string(text), nil
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
