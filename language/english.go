package language

import (
	"embed"
	"fmt"

	"annals/language/lemma"
	"annals/language/neural"
	"annals/language/token"
)

//go:embed en/*.tsv
var englishFiles embed.FS

// The models are strings so that their tables are read where they lie in the
// program, without a copy. NOTICE says what they were trained on.
var (
	//go:embed en/network.bin
	englishNetwork string
	//go:embed en/lemmas.bin
	englishLemmas string
	//go:embed en/sentences.bin
	englishBoundaries string
)

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
	if lexicon.Boundaries, err = token.ParseBoundaries("en/sentences.bin", englishBoundaries); err != nil {
		return nil, fmt.Errorf("loading English: %w", err)
	}
	var models Models
	if models.Network, err = neural.Parse("en/network.bin", englishNetwork, gazetteer); err != nil {
		return nil, fmt.Errorf("loading English: %w", err)
	}
	if models.Lemmas, err = lemma.Parse("en/lemmas.bin", englishLemmas); err != nil {
		return nil, fmt.Errorf("loading English: %w", err)
	}
	r, err := New(lexicon, &models)
	if err != nil {
		return nil, err
	}
	if r.irregular, err = newIrregular(englishFiles, "en/irregular.tsv", "en/verbs.tsv"); err != nil {
		return nil, err
	}
	if r.spelt, err = newSpelt(englishFiles, "en/endings.tsv", "en/interjections.tsv"); err != nil {
		return nil, err
	}
	r.register = gazetteer
	if r.classes, err = newClasses(englishFiles, "en/classes.tsv"); err != nil {
		return nil, err
	}
	r.names, err = newKnown(englishFiles, "en/known.tsv", cutter(lexicon))
	return r, err
}

// EnglishTokens returns what English tokens are cut with, without what is learned
// of the ends of sentences.
func EnglishTokens() (*token.Lexicon, error) {
	lexicon, err := token.Load(englishFiles, "en")
	if err != nil {
		return nil, fmt.Errorf("loading English: %w", err)
	}
	return lexicon, nil
}

// EnglishGazetteer returns the names that the English models are to be trained
// with.
func EnglishGazetteer() (*neural.Gazetteer, error) {
	lexicon, err := token.Load(englishFiles, "en")
	if err != nil {
		return nil, fmt.Errorf("loading English: %w", err)
	}
	return loadGazetteer(lexicon)
}

func loadGazetteer(lexicon *token.Lexicon) (*neural.Gazetteer, error) {
	return neural.LoadGazetteer(englishFiles, cutter(lexicon), "en/names.tsv", "en/register.tsv")
}

// cutter returns what cuts names as the tokenizer cuts text.
func cutter(lexicon *token.Lexicon) func(name string) []string {
	return func(name string) []string {
		var forms []string
		for _, s := range token.Split(lexicon, name) {
			for _, t := range s.Tokens {
				forms = append(forms, name[t.Start:t.End])
			}
		}
		return forms
	}
}
