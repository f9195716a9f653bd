package train

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"slices"

	"annals/language/neural"
	"annals/train/network"
)

// The files that pass between this process and an accelerator.
const (
	lessonFile  = "lesson.bin"
	weightsFile = "pupil.weights"
)

// accelerate lets another program train the network: it is given the lesson and
// the file to write the weights to, as its last two arguments (accelerator/school.py
// is such a program). Weights that are there from before are taken up, so that the
// program may as well have run on another machine.
func (c *School) accelerate(sentences []Sentence, vocabulary *neural.Vocabulary, inventory Inventory) (*network.Network, error) {
	folder := c.Keep
	if folder == "" {
		temporary, err := os.MkdirTemp("", "annals-train-")
		if err != nil {
			return nil, fmt.Errorf("making a folder for the lesson: %w", err)
		}
		defer func() { _ = os.RemoveAll(temporary) }() // a folder that stays harms nobody
		folder = temporary
	}
	weights := filepath.Join(folder, weightsFile)
	if _, err := os.Stat(weights); errors.Is(err, fs.ErrNotExist) {
		lesson := filepath.Join(folder, lessonFile)
		if err := c.runAccelerator(lesson, weights, sentences, vocabulary, inventory); err != nil {
			return nil, err
		}
	} else {
		c.Progress("pupil", "taken up from "+weights)
	}
	pupil := network.New(sizes(vocabulary, c.Vectors, inventory, c.PupilUnits), c.Vectors.Floats(), c.Seed)
	if err := pupil.LoadWeights(weights); err != nil {
		return nil, err
	}
	return pupil, nil
}

func (c *School) runAccelerator(lesson, weights string, sentences []Sentence, vocabulary *neural.Vocabulary, inventory Inventory) error {
	l, err := c.lesson(sentences, vocabulary, inventory)
	if err != nil {
		return err
	}
	if err := l.write(lesson); err != nil {
		return err
	}
	c.Progress("lesson", "written to "+lesson)
	args := slices.Concat(c.Accelerator[1:], []string{lesson, weights})
	command := exec.Command(c.Accelerator[0], args...)
	command.Stderr = os.Stderr
	if err := command.Run(); err != nil {
		return fmt.Errorf("training with %s: %w", c.Accelerator[0], err)
	}
	return nil
}
