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

// longestInterjection is how many letters one has at most, drawn out or not.
const longestInterjection = 24

// correct corrects the tag of a word that its spelling tells, and its lemma where another tag
// has another. Parts of a word ("goeswith") and of the name of a file ("flat") are left alone.
func (s *spelt) correct(t *Token) {
	switch t.UPOS {
	case "NOUN", "PROPN", "VERB", "ADJ", "ADV", "X", "PRON":
	default:
		return
	}
	if lemma, ok := s.interjection(t.Form); ok {
		t.UPOS, t.XPOS, t.Lemma = "INTJ", "UH", lemma
		return
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
	if len(form) > longestInterjection {
		return "", false
	}
	var space [longestInterjection]byte
	lower, small := space[:0], true
	for i := range len(form) {
		c := form[i] | 0x20
		if c < 'a' || c > 'z' {
			return "", false
		}
		lower, small = append(lower, c), small && c == form[i]
	}
	known, ok := s.interjections[string(lower)]
	if short := squeezed(lower, 2); !ok && len(short) < len(lower) { // drawn out
		if known, ok = s.interjections[string(short)]; !ok {
			known, ok = s.interjections[string(squeezed(short, 1))]
		}
	}
	return known.lemma, ok && (known.capitals || small)
}

// squeezed cuts a word, in place, to at most so many of the same letter on end.
func squeezed(word []byte, most int) []byte {
	out, run := word[:0], 0
	for _, c := range word {
		if run++; len(out) == 0 || c != out[len(out)-1] {
			run = 1
		}
		if run <= most {
			out = append(out, c)
		}
	}
	return out
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
