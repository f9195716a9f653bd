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

// look says how a table on w is drawn. Colour is auto, always or never.
func look(w io.Writer, colour string) (table.Look, error) {
	if !slices.Contains([]string{"auto", "always", "never"}, colour) {
		return table.Look{}, usagef("--color is auto, always or never, not %q", colour)
	}
	terminal := isTerminal(w)
	l := table.Look{Width: plainWidth, Colour: coloured(colour, terminal, os.Getenv)}
	if !terminal {
		return l, nil
	}
	if width, _, err := term.GetSize(int(w.(*os.File).Fd())); err == nil && width > 0 {
		l.Width = width
	}
	return l, nil
}

// coloured decides about colours: auto means on a terminal that can show them,
// unless the user has set NO_COLOR (no-color.org). What the command line says
// goes before that.
func coloured(colour string, terminal bool, getenv func(string) string) bool {
	if colour != "auto" {
		return colour == "always"
	}
	return terminal && getenv("NO_COLOR") == "" && getenv("TERM") != "dumb"
}

// isTerminal reports whether what is written to w is seen by somebody.
func isTerminal(w io.Writer) bool {
	f, ok := w.(*os.File)
	return ok && term.IsTerminal(int(f.Fd()))
}
