package language

import (
	"fmt"
	"io/fs"
	"strings"

	"annals/datafile"
)

// irregular knows the lemmas of irregular past tenses and participles. Histories
// use many that no treebank shows: "fled", "slew", "overthrew".
type irregular struct {
	past, participle, gerund map[string]string
}

// newIrregular reads a table of verbs.
func newIrregular(files fs.FS, name string) (*irregular, error) {
	table, err := datafile.Read(files, name, "lemma", "past", "participle")
	if err != nil {
		return nil, fmt.Errorf("loading irregular verbs: %w", err)
	}
	v := &irregular{map[string]string{}, map[string]string{}, map[string]string{}}
	for _, row := range table.Rows {
		for _, form := range row.List("past", "|") {
			v.past[form] = row.Get("lemma")
			if stem, regular := strings.CutSuffix(form, "ed"); regular {
				v.gerund[stem+"ing"] = row.Get("lemma") // "dubbed": "dubbing"
			}
		}
		for _, form := range row.List("participle", "|") {
			v.participle[form] = row.Get("lemma")
		}
	}
	return v, nil
}

// lemma returns the lemma of a form with a Penn Treebank tag, if the form is
// irregular.
func (v *irregular) lemma(form, xpos string) (string, bool) {
	var forms map[string]string
	switch xpos {
	case "VBD":
		forms = v.past
	case "VBN":
		forms = v.participle
	case "VBG":
		forms = v.gerund
	default:
		return "", false
	}
	lemma, ok := forms[form]
	if !ok {
		lemma, ok = forms[strings.ToLower(form)]
	}
	return lemma, ok
}
