package main

import (
	"github.com/spf13/cobra"

	"annals"
	"annals/ask"
)

// newCodeCommand returns the verb code: text in, record lines out.
func newCodeCommand() *cobra.Command {
	var input inputFlags
	var output outputFlags
	cmd := &cobra.Command{
		Use:   "code FILE...",
		Short: "Turn texts into record lines",
		Long: `code reads texts and writes the record lines that they give, in the order of the
texts: events, states and claims, each with the words behind it. It keeps
nothing.

` + filesHelp,
		Example: `  annals code examples/encyclopaedia.txt
  annals code --format csv examples/news.txt examples/history.txt
  annals code --codebook cmd/annals/testdata/codebook examples/news.txt`,
		RunE: func(cmd *cobra.Command, files []string) error {
			if len(files) == 0 {
				return usagef("name at least one FILE to read, or - for standard input")
			}
			w, err := output.writer(cmd.OutOrStdout())
			if err != nil {
				return err
			}
			r, err := input.reading(cmd, files)
			if err != nil {
				return err
			}
			return code(r, w)
		},
	}
	input.add(cmd)
	output.add(cmd, "jsonl")
	return cmd
}

// code writes the lines of every document as soon as they are there.
func code(r *reading, w answerWriter) error {
	err := r.each(func(doc *annals.Document, lines []annals.Line) error {
		if len(lines) == 0 {
			return nil
		}
		return w.Groups([]ask.Group{groupOf(doc.ID, lines)})
	})
	if flushed := w.Flush(); flushed != nil {
		return flushed
	}
	return err
}
