package language

import (
	"embed"
	"fmt"

	"annals/language/linear"
	"annals/language/token"
)

//go:embed en/*.tsv
var englishFiles embed.FS

// englishModels is a string so that the tables are read where they lie in the
// program, without a copy. NOTICE says what they were trained on.
//
//go:embed en/models.bin
var englishModels string

// English returns the reader with the models embedded in the program.
func English() (*Reader, error) {
	lexicon, err := token.Load(englishFiles, "en")
	if err != nil {
		return nil, fmt.Errorf("loading English: %w", err)
	}
	models, err := linear.ParseModels("en/models.bin", englishModels)
	if err != nil {
		return nil, fmt.Errorf("loading English: %w", err)
	}
	return New(lexicon, models)
}
