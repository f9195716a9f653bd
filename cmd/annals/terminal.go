package main

import (
	"io"
	"os"
	"slices"

	"golang.org/x/term"

	"annals/ask/table"
)

// plainWidth is the width of a table that goes to a file or a pipe.
const plainWidth = 100

// look says how a table on w is drawn. Colour is auto, always or never; auto
// means on a terminal that can show it, unless NO_COLOR is set
// (no-color.org).
func look(w io.Writer, colour string) (table.Look, error) {
	if !slices.Contains([]string{"auto", "always", "never"}, colour) {
		return table.Look{}, usagef("--color is auto, always or never, not %q", colour)
	}
	l := table.Look{Width: plainWidth, Colour: colour == "always"}
	if !isTerminal(w) {
		return l, nil
	}
	if width, _, err := term.GetSize(int(w.(*os.File).Fd())); err == nil && width > 0 {
		l.Width = width
	}
	if colour == "auto" {
		l.Colour = os.Getenv("NO_COLOR") == "" && os.Getenv("TERM") != "dumb"
	}
	return l, nil
}

// isTerminal reports whether what is written to w is seen by somebody.
func isTerminal(w io.Writer) bool {
	f, ok := w.(*os.File)
	return ok && term.IsTerminal(int(f.Fd()))
}
