package language

import (
	"strings"
	"testing"
	"unicode/utf8"

	"annals"
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

// TestPartsStandInTheirPlaces holds the sentences of a long document to the words
// at their positions.
func TestPartsStandInTheirPlaces(t *testing.T) {
	r := english(t)
	doc := &annals.Document{Text: strings.Repeat("“Perú” sued Chile.[1] It lost.\n\nChile won [2] all.\n\n", 5000)}
	var all []Sentence
	parts := 0
	for sentences := range r.Parts(doc) {
		all = append(all, sentences...)
		parts++
	}
	if parts < 2 || len(all) != 3*5000 {
		t.Fatalf("%d parts, %d sentences", parts, len(all))
	}
	points := counter{text: doc.Text}
	for i := range all {
		if all[i].Index != i || all[i].Text != doc.Text[all[i].Bytes.Start():all[i].Bytes.End()] {
			t.Fatalf("sentence %d has the number %d and the text %q", i, all[i].Index, all[i].Text)
		}
		for _, tok := range all[i].Tokens {
			if tok.Form != doc.Text[tok.Bytes.Start():tok.Bytes.End()] || tok.Span.Start() != points.at(tok.Bytes.Start()) {
				t.Fatalf("token %q of sentence %d stands at %v and %v", tok.Form, i, tok.Bytes, tok.Span)
			}
		}
	}
	if last := &all[len(all)-1]; last.Paragraph != 2*5000-1 || doc.Text[last.Marks[0].Start():last.Marks[0].End()] != "[2]" {
		t.Errorf("the last sentence is in paragraph %d with the marks %v", last.Paragraph, last.Marks)
	}
}
