package train

import (
	"fmt"
	"strconv"

	"annals/language/conllu"
)

// Token is one word of a treebank.
type Token struct {
	Form, Lemma, UPOS, XPOS string
	Head                    int // position in the sentence, or -1 for the root
	Rel                     string
	Glued                   bool   // no space behind it
	Name                    string // "B-PER", "I-PER", ..., "O"; "" where nobody has marked names
}

// Sentence is one sentence of a treebank.
type Sentence struct {
	ID     string
	Silver bool // its names were read off entities, after other guidelines
	Tokens []Token
}

// forms are the words of the sentence as they are printed.
func (s *Sentence) forms() []string {
	out := make([]string, len(s.Tokens))
	for i, t := range s.Tokens {
		out[i] = t.Form
	}
	return out
}

// ReadTreebank reads a file in CoNLL-U, gzipped where its name ends in .gz.
func ReadTreebank(path string) ([]Sentence, error) {
	file, err := conllu.Open(path)
	if err != nil {
		return nil, fmt.Errorf("reading treebank: %w", err)
	}
	defer file.Close()
	var out []Sentence
	entities := false // whether the file marks entities, as GUM does
	for parsed, err := range conllu.Read(path, file) {
		if err != nil {
			return nil, fmt.Errorf("reading treebank: %w", err)
		}
		entities = entities || parsed.Comment("global.Entity") != ""
		s, err := sentence(parsed, entities)
		if err != nil {
			return nil, fmt.Errorf("reading treebank: %s:%d: %w", path, parsed.Line, err)
		}
		out = append(out, s)
	}
	return out, nil
}

func sentence(parsed *conllu.Sentence, entities bool) (Sentence, error) {
	words := parsed.Words()
	s := Sentence{ID: parsed.Comment("sent_id"), Tokens: make([]Token, len(words))}
	for i, at := range words {
		row := &parsed.Rows[at]
		head, err := strconv.Atoi(row[conllu.Head])
		if err != nil || head < 0 || head > len(words) || head == i+1 {
			return s, fmt.Errorf("word %d has no head within the sentence: %q", i+1, row[conllu.Head])
		}
		s.Tokens[i] = Token{
			Form: row[conllu.Form], Lemma: row[conllu.Lemma],
			UPOS: row[conllu.UPOS], XPOS: row[conllu.XPOS],
			Head: head - 1, Rel: row[conllu.DepRel],
			Glued: row.Feature(conllu.Misc, "SpaceAfter") == "No",
			Name:  row.Feature(conllu.Misc, "NER"),
		}
	}
	if entities {
		s.Silver = true
		for i, name := range entityNames(parsed.Rows, words) {
			s.Tokens[i].Name = name
		}
	}
	return s, nil
}
