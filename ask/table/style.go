package table

import "strings"

// style is how words look on a terminal that shows colours.
type style string

// The styles, as parameters of the ANSI escape sequence that begins them.
const (
	plain    style = ""
	strong   style = "1"
	faint    style = "2"
	heading  style = "1;36"
	friendly style = "32" // cooperation
	hostile  style = "31" // conflict
	warning  style = "33" // not told as fact
)

// paint writes text in a style.
func paint(b *strings.Builder, text string, s style, colour bool) {
	if !colour || s == plain {
		b.WriteString(text)
		return
	}
	b.WriteString("\x1b[" + string(s) + "m")
	b.WriteString(text)
	b.WriteString("\x1b[0m")
}
