package train

import (
	"bufio"
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// pupils is a school for a handful of sentences.
func pupils(t *testing.T, keep string, accelerator ...string) *School {
	return &School{
		Pupils: 2, PupilUnits: 32, Vectors: &Vectors{Words: []string{"the", "in"}, Size: 4, Values: make([]int8, 12)}, Seed: 1, Keep: keep,
		Raw:         []RawText{{{"The", "ships", "left", "the", "harbour", "."}, {"In", "May", "the", "talks", "began", "in", "Oslo", "."}}},
		Accelerator: accelerator, Dev: [][]Sentence{small(t)}, Progress: func(_, line string) { t.Log(line) },
	}
}

// TestLesson reads a lesson back: its first line says what follows.
func TestLesson(t *testing.T) {
	folder, first := t.TempDir(), fmt.Sprintf(weightsFile, 1)
	sentences := small(t)
	if _, err := pupils(t, folder, "true").Train(sentences); err == nil || !strings.Contains(err.Error(), first) {
		t.Errorf("an accelerator that writes no weights: error %v, want one that names %s", err, first)
	}
	path := filepath.Join(folder, lessonFile)
	file, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	line, err := bufio.NewReader(file).ReadBytes('\n')
	if err != nil {
		t.Fatal(err)
	}
	var header lessonHeader
	if err := json.Unmarshal(line, &header); err != nil {
		t.Fatal(err)
	}
	if want := []string{"gold", "gold-lower", "dev-1", "raw", "raw-lower"}; !slices.Equal(header.Texts, want) {
		t.Errorf("texts %q, want %q", header.Texts, want)
	}
	size, tokens := int64(len(line)), 0
	for _, a := range header.Arrays {
		size += int64(a.Count) * int64(a.Type[1]-'0')
		if a.Name == "gold.words" {
			tokens = a.Count
		}
	}
	info, err := file.Stat()
	if err != nil {
		t.Fatal(err)
	}
	if info.Size() != size {
		t.Errorf("%s has %d bytes, but its first line tells of %d", path, info.Size(), size)
	}
	want := 0
	for _, s := range sentences {
		want += len(s.Tokens) + 1
	}
	if tokens != want {
		t.Errorf("%d words of the treebank with the roots, want %d", tokens, want)
	}
}

// python returns a Python that has PyTorch, or skips.
func python(t *testing.T) string {
	for _, name := range []string{"python3", "/usr/bin/python3"} {
		if exec.Command(name, "-c", "import torch, numpy").Run() == nil {
			return name
		}
	}
	t.Skip("no Python with PyTorch is there")
	return ""
}

// TestAccelerator lets the other program learn a handful of sentences by heart; the
// network that is built of its weights must read them as they stand in the
// treebank. So both compute the same. A second pupil learns beside it.
func TestAccelerator(t *testing.T) {
	var sentences []Sentence
	for range 5 {
		sentences = append(sentences, small(t)...)
	}
	command := strings.Fields(python(t) + " accelerator/school.py --teachers 2 --beside 1 --units 32 --layers 1 --teacher-steps 60 --steps 150" +
		" --batch 60 --pupil-batch 60 --warm 10 --dropout 0.1 --recurrent 0 --pupil-dropout 0.1 --pupil-recurrent 0 --rate 0.01")
	network, err := pupils(t, t.TempDir(), command...).Train(sentences)
	if err != nil {
		t.Fatal(err)
	}
	s := Measure(&Models{Network: network, Lemmas: Lemmas(sentences)}, small(t))
	if right := s.Trees; right.Words == 0 || right.UPOS != right.Words || 100*right.Relation < 95*right.Words {
		t.Errorf("not learned by heart: %s", s)
	}
}
