package what

import (
	"io/fs"
	"slices"
	"strings"

	"annals/datafile"
	"annals/language"
	"annals/phrase"
)

// loadContexts reads the contexts and the lemmas that signal them.
func (c *Codebook) loadContexts(files fs.FS) error {
	known, err := datafile.Read(files, "plover/contexts.tsv", "context", "definition")
	if err != nil {
		return err
	}
	names := map[string]bool{}
	for _, row := range known.Rows {
		names[row.Get("context")] = true
	}
	table, err := datafile.Read(files, "en/contexts.tsv", "context", "words")
	if err != nil {
		return err
	}
	c.contexts = &contextWords{}
	return eachRow(table, func(row *datafile.Row) error {
		c.addExamples(row)
		name := row.Get("context")
		if !names[name] {
			return row.Errorf("context %q is not in plover/contexts.tsv", name)
		}
		c.cite(row, "context", name)
		for _, words := range row.List("words", "|") {
			c.contexts.add(words, name)
		}
		return nil
	})
}

// Contexts returns the contexts that the words of a sentence signal, in
// alphabetical order.
func (c *Codebook) Contexts(s *language.Sentence) []string {
	var out []string
	for i := range s.Tokens {
		out = c.contexts.at(s, i, out)
	}
	slices.Sort(out)
	return out
}

// contextWords finds the phrases of lemmas that signal contexts.
type contextWords struct {
	first  map[string][]contextPhrase // by first lemma
	firsts phrase.Filter              // of the first lemmas
}

type contextPhrase struct {
	rest []string
	name string
}

func (w *contextWords) add(words, name string) {
	if w.first == nil {
		w.first = map[string][]contextPhrase{}
	}
	lemmas := strings.Fields(strings.ToLower(words))
	w.firsts.Add(lemmas[0])
	w.first[lemmas[0]] = append(w.first[lemmas[0]], contextPhrase{lemmas[1:], name})
}

// at appends the contexts of the phrases that begin at a token to out, each once.
func (w *contextWords) at(s *language.Sentence, i int, out []string) []string {
	lemma := s.Tokens[i].Lemma
	if !w.firsts.MayHave(lemma) {
		return out
	}
	for _, p := range w.first[strings.ToLower(lemma)] {
		if i+len(p.rest) < len(s.Tokens) && p.follows(s, i+1) && !slices.Contains(out, p.name) {
			out = append(out, p.name)
		}
	}
	return out
}

func (p *contextPhrase) follows(s *language.Sentence, i int) bool {
	for k, lemma := range p.rest {
		if !strings.EqualFold(s.Tokens[i+k].Lemma, lemma) {
			return false
		}
	}
	return true
}
