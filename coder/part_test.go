package coder

import (
	"strings"
	"testing"
	"unicode/utf8"
)

func TestPartsMakeUpTheText(t *testing.T) {
	texts := map[string]string{
		"empty":        "",
		"short":        "Peru sued Chile.",
		"paragraphs":   strings.Repeat("Peru sued Chile. Chile denied it.\n\n", 20000),
		"lines":        strings.Repeat("Peru sued Chile.\n", 40000),
		"spaces":       strings.Repeat("Perú ", 200000),
		"one word":     strings.Repeat("é", 500000),
		"not UTF-8":    strings.Repeat("\xff\xfe", 300000),
		"exactly full": strings.Repeat("a", partSize),
	}
	for name, text := range texts {
		t.Run(name, func(t *testing.T) {
			var joined strings.Builder
			for p := range parts(text) {
				if p.start != joined.Len() {
					t.Fatalf("a part begins at %d, but %d bytes came before it", p.start, joined.Len())
				}
				if len(p.text) > partSize {
					t.Errorf("a part of %d bytes", len(p.text))
				}
				if utf8.ValidString(text) && !utf8.ValidString(p.text) {
					t.Error("a character was cut in two")
				}
				joined.WriteString(p.text)
			}
			if joined.String() != text {
				t.Error("the parts do not make up the text")
			}
		})
	}
}
