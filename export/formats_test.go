package export_test

import (
	"bytes"
	"crypto/sha256"
	"encoding/csv"
	"encoding/hex"
	"encoding/json"
	"encoding/xml"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"

	"annals"
	"annals/export"
)

func TestJSONLD(t *testing.T) {
	lines, _ := record(t)
	var out bytes.Buffer
	write(t, export.NewJSONLD(&out), lines...)
	matchGolden(t, "testdata/record.jsonld", out.Bytes())
	var file struct {
		Graph []map[string]any `json:"@graph"`
	}
	if err := json.Unmarshal(out.Bytes(), &file); err != nil {
		t.Fatal(err)
	}
	if len(file.Graph) != 2*len(lines) {
		t.Errorf("%d objects of %d lines", len(file.Graph), len(lines))
	}
}

// TestJSONLDNames holds that every id is a name that JSON-LD takes: an address for a
// page, else one of ours without spaces.
func TestJSONLDNames(t *testing.T) {
	for _, test := range []struct{ document, want string }{
		{"https://example.org/a b", `"https://example.org/a%20b"`},
		{"my text.txt", `"urn:annals:document:my%20text.txt"`},
		{"javascript:alert(1)", `"urn:annals:document:javascript:alert%281%29"`},
		{"http:nowhere", `"urn:annals:document:http:nowhere"`},
	} {
		var out bytes.Buffer
		write(t, export.NewJSONLD(&out), annals.Line{ID: "1", Kind: annals.Claim, Document: test.document})
		if !strings.Contains(out.String(), `"derived_from":`+test.want) {
			t.Errorf("%s: %s", test.document, out.String())
		}
	}
	var empty bytes.Buffer
	write(t, export.NewJSONLD(&empty))
	if !json.Valid(empty.Bytes()) {
		t.Errorf("no lines give %s", empty.String())
	}
}

func TestGEXF(t *testing.T) {
	mean := -3.25
	g := &export.Graph{
		Nodes: []export.Node{{ID: "CHL", Label: "Chile", Country: "CHL"}, {ID: "x", Label: "<&\"\x00\x1b"}},
		Edges: []export.Edge{
			{Source: "CHL", Target: "x", Directed: true, Events: 4, Reports: 7, Cooperation: 1, Conflict: 3, MeanScore: &mean, First: "1990", Last: "1991-05", Lines: []string{"a", "b"}},
			{Source: "CHL", Target: "x", Events: 1, Reports: 1},
		},
	}
	var out bytes.Buffer
	if err := export.WriteGEXF(&out, g); err != nil {
		t.Fatal(err)
	}
	matchGolden(t, "testdata/graph.gexf", out.Bytes())
	var file struct{}
	if err := xml.Unmarshal(out.Bytes(), &file); err != nil {
		t.Error(err)
	}
}

// TestPackage holds that the description names every file with its size and checksum, and
// every column of the CSV in its order.
func TestPackage(t *testing.T) {
	lines, _ := record(t)
	dir := filepath.Join(t.TempDir(), "deposit")
	book := fstest.MapFS{"plover/types.tsv": {Data: []byte("type\tmode\n")}, "README.md": {Data: []byte("# The codebook\n")}}
	w, err := export.NewPackage(dir, book, export.PackageInfo{Name: "deposit", Title: "Deposit", Version: "PLOVER 2021"})
	if err != nil {
		t.Fatal(err)
	}
	write(t, w, lines...)
	var described struct {
		Resources []struct {
			Path   string
			Bytes  int
			Hash   string
			Schema struct {
				Fields []struct{ Name, Type, Description string }
			}
		}
	}
	data, err := os.ReadFile(filepath.Join(dir, "datapackage.json"))
	if err != nil {
		t.Fatal(err)
	}
	if err := json.Unmarshal(data, &described); err != nil {
		t.Fatal(err)
	}
	var paths []string
	for _, r := range described.Resources {
		paths = append(paths, r.Path)
		content, err := os.ReadFile(filepath.Join(dir, filepath.FromSlash(r.Path)))
		if err != nil {
			t.Fatal(err)
		}
		if sum := sha256.Sum256(content); r.Bytes != len(content) || r.Hash != "sha256:"+hex.EncodeToString(sum[:]) {
			t.Errorf("%s: %d bytes, %s", r.Path, r.Bytes, r.Hash)
		}
	}
	if diff := cmp.Diff([]string{"lines.csv", "events.csv", "codebook/README.md", "codebook/plover/types.tsv"}, paths); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
	for i, want := range [][]string{header(t), eventHeader(t)} {
		var names []string
		for _, f := range described.Resources[i].Schema.Fields {
			names = append(names, f.Name)
			if f.Description == "" || !slices.Contains([]string{"string", "integer", "number", "date", "boolean"}, f.Type) {
				t.Errorf("column %s has the type %q and says %q", f.Name, f.Type, f.Description)
			}
		}
		if diff := cmp.Diff(want, names); diff != "" {
			t.Errorf("columns of the CSV (-want +got)\n%s", diff)
		}
	}
	if _, err := export.NewPackage(dir, book, export.PackageInfo{}); err == nil || !strings.Contains(err.Error(), "is there already") {
		t.Errorf("a package was written over another: %v", err)
	}
}

// header returns the names of the columns of the CSV.
func header(t *testing.T) []string {
	t.Helper()
	var out bytes.Buffer
	write(t, export.NewCSV(&out))
	names, err := csv.NewReader(&out).Read()
	if err != nil {
		t.Fatal(err)
	}
	return names
}

// eventHeader returns the names of the columns of the CSV of events.
func eventHeader(t *testing.T) []string {
	t.Helper()
	out := eventBytes(t, func(w *bytes.Buffer) export.EventWriter { return export.NewEventCSV(w) }, nil)
	names, err := csv.NewReader(bytes.NewReader(out)).Read()
	if err != nil {
		t.Fatal(err)
	}
	return names
}

// TestColumnsAreDocumented holds that docs/exports.md names every column of every format.
func TestColumnsAreDocumented(t *testing.T) {
	doc, err := os.ReadFile("../docs/exports.md")
	if err != nil {
		t.Fatal(err)
	}
	names := slices.Concat(header(t), eventHeader(t))
	for _, name := range []string{"icews", "polecat"} {
		first, _, _ := strings.Cut(string(table(t, name)), "\n")
		names = append(names, strings.Split(first, "\t")...)
	}
	for _, file := range []string{"data/columns.tsv", "data/eventcolumns.tsv"} {
		for _, row := range rowsOf(t, file) {
			if !strings.Contains(string(doc), "\n| `"+row[0]+"` | "+row[1]+" | "+row[2]+" |\n") {
				t.Errorf("docs/exports.md does not say of the column %s what %s says", row[0], file)
			}
		}
	}
	for _, name := range names {
		if !strings.Contains(string(doc), "`"+name+"`") {
			t.Errorf("docs/exports.md does not name the column %s", name)
		}
	}
}

// rowsOf returns the rows of a table behind the row of names.
func rowsOf(t *testing.T, file string) [][]string {
	t.Helper()
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	var out [][]string
	for row := range strings.Lines(string(data)) {
		if !strings.HasPrefix(row, "#") && !strings.HasPrefix(row, "column\t") {
			out = append(out, strings.Split(strings.TrimSuffix(row, "\n"), "\t"))
		}
	}
	return out
}
