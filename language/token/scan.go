package token

import "strings"

// Token is a token as a byte range of the text.
type Token struct {
	Start, End int
	gap        gap
	abbr       kind // of a token that ends in its own period
}

// gap is what stands between a token and the one before it.
type gap uint8

const (
	glued     gap = iota
	space         // also a line that was broken only because it was full
	line          // a line that was broken on purpose
	paragraph     // an empty line
)

// mark is a reference mark with how many tokens stand before it.
type mark struct {
	Mark
	before int
}

// scanner cuts a text into tokens.
type scanner struct {
	lex    *Lexicon
	text   string
	at     int
	gap    gap
	tokens []Token
	marks  []mark
	layout layout
}

func (sc *scanner) run() {
	sc.gap = paragraph
	for sc.at < len(sc.text) {
		r, size := runeAt(sc.text, sc.at)
		switch {
		case isSpace(r):
			sc.space()
		case r == '[' && sc.mark():
		default:
			end := sc.at + size
			for end < len(sc.text) {
				r, size := runeAt(sc.text, end)
				if isSpace(r) || (r == '[' && markEnd(sc.lex, sc.text, end) > 0) {
					break
				}
				end += size
			}
			sc.chunk(end)
		}
	}
}

// space passes white space and decides what gap it is.
func (sc *scanner) space() {
	start, lines, forced := sc.at, 0, false
	for sc.at < len(sc.text) {
		r, size := runeAt(sc.text, sc.at)
		if !isSpace(r) {
			break
		}
		switch {
		case r == '\n':
			lines++
		case r == '\f' || r == '\v' || r == '\u2028' || r == '\r' && !strings.HasPrefix(sc.text[sc.at:], "\r\n"):
			lines++
			forced = true
		case r == '\u2029':
			lines += 2
		}
		sc.at += size
	}
	found := space
	switch {
	case lines > 1:
		found = paragraph
	case lines == 1 && (forced || sc.layout.deliberate(sc.text, start, sc.at)):
		found = line
	}
	sc.gap = max(sc.gap, found)
}

// mark passes a reference mark.
func (sc *scanner) mark() bool {
	end := markEnd(sc.lex, sc.text, sc.at)
	if end == 0 {
		return false
	}
	sc.marks = append(sc.marks, mark{Mark{sc.at, end}, len(sc.tokens)})
	sc.at = end
	return true
}

// maxMark is the longest text of a reference mark, in bytes.
const maxMark = 40

// markEnd returns where the reference mark ends that begins at text[at], or 0
// if none does. A mark is a number or a list of them ("[4]", "[4, 5]", "[4-7]"),
// a single letter ("[a]"), or a known editor's note ("[citation needed]"); one
// that a letter follows is part of a word ("[s]he").
func markEnd(lex *Lexicon, text string, at int) int {
	rest := text[at+1 : min(len(text), at+2+maxMark)]
	n := strings.IndexByte(rest, ']')
	if n <= 0 {
		return 0
	}
	end := at + n + 2
	body := rest[:n]
	if isNumbers(body) {
		return end
	}
	next, _ := runeAt(text, end)
	if len(body) == 1 && isLetter(rune(body[0])) && !isLetter(next) && !isLetter(runeBefore(text, at)) {
		return end
	}
	body = strings.ToLower(body)
	if lex.marks[body] {
		return end
	}
	// "note 3", "nb 1"
	if word, number, ok := strings.Cut(body, " "); ok && lex.marks[word+" 1"] && isNumbers(number) {
		return end
	}
	return 0
}

// isNumbers reports whether s is a list of numbers of one to three digits, with
// commas, dashes and spaces between.
func isNumbers(s string) bool {
	digits := 0
	for _, r := range s {
		switch {
		case '0' <= r && r <= '9':
			if digits++; digits > 3 {
				return false
			}
		case r == ',' || r == ' ' || isDash(r):
			digits = 0
		default:
			return false
		}
	}
	return digits > 0
}

// emit adds the token text[start:end].
func (sc *scanner) emit(start, end int) {
	sc.tokens = append(sc.tokens, Token{Start: start, End: end, gap: sc.gap})
	sc.gap = glued
}
