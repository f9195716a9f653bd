package document

import (
	"bufio"
	"bytes"
	"path/filepath"
	"strings"
)

// format is the kind of a file.
type format int

const (
	formatPlain format = iota
	formatMarkdown
	formatHTML
	formatJSONLines
)

// formatOf tells the format of a file from its extension, and where that says
// nothing from its first bytes.
func formatOf(name string, in *bufio.Reader) format {
	if named, ok := namedFormat(name); ok {
		return named
	}
	return sniff(firstBytes(in))
}

// namedFormat tells the format of a file from its extension.
func namedFormat(name string) (f format, ok bool) {
	switch strings.ToLower(filepath.Ext(name)) {
	case ".txt", ".text":
		return formatPlain, true
	case ".md", ".markdown":
		return formatMarkdown, true
	case ".html", ".htm", ".xhtml":
		return formatHTML, true
	case ".jsonl", ".ndjson", ".json":
		return formatJSONLines, true
	}
	return formatPlain, false
}

// IsNamed reports whether the extension of a file says that it holds documents.
func IsNamed(name string) bool {
	_, ok := namedFormat(name)
	return ok
}

// firstBytes returns what the first read delivers, without consuming it. It
// does not wait for more: a pipe may deliver one line and then pause.
func firstBytes(in *bufio.Reader) []byte {
	if _, err := in.Peek(1); err != nil {
		return nil
	}
	head, _ := in.Peek(in.Buffered())
	return head
}

// sniff tells the format of a file from its beginning. Markdown cannot be told
// from plain text.
func sniff(head []byte) format {
	head = bytes.TrimLeft(bytes.TrimPrefix(head, []byte(byteOrderMark)), " \t\r\n")
	if rest, ok := bytes.CutPrefix(head, []byte("{")); ok {
		if bytes.HasPrefix(bytes.TrimLeft(rest, " \t"), []byte(`"`)) {
			return formatJSONLines
		}
		return formatPlain
	}
	head = bytes.ToLower(head[:min(len(head), 64)])
	for _, tag := range []string{"<!doctype html", "<html", "<head", "<body", "<article", "<main", "<div", "<p>", "<?xml"} {
		if bytes.HasPrefix(head, []byte(tag)) {
			return formatHTML
		}
	}
	return formatPlain
}
