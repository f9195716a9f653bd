package export

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"strings"

	"annals"
	"annals/datafile"
)

// Package writes a Frictionless data package into a folder, for deposit: the lines as
// CSV, the codebook, and datapackage.json, which describes the columns and has the size
// and the checksum of each file. Flush ends it.
type Package struct {
	dir  string
	file *os.File
	csv  *CSV
	book fs.FS
	info PackageInfo
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
	bookFolder  = "codebook"
)

// NewPackage begins a data package in a folder, which is made if it is not there. A
// folder that holds one already is left as it is, with an error.
func NewPackage(dir string, book fs.FS, info PackageInfo) (*Package, error) {
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return nil, fmt.Errorf("writing the data package: %w", err)
	}
	for _, name := range []string{packageFile, linesFile, bookFolder} {
		if _, err := os.Lstat(filepath.Join(dir, name)); !errors.Is(err, fs.ErrNotExist) {
			return nil, fmt.Errorf("writing the data package: %s is there already; nothing was written", filepath.Join(dir, name))
		}
	}
	file, err := os.Create(filepath.Join(dir, linesFile))
	if err != nil {
		return nil, fmt.Errorf("writing the data package: %w", err)
	}
	return &Package{dir: dir, file: file, csv: NewCSV(file), book: book, info: info}, nil
}

// Write implements Writer.
func (p *Package) Write(line *annals.Line) error { return p.csv.Write(line) }

// Flush implements Writer. It writes the codebook and the description.
func (p *Package) Flush() error {
	err := p.csv.Flush()
	if closed := p.file.Close(); err == nil {
		err = closed
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

// describe writes datapackage.json.
func (p *Package) describe() error {
	schema, err := schemaOfLines()
	if err != nil {
		return err
	}
	lines, err := p.resource("lines", linesFile)
	if err != nil {
		return err
	}
	lines.Profile, lines.Format, lines.Media, lines.Schema = "tabular-data-resource", "csv", "text/csv", schema
	lines.Title = "Record lines"
	lines.Description = "One row a line of the record. A cell that a spreadsheet would run as a formula has an apostrophe before it."
	out := packageDescription{
		Profile: "data-package", Name: p.info.Name, Title: p.info.Title,
		Description: "Who did what to whom, when, where, and according to whom, coded by annals. Codebook: " + p.info.Version + ".",
		Resources:   []packageResource{*lines},
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

// resource describes a file of the package.
func (p *Package) resource(name, file string) (*packageResource, error) {
	data, err := os.ReadFile(filepath.Join(p.dir, filepath.FromSlash(file)))
	if err != nil {
		return nil, err
	}
	sum := sha256.Sum256(data)
	r := &packageResource{Name: name, Path: file, Format: "txt", Media: "text/plain", Encoding: "utf-8", Bytes: int64(len(data)), Hash: "sha256:" + hex.EncodeToString(sum[:])}
	switch path.Ext(file) {
	case ".tsv":
		r.Format, r.Media = "tsv", "text/tab-separated-values"
	case ".md":
		r.Format, r.Media = "md", "text/markdown"
	}
	return r, nil
}

// schemaOfLines describes the columns of the CSV.
func schemaOfLines() (*packageSchema, error) {
	table, err := datafile.Read(embedded, "data/columns.tsv", "column", "type", "about")
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
