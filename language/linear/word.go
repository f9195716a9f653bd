package linear

import (
	"unicode"
	"unicode/utf8"
)

// Word is what the features need to know of a token's form, computed once a
// token. All fields but the flags are hashes.
type Word struct {
	Form   uint64    // as printed
	Lower  uint64    // lower case, digits as 0, quotes straight
	Suffix [4]uint64 // the last 1, 2, 3, 4 bytes of Lower; 0 where it is shorter
	Prefix [3]uint64 // the first 1, 2, 3 bytes of Lower; 0 where it is shorter
	Shape  uint64    // "Xxx" "dd-dd": classes of letters, runs cut at two
	Dict   uint64    // the tags that the dictionary knows for Lower; 0 if none
	Exact  uint64    // likewise for Form
	Flags  Flags

	allowed string // cells of the tag dictionary for Form or, failing that, Lower
}

// Flags are yes-or-no properties of a form.
type Flags uint8

// The flags of a form.
const (
	Capital Flags = 1 << iota // begins with an upper-case letter
	Upper                     // has an upper-case and no lower-case letter
	Digit                     // has a digit
	Letter                    // has a letter
	First                     // first word of the sentence, quotes and brackets apart
	Titled                    // in a sentence where most words begin with a capital
	Shouted                   // in a sentence without a lower-case word
)

const (
	fnvOffset = 14695981039346656037
	fnvPrime  = 1099511628211
)

func hashBytes(b []byte) uint64 {
	h := uint64(fnvOffset)
	for _, c := range b {
		h = (h ^ uint64(c)) * fnvPrime
	}
	return h ^ h>>29
}

func hashString(s string) uint64 {
	h := uint64(fnvOffset)
	for i := range len(s) {
		h = (h ^ uint64(s[i])) * fnvPrime
	}
	return h ^ h>>29
}

// maxForm is how many bytes of a form the features look at, so that a token of
// a megabyte costs no more than a long word.
const maxForm = 64

// look fills in the word for a form; buf is scratch that it returns, grown.
func (w *Word) look(form string, buf []byte) []byte {
	if len(form) > maxForm {
		form = form[:maxForm]
	}
	*w = Word{Form: hashString(form)}
	buf = buf[:0]
	shape := uint64(fnvOffset)
	var last byte
	run := 0
	lower := false
	for i := 0; i < len(form); {
		r, size := rune(form[i]), 1
		if r >= utf8.RuneSelf {
			r, size = utf8.DecodeRuneInString(form[i:])
		}
		class := byte('.')
		switch {
		case 'a' <= r && r <= 'z':
			class, lower = 'x', true
			buf = append(buf, byte(r))
			w.Flags |= Letter
		case 'A' <= r && r <= 'Z':
			class = 'X'
			buf = append(buf, byte(r)+'a'-'A')
		case '0' <= r && r <= '9':
			class = 'd'
			buf = append(buf, '0')
			w.Flags |= Digit
		case r < utf8.RuneSelf:
			class = byte(r)
			buf = append(buf, byte(r))
		case r == '’' || r == '‘':
			class = '\''
			buf = append(buf, '\'')
		case r == '“' || r == '”':
			class = '"'
			buf = append(buf, '"')
		case r == '–' || r == '—':
			class = '-'
			buf = append(buf, '-')
		case unicode.IsUpper(r) || unicode.IsTitle(r):
			class = 'X'
			buf = utf8.AppendRune(buf, unicode.ToLower(r))
		case unicode.IsLetter(r):
			class, lower = 'x', true
			buf = append(buf, form[i:i+size]...)
			w.Flags |= Letter
		default:
			buf = append(buf, form[i:i+size]...)
		}
		if class == 'X' {
			w.Flags |= Letter | Upper
			if i == 0 {
				w.Flags |= Capital
			}
		}
		if class == last {
			run++
		} else {
			last, run = class, 1
		}
		if run <= 2 {
			shape = (shape ^ uint64(class)) * fnvPrime
		}
		i += size
	}
	if lower {
		w.Flags &^= Upper
	}
	w.Shape = shape ^ shape>>29
	w.Lower = hashBytes(buf)
	for k := range w.Suffix {
		if len(buf) > k {
			w.Suffix[k] = hashBytes(buf[len(buf)-k-1:])
		}
	}
	for k := range w.Prefix {
		if len(buf) > k {
			w.Prefix[k] = hashBytes(buf[:k+1])
		}
	}
	return buf
}
