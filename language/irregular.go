package language

import (
	"fmt"
	"io/fs"
	"strings"

	"annals/datafile"
)

// irregular knows the lemmas of forms that neither treebanks nor spelling tell:
// irregular past tenses and participles, of which histories use many that no
// treebank shows ("fled", "slew", "overthrew"), and all forms of some verbs.
type irregular struct {
	forms map[inflected]string
}

// newIrregular reads a table of irregular verbs and one of others.
func newIrregular(files fs.FS, irregularVerbs, verbs string) (*irregular, error) {
	v := &irregular{map[inflected]string{}}
	table, err := datafile.Read(files, verbs, "lemma", "stem")
	if err != nil {
		return nil, fmt.Errorf("loading verbs: %w", err)
	}
	for _, row := range table.Rows {
		v.regular(row.Get("lemma"), row.List("stem", "|"))
	}
	if table, err = datafile.Read(files, irregularVerbs, "lemma", "past", "participle"); err != nil {
		return nil, fmt.Errorf("loading irregular verbs: %w", err)
	}
	for _, row := range table.Rows {
		for _, form := range row.List("past", "|") {
			v.forms[inflected{form, "VBD"}] = row.Get("lemma")
		}
		for _, form := range row.List("participle", "|") {
			v.forms[inflected{form, "VBN"}] = row.Get("lemma")
		}
	}
	return v, nil
}

// regular adds the forms of a verb; stems are what stands before -ed and -ing.
func (v *irregular) regular(verb string, stems []string) {
	for _, f := range regularForms(verb) {
		if len(stems) == 0 || f.xpos == "VB" || f.xpos == "VBP" || f.xpos == "VBZ" {
			v.forms[f] = verb
		}
	}
	for _, stem := range stems {
		v.forms[inflected{stem + "ed", "VBD"}] = verb
		v.forms[inflected{stem + "ed", "VBN"}] = verb
		v.forms[inflected{stem + "ing", "VBG"}] = verb
		if stem[len(stem)-1] == 's' {
			v.forms[inflected{stem + "es", "VBZ"}] = verb
		}
	}
}

// otherPast is the tag that a past tense or participle is mistaken for: "froze" is no participle,
// but its verb is the same.
var otherPast = map[string]string{"VBD": "VBN", "VBN": "VBD"}

// lemma returns the lemma of a form with a Penn Treebank tag, if a table has it.
func (v *irregular) lemma(form, xpos string) (string, bool) {
	if !strings.HasPrefix(xpos, "VB") {
		return "", false
	}
	lemma, ok := v.forms[inflected{form, xpos}]
	if other := otherPast[xpos]; !ok && other != "" {
		lemma, ok = v.forms[inflected{form, other}]
	}
	return lemma, ok
}
