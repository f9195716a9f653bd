package document

import (
	"strings"

	"annals"
)

const (
	fence          = "---"
	maxFrontMatter = 64 // lines; a longer one is taken for text
)

// frontMatter reads the "key: value" lines between --- lines at the beginning
// of text into the document. It returns how many bytes they take with their
// fences, 0 if the text has no front matter.
func (s *source) frontMatter(doc *annals.Document, text string) (int, error) {
	head, length := cutFrontMatter(text)
	for i, line := range head {
		key, value, _ := strings.Cut(line, ":")
		if err := setField(doc, fieldName(key), fieldValue(value)); err != nil {
			return 0, s.errorf(i+2, "front matter: %w", err)
		}
	}
	return length, nil
}

// cutFrontMatter returns the lines between the fences, and the length in bytes
// of them all.
func cutFrontMatter(text string) (head []string, length int) {
	known := false
	for raw := range strings.Lines(text) {
		length += len(raw)
		line := strings.TrimRight(raw, " \t\r\n")
		switch {
		case length == len(raw):
			if line != fence {
				return nil, 0
			}
		case line == fence:
			if !known {
				return nil, 0
			}
			return head, length
		default:
			key, _, ok := strings.Cut(line, ":")
			if !ok || !isKey(key) || len(head) == maxFrontMatter {
				return nil, 0
			}
			known = known || isField(fieldName(key))
			head = append(head, line)
		}
	}
	return nil, 0
}

// isKey reports whether a word can be the key of front matter.
func isKey(key string) bool {
	for _, r := range key {
		if r != '_' && r != '-' && (r|0x20 < 'a' || r|0x20 > 'z') {
			return false
		}
	}
	return key != ""
}

// fieldName is the name of the field that a key of front matter means.
func fieldName(key string) string {
	key = strings.ToLower(key)
	if key == "date" {
		return "published"
	}
	return key
}

// fieldValue returns the value without surrounding spaces and quotation marks.
func fieldValue(value string) string {
	value = strings.TrimSpace(value)
	if n := len(value); n >= 2 && (value[0] == '"' || value[0] == '\'') && value[n-1] == value[0] {
		return value[1 : n-1]
	}
	return value
}
