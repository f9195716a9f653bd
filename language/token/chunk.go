package token

import "strings"

// chunk cuts what stands between two spaces, text[sc.at:end], into tokens, and
// moves behind it.
func (sc *scanner) chunk(end int) {
	if sc.lex.faces[sc.text[sc.at:end]] {
		sc.emit(sc.at, end)
		sc.at = end
		return
	}
	for sc.at < end {
		r, size := runeAt(sc.text, sc.at)
		switch {
		case isAlnum(r) || r == '@' || r == '#':
			sc.word(end)
		case isDigitAfterSign(sc.text[sc.at:end]) && (sc.gap != glued || sc.at == 0):
			sc.number(end)
		case isApostrophe(r):
			sc.apostrophe(end, size)
		default:
			sc.symbols(end, r, size)
		}
	}
}

// word cuts a word that begins with a letter or digit, or an address.
func (sc *scanner) word(end int) {
	if n := addressEnd(sc.text[sc.at:end]); n > 0 {
		sc.emit(sc.at, sc.at+n)
		sc.at += n
		return
	}
	r, size := runeAt(sc.text, sc.at)
	if r == '@' || r == '#' {
		sc.emit(sc.at, sc.at+size)
		sc.at += size
		return
	}
	item := sc.gap >= line && isItem(sc.text[sc.at:])
	stop := sc.wordEnd(end)
	if isCutOff(sc.text[sc.at:end], stop-sc.at) {
		stop = end
	}
	sc.pieces(sc.at, stop)
	sc.at = stop
	if item && sc.text[sc.at] == '.' { // the number of a list item keeps its period
		sc.at++
		sc.tokens[len(sc.tokens)-1].End = sc.at
		return
	}
	sc.period(end)
}

// wordEnd returns where the word that begins at sc.at ends: at the first
// character that is neither letter nor digit and joins nothing.
func (sc *scanner) wordEnd(end int) int {
	start, at := sc.at, sc.at
	previous := rune(0)
	for at < end {
		r, size := runeAt(sc.text, at)
		if !isAlnum(r) {
			next, _ := runeAt(sc.text[:end], at+size)
			if at == start || !sc.joins(start, at, previous, r, next) {
				return at
			}
		}
		previous = r
		at += size
	}
	return at
}

// isCutOff reports whether a chunk is a word of n bytes that its speaker did not
// finish, or the first part of one that the next word finishes: "th-", "re-".
func isCutOff(chunk string, n int) bool {
	if n > 3 || n != len(chunk)-1 || chunk[n] != '-' {
		return false
	}
	for i := range n {
		if chunk[i] < 'a' || chunk[i] > 'z' {
			return false
		}
	}
	return true
}

// isDecade reports whether an apostrophe between a number and what comes next
// makes a decade of it: "1890's", "80's".
func isDecade(number string, next rune) bool {
	return next == 's' && (len(number) == 2 || len(number) == 4) && number[len(number)-1] == '0' && strings.Trim(number, "0123456789") == ""
}

// joins reports whether r, at text[at] between two characters of a word that
// begins at start, is part of the word.
func (sc *scanner) joins(start, at int, previous, r, next rune) bool {
	digits := isDigit(previous) && isDigit(next)
	letters := isLetter(previous) && isLetter(next)
	switch {
	case r == '.':
		return digits || isAlnum(previous) && isAlnum(next) && !isNewSentence(sc.text, start, at, next)
	case r == ',' || r == ':' || r == '/' || r == '′':
		return digits
	case isApostrophe(r):
		return letters || isDecade(sc.text[start:at], next)
	case isDash(r):
		return digits || letters && sc.lex.prefixes[strings.ToLower(sc.text[start:at])]
	case r == '&':
		return isUpper(previous) && isUpper(next)
	}
	return false
}

// isNewSentence reports whether a period without a space behind it ends a
// sentence all the same: "came.Then", but not "Ph.D" or "Yahoo.com".
func isNewSentence(text string, start, at int, next rune) bool {
	return isUpper(next) && at-start > 2 && isLower(runeBefore(text, at)) && !strings.Contains(text[start:at], ".")
}

// isDigitAfterSign reports whether s begins with a number that has a sign or a
// bare decimal point: "-5", "+3", ".5".
func isDigitAfterSign(s string) bool {
	return len(s) > 1 && (s[0] == '-' || s[0] == '+' || s[0] == '.') && '0' <= s[1] && s[1] <= '9'
}

