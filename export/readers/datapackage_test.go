package readers_test

import (
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// validation is what validate.js prints.
type validation struct {
	Errors []string
	Rows   map[string]int
}

// validated has the Frictionless library for JavaScript judge a data package.
func validated(t *testing.T, descriptor string) validation {
	t.Helper()
	if err := exec.Command("node", "-e", "require('datapackage')").Run(); err != nil {
		t.Skip("the validator of data packages is not there: npm install --no-package-lock, in export/readers")
	}
	cmd := exec.Command("node", "validate.js", descriptor)
	var problems strings.Builder
	cmd.Stderr = &problems
	out, err := cmd.Output()
	if err != nil {
		return validation{Errors: []string{problems.String()}}
	}
	var v validation
	if err := json.Unmarshal(out, &v); err != nil {
		t.Fatalf("%v: %s", err, out)
	}
	return v
}

// TestDataPackage holds that a data package is valid: its description by the profile of
// Data Package 1, and every cell of its tables by the type of its column.
func TestDataPackage(t *testing.T) {
	got := validated(t, filepath.Join(folder, "deposit", "datapackage.json"))
	if diff := cmp.Diff(validation{Errors: []string{}, Rows: map[string]int{"lines": 8, "events": 5}}, got); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
}

// TestDataPackageBroken holds that the validator would have found a wrong cell and a wrong
// description.
func TestDataPackageBroken(t *testing.T) {
	for _, test := range []struct{ name, file, old, new string }{
		{"cell", "lines.csv", ",2019-10-14,2019-10-14,", ",2019-10-14,in October,"},
		{"description", "datapackage.json", `"name": "deposit"`, `"name": "THE DEPOSIT"`},
	} {
		t.Run(test.name, func(t *testing.T) {
			dir := t.TempDir()
			if err := os.CopyFS(dir, os.DirFS(filepath.Join(folder, "deposit"))); err != nil {
				t.Fatal(err)
			}
			file := filepath.Join(dir, test.file)
			data, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			broken := strings.Replace(string(data), test.old, test.new, 1)
			if broken == string(data) {
				t.Fatalf("%s has no %s", test.file, test.old)
			}
			if err := os.WriteFile(file, []byte(broken), 0o600); err != nil {
				t.Fatal(err)
			}
			if got := validated(t, filepath.Join(dir, "datapackage.json")); len(got.Errors) == 0 {
				t.Errorf("no error was found: %+v", got)
			}
		})
	}
}
