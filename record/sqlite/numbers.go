package sqlite

import (
	"fmt"
	"strconv"
	"strings"
)

// Numbers of a block are written in printable characters, small ones in one, so that
// they take little room and need no escapes in JSON. The alphabet is that of ASCII from
// the space to "~" without the quotation mark, the backslash and "{", which begins what
// stands behind numbers.
const (
	alphabet = ` !#$%&'()*+,-./0123456789:;<=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[]^_` + "`" + `abcdefghijklmnopqrstuvwxyz|}~`

	oneCharacter  = 76                                  // smaller numbers take one
	twoCharacters = oneCharacter + 15*len(alphabet)     // smaller ones take two
	long          = '~'                                 // decimal digits between two of it: all others
	highest       = oneCharacter + 15                   // place of long in the alphabet
	_             = uint(len(alphabet) - (highest + 1)) // the alphabet is long enough
	_             = uint((highest + 1) - len(alphabet)) // and no longer
)

// appendNumber appends a number.
func appendNumber(out []byte, n int) []byte {
	switch {
	case n >= 0 && n < oneCharacter:
		return append(out, alphabet[n])
	case n >= 0 && n < twoCharacters:
		n -= oneCharacter
		return append(out, alphabet[oneCharacter+n/len(alphabet)], alphabet[n%len(alphabet)])
	}
	return append(strconv.AppendInt(append(out, long), int64(n), 10), long)
}

// numbers reads what appendNumber wrote. After an error all further numbers are 0.
type numbers struct {
	rest string
	err  error
}

func (n *numbers) next() int {
	if n.err != nil {
		return 0
	}
	if n.rest == "" {
		n.err = fmt.Errorf("%w: it lacks a number", errBlock)
		return 0
	}
	first := strings.IndexByte(alphabet, n.rest[0])
	switch {
	case first < 0:
		n.err = fmt.Errorf("%w: %q begins no number", errBlock, n.rest[:1])
		return 0
	case first < oneCharacter:
		n.rest = n.rest[1:]
		return first
	case first == highest:
		digits, rest, _ := strings.Cut(n.rest[1:], string(long))
		value, err := strconv.Atoi(digits)
		if err != nil {
			n.err = fmt.Errorf("%w: %w", errBlock, err)
		}
		n.rest = rest
		return value
	}
	if len(n.rest) < 2 || strings.IndexByte(alphabet, n.rest[1]) < 0 {
		n.err = fmt.Errorf("%w: half a number", errBlock)
		return 0
	}
	value := oneCharacter + (first-oneCharacter)*len(alphabet) + strings.IndexByte(alphabet, n.rest[1])
	n.rest = n.rest[2:]
	return value
}
