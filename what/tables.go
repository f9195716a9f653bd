package what

import (
	"crypto/sha256"
	"embed"
	"encoding/hex"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"annals/datafile"
)

//go:embed data
var embedded embed.FS

// The scheme of the embedded tables, and how those of a user are called: by a
// fingerprint of what they say.
const (
	embeddedVersion = "PLOVER 2021"
	userVersion     = "codebook "
)

// tables are files of the embedded codebook; messages and explanations name them
// by their place in the sources.
type tables struct{ fs.FS }

// Title returns the name of a table in the sources of the program.
func (tables) Title(name string) string { return path.Join("what/data", name) }

// Tables returns the files of the codebook that is embedded in the program, with
// the README.md that describes them.
func Tables() fs.FS {
	files, err := fs.Sub(embedded, "data")
	if err != nil {
		panic("what: the embedded codebook has no data: " + err.Error())
	}
	return tables{files}
}

// Load returns the codebook that is embedded in the program.
func Load() (*Codebook, error) {
	c, err := LoadFS(Tables())
	if err != nil {
		return nil, err
	}
	c.version = embeddedVersion
	return c, nil
}

// LoadTypes returns the types of the embedded codebook without its words: a codebook that
// finds no events, for those who have them already and do not want to wait for it.
func LoadTypes() (*Codebook, error) {
	c := emptyCodebook()
	c.version = embeddedVersion
	return c, c.loadTypes(Tables())
}

// Open returns the codebook of a folder. A table that the folder lacks is taken
// from the embedded codebook; a table that the codebook does not know, a folder
// without any, and a mistake in a table are errors that name the file and line.
func Open(dir string) (*Codebook, error) {
	files := &folder{dir: dir, own: os.DirFS(dir), rest: Tables()}
	if err := files.check(); err != nil {
		return nil, fmt.Errorf("the codebook %s: %w", dir, err)
	}
	c, err := LoadFS(files)
	if err != nil {
		return nil, fmt.Errorf("the codebook %s: %w", dir, err)
	}
	theirs, err := fingerprint(files)
	if err != nil {
		return nil, fmt.Errorf("the codebook %s: %w", dir, err)
	}
	ours, err := fingerprint(Tables())
	if err != nil {
		return nil, err
	}
	c.version = embeddedVersion
	if theirs != ours {
		c.version = userVersion + theirs
	}
	return c, nil
}

// Version returns the name of the codebook: the same for tables that say the same.
func (c *Codebook) Version() string { return c.version }

// folder is a user's folder of tables laid over the embedded ones.
type folder struct {
	dir       string
	own, rest fs.FS
}

// maxTable is the most bytes that a table may have: a hundred times the largest of
// the embedded ones, and little enough to be read into memory.
const maxTable = 64 << 20

// Open opens a table of the folder, or the embedded one where there is none.
func (f *folder) Open(name string) (fs.File, error) {
	file, err := f.own.Open(name)
	if errors.Is(err, fs.ErrNotExist) {
		return f.rest.Open(name)
	}
	return file, err
}

// Title returns under which name a user knows a table.
func (f *folder) Title(name string) string {
	if _, err := fs.Stat(f.own, name); errors.Is(err, fs.ErrNotExist) {
		return datafile.Title(f.rest, name)
	}
	return filepath.Join(f.dir, filepath.FromSlash(name))
}

// check reports what in the folder cannot be meant as it stands: a table under a
// name that nobody would read.
func (f *folder) check() error {
	if info, err := os.Stat(f.dir); err != nil {
		return errors.New("there is no such folder")
	} else if !info.IsDir() {
		return errors.New("is no folder")
	}
	known, err := tableNames(f.rest)
	if err != nil {
		return err
	}
	names, err := tableNames(f.own)
	if err != nil {
		return err
	}
	for _, name := range names {
		if !slices.Contains(known, name) {
			return fmt.Errorf("%s is no table of a codebook; they are %s", filepath.Join(f.dir, filepath.FromSlash(name)), strings.Join(known, ", "))
		}
		info, err := fs.Stat(f.own, name)
		switch {
		case err != nil:
			return err
		case info.Size() > maxTable:
			return fmt.Errorf("%s has %.0f MiB; a table may have at most %d MiB", f.Title(name), float64(info.Size())/(1<<20), maxTable>>20)
		}
	}
	if len(names) == 0 {
		return fmt.Errorf("holds none of the tables of a codebook: %s", strings.Join(known, ", "))
	}
	return nil
}

// tableNames returns the names of all tables in and two levels below a folder, in
// alphabetical order.
func tableNames(files fs.FS) ([]string, error) {
	var out []string
	for _, pattern := range [...]string{"*.tsv", "*/*.tsv"} {
		names, err := fs.Glob(files, pattern)
		if err != nil {
			return nil, err
		}
		out = append(out, names...)
	}
	slices.Sort(out)
	return out, nil
}

// fingerprint returns a short hash of what the tables say: of their rows, but not
// of comments, nor of the order and the definitions of types, which mean nothing
// to the program.
func fingerprint(files fs.FS) (string, error) {
	names, err := tableNames(Tables())
	if err != nil {
		return "", err
	}
	sum := sha256.New()
	for _, name := range names {
		data, err := fs.ReadFile(files, name)
		if err != nil {
			return "", fmt.Errorf("reading %s: %w", name, err)
		}
		fmt.Fprintf(sum, "%s\n%s\n", name, strings.Join(sayings(name, string(data)), "\n"))
	}
	return hex.EncodeToString(sum.Sum(nil)[:4]), nil
}

// sayings returns the rows of a table as far as they mean something.
func sayings(name, text string) []string {
	var out []string
	for line := range strings.SplitSeq(strings.TrimPrefix(text, "\ufeff"), "\n") {
		if line = strings.TrimSpace(line); line == "" || line[0] == '#' {
			continue
		}
		cells := strings.Split(line, "\t")
		if path.Dir(name) == "plover" && len(cells) > 1 && path.Base(name) != "intentions.tsv" {
			cells = cells[:len(cells)-1] // the definition, for people
		}
		for i := range cells {
			cells[i] = strings.TrimSpace(cells[i])
		}
		out = append(out, strings.Join(cells, "\t"))
	}
	if name == "plover/types.tsv" {
		slices.Sort(out)
	}
	return out
}
