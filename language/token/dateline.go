package token

import "strings"

// longestDateline is how many tokens a dateline has at most, longestTown how many
// one has that is no more than the name of a town.
const (
	longestDateline = 12
	longestTown     = 3
)

// endsDateline reports whether token i closes a dateline, with which news agencies
// open a report: "WARSAW, March 28 (Reuters) - ", "Harare, Zimbabwe -- ", "LIMA
// (Andina): ", "NEW DELHI: ", "Lisbon - ", "(AP) ". It is no part of the sentence
// behind it. A dateline opens its paragraph and holds nothing but names, dates and
// the agency. Before a colon it is written in capitals.
func (sc *scanner) endsDateline(first, i int) bool {
	if i == first || i-first > longestDateline || sc.tokens[i+1].gap == glued {
		return false
	}
	if first > 0 && sc.tokens[first].gap != paragraph && sc.tokens[first].gap != line {
		return false
	}
	if r, _ := runeAt(sc.text, sc.tokens[first].Start); isDigit(r) {
		return false // "3 May 1911 - " dates an entry
	}
	comma, agency, ok := sc.datelineWords(first, i)
	if !ok {
		return false
	}
	capitals := isInCapitals(sc.form(first))
	switch end := sc.form(i); {
	case end == ")":
		return sc.form(first) == "(" && i-first <= longestTown && !sc.isMark(i+1) && sc.opensUpper(i+1)
	case end == ":":
		return agency && capitals || sc.inCapitals(first, i) && sc.opensUpper(i+1)
	case sc.tokens[i].gap == glued || !isDashes(end):
		return false
	}
	return comma || capitals || i-first <= longestTown && sc.opensUpper(i+1) && sc.isReport(i+1)
}

// datelineWords reports whether the tokens before token i may be a dateline, with a
// comma and an agency in parentheses or without.
func (sc *scanner) datelineWords(first, i int) (comma, agency, ok bool) {
	for k := first; k < i; k++ {
		r, _ := runeAt(sc.text, sc.tokens[k].Start)
		switch {
		case r == ',':
			comma = true
		case r == '(':
			agency = true
		case isUpper(r), isDigit(r), r == ')', r == '/', r == '.':
		default:
			return false, false, false
		}
	}
	return comma, agency, true
}

// isReport reports whether what follows a dash is a sentence by itself: no second
// dash sets apart what stands between, and the paragraph is no heading, which has no
// full stop.
func (sc *scanner) isReport(from int) bool {
	for k := from; k < len(sc.tokens) && k < from+maxTokens; k++ {
		if k > from && (sc.tokens[k].gap == paragraph || sc.tokens[k].gap == line) {
			return false
		}
		switch word := sc.form(k); {
		case isDashes(word) && sc.tokens[k].gap != glued:
			return false
		case word == ".":
			return true
		}
	}
	return false
}

// inCapitals reports whether the tokens are words in capitals, and nothing else.
func (sc *scanner) inCapitals(first, last int) bool {
	for k := first; k < last; k++ {
		if !isInCapitals(sc.form(k)) {
			return false
		}
	}
	return true
}

// isInCapitals reports whether a word of three letters or more is written in
// capitals.
func isInCapitals(word string) bool {
	return len(word) >= 3 && word == strings.ToUpper(word) && word != strings.ToLower(word)
}

func (sc *scanner) form(i int) string { return sc.text[sc.tokens[i].Start:sc.tokens[i].End] }

// opensUpper reports whether a token begins with a capital letter.
func (sc *scanner) opensUpper(i int) bool {
	r, _ := runeAt(sc.text, sc.tokens[i].Start)
	return isUpper(r)
}

// isMark reports whether a token is a dash or a colon.
func (sc *scanner) isMark(i int) bool { return isDashes(sc.form(i)) || sc.form(i) == ":" }

func isDashes(word string) bool {
	switch word {
	case "-", "--", "–", "—", "---":
		return true
	}
	return false
}
