package conllu

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"iter"
	"strconv"
	"strings"
)

// Read yields the sentences of r, which is called name in errors. It stops at
// the first error. The words of a sentence are numbered 1, 2, 3, ...; heads are
// not looked at.
func Read(name string, r io.Reader) iter.Seq2[*Sentence, error] {
	return func(yield func(*Sentence, error) bool) {
		lines := bufio.NewReaderSize(r, 1<<16)
		s := &Sentence{Line: 1}
		words := 0
		for number := 1; ; number++ {
			line, err := lines.ReadString('\n')
			if err != nil && !errors.Is(err, io.EOF) {
				yield(nil, fmt.Errorf("%s:%d: reading CoNLL-U: %w", name, number, err))
				return
			}
			end := err != nil
			line = strings.TrimRight(line, "\r\n")
			switch {
			case line == "":
				if len(s.Rows) > 0 {
					if !yield(s, nil) {
						return
					}
					s, words = &Sentence{}, 0
				}
				if len(s.Comments) == 0 {
					s.Line = number + 1
				}
			case line[0] == '#':
				s.Comments = append(s.Comments, line)
			default:
				row, err := parse(line, words)
				if err != nil {
					yield(nil, fmt.Errorf("%s:%d: %w", name, number, err))
					return
				}
				if row.IsWord() {
					words++
				}
				s.Rows = append(s.Rows, row)
			}
			if end {
				if len(s.Rows) > 0 {
					yield(s, nil)
				}
				return
			}
		}
	}
}

// parse reads one line; words is how many words the sentence has so far.
func parse(line string, words int) (Row, error) {
	var row Row
	fields := strings.Split(line, "\t")
	if len(fields) != columns {
		return row, fmt.Errorf("%d columns, but CoNLL-U has %d", len(fields), columns)
	}
	copy(row[:], fields)
	if row.IsWord() && row[ID] != strconv.Itoa(words+1) {
		return row, fmt.Errorf("word %q, but the next is %d", row[ID], words+1)
	}
	if row[Form] == "" {
		return row, fmt.Errorf("word %s has no form", row[ID])
	}
	return row, nil
}
