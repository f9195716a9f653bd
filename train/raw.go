package train

import (
	"math/rand/v2"
	"slices"

	"annals/language/token"
)

// RawText is a text of which nobody has said anything: its sentences as forms.
type RawText [][]string

// Sentences of raw text that are read: shorter ones say little, longer ones are
// often no sentences.
const (
	shortestRaw = 4
	longestRaw  = 70
)

// RawSentences returns the sentences of a raw text.
func RawSentences(lexicon *token.Lexicon, text string) RawText {
	var out RawText
	for _, s := range token.Split(lexicon, text) {
		forms := make([]string, len(s.Tokens))
		for i, t := range s.Tokens {
			forms[i] = text[t.Start:t.End]
		}
		out = append(out, forms)
	}
	return out
}

// unnamed are the sentences in which nobody has marked names after the guidelines
// that count.
func unnamed(sentences []Sentence) RawText {
	var out RawText
	for i := range sentences {
		if s := &sentences[i]; s.Silver {
			out = append(out, s.forms())
		}
	}
	return out
}

// worthReading are the sentences of the texts that are worth reading.
func worthReading(texts []RawText) RawText {
	var out RawText
	for _, text := range texts {
		for _, forms := range text {
			if len(forms) >= shortestRaw && len(forms) <= longestRaw {
				out = append(out, forms)
			}
		}
	}
	return out
}

// drawn returns sentences worth reading of about so many words, drawn at random, as many words
// of each text as of any other that has them; all sentences, if words is 0.
func drawn(texts []RawText, words int, random *rand.Rand) RawText {
	if words == 0 {
		return worthReading(texts)
	}
	var worth []RawText
	for _, text := range texts {
		worth = append(worth, worthReading([]RawText{text}))
	}
	slices.SortStableFunc(worth, func(a, b RawText) int { return a.words() - b.words() })
	var out RawText
	for i, text := range worth { // a short text leaves its part to the longer ones
		part := words / (len(worth) - i)
		random.Shuffle(len(text), func(a, b int) { text[a], text[b] = text[b], text[a] })
		for _, forms := range text {
			if part <= 0 {
				break
			}
			out = append(out, forms)
			part, words = part-len(forms), words-len(forms)
		}
	}
	return out
}

func (t RawText) words() int {
	n := 0
	for _, forms := range t {
		n += len(forms)
	}
	return n
}
