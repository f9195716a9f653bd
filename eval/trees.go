package eval

import (
	"slices"
	"strings"
)

// Word is a word of a sentence with all that is scored.
type Word struct {
	Form, Lemma, UPOS, XPOS string

	Head int    // position of the head in the sentence, or -1 for the root
	Rel  string // relation to the head, with its subtype
	Name string // "B-PER", "I-PER", ...; anything else is no name
}

// TreeScore counts what is right in sentences whose words are given. All but
// Content and Relations are counts of words.
//
// The measures are those of the CoNLL 2018 shared task (Zeman et al. 2018):
// punctuation counts, subtypes of relations do not, but for Subtype.
type TreeScore struct {
	Sentences, Words  int
	UPOS, XPOS, Lemma int
	Head              int // UAS: right head
	Relation          int // LAS: right head, right relation but for its subtype
	Subtype           int // right head, right relation with its subtype

	Content   Count            // CLAS: as LAS, but of content words alone
	Relations map[string]Count // as LAS, for each relation without its subtype
}

// Add counts a sentence. Gold and system have the same words.
func (s *TreeScore) Add(gold, system []Word) {
	s.Sentences++
	for i := range gold {
		s.word(&gold[i], &system[i])
	}
}

func (s *TreeScore) word(gold, system *Word) {
	s.Words++
	s.UPOS += one(gold.UPOS == system.UPOS)
	s.XPOS += one(gold.XPOS == system.XPOS)
	s.Lemma += one(gold.Lemma == system.Lemma)

	head := gold.Head == system.Head
	want, found := universal(gold.Rel), universal(system.Rel)
	attached := head && want == found
	s.Head += one(head)
	s.Relation += one(attached)
	s.Subtype += one(head && gold.Rel == system.Rel)

	content := isContent(want)
	s.Content.Gold += one(content)
	s.Content.System += one(isContent(found))
	s.Content.Right += one(content && attached)
	s.relation(want, Count{Gold: 1, Right: one(attached)})
	s.relation(found, Count{System: 1})
}

func (s *TreeScore) relation(rel string, c Count) {
	if s.Relations == nil {
		s.Relations = map[string]Count{}
	}
	s.Relations[rel] = s.Relations[rel].plus(c)
}

// universal takes away the subtype of a relation.
func universal(rel string) string {
	rel, _, _ = strings.Cut(rel, ":")
	return rel
}

// isContent reports whether a word with the relation is a content word to the
// shared task: neither function word nor punctuation.
func isContent(rel string) bool {
	return !slices.Contains(functional[:], rel)
}

// functional are the relations that CLAS leaves out.
var functional = [...]string{"aux", "case", "cc", "clf", "cop", "det", "mark", "punct"}
