package main

import (
	"io"
	"runtime"

	"github.com/spf13/cobra"

	"annals"
	"annals/ask"
	"annals/ask/table"
	"annals/export"
	"annals/what"
)

// inputFlags are the flags of every verb that reads and codes files.
type inputFlags struct {
	jobs     int
	codebook string
}

// add declares the flags.
func (f *inputFlags) add(cmd *cobra.Command) {
	cmd.Flags().IntVar(&f.jobs, "jobs", runtime.GOMAXPROCS(0), "documents that are read at the same time; the output is the same for any number")
	cmd.Flags().Lookup("jobs").DefValue = "all cores"
	cmd.Flags().StringVar(&f.codebook, "codebook", "", "a folder with tables that replace those of the codebook; see 'annals codebook --help'")
}

// book returns the codebook that the flags ask for. A mistake in it is one of
// usage: no text has been read yet.
func (f *inputFlags) book() (*what.Codebook, error) {
	if f.codebook == "" {
		return what.Load()
	}
	book, err := what.Open(f.codebook)
	if err != nil {
		return nil, &usageError{err}
	}
	return book, nil
}

// reading returns the reading of files that the flags ask for.
func (f *inputFlags) reading(cmd *cobra.Command, files []string) (*reading, error) {
	if f.jobs < 1 {
		return nil, usagef("--jobs is 1 or more, not %d", f.jobs)
	}
	book, err := f.book()
	if err != nil {
		return nil, err
	}
	return &reading{
		files: files, book: book, jobs: f.jobs, stdin: cmd.InOrStdin(), stderr: cmd.ErrOrStderr(),
		progress: newProgress(cmd.ErrOrStderr()),
	}, nil
}

// outputFlags are the flags of every verb that writes record lines.
type outputFlags struct{ format, colour string }

// add declares the flags.
func (f *outputFlags) add(cmd *cobra.Command, format string) {
	cmd.Flags().StringVar(&f.format, "format", format, "jsonl, table or csv")
	cmd.Flags().StringVar(&f.colour, "color", "auto", "auto, always or never")
}

// answerWriter writes an answer: any number of groups, then Flush.
type answerWriter interface {
	Groups(groups []ask.Group) error
	Flush() error
}

// writer returns what writes answers to w in the format that the flags ask for.
func (f *outputFlags) writer(w io.Writer) (answerWriter, error) {
	style, err := look(w, f.colour)
	if err != nil {
		return nil, err
	}
	switch f.format {
	case "table":
		return drawn{table.New(w, style)}, nil
	case "jsonl":
		return exported{export.NewJSONLines(w)}, nil
	case "csv":
		return exported{export.NewCSV(w)}, nil
	}
	return nil, usagef("--format is jsonl, table or csv, not %q", f.format)
}

// drawn writes answers for people.
type drawn struct{ *table.Table }

// Flush does nothing: a table keeps nothing back.
func (drawn) Flush() error { return nil }

// exported writes answers for programs, which need no headings.
type exported struct{ export.Writer }

// Groups writes the lines of groups and hands them on at once, so that a reader
// at the other end of a pipe can go on.
func (e exported) Groups(groups []ask.Group) error {
	for _, g := range groups {
		for _, line := range g.Lines {
			if err := e.Write(line); err != nil {
				return err
			}
		}
	}
	return e.Flush()
}

// groupOf returns all lines as one group.
func groupOf(heading string, lines []annals.Line) ask.Group {
	g := ask.Group{Heading: heading, Lines: make([]*annals.Line, len(lines))}
	for i := range lines {
		g.Lines[i] = &lines[i]
	}
	return g
}
