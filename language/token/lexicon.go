package token

import (
	"fmt"
	"io/fs"
	"strings"

	"annals/datafile"
)

// kind says what the period of an abbreviation means for the sentence.
type kind uint8

const (
	noAbbreviation kind = iota
	beforeName          // a title or the like: never ends a sentence
	beforeNumber        // an abbreviation only before a number: "No. 10"
	mayEnd              // may stand at the end of a sentence: "p.m.", "Inc."
)

var kinds = map[string]kind{"name": beforeName, "number": beforeNumber, "any": mayEnd}

// Lexicon is what the rules must know of a language. It does not change after
// Load.
type Lexicon struct {
	abbreviations map[string]kind
	starters      map[string]bool // words that begin a sentence, with their capital
	prefixes      map[string]bool // lower case, without hyphen: "anti" of "anti-war" is no word
	splits        map[string]int  // lower-cased word to the bytes of its first part
	units         map[string]bool // glued to numbers: the "km" of "40km"
	marks         map[string]bool // what stands in brackets as an editor's mark: "citation needed"
	faces         map[string]bool // ":-)"

	// Boundaries decides where the rules are not sure; nil where nothing is
	// learned.
	Boundaries *Boundaries
}

// Load reads the files of a language from its folder.
func Load(files fs.FS, folder string) (*Lexicon, error) {
	lex := &Lexicon{abbreviations: map[string]kind{}, splits: map[string]int{}}
	table, err := datafile.Read(files, folder+"/abbreviations.tsv", "abbreviation", "before")
	if err != nil {
		return nil, fmt.Errorf("loading tokenizer: %w", err)
	}
	var capitals []string
	for _, row := range table.Rows {
		form, ok := strings.CutSuffix(row.Get("abbreviation"), ".")
		k := kinds[row.Get("before")]
		if !ok || k == noAbbreviation {
			return nil, row.Errorf("an abbreviation ends in a period and stands before name, number or any")
		}
		lex.abbreviations[form] = k
		if len(form) > 1 && form[0] >= 'A' && form[0] <= 'Z' { // in headlines: "GEN. ORTIZ LEAVES"
			capitals = append(capitals, form)
		}
	}
	for _, form := range capitals {
		lex.abbreviations[strings.ToUpper(form)] = lex.abbreviations[form]
	}
	if table, err = datafile.Read(files, folder+"/contractions.tsv", "word", "parts"); err != nil {
		return nil, fmt.Errorf("loading tokenizer: %w", err)
	}
	for _, row := range table.Rows {
		first, second, ok := strings.Cut(row.Get("parts"), " ")
		if !ok || first+second != row.Get("word") {
			return nil, row.Errorf("the parts %q do not make up %q", row.Get("parts"), row.Get("word"))
		}
		lex.splits[row.Get("word")] = len(first)
	}
	for name, set := range map[string]*map[string]bool{
		"starters": &lex.starters, "prefixes": &lex.prefixes, "units": &lex.units,
		"marks": &lex.marks, "faces": &lex.faces,
	} {
		if *set, err = words(files, folder+"/"+name+".tsv"); err != nil {
			return nil, fmt.Errorf("loading tokenizer: %w", err)
		}
	}
	return lex, nil
}

// words reads a file with one column, "word".
func words(files fs.FS, name string) (map[string]bool, error) {
	table, err := datafile.Read(files, name, "word")
	if err != nil {
		return nil, err
	}
	set := map[string]bool{}
	for _, row := range table.Rows {
		set[row.Get("word")] = true
	}
	return set, nil
}

// abbreviation says what kind of abbreviation the word is that a period
// follows; number says whether a number comes next.
func (lex *Lexicon) abbreviation(word string, number bool) kind {
	k, known := lex.abbreviations[word]
	switch {
	case known && k != beforeNumber:
		return k
	case known && number:
		return beforeName
	case known:
		return noAbbreviation
	case isInitials(word):
		return mayEnd
	}
	return noAbbreviation
}

// isInitials reports whether the word is a capital letter, or single letters
// with periods between: "J", "U.S", "p.m".
func isInitials(word string) bool {
	letters := 0
	letter := false
	var first rune
	for _, r := range word {
		if letter {
			if r != '.' {
				return false
			}
			letter = false
			continue
		}
		if !isLetter(r) {
			return false
		}
		if letters == 0 {
			first = r
		}
		letters++
		letter = true
	}
	return letter && (letters > 1 || isUpper(first))
}
