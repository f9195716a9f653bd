package when

import (
	"strings"
	"testing"
	"unicode/utf8"

	"annals"
	"annals/language"
)

// sentence cuts a text at white space and at the punctuation around words, as
// a stand-in for the language reader: no tags, no tree. A word may carry its
// parts of speech: "protests/NOUN", "meets/VERB+VBZ".
func sentence(text string) *language.Sentence {
	s := &language.Sentence{}
	var source strings.Builder
	add := func(form, tag string, glued bool) {
		if source.Len() > 0 && !glued {
			source.WriteByte(' ')
		}
		tag, fine, _ := strings.Cut(tag, "+")
		runes := utf8.RuneCountInString(source.String())
		s.Tokens = append(s.Tokens, language.Token{
			Form: form, UPOS: tag, XPOS: fine, Head: language.Root,
			Span:  annals.Span{runes, runes + utf8.RuneCountInString(form)},
			Bytes: annals.Span{source.Len(), source.Len() + len(form)},
		})
		source.WriteString(form)
	}
	for field := range strings.FieldsSeq(text) {
		word, tag, _ := strings.Cut(field, "/")
		if tag != strings.ToUpper(tag) || strings.ToLower(tag) == tag {
			word, tag = field, ""
		}
		glued := false
		for len(word) > 1 && strings.ContainsRune("(\"", rune(word[0])) {
			add(word[:1], "", glued)
			word, glued = word[1:], true
		}
		var tail []string
		for len(word) > 1 && strings.ContainsRune(",.:;!?)\"", rune(word[len(word)-1])) && !abbreviation(word) {
			tail = append(tail, word[len(word)-1:])
			word = word[:len(word)-1]
		}
		if stem, ok := strings.CutSuffix(word, "'s"); ok && stem != "" && (stem[0] < '0' || stem[0] > '9') {
			word, tail = stem, append(tail, "'s")
		}
		add(word, tag, glued)
		for i := len(tail) - 1; i >= 0; i-- {
			add(tail[i], "", true)
		}
	}
	s.Source = source.String()
	s.Text = s.Source
	s.Link()
	return s
}

// abbreviation reports words whose full stop belongs to them.
func abbreviation(word string) bool {
	switch strings.ToLower(word) {
	case "oct.", "sept.", "dec.", "jan.", "no.", "nos.", "c.", "ca.", "p.", "pp.", "b.c.", "a.d.", "b.c.e.", "u.s.":
		return true
	}
	return false
}

// rules loads the rules or fails the test.
func rules(t testing.TB) *Rules {
	t.Helper()
	r, err := New()
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// reference reads the reference in front of an example: "[2021-05-26] " is the
// day of publication, "[told 1918] " the date told last.
func reference(text string) (Reference, string) {
	inner, rest, ok := strings.Cut(strings.TrimPrefix(text, "["), "] ")
	if !ok || text[0] != '[' {
		return Reference{}, text
	}
	if told, ok := strings.CutPrefix(inner, "told "); ok {
		return Reference{Narrative: &annals.When{EDTF: told}}, rest
	}
	return Reference{Published: inner}, rest
}

// show writes expressions as the examples do: "at 2010 ; since 1991/..".
func show(found []Expression) string {
	if len(found) == 0 {
		return "-"
	}
	var parts []string
	for _, e := range found {
		value := e.When.EDTF
		switch {
		case e.Kind != Point:
			value = e.Kind.String()
		case value == "":
			value = "none"
		}
		parts = append(parts, e.Relation+" "+value)
	}
	return strings.Join(parts, " ; ")
}
