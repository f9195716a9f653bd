package eval

import (
	"fmt"
	"strconv"

	"annals/language/conllu"
)

// Words returns the words of a sentence in CoNLL-U with their tree and the
// labels of names in MISC (NER=B-PER). It is an error, which names file and
// line, if the heads are no tree with one root.
func Words(file string, s *conllu.Sentence) ([]Word, error) {
	at := s.Words()
	words := make([]Word, len(at))
	for i := range at {
		row := &s.Rows[at[i]]
		head, err := strconv.Atoi(row[conllu.Head])
		if err != nil || head < 0 || head > len(at) || head == i+1 {
			return nil, rowError(file, s, at[i], "word %d has no head within the sentence: %q", i+1, row[conllu.Head])
		}
		words[i] = Word{
			Form: row[conllu.Form], Lemma: row[conllu.Lemma],
			UPOS: row[conllu.UPOS], XPOS: row[conllu.XPOS],
			Head: head - 1, Rel: row[conllu.DepRel],
			Name: row.Feature(conllu.Misc, "NER"),
		}
	}
	root := -1
	for i := range words {
		if words[i].Head >= 0 {
			continue
		}
		if root >= 0 {
			return nil, rowError(file, s, at[i], "word %d is a second root, after word %d", i+1, root+1)
		}
		root = i
	}
	if i := circular(words); i >= 0 {
		return nil, rowError(file, s, at[i], "word %d depends on itself by way of its head", i+1)
	}
	return words, nil
}

// circular returns a word that depends on itself, or -1.
func circular(words []Word) int {
	met := make([]int, len(words)) // from which word, counted from 1
	for start := range words {
		i := start
		for i >= 0 && met[i] == 0 {
			met[i] = start + 1
			i = words[i].Head
		}
		if i >= 0 && met[i] == start+1 {
			return i
		}
	}
	return -1
}

// SameWords returns an error, which names both places, if two sentences do not
// have the same words.
func SameWords(goldFile string, gold *conllu.Sentence, systemFile string, system *conllu.Sentence) error {
	g, s := gold.Words(), system.Words()
	for i := range min(len(g), len(s)) {
		want, got := gold.Rows[g[i]][conllu.Form], system.Rows[s[i]][conllu.Form]
		if want != got {
			return rowError(systemFile, system, s[i], "word %d is %q, but %q at %s:%d", i+1, got, want, goldFile, rowLine(gold, g[i]))
		}
	}
	if len(g) != len(s) {
		return fmt.Errorf("%s:%d: a sentence of %d words, but of %d at %s:%d", systemFile, system.Line, len(s), len(g), goldFile, gold.Line)
	}
	return nil
}

// rowError is an error in a row of a sentence.
func rowError(file string, s *conllu.Sentence, row int, format string, args ...any) error {
	return fmt.Errorf("%s:%d: %s", file, rowLine(s, row), fmt.Sprintf(format, args...))
}

// rowLine returns the line of a row: comments stand before all rows.
func rowLine(s *conllu.Sentence, row int) int { return s.Line + len(s.Comments) + row }
