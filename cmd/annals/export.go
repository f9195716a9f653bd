package main

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"annals"
	"annals/ask"
	"annals/export"
	"annals/what"
)

// exportFormats are the formats of the verb export.
func exportFormats() []string {
	return append([]string{"jsonl", "csv", "parquet", "jsonld", "gexf", "datapackage"}, export.Layouts()...)
}

// newExportCommand returns the verb export: files for other programs.
func newExportCommand() *cobra.Command {
	var source sourceFlags
	var question questionFlags
	var format, out string
	cmd := &cobra.Command{
		Use:   "export --format FORMAT --out PATH [FILE...]",
		Short: "Files for other programs: Parquet, ICEWS, POLECAT and GDELT columns, JSON-LD, GEXF",
		Long: `export writes record lines into a file for other programs:

  jsonl, csv     the record itself; csv has lists joined by "; "
  parquet        typed, with lists and records, for pandas, R and DuckDB
  icews, polecat, gdelt
                 events in the columns of these data sets, separated by tabs
  jsonld         JSON-LD with PROV-O and Web Annotation selectors
  gexf           the network of events between countries, for Gephi
  datapackage    a folder for deposit: the lines as CSV, the codebook, and
                 datapackage.json (Frictionless), which describes the columns

docs/exports.md names every column with its unit, and says what stands in those of
other data sets. They have no place for events without a known day, nor for what is not
told as fact: those are left out, and counted on standard error.

PATH must not be there yet; - is standard output (not for datapackage).

` + linesHelp,
		Example: `  annals export --format icews --out - examples/news.txt
  annals export --format jsonld --out - --between BLR,LTU examples/encyclopaedia.txt`,
		RunE: func(cmd *cobra.Command, files []string) error {
			query, err := question.query()
			if err != nil {
				return err
			}
			switch {
			case !slices.Contains(exportFormats(), format):
				return usagef("--format is one of %s, not %q", strings.Join(exportFormats(), ", "), format)
			case out == "":
				return usagef("say with --out where to write to; - is standard output")
			case out == "-" && format == "datapackage":
				return usagef("a data package is a folder: name it with --out")
			}
			book, err := source.book()
			if err != nil {
				return err
			}
			lines, err := source.collect(cmd, files, nil)
			if err != nil && !errors.Is(err, errReported) {
				return err
			}
			x := &exporting{format: format, out: out, lines: lines, query: query, book: book, folder: source.codebook}
			if failed := x.write(cmd); failed != nil {
				return failed
			}
			return err
		},
	}
	source.add(cmd)
	question.add(cmd)
	cmd.Flags().StringVar(&format, "format", "", strings.Join(exportFormats(), ", "))
	cmd.Flags().StringVar(&out, "out", "", "where to write to; - is standard output")
	return cmd
}

// exporting is an export at work.
type exporting struct {
	format, out string
	lines       []annals.Line
	query       *ask.Query
	book        *what.Codebook
	folder      string // the codebook's, "" for our own
}

// write writes the lines that are asked for. A file that can't be finished is removed.
func (x *exporting) write(cmd *cobra.Command) error {
	if x.format == "datapackage" {
		w, err := export.NewPackage(x.out, codebookFiles(x.folder), export.PackageInfo{
			Name: packageName(x.out), Title: "Record of " + filepath.Base(x.out), Version: x.book.Version(),
		})
		if err != nil {
			return err
		}
		return x.each(w)
	}
	if x.out == "-" {
		return x.to(cmd, cmd.OutOrStdout())
	}
	file, err := os.OpenFile(x.out, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o644)
	if err != nil {
		return fmt.Errorf("writing the export: %w", err)
	}
	err = x.to(cmd, file)
	if closed := file.Close(); err == nil && closed != nil {
		err = fmt.Errorf("writing the export: %w", closed)
	}
	if err != nil {
		return errors.Join(err, os.Remove(x.out))
	}
	return nil
}

// to writes the lines to a file in the format.
func (x *exporting) to(cmd *cobra.Command, w io.Writer) error {
	switch x.format {
	case "jsonl":
		return x.each(export.NewJSONLines(w))
	case "csv":
		return x.each(export.NewCSV(w))
	case "parquet":
		return x.each(export.NewParquet(w))
	case "jsonld":
		return x.each(export.NewJSONLD(w))
	case "gexf":
		dyads, err := network(x.lines, x.query, true, x.book)
		if err != nil {
			return err
		}
		return export.WriteGEXF(w, graphOf(dyads))
	}
	codes, err := export.LoadCodes()
	if err != nil {
		return err
	}
	table, err := export.NewEventTable(w, x.format, codes, export.QuadOf(quadOf(x.book)))
	if err != nil {
		return err
	}
	if err := x.each(table); err != nil {
		return err
	}
	if n := table.Undated(); n > 0 {
		fmt.Fprintf(cmd.ErrOrStderr(), "annals: %d events have no known day and were left out\n", n)
	}
	if n := table.Uncoded(); n > 0 {
		fmt.Fprintf(cmd.ErrOrStderr(), "annals: %d events have no CAMEO code and were left out\n", n)
	}
	return nil
}

// each writes the lines that are asked for.
func (x *exporting) each(w export.Writer) error {
	for i := range x.lines {
		if line := &x.lines[i]; x.query.Match(line) {
			if err := w.Write(line); err != nil {
				return err
			}
		}
	}
	return w.Flush()
}

// codebookFiles are the tables that texts were coded with: those of a folder before our
// own.
func codebookFiles(folder string) fs.FS {
	if folder == "" {
		return what.Tables()
	}
	return laidOver{os.DirFS(folder), what.Tables()}
}

// laidOver are the files of rest, each as own has it, where it does.
type laidOver struct{ own, rest fs.FS }

// Open implements fs.FS.
func (l laidOver) Open(name string) (fs.File, error) {
	if info, err := fs.Stat(l.rest, name); err == nil && !info.IsDir() {
		if file, err := l.own.Open(name); err == nil {
			return file, nil
		}
	}
	return l.rest.Open(name)
}

// packageName makes a name of what a folder is called: small letters, digits, ".", "-" and "_".
func packageName(folder string) string {
	name := strings.Map(func(r rune) rune {
		if r >= 'a' && r <= 'z' || r >= '0' && r <= '9' || r == '.' || r == '-' || r == '_' {
			return r
		}
		return '-'
	}, strings.ToLower(filepath.Base(folder)))
	return strings.Trim(name, "-.")
}
