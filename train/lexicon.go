package train

import (
	"fmt"
	"os"
	"path/filepath"

	"annals/datafile"
	"annals/language/neural"
)

// ReadLexicon reads which classes of words forms can be of: a table with the columns form, in
// lower case, and classes, with spaces between (train/lexicon/lexicon.mjs makes one of WordNet).
func ReadLexicon(path string) (neural.Lexicon, error) {
	lexicon := neural.Lexicon{}
	err := datafile.Each(os.DirFS(filepath.Dir(path)), filepath.Base(path), func(row *datafile.Row) error {
		if err := lexicon.Add(row.Get("form"), row.Get("classes")); err != nil {
			return row.Errorf("%w", err)
		}
		return nil
	}, "form", "classes")
	if err != nil {
		return nil, fmt.Errorf("reading a lexicon: %w", err)
	}
	return lexicon, nil
}
