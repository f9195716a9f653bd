package attribution

import (
	"io/fs"
	"strings"

	"annals"
	"annals/datafile"
	"annals/language"
)

// Cause says that the text names what one word tells as the cause of what
// another tells.
type Cause struct {
	Cause  int // token that heads the cause
	Effect int // token that heads the effect
	Cue    int // token of the word that says so
	Row    annals.Row
}

// causeVerb is a verb whose subject is the cause of what stands in a slot: obj
// or a preposition. With reversed, the subject is the effect ("stem from").
type causeVerb struct {
	slot     string
	reversed bool
	row      annals.Row
}

func (c *Cues) loadCauses(files fs.FS) error {
	table, err := datafile.Read(files, "causes.tsv", "word", "kind", "other")
	if err != nil {
		return err
	}
	c.causeVerbs, c.causePrepositions, c.causeMarkers = map[string][]causeVerb{}, map[string]annals.Row{}, map[string]annals.Row{}
	for _, row := range table.Rows {
		word := row.Get("word")
		switch row.Get("kind") {
		case "effect":
			c.causeVerbs[word] = append(c.causeVerbs[word], causeVerb{row.Get("other"), false, cite(&row)})
		case "cause":
			c.causeVerbs[word] = append(c.causeVerbs[word], causeVerb{row.Get("other"), true, cite(&row)})
		case "preposition":
			c.causePrepositions[word] = cite(&row)
		case "marker":
			c.causeMarkers[word] = cite(&row)
		default:
			return row.Errorf("kind %q must be effect, cause, preposition or marker", row.Get("kind"))
		}
	}
	return nil
}

// Causes returns what the sentence names as the cause of what, in the order of
// the words that say so.
func (r *Reading) Causes() []Cause {
	var out []Cause
	for i := range r.s.Tokens {
		t := &r.s.Tokens[i]
		switch {
		case t.UPOS == "VERB":
			out = r.verbCauses(i, out)
			if language.IsRel(t.Rel, "advcl") && t.Head >= 0 {
				if mark := r.s.Child(i, "mark"); mark >= 0 {
					if row, ok := r.cues.causeMarkers[strings.ToLower(r.s.Tokens[mark].Form)]; ok {
						out = append(out, Cause{i, t.Head, mark, row})
					}
				}
			}
		case t.Head >= 0 && (language.IsRel(t.Rel, "obl") || language.IsRel(t.Rel, "nmod")):
			if row, ok := r.cues.causePrepositions[r.s.Case(i)]; ok {
				out = append(out, Cause{i, t.Head, r.s.Child(i, "case"), row})
			}
		}
	}
	return out
}

func (r *Reading) verbCauses(v int, out []Cause) []Cause {
	for _, cv := range r.cues.causeVerbs[strings.ToLower(r.s.Tokens[v].Lemma)] {
		other := r.slot(v, cv.slot)
		subject := r.s.Child(v, "nsubj", "nsubj:pass", "csubj")
		if subject < 0 && r.s.Tokens[v].Head >= 0 {
			subject = r.s.Tokens[v].Head // "..., resulting in protests": the clause before it
		}
		if other < 0 || subject < 0 {
			continue
		}
		if cv.reversed {
			out = append(out, Cause{other, subject, v, cv.row})
		} else {
			out = append(out, Cause{subject, other, v, cv.row})
		}
	}
	return out
}

func (r *Reading) slot(v int, slot string) int {
	if slot == "obj" {
		return r.s.Child(v, "obj")
	}
	for c := range r.s.Children(v) {
		if language.IsRel(r.s.Tokens[c].Rel, "obl") && r.s.Case(c) == slot {
			return c
		}
	}
	return -1
}
