package export_test

import (
	"bytes"
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"annals"
	"annals/export"
	"annals/gazetteer"
	"annals/record/digest"
)

// The tests of this file hand what was exported to the programs that people read it with.
// .ci/run installs those; elsewhere what is missing is skipped. DuckDB, and what else is
// a Go module, is asked in export/readers, a module of its own.

// python is Debian's, which has Debian's packages.
const python = "/usr/bin/python3"

// reports are lines made by hand, three of which tell of one event.
func reports(t testing.TB) []annals.Line {
	t.Helper()
	in, err := os.Open("testdata/reports.jsonl")
	if err != nil {
		t.Fatal(err)
	}
	defer in.Close()
	var out []annals.Line
	for line, err := range export.ReadJSONLines(in, "reports.jsonl") {
		if err != nil {
			t.Fatal(err)
		}
		out = append(out, *line)
	}
	return out
}

// eventsOf puts together what lines tell.
func eventsOf(t testing.TB, lines []annals.Line) []export.Event {
	t.Helper()
	known, err := gazetteer.Load()
	if err != nil {
		t.Fatal(err)
	}
	digester, err := digest.New(known)
	if err != nil {
		t.Fatal(err)
	}
	d := digester.Digest(lines, nil, nil)
	at := map[string]*annals.Line{}
	for i := range d.Lines {
		at[d.Lines[i].ID] = &d.Lines[i]
	}
	out := make([]export.Event, len(d.Events))
	for i := range d.Events {
		out[i].Event = d.Events[i]
		for _, id := range d.Events[i].Reports {
			out[i].Lines = append(out[i].Lines, at[id])
		}
	}
	return out
}

// exportedFiles writes lines and events as CSV into a folder.
func exportedFiles(t *testing.T) (folder string, lines []annals.Line, events []export.Event) {
	t.Helper()
	folder, lines = t.TempDir(), reports(t)
	events = eventsOf(t, lines)
	var out bytes.Buffer
	write(t, export.NewCSV(&out), lines...)
	save(t, filepath.Join(folder, "lines.csv"), out.Bytes())
	save(t, filepath.Join(folder, "events.csv"), eventBytes(t, func(w *bytes.Buffer) export.EventWriter { return export.NewEventCSV(w) }, events))
	return folder, lines, events
}

