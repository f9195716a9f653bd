package language

import (
	"embed"
	"fmt"

	"annals/language/linear"
	"annals/language/neural"
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
	gazetteer, err := loadGazetteer(lexicon)
	if err != nil {
		return nil, fmt.Errorf("loading English: %w", err)
	}
	models, err := linear.ParseModels("en/models.bin", englishModels, gazetteer)
	if err != nil {
		return nil, fmt.Errorf("loading English: %w", err)
	}
	r, err := New(lexicon, models)
	if err != nil {
		return nil, err
	}
	r.irregular, err = newIrregular(englishFiles, "en/irregular.tsv")
	return r, err
}

// EnglishGazetteer returns the names that the English models are to be trained
// with.
func EnglishGazetteer() (*linear.Gazetteer, error) {
	lexicon, err := token.Load(englishFiles, "en")
	if err != nil {
		return nil, fmt.Errorf("loading English: %w", err)
	}
	return loadGazetteer(lexicon)
}

// EnglishNames returns the names that the English network is to be trained with.
func EnglishNames() (*neural.Gazetteer, error) {
	lexicon, err := token.Load(englishFiles, "en")
	if err != nil {
		return nil, fmt.Errorf("loading English: %w", err)
	}
	return neural.LoadGazetteer(englishFiles, "en/names.tsv", func(name string) []string {
		var forms []string
		for _, s := range token.Split(lexicon, name) {
			for _, t := range s.Tokens {
				forms = append(forms, name[t.Start:t.End])
			}
		}
		return forms
	})
}

// loadGazetteer cuts the names as the tokenizer cuts text.
func loadGazetteer(lexicon *token.Lexicon) (*linear.Gazetteer, error) {
	return linear.LoadGazetteer(englishFiles, "en/names.tsv", func(name string) []string {
		var forms []string
		for _, s := range token.Split(lexicon, name) {
			for _, t := range s.Tokens {
				forms = append(forms, name[t.Start:t.End])
			}
		}
		return forms
	})
}
