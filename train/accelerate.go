package train

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"slices"

	"annals/train/network"
)

// The files that pass between this process and an accelerator.
const (
	lessonFile  = "lesson.bin"
	weightsFile = "pupil-%d.weights" // of each pupil
)

// accelerate lets another program train the pupils: it is given the lesson and the
// files to write the weights of each to, as its last arguments (accelerator/school.py
// is such a program). Weights that are there from before are taken up, so that the
// program may as well have run on another machine.
func (c *School) accelerate(m *material) ([]*network.Network, error) {
	folder := c.Keep
	if folder == "" {
		temporary, err := os.MkdirTemp("", "annals-train-")
		if err != nil {
			return nil, fmt.Errorf("making a folder for the lesson: %w", err)
		}
		defer func() { _ = os.RemoveAll(temporary) }() // a folder that stays harms nobody
		folder = temporary
	}
	var files []string
	for i := range max(c.Pupils, 1) {
		files = append(files, filepath.Join(folder, fmt.Sprintf(weightsFile, i+1)))
	}
	if slices.ContainsFunc(files, absent) {
		if err := c.runAccelerator(filepath.Join(folder, lessonFile), files, m); err != nil {
			return nil, err
		}
	} else {
		c.Progress("pupils", "taken up from "+folder)
	}
	var pupils []*network.Network
	for _, file := range files {
		n := c.begin(m, c.PupilUnits, c.Seed)
		if err := n.LoadWeights(file); err != nil {
			return nil, err
		}
		pupils = append(pupils, n)
	}
	return pupils, nil
}

func absent(file string) bool {
	_, err := os.Stat(file)
	return errors.Is(err, fs.ErrNotExist)
}

func (c *School) runAccelerator(lesson string, weights []string, m *material) error {
	l, err := c.lesson(m)
	if err != nil {
		return err
	}
	if err := l.write(lesson); err != nil {
		return err
	}
	c.Progress("lesson", "written to "+lesson)
	args := slices.Concat(c.Accelerator[1:], []string{lesson}, weights)
	command := exec.Command(c.Accelerator[0], args...)
	command.Stderr = os.Stderr
	if err := command.Run(); err != nil {
		return fmt.Errorf("training with %s: %w", c.Accelerator[0], err)
	}
	return nil
}
