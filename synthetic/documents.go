package synthetic

import (
	"fmt"
	"iter"
	"math/rand/v2"
	"strings"

	"annals"
)

// published is the day of publication of every document, which "last Monday"
// counts from.
const published = "2024-05-14"

// Documents returns so many documents in a style, the same ones every time.
func (s *Style) Documents(count int) []*annals.Document {
	random := rand.New(rand.NewPCG(1, uint64(len(s.sentences))))
	docs := make([]*annals.Document, count)
	for i := range docs {
		text, _ := s.write(random)
		docs[i] = &annals.Document{ID: fmt.Sprint(s.Name, i), Published: published, Text: text}
	}
	return docs
}

// Documents yields documents in all styles by turns, until they have so many
// sentences or some more. The same seed gives the same documents.
func Documents(sentences int, seed uint64) iter.Seq[*annals.Document] {
	return func(yield func(*annals.Document) bool) {
		random := rand.New(rand.NewPCG(seed, 0))
		for i := 0; sentences > 0; i++ {
			style := &styles[i%len(styles)]
			text, written := style.write(random)
			sentences -= written
			doc := &annals.Document{
				ID: fmt.Sprintf("%s-%06d", style.Name, i), Published: published, Text: text,
				Title: "Item " + fmt.Sprint(i), Source: "Courier " + fmt.Sprint(i%7),
			}
			if !yield(doc) {
				return
			}
		}
	}
}

// write returns the text of a document and how many sentences it has.
func (s *Style) write(random *rand.Rand) (text string, sentences int) {
	var out strings.Builder
	for range s.paragraphs {
		for range 2 + random.IntN(4) {
			out.WriteString(fill(random, s.sentences[random.IntN(len(s.sentences))]))
			out.WriteString(" ")
			sentences++
		}
		out.WriteString("\n\n")
	}
	return out.String(), sentences
}

// fill puts words into the slots of a sentence. A slot with a capital gives a
// capital word, one in capitals a word in capitals.
func fill(random *rand.Rand, sentence string) string {
	var out strings.Builder
	for {
		before, rest, found := strings.Cut(sentence, "{")
		out.WriteString(before)
		if !found {
			break
		}
		slot, after, _ := strings.Cut(rest, "}")
		sentence = after
		switch word := pick(random, strings.ToLower(slot)); {
		case slot == strings.ToUpper(slot):
			out.WriteString(strings.ToUpper(word))
		case slot[0] >= 'A' && slot[0] <= 'Z':
			out.WriteString(strings.ToUpper(word[:1]) + word[1:])
		default:
			out.WriteString(word)
		}
	}
	return strings.ToUpper(out.String()[:1]) + out.String()[1:]
}

func pick(random *rand.Rand, slot string) string {
	switch slot {
	case "n":
		return fmt.Sprint(2 + random.IntN(40))
	case "day":
		return fmt.Sprint(1 + random.IntN(28))
	case "year":
		return fmt.Sprint(1890 + random.IntN(130))
	}
	return words[slot][random.IntN(len(words[slot]))]
}
