package main

import (
	"cmp"
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
	x := &exporting{}
	var question questionFlags
	cmd := &cobra.Command{
		Use:   "export --format FORMAT --out PATH [FILE...]",
		Short: "Files for other programs: Parquet, ICEWS, POLECAT and GDELT columns, JSON-LD, GEXF",
		Long: `export writes record lines, or the events that they tell of together, into a file for
other programs:

  jsonl, csv     the record itself; csv has lists joined by "; "
  parquet        typed, with lists and records, for pandas, R and DuckDB
  icews, polecat, gdelt
                 events in the columns of these data sets, separated by tabs
  jsonld         JSON-LD with PROV-O and Web Annotation selectors
  gexf           the network of events between countries, for Gephi
  datapackage    a folder for deposit: lines and events as CSV, the codebook, and
                 datapackage.json (Frictionless), which describes the columns

--of lines has a row for each line, --of events one for each event, with the number of its
reports, documents and independent sources, and what they differ on side by side. By
default gdelt has events, and all others have lines.

docs/exports.md names every column with its unit, and says what stands in those of
other data sets. They have no place for events without a known day, nor for what is not
told as fact: those are left out, and counted on standard error.

PATH must not be there yet; - is standard output (not for datapackage).

` + linesHelp,
		Example: `  annals export --format icews --out - examples/news.txt
  annals export --format csv --of events --out - examples/news.txt
  annals export --format jsonld --out - --between BLR,LTU examples/encyclopaedia.txt`,
		RunE: func(cmd *cobra.Command, files []string) error {
			query, err := question.query()
			if err != nil {
				return err
			}
			x.query, x.files = query, files
			if err := x.check(); err != nil {
				return err
			}
			if x.book, err = x.source.book(); err != nil {
				return err
			}
			return x.write(cmd)
		},
	}
	x.source.add(cmd)
	question.add(cmd)
	cmd.Flags().StringVar(&x.format, "format", "", strings.Join(exportFormats(), ", "))
	cmd.Flags().StringVar(&x.of, "of", "", "lines or events")
	cmd.Flags().StringVar(&x.out, "out", "", "where to write to; - is standard output")
	return cmd
}

// exporting is an export at work.
type exporting struct {
	format, of, out string
	source          sourceFlags
	files           []string
	query           *ask.Query
	book            *what.Codebook
}

// What an export has a row for.
const (
	ofLines  = "lines"
	ofEvents = "events"
)

// check reports an error of usage, and fills in what an export is of by default.
func (x *exporting) check() error {
	switch {
	case !slices.Contains(exportFormats(), x.format):
		return usagef("--format is one of %s, not %q", strings.Join(exportFormats(), ", "), x.format)
	case x.out == "":
		return usagef("say with --out where to write to; - is standard output")
	case x.out == "-" && x.format == "datapackage":
		return usagef("a data package is a folder: name it with --out")
	case x.of != "" && x.of != ofLines && x.of != ofEvents:
		return usagef("--of is lines or events, not %q", x.of)
	case x.of != "" && x.format == "datapackage":
		return usagef("a data package holds both lines and events: leave out --of")
	case x.of == ofEvents && x.format == "gexf":
		return usagef("a network is of lines alone: leave out --of")
	case x.of == "" && x.format == "gdelt":
		x.of = ofEvents
	case x.of == "":
		x.of = ofLines
	}
	return x.source.check(x.files)
}

// write writes what is asked for. A file that can't be finished is removed; if some of the
// input could not be read the rest of it is written.
func (x *exporting) write(cmd *cobra.Command) error {
	if x.format == "datapackage" {
		return x.deposit(cmd)
	}
	if x.out == "-" {
		return x.to(cmd, cmd.OutOrStdout())
	}
	file, err := os.OpenFile(x.out, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o644)
	if err != nil {
		return fmt.Errorf("writing the export: %w", err)
	}
	err = x.to(cmd, file)
	if closed := file.Close(); closed != nil {
		err = fmt.Errorf("writing the export: %w", closed)
	}
	if err != nil && !errors.Is(err, errReported) {
		return errors.Join(err, os.Remove(x.out))
	}
	return err
}

