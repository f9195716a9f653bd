package token

import "strings"

// longestDateline is how many tokens a dateline has at most.
const longestDateline = 12

// endsDateline reports whether token i is the dash or colon behind a dateline,
// with which news agencies open a report: "WARSAW, March 28 (Reuters) - ",
// "Harare, Zimbabwe -- ", "LIMA (Andina): ". It is no part of the sentence behind
// it. A dateline opens its paragraph, holds nothing but names, dates and the
// agency, and is written in capitals or has a comma; before a colon all
// but the agency is written in capitals.
func (sc *scanner) endsDateline(first, i int) bool {
	colon := sc.text[sc.tokens[i].Start:sc.tokens[i].End] == ":"
	if i == first || i-first > longestDateline || !colon && (!sc.isDash(i) || sc.tokens[i].gap == glued) || sc.tokens[i+1].gap == glued {
		return false
	}
	if first > 0 && sc.tokens[first].gap != paragraph && sc.tokens[first].gap != line {
		return false
	}
	comma, agency := false, false
	for k := first; k < i; k++ {
		t := &sc.tokens[k]
		r, _ := runeAt(sc.text, t.Start)
		switch {
		case r == ',':
			comma = true
		case r == '(':
			agency = true
		case isUpper(r), isDigit(r), r == ')', r == '/', r == '.':
		default:
			return false
		}
	}
	word := sc.text[sc.tokens[first].Start:sc.tokens[first].End]
	if colon && !agency {
		return false
	}
	return comma && !colon || len(word) >= 3 && word == strings.ToUpper(word) && word != strings.ToLower(word)
}

func (sc *scanner) isDash(i int) bool {
	switch sc.text[sc.tokens[i].Start:sc.tokens[i].End] {
	case "-", "--", "–", "—", "---":
		return true
	}
	return false
}
