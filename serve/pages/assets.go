package pages

import (
	"bytes"
	"compress/gzip"
	"crypto/sha256"
	"embed"
	"encoding/hex"
	"fmt"
	"io/fs"
	"mime"
	"net/http"
	"path"
	"strings"
)

//go:embed static
var static embed.FS

// assets are the embedded files that pages need. They are sent under a path that holds
// a hash of all of them, so that a browser may keep them for good and never mixes those
// of two versions.
type assets struct {
	prefix string // "/assets/HASH/"
	files  map[string]asset
}

// asset is one file, as it is and compressed.
type asset struct {
	kind            string // media type
	plain, squeezed []byte
}

// loadAssets reads and compresses all files below static.
func loadAssets(files fs.FS) (*assets, error) {
	a := &assets{files: map[string]asset{}}
	hash := sha256.New()
	err := fs.WalkDir(files, "static", func(name string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		data, err := fs.ReadFile(files, name)
		if err != nil {
			return err
		}
		short := strings.TrimPrefix(name, "static/")
		fmt.Fprintf(hash, "%s %d\n", short, len(data))
		hash.Write(data)
		a.files[short], err = newAsset(short, data)
		return err
	})
	if err != nil {
		return nil, fmt.Errorf("reading the embedded files of the pages: %w", err)
	}
	a.prefix = "/assets/" + hex.EncodeToString(hash.Sum(nil)[:8]) + "/"
	return a, nil
}

func newAsset(name string, data []byte) (asset, error) {
	var squeezed bytes.Buffer
	w := gzip.NewWriter(&squeezed)
	if _, err := w.Write(data); err != nil {
		return asset{}, err
	}
	if err := w.Close(); err != nil {
		return asset{}, err
	}
	return asset{kind: mediaType(name), plain: data, squeezed: squeezed.Bytes()}, nil
}

// mediaType is told by the name alone, since the tables of the system differ.
func mediaType(name string) string {
	switch path.Ext(name) {
	case ".js":
		return "text/javascript; charset=utf-8"
	case ".css":
		return "text/css; charset=utf-8"
	case ".svg":
		return "image/svg+xml"
	case ".json":
		return "application/json"
	}
	return mime.FormatMediaType("text/plain", map[string]string{"charset": "utf-8"})
}

// path returns where a file is found. A file that there is none of is a mistake in a
// template, which TestTemplates finds.
func (a *assets) path(name string) (string, error) {
	if _, ok := a.files[name]; !ok {
		return "", fmt.Errorf("there is no file static/%s", name)
	}
	return a.prefix + name, nil
}

// ServeHTTP sends a file. One of another version is not found.
func (a *assets) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	name, current := strings.CutPrefix(r.URL.Path, a.prefix)
	file, ok := a.files[name]
	if !current || !ok {
		http.NotFound(w, r)
		return
	}
	h := w.Header()
	h.Set("Content-Type", file.kind)
	h.Set("Cache-Control", "public, max-age=31536000, immutable")
	h.Set("X-Content-Type-Options", "nosniff")
	h.Set("Vary", "Accept-Encoding")
	body := file.plain
	if strings.Contains(r.Header.Get("Accept-Encoding"), "gzip") {
		h.Set("Content-Encoding", "gzip")
		body = file.squeezed
	}
	h.Set("Content-Length", fmt.Sprint(len(body)))
	if r.Method != http.MethodHead {
		_, _ = w.Write(body) // who went away needs no answer
	}
}
