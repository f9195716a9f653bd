package train

import (
	"fmt"
	"io"
	"os"
	"path/filepath"

	"annals/language/lemma"
	"annals/language/neural"
)

// Progress is told what has been done: a stage ("pupil") and a line on it. It must
// be safe for concurrent use.
type Progress func(stage, line string)

// Models are what is learned of a language.
type Models struct {
	Network *neural.Model
	Lemmas  *lemma.Lemmas
}

// NewModels learns all models of a language from the sentences, of which some have
// names. As many cores as network.Shards are used at a time.
func NewModels(sentences []Sentence, school *School) (*Models, error) {
	m := &Models{Lemmas: Lemmas(sentences)}
	school.Progress("lemmas", fmt.Sprintf("%d scripts", len(m.Lemmas.Scripts)))
	var err error
	m.Network, err = school.Train(sentences)
	return m, err
}

// Write writes the models to the files of a folder that the reader of a language
// reads.
func (m *Models) Write(folder string) error {
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
