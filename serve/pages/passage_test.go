package pages

import (
	"strings"
	"testing"

	"annals"
)

func lineAt(id string, start, end int) *annals.Line {
	return &annals.Line{ID: id, Sentence: annals.Quote{Span: annals.Span{start, end}}}
}

// TestPassages holds that a text is cut at its sentences, whatever its lines say.
func TestPassages(t *testing.T) {
	const text = "Ä rose. B fell. C." // the first letter has two bytes
	for _, test := range []struct {
		name, want string
		lines      []*annals.Line
	}{
		{"no lines", "Ä rose. B fell. C.", nil},
		{"two sentences", "[Ä rose.|1] [B fell.|2] C.", []*annals.Line{lineAt("1", 0, 7), lineAt("2", 8, 15)}},
		{"two lines of one", "[Ä rose.|1,2] B fell. C.", []*annals.Line{lineAt("1", 0, 7), lineAt("2", 0, 7)}},
		{"out of order", "[Ä rose.|1] [B fell.|2] C.", []*annals.Line{lineAt("2", 8, 15), lineAt("1", 0, 7)}},
		{"overlapping", "[Ä rose. B|1] fell. C.", []*annals.Line{lineAt("1", 0, 9), lineAt("2", 8, 15)}},
		{"outside", "Ä rose. B fell. C.", []*annals.Line{lineAt("1", 16, 99), lineAt("2", -3, 4), lineAt("3", 5, 5)}},
	} {
		var got strings.Builder
		for _, p := range passagesOf(text, test.lines) {
			if p.Lines == nil {
				got.WriteString(p.Text)
				continue
			}
			got.WriteString("[" + p.Text + "|" + strings.Join(p.Lines, ",") + "]")
		}
		if got.String() != test.want {
			t.Errorf("%s: %s, not %s", test.name, &got, test.want)
		}
	}
}

// FuzzPassages holds that no text is lost or said twice, wherever lines say that they stand.
func FuzzPassages(f *testing.F) {
	f.Add("Ä rose. B fell.", 0, 7, 8, 15)
	f.Add("", -1, 3, 2, 1)
	f.Fuzz(func(t *testing.T, text string, a, b, c, d int) {
		text = strings.ToValidUTF8(text, "?")
		var got strings.Builder
		for _, p := range passagesOf(text, []*annals.Line{lineAt("1", a, b), lineAt("2", c, d)}) {
			got.WriteString(p.Text)
		}
		if got.String() != text {
			t.Errorf("%q became %q", text, got.String())
		}
	})
}
