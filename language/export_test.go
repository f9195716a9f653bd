package language

import "sync"

// MainClause, Repair and TitledSubjects are the repairs of trees, for tests outside the package.

func MainClause(s *Sentence) {
	s.classes = englishClasses()
	if s.mainClause() {
		s.Link()
	}
}

func Repair(s *Sentence) {
	s.classes = englishClasses()
	s.repair()
}

func TitledSubjects(s *Sentence) { s.titledSubjects() }

// englishClasses are the classes of words of trees that no reader has read.
var englishClasses = sync.OnceValue(func() classes {
	c, err := newClasses(englishFiles, "en/classes.tsv")
	if err != nil {
		panic(err) // the table is embedded
	}
	return c
})
