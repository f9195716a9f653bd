package main

import (
	"fmt"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"annals/export"
)

// newImportCommand returns the verb import: tables of other data sets become record
// lines.
func newImportCommand() *cobra.Command {
	var from string
	cmd := &cobra.Command{
		Use:   "import --from DATASET FILE...",
		Short: "Turn tables of ICEWS, POLECAT and GDELT into record lines",
		Long: `import reads tables of events of another data set and writes them as record lines
(JSON Lines) to standard output, so that every verb that takes --lines can ask them.

  icews          event data of ICEWS, as on the Harvard Dataverse
  polecat        event data of POLECAT, likewise
  gdelt          the event table of GDELT 2.0 (61 columns, no row of names)

Columns are separated by tabs; those of ICEWS and POLECAT may stand in any order, as the
first row names them. Files may be gzipped; - is standard input. CAMEO codes become
PLOVER types. docs/exports.md says what becomes of each column. Such lines have no words
and no sentence, and their confidence is 0: the tables have none.

A bad row is reported with file and line, and the rest is read (exit code 1).`,
		Example: `  annals import --from gdelt cmd/annals/testdata/gdelt.tsv`,
		RunE: func(cmd *cobra.Command, files []string) error {
			switch {
			case !slices.Contains(export.Layouts(), from):
				return usagef("--from is one of %s, not %q", strings.Join(export.Layouts(), ", "), from)
			case len(files) == 0:
				return usagef("name at least one FILE to read, or - for standard input")
			}
			return importTables(cmd, from, files)
		},
	}
	cmd.Flags().StringVar(&from, "from", "", strings.Join(export.Layouts(), ", "))
	return cmd
}

// importTables writes the lines of all files, and reports what can't be read.
func importTables(cmd *cobra.Command, from string, files []string) error {
	codes, err := export.LoadCodes()
	if err != nil {
		return err
	}
	w := export.NewJSONLines(cmd.OutOrStdout())
	bad := false
	for _, file := range files {
		in, err := openGold(file, cmd.InOrStdin())
		if err != nil {
			bad = true
			fmt.Fprintf(cmd.ErrOrStderr(), "annals: %v\n", err)
			continue
		}
		for line, err := range export.ReadEventTable(in, file, from, codes) {
			if err != nil {
				bad = true
				fmt.Fprintf(cmd.ErrOrStderr(), "annals: %v\n", err)
				continue
			}
			if err := w.Write(line); err != nil {
				in.Close()
				return err
			}
		}
		in.Close()
	}
	if err := w.Flush(); err != nil {
		return err
	}
	if bad {
		return errReported
	}
	return nil
}
