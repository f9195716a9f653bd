package train

import (
	"fmt"

	"annals/language/linear"
)

// Progress is told what has been done: a stage ("parser") and a line on it.
// It must be safe for concurrent use.
type Progress func(stage, line string)

// Models learns all models of a language from the sentences, of which some have
// names; the name tagger will use the gazetteer. At most two cores are used at a time.
func Models(sentences []Sentence, gazetteer *linear.Gazetteer, seed uint64, progress Progress) *linear.Models {
	report := func(stage string) func(int, float64) {
		return func(pass int, right float64) {
			progress(stage, fmt.Sprintf("pass %d, %.2f %% right on the way", pass, 100*right))
		}
	}
	tags := TagSet(sentences)
	m := &linear.Models{}
	m.Tagger = Tagger(sentences, tags, gazetteer, tagTimes, seed, report("tagger"))
	m.Lemmas = Lemmas(sentences, tags)
	progress("lemmas", fmt.Sprintf("%d scripts", len(m.Lemmas.Scripts)))
	seen := Jackknife(sentences, tags, gazetteer, seed, func(part int) {
		progress("tags", fmt.Sprintf("part %d of %d tagged by the others", part, folds))
	})
	m.Names = Names(sentences, m.Tagger, seen, seed, report("names"))
	m.Parser = Parser(sentences, gazetteer, m.Tagger, seen, seed, report("parser"))
	return m
}
