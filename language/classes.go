package language

import (
	"fmt"
	"io/fs"
	"strings"

	"annals/datafile"
)

// class is a kind of words that grammar treats alike, or several of them.
type class uint32

const (
	month class = 1 << iota
	weekday
	era        // BC
	partOfDay  // morning
	unitOfTime // what counts time: week
	next       // what counts a time from another: following
	ordinal    // what tells one of a series: third, last
	adverbial  // conjunctions of clauses that say when or why: after
	occasion   // prepositions that say before, after or during what: amid
	deed       // nouns, made of no verb by an ending, for what somebody does to others: raid
	judging    // verbs that say what somebody takes their object for: consider
	havingDone // verbs that may say of their object what is done to it: "saw it carried off"
	answer     // verbs that take a stand on what somebody else has said: deny
	captive    // what somebody who is taken, held or expelled becomes: hostage
	content    // nouns that a clause with "that" may say the content of: allegation
	hindering  // verbs of keeping somebody from doing something: prevent
	partial    // words of names that tell a part of what follows: Southern
	particle   // words of names that keep their small letter: de
	classEnd
)

var classNames = map[string]class{
	"month": month, "weekday": weekday, "era": era, "part of day": partOfDay, "unit of time": unitOfTime, "next": next,
	"ordinal": ordinal, "adverbial": adverbial, "occasion": occasion, "deed": deed, "judging": judging, "having done": havingDone,
	"answer": answer, "captive": captive, "content": content, "hindering": hindering, "partial": partial, "particle": particle,
}

// classes are the classes of words, as they are printed or by their dictionary form.
type classes map[string]class

// newClasses reads the table of classes.
func newClasses(files fs.FS, file string) (classes, error) {
	table, err := datafile.Read(files, file, "class", "letters", "words")
	if err != nil {
		return nil, fmt.Errorf("loading classes of words: %w", err)
	}
	out, missing := classes{}, classEnd-1
	for _, row := range table.Rows {
		c, ok := classNames[row.Get("class")]
		if !ok {
			return nil, row.Errorf("there is no class %q", row.Get("class"))
		}
		missing &^= c
		if l := row.Get("letters"); l != "any" && l != "same" {
			return nil, row.Errorf("letters are %q, neither any nor same", l)
		}
		for _, word := range row.List("words", ";") {
			out[word] |= c
			if row.Get("letters") == "any" {
				out[strings.ToUpper(word[:1])+word[1:]] |= c
				out[strings.ToUpper(word)] |= c
			}
		}
	}
	for name, c := range classNames {
		if missing&c != 0 {
			return nil, fmt.Errorf("loading classes of words: %s has no row for %q", file, name)
		}
	}
	return out, nil
}

// is reports whether a word, as printed or by its dictionary form, is of one of the classes.
func (s *Sentence) is(word string, c class) bool { return s.classes[word]&c != 0 }
