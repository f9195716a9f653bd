package main

import (
	"errors"
	"fmt"
	"io"
	"os"

	"github.com/spf13/cobra"

	"annals"
	"annals/ask"
	"annals/export"
	"annals/what"
)

// linesHelp is what every verb that asks record lines says about where they come from.
const linesHelp = `The lines come from texts, which are coded on the way, or from files of record lines
(--lines), such as "annals code" and "annals import" write, or from a record
(--record), such as "annals add" keeps. ` + filesHelp

// sourceFlags are the flags of every verb that asks record lines: texts to code,
// files of lines, or a record.
type sourceFlags struct {
	inputFlags
	lines  []string
	record recordFlags
}

// add declares the flags.
func (f *sourceFlags) add(cmd *cobra.Command) {
	f.inputFlags.add(cmd)
	cmd.Flags().StringSliceVar(&f.lines, "lines", nil, "a file of record lines as JSON Lines, beside or instead of texts; - is standard input")
	f.record.add(cmd)
}

// types returns the codebook for what it says of types: those of lines that are there
// already need no words.
func (f *sourceFlags) types() (*what.Codebook, error) {
	if f.codebook == "" {
		return what.LoadTypes()
	}
	return f.book()
}

// collect returns the lines that are to be asked: those of --lines, then those of the
// texts. What cannot be read is reported and passed over; collect then returns the rest
// with errReported. A record is asked for what matches the query, all lines if that is
// nil; the caller asks of what comes back whether it matches.
func (f *sourceFlags) collect(cmd *cobra.Command, files []string, query *ask.Query) ([]annals.Line, error) {
	if f.record.path != "" {
		if err := f.either(files); err != nil {
			return nil, err
		}
		return f.record.lines(cmd, query)
	}
	lines, _, err := f.gather(cmd, files)
	return lines, err
}

// either makes sure that not both files and a record are named.
func (f *sourceFlags) either(files []string) error {
	if len(files)+len(f.lines) > 0 {
		return usagef("name either FILEs or a record with --record FILE")
	}
	return nil
}

// gather returns the lines of --lines, then those of the texts, as they were coded, and
// the documents that are at hand.
func (f *sourceFlags) gather(cmd *cobra.Command, files []string) ([]annals.Line, []source, error) {
	if len(files)+len(f.lines) == 0 {
		return nil, nil, usagef("name the FILEs to read, or a record with --record FILE, or record lines with --lines FILE")
	}
	var all []annals.Line
	var documents []source
	bad := false
	for _, file := range f.lines {
		bad = !readLines(cmd, file, &all) || bad
	}
	if len(files) > 0 {
		r, err := f.reading(cmd, files)
		if err != nil {
			return nil, nil, err
		}
		err = r.each(func(doc *annals.Document, lines []annals.Line) error {
			all, documents = append(all, lines...), append(documents, sourceOf(doc))
			return nil
		})
		if err != nil && !errors.Is(err, errReported) {
			return nil, nil, err
		}
		bad = bad || err != nil
	}
	if bad {
		return all, documents, errReported
	}
	return all, documents, nil
}

// readLines appends the lines of a file and reports what cannot be read. It returns
// false if there was such.
func readLines(cmd *cobra.Command, file string, all *[]annals.Line) (whole bool) {
	in, err := openInput(file, cmd.InOrStdin())
	if err != nil {
		fmt.Fprintf(cmd.ErrOrStderr(), "annals: %v\n", err)
		return false
	}
	defer in.Close()
	whole = true
	for line, err := range export.ReadJSONLines(in, file) {
		if err != nil {
			whole = false
			fmt.Fprintf(cmd.ErrOrStderr(), "annals: %v\n", err)
			continue
		}
		*all = append(*all, *line)
	}
	return whole
}

// openInput opens a file, or standard input for "-".
func openInput(file string, stdin io.Reader) (io.ReadCloser, error) {
	if file == "-" {
		return io.NopCloser(stdin), nil
	}
	f, err := os.Open(file)
	if err != nil {
		return nil, fmt.Errorf("reading %w", err)
	}
	return f, nil
}
