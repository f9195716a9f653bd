package when

import (
	"slices"
	"strings"
	"unicode/utf8"

	"annals/language"
)

// lexeme is what a pattern sees: a token, or a part of one that is cut at its
// hyphens ("mid-1990s", "1830-31", "two-day") so that it looks the same however
// the tokens were cut.
type lexeme struct {
	token  int
	starts bool // the lexeme begins its token
	ends   bool // the lexeme ends its token
	class  class
	number int    // of a number; of a DECADE its first year
	digits int    // how many digits the number has
	form   string // as printed
	word   *word  // nil for a word that is not in the dictionary, and for numbers
	date   numericDate
}

// text returns the word in lower case as the dictionary has it, the digits of
// a number, and a mark no phrase holds for unknown words.
func (l *lexeme) text() string {
	switch {
	case l.word != nil:
		return l.word.text
	case l.digits > 0:
		return l.form
	}
	return "\x00"
}

// capital reports whether the printed form begins with a capital letter.
func (l *lexeme) capital() bool {
	return l.form[0] >= 'A' && l.form[0] <= 'Z' || l.form[0] >= utf8.RuneSelf
}

// lex appends the lexemes of a sentence to out.
func (r *Rules) lex(out []lexeme, s *language.Sentence) []lexeme {
	out = slices.Grow(out, len(s.Tokens)+8)
	for i := range s.Tokens {
		t := &s.Tokens[i]
		if t.Form == "" {
			continue
		}
		if d, ok := parseNumericDate(t.Form); ok {
			out = append(out, lexeme{token: i, starts: true, ends: true, class: cDate | cTrigger, form: t.Form, date: d})
			continue
		}
		out = r.cut(out, i, t)
		last := &out[len(out)-1]
		switch {
		case t.UPOS == "AUX" && !beforeNumber(s, i) && !behindDay(s, i): // "May I ask"
			last.class &^= cMonth
		case last.word != nil && last.word.class&cMonth != 0 && t.UPOS == "PROPN" && t.Name != "PER" && beforeNumber(s, i): // "december 1991"
			last.class |= cMonth
		}
	}
	markEarly(s, out)
	return out
}

// beforeNumber reports whether a number in digits follows the token.
func beforeNumber(s *language.Sentence, i int) bool {
	if i+1 == len(s.Tokens) || s.Tokens[i+1].Form == "" {
		return false
	}
	c := s.Tokens[i+1].Form[0]
	return c >= '0' && c <= '9'
}

// behindDay reports whether a number in digits or a preposition stands before the token:
// "on 5 May they met".
func behindDay(s *language.Sentence, i int) bool {
	if i == 0 || s.Tokens[i-1].Form == "" {
		return false
	}
	c := s.Tokens[i-1].Form[0]
	return c >= '0' && c <= '9' || s.Tokens[i-1].UPOS == "ADP"
}

// worthwhile reports whether some token can be part of a date at all.
func (r *Rules) worthwhile(s *language.Sentence) bool {
	for i := range s.Tokens {
		form := s.Tokens[i].Form
		if form == "" {
			continue
		}
		if c := form[0]; '0' <= c && c <= '9' || strings.IndexByte(form, '-') > 0 {
			return true
		}
		if w := r.words.find(form); w != nil && w.class&cTrigger != 0 {
			return true
		}
	}
	return false
}

// cut appends the lexemes of one token.
func (r *Rules) cut(out []lexeme, token int, t *language.Token) []lexeme {
	form := t.Form
	first := len(out)
	w := r.words.find(form)
	if w == nil {
		for {
			at, width := separator(form)
			if at <= 0 || at+width >= len(form) || !r.cuttable(form[:at], form) {
				break
			}
			part, mark := form[:at], form[at:at+width]
			out = append(out, lexemeOf(token, part, r.words.find(part), t), lexemeOf(token, mark, r.words.find(mark), t))
			form = form[at+width:]
			w = r.words.find(form)
		}
	}
	out = append(out, lexemeOf(token, form, w, t))
	out[first].starts, out[len(out)-1].ends = true, true
	return out
}