// to writes to a file in the format.
func (x *exporting) to(cmd *cobra.Command, w io.Writer) error {
	events := x.of == ofEvents
	switch x.format {
	case "jsonl":
		if events {
			return x.eachEvent(cmd, export.NewEventJSONLines(w))
		}
		return x.eachLine(cmd, export.NewJSONLines(w))
	case "csv":
		if events {
			return x.eachEvent(cmd, export.NewEventCSV(w))
		}
		return x.eachLine(cmd, export.NewCSV(w))
	case "parquet":
		if events {
			return x.eachEvent(cmd, export.NewEventParquet(w))
		}
		return x.eachLine(cmd, export.NewParquet(w))
	case "jsonld":
		out := export.NewJSONLD(w)
		if events {
			return x.eachEvent(cmd, out)
		}
		return x.eachLine(cmd, out)
	case "gexf":
		return x.network(cmd, w)
	}
	return x.table(cmd, w)
}

// table writes in the columns of another data set, and says what had no place there.
func (x *exporting) table(cmd *cobra.Command, w io.Writer) error {
	codes, err := export.LoadCodes()
	if err != nil {
		return err
	}
	table, err := export.NewEventTable(w, x.format, codes, export.QuadOf(quadOf(x.book)))
	if err != nil {
		return err
	}
	if x.of == ofEvents {
		err = x.eachEvent(cmd, table)
	} else {
		err = x.eachLine(cmd, table)
	}
	if err != nil && !errors.Is(err, errReported) {
		return err
	}
	if n := table.Undated(); n > 0 {
		fmt.Fprintf(cmd.ErrOrStderr(), "annals: %d events have no known day and were left out\n", n)
	}
	if n := table.Uncoded(); n > 0 {
		fmt.Fprintf(cmd.ErrOrStderr(), "annals: %d events have no CAMEO code and were left out\n", n)
	}
	return err
}

// network writes the network of all events.
func (x *exporting) network(cmd *cobra.Command, w io.Writer) error {
	counting, err := newCounting(x.query, true, false, x.book)
	if err != nil {
		return err
	}
	dyads, err := countDyads(cmd, &x.source, x.files, x.query, counting)
	if err != nil && !errors.Is(err, errReported) {
		return err
	}
	return cmp.Or(export.WriteGEXF(w, export.GraphOf(dyads)), err)
}

// deposit writes a data package.
func (x *exporting) deposit(cmd *cobra.Command) error {
	told, err := x.tell(cmd)
	if err != nil && !errors.Is(err, errReported) {
		return err
	}
	w, failed := export.NewPackage(x.out, codebookFiles(x.source.codebook), export.PackageInfo{
		Name: packageName(x.out), Title: "Record of " + filepath.Base(x.out), Version: x.book.Version(),
	})
	if failed != nil {
		return failed
	}
	for i := range told.lines {
		if line := &told.lines[i]; x.query.Match(line) {
			if err := w.Write(line); err != nil {
				return err
			}
		}
	}
	return cmp.Or(x.events(told, w), err)
}

// eachLine writes the lines that are asked for, one at a time as they are read.
func (x *exporting) eachLine(cmd *cobra.Command, w export.Writer) error {
	err := x.source.each(cmd, x.files, x.query, func(_ *annals.Document, lines []annals.Line) error {
		for i := range lines {
			if line := &lines[i]; x.query.Match(line) {
				if err := w.Write(line); err != nil {
					return err
				}
			}
		}
		return nil
	})
	if err != nil && !errors.Is(err, errReported) {
		return err
	}
	return cmp.Or(w.Flush(), err)
}

// eachEvent writes the events that a line that is asked for tells of.
func (x *exporting) eachEvent(cmd *cobra.Command, w export.EventWriter) error {
	told, err := x.tell(cmd)
	if err != nil && !errors.Is(err, errReported) {
		return err
	}
	return cmp.Or(x.events(told, w), err)
}

func (x *exporting) events(told *exportable, w export.EventWriter) error {
	for i := range told.events {
		e := &told.events[i]
		if slices.ContainsFunc(e.Lines, x.query.Match) {
			if err := w.WriteEvent(e); err != nil {
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
