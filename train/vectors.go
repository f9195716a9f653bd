package train

import (
	"bufio"
	"fmt"
	"math"
	"strconv"
	"strings"

	"annals/language/conllu"
	"annals/language/neural"
)

// Vectors are vectors of words learned from raw text elsewhere. Row 0 is the
// word that has none.
type Vectors struct {
	Words  []string // of the rows from 1 on
	Size   int
	Values []int8 // rows, in units of neural.VectorUnit
}

// spread is the mean size that the numbers of a vector are brought to.
const spread = 0.3

// ReadVectors reads at most limit vectors in the text format of word2vec and
// GloVe (Pennington et al. 2014): a word and its numbers a line, the most frequent
// word first; a first line with two counts is passed over. The file may be
// gzipped.
func ReadVectors(path string, limit int) (*Vectors, error) {
	file, err := conllu.Open(path)
	if err != nil {
		return nil, err
	}
	defer file.Close()
	v := &Vectors{}
	lines := bufio.NewScanner(file)
	lines.Buffer(nil, 1<<20)
	for number := 1; lines.Scan() && len(v.Words) < limit; number++ {
		fields := strings.Fields(lines.Text())
		if number == 1 && len(fields) == 2 {
			continue
		}
		if err := v.add(fields); err != nil {
			return nil, fmt.Errorf("reading vectors: %s:%d: %w", path, number, err)
		}
	}
	if err := lines.Err(); err != nil {
		return nil, fmt.Errorf("reading vectors %s: %w", path, err)
	}
	if len(v.Words) == 0 {
		return nil, fmt.Errorf("reading vectors %s: there are none", path)
	}
	return v, nil
}

func (v *Vectors) add(fields []string) error {
	if v.Size == 0 {
		v.Size = len(fields) - 1
		v.Values = make([]int8, v.Size)
	}
	if len(fields) != v.Size+1 || v.Size == 0 {
		return fmt.Errorf("%d numbers, but %d are needed", len(fields)-1, v.Size)
	}
	numbers := make([]float64, v.Size)
	squares := 0.0
	for i := range numbers {
		x, err := strconv.ParseFloat(fields[i+1], 64)
		if err != nil {
			return fmt.Errorf("the number %q: %w", fields[i+1], err)
		}
		numbers[i] = x
		squares += x * x
	}
	scale := spread / (math.Sqrt(squares/float64(v.Size)) + 1e-9) / neural.VectorUnit
	v.Words = append(v.Words, fields[0])
	for _, x := range numbers {
		v.Values = append(v.Values, int8(math.Round(max(-127, min(127, x*scale)))))
	}
	return nil
}

// Floats are the numbers that the values stand for.
func (v *Vectors) Floats() []float32 {
	out := make([]float32, len(v.Values))
	for i, x := range v.Values {
		out[i] = float32(x) * neural.VectorUnit
	}
	return out
}

// first returns the first n vectors; all, if n is 0 or there are no more.
func (v *Vectors) first(n int) *Vectors {
	if n == 0 || n >= len(v.Words) {
		return v
	}
	return &Vectors{Words: v.Words[:n], Size: v.Size, Values: v.Values[:(n+1)*v.Size]}
}
