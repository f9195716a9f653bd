package conllu

import (
	"compress/gzip"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// TestOpen reads a file as it is, and one that is gzipped.
func TestOpen(t *testing.T) {
	folder := t.TempDir()
	plain, zipped := filepath.Join(folder, "a.conllu"), filepath.Join(folder, "a.conllu.gz")
	if err := os.WriteFile(plain, []byte("as it is"), 0o600); err != nil {
		t.Fatal(err)
	}
	file, err := os.Create(zipped)
	if err != nil {
		t.Fatal(err)
	}
	w := gzip.NewWriter(file)
	if _, err := w.Write([]byte("gzipped")); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	if err := file.Close(); err != nil {
		t.Fatal(err)
	}
	for path, want := range map[string]string{plain: "as it is", zipped: "gzipped"} {
		opened, err := Open(path)
		if err != nil {
			t.Fatal(err)
		}
		got, err := io.ReadAll(opened)
		if err != nil || string(got) != want {
			t.Errorf("%s: %q, %v, want %q", path, got, err, want)
		}
		if err := opened.Close(); err != nil {
			t.Error(err)
		}
	}
}

// TestOpenErrors wants errors to name the file.
func TestOpenErrors(t *testing.T) {
	broken := filepath.Join(t.TempDir(), "broken.gz")
	if err := os.WriteFile(broken, []byte("not gzipped at all"), 0o600); err != nil {
		t.Fatal(err)
	}
	for _, path := range []string{broken, broken + "-absent"} {
		if _, err := Open(path); err == nil || !strings.Contains(err.Error(), path) {
			t.Errorf("%s: got error %v", path, err)
		}
	}
}
