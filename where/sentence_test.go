package where

import (
	"strings"
	"testing"
	"unicode/utf8"

	"annals"
	"annals/gazetteer"
	"annals/language"
)

// sentence cuts a text at white space, as a stand-in for the language reader:
// "went/VERB/go" is a word with its part of speech and its lemma, and there is
// no tree.
func sentence(text string) *language.Sentence {
	s := &language.Sentence{}
	var source strings.Builder
	for field := range strings.FieldsSeq(text) {
		form, rest, _ := strings.Cut(field, "/")
		tag, lemma, _ := strings.Cut(rest, "/")
		if form == "" {
			form = field
		}
		if source.Len() > 0 {
			source.WriteByte(' ')
		}
		runes := utf8.RuneCountInString(source.String())
		s.Tokens = append(s.Tokens, language.Token{
			Form: form, UPOS: tag, Lemma: lemma, Head: language.Root,
			Span:  annals.Span{runes, runes + utf8.RuneCountInString(form)},
			Bytes: annals.Span{source.Len(), source.Len() + len(form)},
		})
		source.WriteString(form)
	}
	s.Source = source.String()
	s.Text = s.Source
	s.Link()
	return s
}

// places loads the tables or fails the test.
func places(t testing.TB) *Places {
	t.Helper()
	g, err := gazetteer.Load()
	if err != nil {
		t.Fatal(err)
	}
	p, err := New(g)
	if err != nil {
		t.Fatal(err)
	}
	return p
}

// show writes mentions as the examples do: role, name or else text, country.
func show(found []Mention) string {
	if len(found) == 0 {
		return "-"
	}
	var parts []string
	for _, m := range found {
		name := m.Place.Name
		if name == "" {
			name = m.Place.Text
		}
		parts = append(parts, strings.TrimSpace(string(m.Role)+" "+name+" "+m.Place.Country))
	}
	return strings.Join(parts, " ; ")
}
