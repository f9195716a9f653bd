package eval

import (
	"strings"
	"testing"

	"annals"
)

// cut cuts a text that is written with its cuts: words between spaces,
// sentences between bars, the words of a multiword token in brackets behind it:
// "I can't[ca n't] | Go".
func cut(marked string) *Cut {
	var c Cut
	at := 0
	for sentence := range strings.SplitSeq(marked, "|") {
		start := at
		fields := strings.Fields(sentence)
		for i := 0; i < len(fields); i++ {
			token, part, multi := strings.Cut(fields[i], "[")
			span := annals.Span{at, at + visible(token)}
			at = span.End()
			if !multi {
				c.Words = append(c.Words, Piece{token, span, false})
				continue
			}
			for ; ; i++ {
				form, closed := strings.CutSuffix(part, "]")
				c.Words = append(c.Words, Piece{form, span, true})
				if closed {
					break
				}
				part = fields[i+1]
			}
		}
		c.Sentences = append(c.Sentences, annals.Span{start, at})
	}
	return &c
}

func TestTokens(t *testing.T) {
	tests := []struct {
		name, gold, system string
		words, sentences   Count
	}{
		{"the same", "He left . | Why ?", "He left . | Why ?", Count{5, 5, 5}, Count{2, 2, 2}},
		{"a sentence end missed", "He left . | Why ?", "He left . Why ?", Count{5, 5, 5}, Count{2, 1, 0}},
		{"a sentence end too many", "He left at 5 p.m. today", "He left at 5 p.m. | today", Count{6, 6, 6}, Count{1, 2, 0}},
		{"the end of the first of two is moved", "A b | c d | e", "A | b c d | e", Count{5, 5, 5}, Count{3, 3, 1}},
		{"a word cut", "the ex-king left", "the ex - king left", Count{3, 5, 2}, Count{1, 1, 1}},
		{"words joined", "the war - time", "the war-time", Count{4, 2, 1}, Count{1, 1, 1}},
		{"a cut at another place", "ab c d", "a bc d", Count{3, 3, 1}, Count{1, 1, 1}},
		{"a multiword token cut right", "I can't[ca n't] go", "I ca n't go", Count{4, 4, 4}, Count{1, 1, 1}},
		{"not cut", "I can't[ca n't] go", "I can't go", Count{4, 3, 2}, Count{1, 1, 1}},
		{"cut elsewhere", "I can't[ca n't] go", "I can 't go", Count{4, 4, 2}, Count{1, 1, 1}},
		{"joined with the next word", "I can't[ca n't] go", "I ca n'tgo", Count{4, 3, 2}, Count{1, 1, 1}},
		{"words whose forms are not printed", "wanna[want to] go", "wan na go", Count{3, 3, 1}, Count{1, 1, 1}},
		{"case is ignored in multiword tokens", "CANNOT[can not]", "CAN NOT", Count{2, 2, 2}, Count{1, 1, 1}},
		{"multiword tokens of the system too", "can't[ca n't] go", "can't[ca n't] go", Count{3, 3, 3}, Count{1, 1, 1}},
		{"multiword tokens of the system alone", "ca n't go", "can't[ca n't] go", Count{3, 3, 3}, Count{1, 1, 1}},
	}
	for _, test := range tests {
		var s TokenScore
		s.Add(cut(test.gold), cut(test.system))
		want := TokenScore{1, test.words, test.sentences}
		if s != want {
			t.Errorf("%s: got %+v, want %+v", test.name, s, want)
		}
	}
}

// TestTokensLeftOut cuts nothing in the middle of the text: words behind it are
// still found.
func TestTokensLeftOut(t *testing.T) {
	system := cut("It fell [4] . | They fled .")
	system.Words = append(system.Words[:2], system.Words[3:]...)
	var s TokenScore
	s.Add(cut("It fell [4] . | They fled ."), system)
	if want := (TokenScore{1, Count{7, 6, 6}, Count{2, 2, 2}}); s != want {
		t.Errorf("got %+v, want %+v", s, want)
	}
}
