package train

import (
	"sync"

	"annals/language/linear"
)

// folds is in how many parts the sentences are cut to be tagged by a tagger
// that has not seen them.
const folds = 5

// Jackknife tags every sentence with a tagger trained on the other parts, so
// that the parser learns from tags with the mistakes that it will meet. Two
// taggers train at a time.
func Jackknife(sentences []Sentence, tags []linear.Tag, gazetteer *linear.Gazetteer, seed uint64, progress func(part int)) [][]uint8 {
	out := make([][]uint8, len(sentences))
	twoAtATime(folds, func(part int) {
		jackknifePart(sentences, tags, gazetteer, seed, part, out)
		progress(part + 1)
	})
	return out
}

// jackknifePart fills in the tags of every sentence whose position leaves the
// rest part when divided by folds.
func jackknifePart(sentences []Sentence, tags []linear.Tag, gazetteer *linear.Gazetteer, seed uint64, part int, out [][]uint8) {
	var others []Sentence
	for i := range sentences {
		if i%folds != part {
			others = append(others, sentences[i])
		}
	}
	tagger := Tagger(others, tags, gazetteer, 1, seed, func(int, float64) {})
	var s linear.Scratch
	for i := part; i < len(sentences); i += folds {
		load(&s, sentences[i])
		tagger.Tag(&s)
		out[i] = append([]uint8(nil), s.Tags...)
	}
}

// cores is how many goroutines learn at a time.
const cores = 2

// twoAtATime calls f with 0 to n-1, two at a time.
func twoAtATime(n int, f func(i int)) {
	var wait sync.WaitGroup
	slots := make(chan struct{}, cores)
	for i := range n {
		slots <- struct{}{}
		wait.Go(func() {
			defer func() { <-slots }()
			f(i)
		})
	}
	wait.Wait()
}
