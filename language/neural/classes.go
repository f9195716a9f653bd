package neural

import (
	"fmt"
	"math/bits"
	"slices"
	"strings"
)

// wordClasses are the classes of words that a lexicon knows, in the order of their marks.
var wordClasses = [...]string{
	"noun", "plural", "verb", "third", "past", "gerund", "adjective", "degree", "adverb", "name",
}

// Lexicon says of forms in lower case in which classes they can be: a set of marks.
type Lexicon map[string]Mark

// Add adds a form with its classes, with spaces between.
func (l Lexicon) Add(form, classes string) error {
	for class := range strings.FieldsSeq(classes) {
		i := slices.Index(wordClasses[:], class)
		if i < 0 {
			return fmt.Errorf("the class %q is none of %s", class, strings.Join(wordClasses[:], ", "))
		}
		l[form] |= firstClass << i
	}
	return nil
}

// Classes are what a lexicon says of the words that have vectors. They lie in two steps, since
// few sets of classes occur: sets by number, and a number for each row of the vectors.
type Classes struct {
	Sets []Mark
	Rows string // bytes; "" where there was no lexicon
}

// NewClasses looks the words of the vectors up in a lexicon. Row 0 of the vectors, that of
// words without one, has no classes. Words that the lexicon does not know have the mark of
// those.
func NewClasses(lexicon Lexicon, words []string) (Classes, error) {
	if len(lexicon) == 0 {
		return Classes{}, nil
	}
	c := Classes{Sets: []Mark{0, unlisted}}
	numbers := map[Mark]uint8{unlisted: 1}
	rows := make([]byte, 1, len(words)+1)
	for _, w := range words {
		set, ok := lexicon[w]
		if !ok {
			set = unlisted
		}
		n, ok := numbers[set]
		if !ok {
			if len(c.Sets) == 256 {
				return Classes{}, fmt.Errorf("the lexicon has more than 255 sets of classes")
			}
			n = uint8(len(c.Sets))
			numbers[set], c.Sets = n, append(c.Sets, set)
		}
		rows = append(rows, n)
	}
	c.Rows = string(rows)
	return c, nil
}

// of returns the marks of a row of the vectors.
func (c *Classes) of(row uint32) Mark {
	if c.Rows == "" {
		return 0
	}
	return c.Sets[c.Rows[row]]
}

// check makes sure that there is a set for each of so many rows.
func (c *Classes) check(rows int) error {
	if c.Rows == "" {
		return nil
	}
	if len(c.Rows) != rows {
		return fmt.Errorf("classes of %d words, but %d are needed", len(c.Rows), rows)
	}
	for i := range len(c.Rows) {
		if int(c.Rows[i]) >= len(c.Sets) {
			return fmt.Errorf("word %d has the set of classes %d of %d", i, c.Rows[i], len(c.Sets))
		}
	}
	for _, set := range c.Sets {
		if set>>Marks != 0 {
			return fmt.Errorf("a set of classes with the mark %d of %d", bits.Len32(uint32(set)), Marks)
		}
	}
	return nil
}
