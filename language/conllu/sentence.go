package conllu

import (
	"strings"
)

// Column is the position of a field in a row.
type Column int

// The ten columns of CoNLL-U.
const (
	ID Column = iota
	Form
	Lemma
	UPOS
	XPOS
	Feats
	Head
	DepRel
	Deps
	Misc

	columns = 10
)

// Empty is what stands in a field without a value.
const Empty = "_"

// Row is one line of a sentence: a word ("3"), a multiword token ("3-4") or an
// empty node ("3.1").
type Row [columns]string

// IsWord reports whether the row is a syntactic word.
func (r *Row) IsWord() bool { return !strings.ContainsAny(r[ID], "-.") }

// Feature returns the value of name in a field of the form
// "Name=Value|Name=Value", or "".
func (r *Row) Feature(c Column, name string) string {
	for part := range strings.SplitSeq(r[c], "|") {
		if value, ok := strings.CutPrefix(part, name); ok && strings.HasPrefix(value, "=") {
			return value[1:]
		}
	}
	return ""
}

// Sentence is one sentence of a file.
type Sentence struct {
	Line     int      // of its first line; 1 for the first of the file
	Comments []string // as printed, with the "#"
	Rows     []Row
}

// Comment returns the value of a comment "# name = value", or "".
func (s *Sentence) Comment(name string) string {
	for _, c := range s.Comments {
		key, value, ok := strings.Cut(strings.TrimSpace(strings.TrimPrefix(c, "#")), "=")
		if ok && strings.TrimSpace(key) == name {
			return strings.TrimSpace(value)
		}
	}
	return ""
}

// Words returns the positions of the syntactic words in Rows: word i+1 of the
// sentence stands at Rows[Words()[i]].
func (s *Sentence) Words() []int {
	words := make([]int, 0, len(s.Rows))
	for i := range s.Rows {
		if s.Rows[i].IsWord() {
			words = append(words, i)
		}
	}
	return words
}