func (sc *scanner) number(end int) {
	start := sc.at
	sc.at++
	stop := sc.wordEnd(end)
	sc.emit(start, stop)
	sc.at = stop
}

// pieces cuts text[start:end], a word without spaces and outer punctuation:
// clitics, contractions, units glued to numbers, currencies.
func (sc *scanner) pieces(start, end int) {
	word := sc.text[start:end]
	if len(word) > maxCut {
		sc.emit(start, end)
		return
	}
	if n := sc.split(word); n > 0 {
		sc.emit(start, start+n)
		sc.emit(start+n, end)
		return
	}
	sc.emit(start, end)
}

// maxCut is the longest word, in bytes, that is looked at for its parts.
const maxCut = 100

// split returns the bytes of the first of two parts of a word, or 0.
func (sc *scanner) split(word string) int {
	if c := word[0]; '0' <= c && c <= '9' {
		n := 1
		for n < len(word) && (word[n] >= '0' && word[n] <= '9' || word[n] == '.' || word[n] == ',' || word[n] == ':') {
			n++
		}
		if n < len(word) && sc.lex.units[word[n:]] {
			return n
		}
		return 0
	}
	at := strings.LastIndexAny(word, "'’`‘")
	if at < 0 {
		if len(word) > 12 {
			return 0
		}
		return sc.lex.splits[strings.ToLower(word)]
	}
	_, size := runeAt(word, at)
	rest := word[at+size:]
	switch strings.ToLower(rest) {
	case "t":
		if at > 1 && word[at-1]|0x20 == 'n' {
			return at - 1
		}
	case "s", "re", "ve", "ll", "d", "m":
		return at
	}
	return sc.lex.splits[strings.ToLower(strings.ReplaceAll(word, "’", "'"))]
}

// period decides whether a period behind the last token is part of it.
func (sc *scanner) period(end int) {
	if sc.at >= end || sc.text[sc.at] != '.' {
		return
	}
	next, _ := runeAt(sc.text[:end], sc.at+1)
	if next == '.' || isAlnum(next) {
		return
	}
	last := &sc.tokens[len(sc.tokens)-1]
	word := sc.text[last.Start:last.End]
	if len(word) > maxCut {
		return
	}
	k := sc.lex.abbreviation(word, sc.numberFollows(sc.at+1))
	if k == noAbbreviation {
		return
	}
	sc.at++
	last.End, last.abbr = sc.at, k
}

// numberFollows reports whether, after white space, a digit comes next.
func (sc *scanner) numberFollows(at int) bool {
	for range 3 {
		r, size := runeAt(sc.text, at)
		if !isSpace(r) {
			return isDigit(r)
		}
		at += size
	}
	return false
}

// apostrophe cuts an apostrophe: a clitic that stands alone ("'s", "'ll"), a
// decade ("'90s"), or a quotation mark.
func (sc *scanner) apostrophe(end, size int) {
	start := sc.at
	stop := start + size
	for stop < end {
		r, n := runeAt(sc.text, stop)
		if !isAlnum(r) {
			break
		}
		stop += n
	}
	switch word := sc.text[start+size : min(stop, start+size+8)]; strings.ToLower(word) {
	case "s", "re", "ve", "ll", "d", "m", "em", "cause", "til", "n":
		sc.emit(start, stop)
		sc.at = stop
		return
	default:
		if len(word) == 3 && isDigit(rune(word[0])) && isDigit(rune(word[1])) && word[2] == 's' {
			sc.emit(start, stop)
			sc.at = stop
			return
		}
	}
	sc.repeat(end, size)
}

// symbols cuts punctuation and symbols: brackets one by one, runs of the same
// character and of question and exclamation marks as one token.
func (sc *scanner) symbols(end int, r rune, size int) {
	switch {
	case isOpener(r) && r != '`' || isCloser(r) || r == '$':
		sc.emit(sc.at, sc.at+size)
		sc.at += size
	case isFinal(r) && size == 1:
		start := sc.at
		for sc.at < end && strings.IndexByte(".?!", sc.text[sc.at]) >= 0 {
			sc.at++
		}
		sc.emit(start, sc.at)
	default:
		sc.repeat(end, size)
	}
}

// repeat cuts a run of one character.
func (sc *scanner) repeat(end, size int) {
	start := sc.at
	for sc.at += size; sc.at+size <= end && sc.text[sc.at:sc.at+size] == sc.text[start:start+size]; {
		sc.at += size
	}
	sc.emit(start, sc.at)
}