// separator returns where the first hyphen, dash or slash of a form stands, and
// its length in bytes; -1 if there is none.
func separator(form string) (at, width int) {
	for i := 0; i < len(form); i++ {
		switch c := form[i]; {
		case c == '-' || c == '/':
			return i, 1
		case c == 0xe2 && (strings.HasPrefix(form[i:], "–") || strings.HasPrefix(form[i:], "—")):
			return i, len("–")
		}
	}
	return -1, 0
}

// cuttable reports whether a token is worth cutting after its first part: it
// holds a digit, or the part is a known word.
func (r *Rules) cuttable(part, form string) bool {
	for i := range len(form) {
		if form[i] >= '0' && form[i] <= '9' {
			return true
		}
	}
	return r.words.find(part) != nil
}

// lexemeOf classifies one form, which the dictionary has as w, or nil.
func lexemeOf(token int, form string, w *word, t *language.Token) lexeme {
	l := lexeme{token: token, form: form}
	if c := form[0]; c >= '0' && c <= '9' || c == '\'' && len(form) > 1 {
		l.readNumber()
		if l.class != 0 {
			return l
		}
	}
	if l.word = w; w == nil {
		if len(form) == 1 && isPunct(form[0]) {
			l.class = cEnd
		}
		return l
	}
	l.class = l.word.class
	if l.class&(cMonth|cWeekday) != 0 && (!l.capital() || t.Name == "PER") {
		l.class &^= cMonth | cWeekday
	}
	if l.class&cEra != 0 && !l.capital() && form[len(form)-1] != '.' {
		l.class &^= cEra // "ad"
	}
	if len(form) == 1 && isPunct(form[0]) {
		l.class |= cEnd
	}
	return l
}

func isPunct(c byte) bool { return strings.IndexByte(".,;:!?()[]\"", c) >= 0 }

// readNumber recognizes 1918, 27, 27th, 1990s, 1990's and '90s.
func (l *lexeme) readNumber() {
	s := strings.TrimLeft(l.form, "'’")
	n, i := 0, 0
	for ; i < len(s) && s[i] >= '0' && s[i] <= '9'; i++ {
		if i == 4 {
			return
		}
		n = n*10 + int(s[i]-'0')
	}
	if i < len(s) && s[i] == ',' {
		l.readThousands(s)
		return
	}
	if i == 0 {
		return
	}
	l.number, l.digits = n, i
	switch suffix := s[i:]; suffix {
	case "":
		l.class = numberClass(n, i)
	case "s", "'s", "’s":
		l.readDecade()
	case "st", "nd", "rd", "th":
		l.class = cOrdinal | cTrigger
		if n >= 1 && n <= 31 {
			l.class |= cDay
		}
	default:
		l.digits = 0
	}
}

// readThousands recognizes 5,000, which is an amount and never a year.
func (l *lexeme) readThousands(s string) {
	n := 0
	for i := range len(s) {
		switch c := s[i]; {
		case c >= '0' && c <= '9' && n < 1_000_000:
			n = n*10 + int(c-'0')
		case c != ',':
			return
		}
	}
	l.number, l.digits, l.class = n, len(s), cNumber
}

// numberClass returns the classes of a number in digits.
func numberClass(n, digits int) class {
	c := cNumber | cSmall | cTrigger
	switch {
	case digits == 2:
		c |= cShort
	case digits == 4 && n >= 1000 && n < tooLate:
		c |= cYear
	}
	if n >= 1 && n <= 31 && digits <= 2 {
		c |= cDay
	}
	return c
}

// readDecade makes 1990s and 90s decades. Of two digits only 20s to 90s count,
// as those of the 20th century.
func (l *lexeme) readDecade() {
	switch {
	case l.number%10 != 0:
	case l.digits == 4:
		l.class = cDecade | cTrigger
	case l.digits == 2 && l.number >= 20:
		l.class, l.number = cDecade|cTrigger, 1900+l.number
	}
}
