package main

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"annals/ask/table"
	"annals/coder"
	"annals/what"
)

// newCodebookCommand returns the verb codebook: the tables that say which words
// tell which events.
func newCodebookCommand() *cobra.Command {
	cmd := &cobra.Command{
		Use:   "codebook",
		Short: "Take out, edit and check the tables that say which words tell which events",
		Long: `The codebook says which words tell which events: tables of types with their codes
and scores, of verbs, nouns and adjectives, of contexts and of states. They are
plain text and can be edited in any editor or spreadsheet. "export" writes those
of annals into a folder, with a README.md that describes them; "check" reads a
folder and runs the EXAMPLE lines in it; and every verb that codes texts takes the
folder with --codebook DIR.

A folder need not hold all tables: one that is absent is taken from annals, and is
called what/data/... in messages and explanations. A file that is no table of a
codebook, and a mistake in a table, are reported with file and line before any text
is read (exit code 2). The field "coder" of each line names the codebook: "PLOVER
2021" for that of annals, else "codebook" and a hash of what the tables say.`,
		Example: `  annals codebook check
  annals codebook check cmd/annals/testdata/codebook`,
		Args: cobra.NoArgs,
		RunE: func(*cobra.Command, []string) error {
			return usagef("say what to do with the codebook: annals codebook export or check")
		},
	}
	cmd.AddCommand(newCodebookExportCommand(), newCodebookCheckCommand())
	return cmd
}

func newCodebookExportCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "export DIR",
		Short: "Write the tables of annals into a folder",
		Long: `export writes the tables of annals and their description, README.md, into a folder,
which is made if it is not there. It overwrites nothing: if one of the files is
there already, none is written.`,
		Example:     `  annals codebook export mybook`,
		Annotations: map[string]string{"example": "long"}, // it leaves a folder behind
		RunE: func(cmd *cobra.Command, args []string) error {
			if len(args) != 1 {
				return usagef("name one DIR to write to, not %d", len(args))
			}
			return exportCodebook(cmd.OutOrStdout(), args[0])
		},
	}
}

// exportCodebook writes the embedded tables into a folder.
func exportCodebook(w io.Writer, dir string) error {
	tables := what.Tables()
	count := 0
	err := fs.WalkDir(tables, ".", func(name string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		count++
		path := filepath.Join(dir, filepath.FromSlash(name))
		if _, err := os.Lstat(path); !errors.Is(err, fs.ErrNotExist) {
			return fmt.Errorf("%s is there already: nothing was written", path)
		}
		return nil
	})
	if err != nil {
		return fmt.Errorf("writing the codebook: %w", err)
	}
	if err := os.CopyFS(dir, tables); err != nil {
		return fmt.Errorf("writing the codebook: %w", err)
	}
	_, err = fmt.Fprintf(w, "%d files in %s; README.md says what they are\n", count, dir)
	return err
}

func newCodebookCheckCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "check [DIR]",
		Short: "Read the tables of a folder and run their EXAMPLE lines",
		Long: `check reads the codebook of a folder, or that of annals, and reports a mistake in
a table with file and line (exit code 2). Then it codes the sentence of each line

    # EXAMPLE sentence => TYPE/mode Actor, Actor > Recipient

in the tables of the folder and prints those whose sentence does not give an event
of that type and mode between parties with these words, with what it gives in its
place. Examples that annals itself brings along and fails as well, mostly for a
tree that its parser gets wrong, are counted apart. Exit code 1: other examples
failed.`,
		Example: `  annals codebook check
  annals codebook check cmd/annals/testdata/codebook`,
		RunE: func(cmd *cobra.Command, args []string) error {
			if len(args) > 1 {
				return usagef("name one DIR, not %d", len(args))
			}
			return checkCodebook(cmd, args)
		},
	}
}

// checkCodebook runs the examples of a folder's tables, or of annals' own.
func checkCodebook(cmd *cobra.Command, args []string) error {
	flags := inputFlags{}
	if len(args) == 1 {
		flags.codebook = args[0]
	}
	book, err := flags.book()
	if err != nil {
		return err
	}
	tried, err := tryExamples(book)
	if err != nil {
		return err
	}
	ours := tried
	if len(args) == 1 {
		embedded, err := what.Load()
		if err != nil {
			return err
		}
		if ours, err = tryExamples(embedded); err != nil {
			return err
		}
	}
	result := sortTried(tried, ours)
	shown := result.failed
	if len(args) == 0 {
		shown = result.known
	}
	return result.print(cmd, book.Version(), shown)
}

func tryExamples(book *what.Codebook) ([]coder.Tried, error) {
	c, err := coder.NewWith(book)
	if err != nil {
		return nil, fmt.Errorf("loading the models and the data files: %w", err)
	}
	return c.Examples(), nil
}

// checkResult is what came of the examples of a codebook.
type checkResult struct {
	right  int
	failed []coder.Tried
	known  []coder.Tried // examples that annals brings along, and that fail with its own tables too
}

// sortTried sorts examples into those that are right, those that fail, and those
// that fail with our tables too.
func sortTried(tried, ours []coder.Tried) *checkResult {
	type line struct{ sentence, expect string }
	failing := map[line]bool{}
	for i := range ours {
		if e := &ours[i]; !e.Right {
			failing[line{e.Sentence, e.Expect}] = true
		}
	}
	var out checkResult
	for _, e := range tried {
		switch {
		case e.Right:
			out.right++
		case failing[line{e.Sentence, e.Expect}]:
			out.known = append(out.known, e)
		default:
			out.failed = append(out.failed, e)
		}
	}
	return &out
}

// print prints the examples that are to be shown, and how many are right.
func (r *checkResult) print(cmd *cobra.Command, version string, shown []coder.Tried) error {
	var out strings.Builder
	for i := range shown {
		e := &shown[i]
		fmt.Fprintf(&out, "%s:%d: %s\n  expected  %s\n", e.File, e.Line, e.Sentence, e.Expect)
		if len(e.Found) == 0 {
			out.WriteString("  found     nothing\n")
		}
		for _, found := range e.Found {
			fmt.Fprintf(&out, "  found     %s\n", found)
		}
	}
	all := r.right + len(r.failed) + len(r.known)
	fmt.Fprintf(&out, "%s: %d of %d examples right", version, r.right, all)
	if len(r.known) > 0 {
		fmt.Fprintf(&out, ", %d that come with annals fail as they do with its own tables", len(r.known))
	}
	out.WriteString("\n")
	if _, err := io.WriteString(cmd.OutOrStdout(), table.Visible(out.String())); err != nil {
		return fmt.Errorf("writing what came of the examples: %w", err)
	}
	if len(r.failed) > 0 {
		fmt.Fprintf(cmd.ErrOrStderr(), "annals: %d of the examples failed\n", len(r.failed))
		return errReported
	}
	return nil
}
