package train

import (
	"strings"
	"testing"
)

// TestRenamed holds that names change places with names of their kind and tags alone, and
// are printed as those before them.
func TestRenamed(t *testing.T) {
	sentence := func(words ...string) Sentence {
		var s Sentence
		for _, w := range words {
			form, name, _ := strings.Cut(w, "/")
			s.Tokens = append(s.Tokens, Token{Form: form, Name: name, XPOS: "NNP"})
		}
		return s
	}
	plain := sentence("Anna/B-PER", "Kral/I-PER", "saw/O", "Lisbon/B-LOC", "and/O", "porto/B-LOC")
	shouted := sentence("OSLO/B-LOC", "met/O", "BRIGITTE/B-PER", "STOLTE/I-PER")
	kinds := map[string]string{"anna kral": "PER", "brigitte stolte": "PER", "lisbon": "LOC", "porto": "LOC", "oslo": "LOC"}
	changed := false
	for seed := range uint64(20) {
		for i, s := range Renamed([]Sentence{plain, shouted}, &Registers{}, seed) {
			before := []Sentence{plain, shouted}[i]
			eachName(&s, func(m mould, first, end int) {
				name := strings.Join(s.forms()[first:end], " ")
				was := strings.Join(before.forms()[first:end], " ")
				if kinds[strings.ToLower(name)] != m.kind {
					t.Errorf("%q stands as %s in the place of %q", name, m.kind, was)
				}
				if (was == strings.ToLower(was)) != (name == strings.ToLower(name)) && len(was) > 4 {
					t.Errorf("%q is not printed like %q", name, was)
				}
				changed = changed || !strings.EqualFold(name, was)
			})
			for k, token := range s.Tokens {
				if token.Name == "O" && token != before.Tokens[k] {
					t.Errorf("%q changed to %q, which is no name", before.Tokens[k].Form, token.Form)
				}
			}
		}
	}
	if !changed {
		t.Error("no name has changed")
	}
}
