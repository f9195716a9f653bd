package language

import (
	"fmt"
	"io/fs"
	"strings"

	"annals/datafile"
	"annals/language/token"
)

// spelt knows the words that their spelling tells, whatever stands around them: names of files,
// addresses, and interjections.
type spelt struct {
	endings       map[string]ending
	interjections map[string]interjection // by word, its letters not drawn out
}

// ending is what ends in the letters behind a period.
type ending uint8

const (
	noEnding ending = iota
	host
	file
)

// interjection is a word that is one wherever it stands.
type interjection struct {
	lemma    string
	capitals bool // also with capitals
}

// newSpelt reads the tables of endings and of interjections.
func newSpelt(files fs.FS, endings, interjections string) (*spelt, error) {
	s := &spelt{map[string]ending{}, map[string]interjection{}}
	table, err := datafile.Read(files, endings, "ending", "kind")
	if err != nil {
		return nil, fmt.Errorf("loading endings: %w", err)
	}
	kinds := map[string]ending{"host": host, "file": file}
	for _, row := range table.Rows {
		if s.endings[row.Get("ending")] = kinds[row.Get("kind")]; s.endings[row.Get("ending")] == noEnding {
			return nil, row.Errorf("the kind %q is neither host nor file", row.Get("kind"))
		}
	}
	if table, err = datafile.Read(files, interjections, "word", "lemma", "capitals"); err != nil {
		return nil, fmt.Errorf("loading interjections: %w", err)
	}
	for _, row := range table.Rows {
		if c := row.Get("capitals"); c != "yes" && c != "no" {
			return nil, row.Errorf("capitals are %q, neither yes nor no", c)
		}
		s.interjections[row.Get("word")] = interjection{row.Get("lemma"), row.Get("capitals") == "yes"}
	}
	return s, nil
}

// Interjections are short; so are the parts of names of files behind the last period.
const longestInterjection = 24

// correct corrects the tag of a word that its spelling tells, and its lemma where another tag
// has another. Where the network takes a word for a part of another ("flat"), it is left to it.
func (s *spelt) correct(t *Token) {
	switch t.UPOS {
	case "NOUN", "PROPN", "VERB", "ADJ", "ADV", "X", "PRON":
	default:
		return
	}
	if len(t.Form) <= longestInterjection {
		if lemma, ok := s.interjection(t.Form); ok {
			t.UPOS, t.XPOS, t.Lemma = "INTJ", "UH", lemma
			return
		}
	}
	if t.Rel == "goeswith" || !strings.ContainsAny(t.Form, "@#./") {
		return
	}
	end := s.ending(t.Form)
	switch isAddress := end == host || token.IsAddress(t.Form); {
	case isAddress && t.UPOS != "PROPN" && t.UPOS != "X":
		t.UPOS, t.XPOS, t.Lemma = "PROPN", "ADD", t.Form
	case !isAddress && end == file && t.Rel != "flat":
		t.UPOS, t.XPOS = "NOUN", "NN"
	}
}

// interjection returns the lemma of a form that is an interjection.
func (s *spelt) interjection(form string) (string, bool) {
	for i := range len(form) {
		if c := form[i] | 0x20; c < 'a' || c > 'z' {
			return "", false
		}
	}
	lower := strings.ToLower(form)
	known, ok := s.interjections[lower]
	for most := 2; most > 0 && !ok && isDrawnOut(lower); most-- {
		known, ok = s.interjections[shortened(lower, most)]
	}
	return known.lemma, ok && (known.capitals || form == lower)
}

// isDrawnOut reports whether a letter stands three times on end.
func isDrawnOut(word string) bool {
	for i := 2; i < len(word); i++ {
		if word[i] == word[i-1] && word[i] == word[i-2] {
			return true
		}
	}
	return false
}

// shortened is a word with at most so many of the same letter on end.
func shortened(word string, most int) string {
	out := make([]byte, 0, len(word))
	run := 0
	for i := range len(word) {
		if run++; i > 0 && word[i] != word[i-1] {
			run = 1
		}
		if run <= most {
			out = append(out, word[i])
		}
	}
	return string(out)
}

// ending is what a form is by what stands behind its last period; before it there must be
// letters or digits, and for a host nothing but them, hyphens and periods.
func (s *spelt) ending(form string) ending {
	dot := strings.LastIndexByte(form, '.')
	if dot < 1 || dot+1 == len(form) {
		return noEnding
	}
	end := s.endings[strings.ToLower(form[dot+1:])]
	if end != host {
		return end
	}
	for i := range dot {
		c := form[i] | 0x20
		if (c < 'a' || c > 'z') && (form[i] < '0' || form[i] > '9') && form[i] != '-' && form[i] != '.' {
			return noEnding
		}
	}
	return host
}

// letters calls an "A" that stands before a slash or at the end of something what it is: a
// letter, as in "the A / C". An article has a word behind it.
func (s *Sentence) letters() {
	for i := range len(s.Tokens) - 1 {
		t := &s.Tokens[i]
		if t.Form != "A" || t.UPOS != "DET" {
			continue
		}
		switch s.Tokens[i+1].Form {
		case "/", ".", ",", ";", ":", "?", "!":
			t.UPOS, t.XPOS = "NOUN", "NN"
		}
	}
}
