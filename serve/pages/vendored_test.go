package pages

import (
	"crypto/sha256"
	"encoding/hex"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"annals/datafile"
)

// TestVendored holds that VENDOR.tsv names every file that others wrote, that each is as
// it was published, and that its licence is beside it.
func TestVendored(t *testing.T) {
	table, err := datafile.Read(os.DirFS("."), "VENDOR.tsv", "name", "version", "licence", "from", "file", "licence_file", "sha256")
	if err != nil {
		t.Fatal(err)
	}
	var named []string
	for i := range table.Rows {
		row := &table.Rows[i]
		for _, column := range []string{"name", "version", "licence", "from"} {
			if row.Get(column) == "" {
				t.Error(row.Errorf("no %s", column))
			}
		}
		data, err := os.ReadFile(row.Get("file"))
		if err != nil {
			t.Error(row.Errorf("%v", err))
		}
		if sum := sha256.Sum256(data); hex.EncodeToString(sum[:]) != row.Get("sha256") {
			t.Error(row.Errorf("%s has the checksum %x", row.Get("file"), sum))
		}
		if licence, err := os.ReadFile(row.Get("licence_file")); err != nil || len(licence) < 200 {
			t.Error(row.Errorf("no licence: %v", err))
		}
		named = append(named, row.Get("file"))
	}
	for _, dir := range []string{"static/vendored", "testdata/axe"} {
		files, err := filepath.Glob(dir + "/*.js*")
		if err != nil {
			t.Fatal(err)
		}
		for _, file := range files {
			if !slices.Contains(named, filepath.ToSlash(file)) {
				t.Errorf("VENDOR.tsv does not name %s", file)
			}
		}
	}
}

// TestSmall holds that what a browser fetches once for all pages stays small.
func TestSmall(t *testing.T) {
	a, err := loadAssets(static)
	if err != nil {
		t.Fatal(err)
	}
	total := 0
	for name, file := range a.files {
		if !strings.HasPrefix(name, "vendored/licences/") {
			total += len(file.squeezed)
		}
	}
	t.Logf("%d bytes compressed", total)
	if most := 260 << 10; total > most {
		t.Errorf("the files are %d bytes compressed, more than %d", total, most)
	}
}
