package export

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"strings"

	"annals"
	"annals/datafile"
)

// Package writes a Frictionless data package into a folder, for deposit: the lines and the
// events as CSV, the codebook, and datapackage.json, which describes the columns and has
// the size and the checksum of each file. Flush ends it.
type Package struct {
	dir    string
	files  []*os.File
	lines  *CSV
	events *EventCSV
	book   fs.FS
	info   PackageInfo
}

// PackageInfo is what a data package says of itself.
type PackageInfo struct {
	Name    string // small letters, digits, ".", "-" and "_"
	Title   string
	Version string // of the codebook
}

const (
	packageFile = "datapackage.json"
	linesFile   = "lines.csv"
	eventsFile  = "events.csv"
	bookFolder  = "codebook"
)

// NewPackage begins a data package in a folder, which is made if it is not there. A
// folder that holds one already is left as it is, with an error.
func NewPackage(dir string, book fs.FS, info PackageInfo) (*Package, error) {
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return nil, fmt.Errorf("writing the data package: %w", err)
	}
	for _, name := range []string{packageFile, linesFile, eventsFile, bookFolder} {
		if _, err := os.Lstat(filepath.Join(dir, name)); !errors.Is(err, fs.ErrNotExist) {
			return nil, fmt.Errorf("writing the data package: %s is there already; nothing was written", filepath.Join(dir, name))
		}
	}
	p := &Package{dir: dir, book: book, info: info}
	for _, name := range []string{linesFile, eventsFile} {
		file, err := os.Create(filepath.Join(dir, name))
		if err != nil {
			return nil, fmt.Errorf("writing the data package: %w", err)
		}
		p.files = append(p.files, file)
	}
	p.lines, p.events = NewCSV(p.files[0]), NewEventCSV(p.files[1])
	return p, nil
}

// Write implements Writer.
func (p *Package) Write(line *annals.Line) error { return p.lines.Write(line) }

// WriteEvent implements EventWriter.
func (p *Package) WriteEvent(e *Event) error { return p.events.WriteEvent(e) }

// Flush implements Writer. It writes the codebook and the description.
func (p *Package) Flush() error {
	err := errors.Join(p.lines.Flush(), p.events.Flush())
	for _, file := range p.files {
		err = errors.Join(err, file.Close())
	}
	if err == nil {
		err = os.CopyFS(filepath.Join(p.dir, bookFolder), p.book)
	}
	if err == nil {
		err = p.describe()
	}
	if err != nil {
		return fmt.Errorf("writing the data package: %w", err)
	}
	return nil
}

// The objects of datapackage.json (Frictionless Data Package, version 1).
type (
	packageDescription struct {
		Profile     string            `json:"profile"`
		Name        string            `json:"name"`
		Title       string            `json:"title"`
		Description string            `json:"description"`
		Resources   []packageResource `json:"resources"`
	}
	packageResource struct {
		Name        string         `json:"name"`
		Path        string         `json:"path"`
		Profile     string         `json:"profile,omitempty"`
		Title       string         `json:"title,omitempty"`
		Format      string         `json:"format"`
		Media       string         `json:"mediatype"`
		Encoding    string         `json:"encoding"`
		Bytes       int64          `json:"bytes"`
		Hash        string         `json:"hash"`
		Description string         `json:"description,omitempty"`
		Schema      *packageSchema `json:"schema,omitempty"`
	}
	packageSchema struct {
		Fields  []packageField `json:"fields"`
		Primary string         `json:"primaryKey"`
		Missing []string       `json:"missingValues"`
	}
	packageField struct {
		Name        string `json:"name"`
		Type        string `json:"type"`
		Description string `json:"description"`
	}
)

const apostrophes = "A cell that a spreadsheet would run as a formula has an apostrophe before it."

// describe writes datapackage.json.
func (p *Package) describe() error {
	lines, err := p.table("lines", linesFile, "data/columns.tsv")
	if err != nil {
		return err
	}
	lines.Title, lines.Description = "Record lines", "One row a line of the record. "+apostrophes
	events, err := p.table("events", eventsFile, "data/eventcolumns.tsv")
	if err != nil {
		return err
	}
	events.Title, events.Description = "Events", "One row an event: what the lines named in report_ids tell of together. "+apostrophes
	out := packageDescription{
		Profile: "data-package", Name: p.info.Name, Title: p.info.Title,
		Description: "Who did what to whom, when, where, and according to whom, coded by annals. Codebook: " + p.info.Version + ".",
		Resources:   []packageResource{*lines, *events},
	}
	err = fs.WalkDir(p.book, ".", func(name string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		table, err := p.resource(bookFolder+"-"+strings.ReplaceAll(strings.TrimSuffix(strings.ToLower(name), path.Ext(name)), "/", "-"), bookFolder+"/"+name)
		if err == nil {
			out.Resources = append(out.Resources, *table)
		}
		return err
	})
	if err != nil {
		return err
	}
	data, err := json.MarshalIndent(&out, "", "  ")
	if err != nil {
		return err
	}
	return os.WriteFile(filepath.Join(p.dir, packageFile), append(data, '\n'), 0o644)
}

// table describes a CSV of the package by the table of its columns.
func (p *Package) table(name, file, columns string) (*packageResource, error) {
	schema, err := schemaOf(columns)
	if err != nil {
		return nil, err
	}
	r, err := p.resource(name, file)
	if err != nil {
		return nil, err
	}
	r.Profile, r.Format, r.Media, r.Schema = "tabular-data-resource", "csv", "text/csv", schema
	return r, nil
}

// resource describes a file of the package.
func (p *Package) resource(name, file string) (*packageResource, error) {
	in, err := os.Open(filepath.Join(p.dir, filepath.FromSlash(file)))
	if err != nil {
		return nil, err
	}
	defer in.Close()
	sum := sha256.New()
	size, err := io.Copy(sum, in)
	if err != nil {
		return nil, fmt.Errorf("reading %s again: %w", file, err)
	}
	r := &packageResource{Name: name, Path: file, Format: "txt", Media: "text/plain", Encoding: "utf-8", Bytes: size, Hash: "sha256:" + hex.EncodeToString(sum.Sum(nil))}
	switch path.Ext(file) {
	case ".tsv":
		r.Format, r.Media = "tsv", "text/tab-separated-values"
	case ".md":
		r.Format, r.Media = "md", "text/markdown"
	}
	return r, nil
}

// schemaOf describes the columns of a CSV by a table of them.
func schemaOf(file string) (*packageSchema, error) {
	table, err := datafile.Read(embedded, file, "column", "type", "about")
	if err != nil {
		return nil, err
	}
	s := &packageSchema{Primary: "id", Missing: []string{""}}
	for i := range table.Rows {
		row := &table.Rows[i]
		f := packageField{row.Get("column"), row.Get("type"), row.Get("about")}
		if f.Type == "list" {
			f.Type, f.Description = "string", f.Description+`; values joined by "; "`
		}
		s.Fields = append(s.Fields, f)
	}
	return s, nil
}
