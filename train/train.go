package train

import (
	"fmt"
	"io"
	"os"
	"path/filepath"

	"annals/eval"
	"annals/language/conllu"
	"annals/language/lemma"
	"annals/language/neural"
	"annals/language/token"
)

// Progress is told what has been done: a stage ("pupil") and a line on it. It must
// be safe for concurrent use.
type Progress func(stage, line string)

// Models are what is learned of a language.
type Models struct {
	Boundaries *token.Boundaries
	Network    *neural.Model
	Lemmas     *lemma.Lemmas
}

// NewModels learns all models of a language: from the texts where sentences end,
// and all else from the sentences, of which some have names. As many cores as
// network.Shards are used at a time.
func NewModels(texts []*eval.RawText, sentences []Sentence, lexicon *token.Lexicon, school *School) (*Models, error) {
	m := &Models{Boundaries: Boundaries(lexicon, texts, school.Seed)}
	school.Progress("ends", fmt.Sprintf("of sentences learned from %d texts", len(texts)))
	m.Lemmas = Lemmas(sentences)
	school.Progress("lemmas", fmt.Sprintf("%d scripts", len(m.Lemmas.Scripts)))
	var err error
	m.Network, err = school.Train(sentences)
	return m, err
}

// ReadTexts reads the texts of a treebank in CoNLL-U, gzipped where its name ends
// in .gz, and where their sentences end.
func ReadTexts(path string) ([]*eval.RawText, error) {
	file, err := conllu.Open(path)
	if err != nil {
		return nil, fmt.Errorf("reading treebank: %w", err)
	}
	defer file.Close()
	var out []*eval.RawText
	for text, err := range eval.RawTexts(path, conllu.Read(path, file)) {
		if err != nil {
			return nil, fmt.Errorf("reading treebank: %w", err)
		}
		out = append(out, text)
	}
	return out, nil
}

// Write writes the models to the files of a folder that the reader of a language
// reads.
func (m *Models) Write(folder string) error {
	if err := write(filepath.Join(folder, "sentences.bin"), m.Boundaries); err != nil {
		return err
	}
	if err := write(filepath.Join(folder, "network.bin"), m.Network); err != nil {
		return err
	}
	return write(filepath.Join(folder, "lemmas.bin"), m.Lemmas)
}

func write(path string, model io.WriterTo) error {
	file, err := os.Create(path)
	if err != nil {
		return fmt.Errorf("writing models: %w", err)
	}
	if _, err := model.WriteTo(file); err != nil {
		file.Close()
		return fmt.Errorf("writing models to %s: %w", path, err)
	}
	if err := file.Close(); err != nil {
		return fmt.Errorf("writing models to %s: %w", path, err)
	}
	return nil
}
