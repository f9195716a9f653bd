package language

import (
	"maps"
	"os"
	"slices"
	"strings"
	"testing"

	"annals/datafile"
	"annals/language/lemma"
)

// TestCodebookVerbs holds that the verbs of the codebook have their lemmas in every
// form, since nothing is coded of a verb that has another one.
func TestCodebookVerbs(t *testing.T) {
	table, err := datafile.Read(os.DirFS("../what/data/en"), "verbs.tsv", "verb", "if", "actor", "recipient", "type", "mode")
	if err != nil {
		t.Fatal(err)
	}
	r := english(t)
	verbs := map[string]bool{}
	for _, row := range table.Rows {
		verb, _, _ := strings.Cut(row.Get("verb"), " ")
		if len(verb) > 2 && strings.Trim(verb, "abcdefghijklmnopqrstuvwxyz-") == "" {
			verbs[verb] = true
		}
	}
	if len(verbs) < 300 {
		t.Errorf("only %d verbs", len(verbs))
	}
	for _, verb := range slices.Sorted(maps.Keys(verbs)) {
		for _, f := range regularForms(verb) {
			got := r.lemma(f.form, f.xpos, lemma.TagOf("VERB", f.xpos))
			if got != verb && !r.isForm(verb, f.xpos) && !(verbs[got] && shares(got, f)) {
				t.Errorf("%s as %s: lemma %s, want %s", f.form, f.xpos, got, verb)
			}
		}
	}
}

// shares reports whether a form may be that of another verb too: "fulfilled".
func shares(verb string, f inflected) bool {
	return slices.Contains(regularForms(verb), f) || f.form == verb+verb[len(verb)-1:]+"ed" || f.form == verb+verb[len(verb)-1:]+"ing"
}

// isForm reports whether a table has a form of a verb under a tag, which then is
// another than the regular one.
func (r *Reader) isForm(verb, xpos string) bool {
	for f, lemma := range r.irregular.forms {
		if lemma == verb && f.xpos == xpos {
			return true
		}
	}
	return false
}