func eventBytes(t *testing.T, writer func(*bytes.Buffer) export.EventWriter, events []export.Event) []byte {
	t.Helper()
	var out bytes.Buffer
	w := writer(&out)
	for i := range events {
		if err := w.WriteEvent(&events[i]); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Flush(); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

func save(t *testing.T, file string, data []byte) {
	t.Helper()
	if err := os.WriteFile(file, data, 0o600); err != nil {
		t.Fatal(err)
	}
}

// needPython skips a test where Debian's Python lacks a package.
func needPython(t *testing.T, name string) {
	t.Helper()
	if err := exec.Command(python, "-c", "import "+name).Run(); err != nil {
		t.Skipf("%s is not there: apt-get install python3-%s", name, name)
	}
}

// run runs a program on a script in a folder and returns what it prints.
func run(t *testing.T, folder, script, program string, args ...string) string {
	t.Helper()
	cmd := exec.Command(program, args...)
	cmd.Dir, cmd.Stdin = folder, strings.NewReader(script)
	cmd.Env = append(os.Environ(), "LC_ALL=C.UTF-8", "PYTHONIOENCODING=utf-8")
	var failed bytes.Buffer
	cmd.Stderr = &failed
	out, err := cmd.Output()
	if err != nil {
		t.Fatalf("%s: %v\n%s", program, err, failed.String())
	}
	return string(out)
}

func runPython(t *testing.T, folder, script string) string {
	return run(t, folder, script, python, "-")
}

func runR(t *testing.T, folder, script string) string {
	t.Helper()
	if _, err := exec.LookPath("Rscript"); err != nil {
		t.Skip("R is not there: apt-get install r-base-core")
	}
	file := filepath.Join(folder, "script.R")
	save(t, file, []byte(script))
	return run(t, folder, "", "Rscript", "--vanilla", file)
}

// example returns the first block of docs/exports.md in a language, and what must come of it.
func example(t *testing.T, language string) (code, output string) {
	t.Helper()
	doc, err := os.ReadFile("../docs/exports.md")
	if err != nil {
		t.Fatal(err)
	}
	_, rest, found := strings.Cut(string(doc), "```"+language+"\n")
	code, rest, ended := strings.Cut(rest, "```\n")
	_, rest, told := strings.Cut(rest, "```text\n")
	output, _, closed := strings.Cut(rest, "```\n")
	if !found || !ended || !told || !closed {
		t.Fatalf("docs/exports.md has no example in %s with its output", language)
	}
	return code, output
}

func TestExamples(t *testing.T) {
	folder, _, _ := exportedFiles(t)
	t.Run("pandas", func(t *testing.T) {
		needPython(t, "pandas")
		code, want := example(t, "python")
		if diff := cmp.Diff(want, runPython(t, folder, code)); diff != "" {
			t.Errorf("(-docs +got)\n%s", diff)
		}
	})
	t.Run("R", func(t *testing.T) {
		code, want := example(t, "r")
		if diff := cmp.Diff(want, runR(t, folder, code)); diff != "" {
			t.Errorf("(-docs +got)\n%s", diff)
		}
	})
}

// TestPandas holds that pandas finds the types, and in every cell what the line says.
func TestPandas(t *testing.T) {
	needPython(t, "pandas")
	folder, lines, events := exportedFiles(t)
	const script = `
import json, pandas
for name in ["lines", "events"]:
    t = pandas.read_csv(name + ".csv", dtype={"cameo": str}, parse_dates=["when_from"])
    rows = t.astype(object).where(t.notna(), None).to_dict(orient="records")
    print(json.dumps({"types": {c: str(d) for c, d in t.dtypes.items()}, "rows": rows}, default=str))
`
	type sheet struct {
		Types map[string]string
		Rows  []map[string]any
	}
	var got [2]sheet
	in := json.NewDecoder(strings.NewReader(runPython(t, folder, script)))
	for i := range got {
		if err := in.Decode(&got[i]); err != nil {
			t.Fatal(err)
		}
	}
	wantTypes := []map[string]string{
		{"id": "object", "sentence_index": "int64", "score": "float64", "when_from_year": "float64", "confidence": "float64", "cameo": "object"},
		{"id": "object", "denied": "bool", "score": "float64", "when_from_year": "int64", "reports": "int64", "documents": "int64", "sources": "int64"},
	}
	for i, want := range wantTypes {
		for column, typ := range want {
			if got[i].Types[column] != typ {
				t.Errorf("table %d: pandas takes the column %s for %q, want %q", i, column, got[i].Types[column], typ)
			}
		}
	}
	if len(got[0].Rows) != len(lines) || len(got[1].Rows) != len(events) {
		t.Fatalf("%d rows of %d lines, %d rows of %d events", len(got[0].Rows), len(lines), len(got[1].Rows), len(events))
	}
	for i := range lines {
		if diff := cmp.Diff(cellsOf(&lines[i]), only(got[0].Rows[i], cellsOf(&lines[i]))); diff != "" {
			t.Errorf("line %s (-want +got)\n%s", lines[i].ID, diff)
		}
	}
	for i := range events {
		row, e := got[1].Rows[i], &events[i]
		if row["id"] != e.ID || row["reports"] != float64(len(e.Reports)) || row["sources"] != float64(e.Sources) || row["denied"] != e.Denied {
			t.Errorf("event %s is read as %v", e.ID, row)
		}
	}
}

// cellsOf is what some cells of a line must hold, as JSON has it; nil is no value.
func cellsOf(line *annals.Line) map[string]any {
	text := func(s string) any {
		if s == "" {
			return nil
		}
		return export.Harmless(s)
	}
	out := map[string]any{
		"id": line.ID, "sentence": text(line.Sentence.Text), "sentence_index": float64(line.Sentence.Index), "type": text(line.Type),
		"cameo": text(line.CAMEO), "score": nil, "when_edtf": nil, "when_from_year": nil, "actor_country": nil, "where_lat": nil,
		"citations": text(strings.Join(line.Citations, "; ")), "context": text(strings.Join(line.Context, "; ")),
	}
	if line.Score != nil {
		out["score"] = *line.Score
	}
	if line.When != nil {
		out["when_edtf"] = text(line.When.EDTF)
		out["when_from_year"] = map[string]any{"-0043": -43.0, "1541": 1541.0, "2019": 2019.0, "2020": 2020.0}[line.When.From[:len(line.When.From)-len("-01-01")]]
	}
	if len(line.Actor) > 0 {
		out["actor_country"] = line.Actor[0].Country
	}
	switch len(line.Where) {
	case 1:
		out["where_lat"] = "-18.48"
	case 2:
		out["where_lat"] = "-12.05; -13.52"
	}
	return out
}

// only returns those cells of a row that are asked for.
func only(row, asked map[string]any) map[string]any {
	out := map[string]any{}
	for column := range asked {
		out[column] = row[column]
	}
	return out
}

// TestR holds the same of R.
func TestR(t *testing.T) {
	folder, lines, _ := exportedFiles(t)
	const script = `
l <- read.csv("lines.csv", na.strings = "", encoding = "UTF-8", colClasses = c(cameo = "character", when_from = "Date"))
e <- read.csv("events.csv", na.strings = "", encoding = "UTF-8")
cat(class(l$sentence_index), class(l$score), class(l$when_from), class(l$when_from_year), class(l$confidence), class(e$denied), class(e$reports), "\n")
cat(nrow(l), nrow(e), sum(e$reports), sum(is.na(l$type)), sum(is.na(l$score)), sum(is.na(l$when_from)), "\n")
cat(l$sentence, sep = "\n")
cat(l$cameo[!is.na(l$cameo)], "\n")
cat(lengths(strsplit(l$where_lat, "; "))[!is.na(l$where_lat)], "\n")
`
	var want strings.Builder
	want.WriteString("integer numeric Date integer numeric logical integer \n8 5 7 1 1 2 \n")
	for i := range lines {
		want.WriteString(export.Harmless(lines[i].Sentence.Text) + "\n")
	}
	want.WriteString("173 173 173 042 160 042 070 \n1 1 2 \n")
	if diff := cmp.Diff(want.String(), runR(t, folder, script)); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
}

// TestNetworkX holds that a network is read with its nodes, its weights and the types of
// its attributes.
func TestNetworkX(t *testing.T) {
	needPython(t, "networkx")
	mean := -3.25
	var out bytes.Buffer
	err := export.WriteGEXF(&out, &export.Graph{
		Nodes: []export.Node{{ID: "CHL", Label: "Chile", Country: "CHL"}, {ID: "Ñandú & Söhne", Label: "<Ñandú & Söhne>"}, {ID: "PER", Label: "Peru", Country: "PER"}},
		Edges: []export.Edge{
			{Source: "CHL", Target: "PER", Directed: true, Events: 4, Reports: 7, Cooperation: 1, Conflict: 3, MeanScore: &mean, First: "1990", Last: "1991-05", Lines: []string{"a", "b"}},
			{Source: "CHL", Target: "Ñandú & Söhne", Events: 1, Reports: 1},
		},
	})
	if err != nil {
		t.Fatal(err)
	}
	folder := t.TempDir()
	save(t, filepath.Join(folder, "graph.gexf"), out.Bytes())
	const script = `
import networkx
g = networkx.read_gexf("graph.gexf")
print(g.is_directed(), g.number_of_nodes(), g.number_of_edges())
for n, d in g.nodes(data=True): print(n, d.get("label"), d.get("country"))
for a, b, d in g.edges(data=True): print(a, b, d["weight"], d["together"], type(d["reports"]).__name__, d["reports"], d.get("mean_score"), d.get("lines"))
`
	got := runPython(t, folder, script)
	want := `True 3 3
CHL Chile CHL
Ñandú & Söhne <Ñandú & Söhne> None
PER Peru PER
CHL PER 4.0 False int 7 -3.25 a; b
CHL Ñandú & Söhne 1.0 True int 1 None None
Ñandú & Söhne CHL 1.0 True int 1 None None
`
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
}
