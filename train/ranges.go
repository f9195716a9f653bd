package train

import "strings"

// JoinRanges joins what the treebanks cut in three and the tokenizer keeps as
// one token: two numbers with a hyphen or dash between and no spaces, such as
// "1914-18". It changes the sentences in place.
func JoinRanges(sentences []Sentence) {
	for i := range sentences {
		s := &sentences[i]
		for k := 0; k+2 < len(s.Tokens); k++ {
			if isRange(s.Tokens[k : k+3]) {
				s.join(k)
			}
		}
	}
}

func isRange(t []Token) bool {
	return isNumber(t[0].Form) && isNumber(t[2].Form) && (t[1].Form == "-" || t[1].Form == "–") && t[0].Glued && t[1].Glued
}

func isNumber(s string) bool {
	return s != "" && strings.Trim(s, "0123456789") == ""
}

// join makes one token of the tokens k, k+1 and k+2. It hangs where the first
// of them hung that had its head outside; all their children become its own.
func (s *Sentence) join(k int) {
	top := -1
	for i := k; i < k+3 && top < 0; i++ {
		if h := s.Tokens[i].Head; h < k || h > k+2 {
			top = i
		}
	}
	if top < 0 {
		return // no tree
	}
	joined := s.Tokens[k]
	joined.Form = s.Tokens[k].Form + s.Tokens[k+1].Form + s.Tokens[k+2].Form
	joined.Lemma, joined.UPOS, joined.XPOS = joined.Form, "NUM", "CD"
	joined.Head, joined.Rel = s.Tokens[top].Head, s.Tokens[top].Rel
	joined.Glued = s.Tokens[k+2].Glued
	s.Tokens[k] = joined
	s.Tokens = append(s.Tokens[:k+1], s.Tokens[k+3:]...)
	for i := range s.Tokens {
		switch h := s.Tokens[i].Head; {
		case h > k+2:
			s.Tokens[i].Head = h - 2
		case h > k:
			s.Tokens[i].Head = k
		}
	}
}
