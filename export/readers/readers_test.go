package readers_test

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// folder holds the files that annals has exported.
var folder string

func TestMain(m *testing.M) {
	os.Exit(func() int {
		var err error
		if folder, err = os.MkdirTemp("", "exported"); err != nil {
			panic(err)
		}
		defer os.RemoveAll(folder)
		if err := exportAll(folder); err != nil {
			os.Stderr.WriteString(err.Error() + "\n")
			return 1
		}
		return m.Run()
	}())
}

// exportAll builds annals and has it export the lines of export/testdata/reports.jsonl.
func exportAll(folder string) error {
	program := filepath.Join(folder, "annals")
	lines, err := filepath.Abs("../testdata/reports.jsonl")
	if err != nil {
		return err
	}
	if err := command("../..", "go", "build", "-o", program, "./cmd/annals"); err != nil {
		return err
	}
	for _, of := range []string{"lines", "events"} {
		for _, format := range []string{"csv", "parquet", "jsonl", "jsonld"} {
			if err := command(folder, program, "export", "--format", format, "--of", of, "--out", of+"."+format, "--lines", lines); err != nil {
				return err
			}
		}
	}
	return command(folder, program, "export", "--format", "datapackage", "--out", "deposit", "--lines", lines)
}

type failed struct{ text string }

func (f failed) Error() string { return f.text }

func command(dir, name string, args ...string) error {
	cmd := exec.Command(name, args...)
	cmd.Dir = dir
	if out, err := cmd.CombinedOutput(); err != nil {
		return failed{name + " " + strings.Join(args, " ") + ": " + err.Error() + "\n" + string(out)}
	}
	return nil
}

// example returns the first block of docs/exports.md in a language, and what must come of it.
func example(t *testing.T, language string) (code, output string) {
	t.Helper()
	doc, err := os.ReadFile("../../docs/exports.md")
	if err != nil {
		t.Fatal(err)
	}
	_, rest, found := bytes.Cut(doc, []byte("```"+language+"\n"))
	one, rest, ended := bytes.Cut(rest, []byte("```\n"))
	_, rest, told := bytes.Cut(rest, []byte("```text\n"))
	two, _, closed := bytes.Cut(rest, []byte("```\n"))
	if !found || !ended || !told || !closed {
		t.Fatalf("docs/exports.md has no example in %s with its output", language)
	}
	return string(one), string(two)
}
