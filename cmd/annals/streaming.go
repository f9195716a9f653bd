package main

import (
	"errors"
	"fmt"

	"github.com/spf13/cobra"

	"annals"
	"annals/ask"
	"annals/export"
)

// check reports an error of usage if not texts, lines or a record are named.
func (f *sourceFlags) check(files []string) error {
	switch {
	case f.record.path != "" && len(files)+len(f.lines) > 0:
		return usagef("name either FILEs or a record with --record FILE")
	case f.record.path == "" && len(files)+len(f.lines) == 0:
		return usagef("name the FILEs to read, or a record with --record FILE, or record lines with --lines FILE")
	}
	return nil
}

// each calls do with the lines that collect returns, as they are read, so that they need
// not all be in memory; do must not keep them. The document is nil unless the lines are
// those of a text. What cannot be read is reported and passed over, and each then returns
// errReported at the end.
func (f *sourceFlags) each(cmd *cobra.Command, files []string, query *ask.Query, do func(*annals.Document, []annals.Line) error) error {
	if f.record.path != "" {
		return f.record.each(cmd, query, do)
	}
	bad := false
	for _, file := range f.lines {
		whole, err := eachIn(cmd, file, do)
		if err != nil {
			return err
		}
		bad = bad || !whole
	}
	if len(files) > 0 {
		r, err := f.reading(cmd, files)
		if err != nil {
			return err
		}
		if err := r.each(do); err != nil && !errors.Is(err, errReported) {
			return err
		} else if err != nil {
			bad = true
		}
	}
	if bad {
		return errReported
	}
	return nil
}

// each calls do with the lines of a record, one at a time.
func (f *recordFlags) each(cmd *cobra.Command, query *ask.Query, do func(*annals.Document, []annals.Line) error) error {
	s, err := f.open(cmd.Context())
	if err != nil {
		return err
	}
	defer s.Close() //nolint:errcheck // nothing was written
	if err := joinParties(cmd.Context(), s, query); err != nil {
		return err
	}
	one := make([]annals.Line, 1)
	for line, err := range s.Lines(cmd.Context(), filterOf(query)) {
		if err != nil {
			return err
		}
		one[0] = *line
		if err := do(nil, one); err != nil {
			return err
		}
	}
	return nil
}

// eachIn calls do with the lines of a file of lines, one at a time, and reports what
// cannot be read; whole is false if there was such.
func eachIn(cmd *cobra.Command, file string, do func(*annals.Document, []annals.Line) error) (whole bool, err error) {
	in, err := openInput(file, cmd.InOrStdin())
	if err != nil {
		fmt.Fprintf(cmd.ErrOrStderr(), "annals: %v\n", err)
		return false, nil
	}
	defer in.Close()
	whole = true
	one := make([]annals.Line, 1)
	for line, err := range export.ReadJSONLines(in, file) {
		if err != nil {
			whole = false
			fmt.Fprintf(cmd.ErrOrStderr(), "annals: %v\n", err)
			continue
		}
		one[0] = *line
		if err := do(nil, one); err != nil {
			return false, err
		}
	}
	return whole, nil
}
