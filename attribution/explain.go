package attribution

import (
	"fmt"
	"path"
	"strings"

	"annals"
	"annals/datafile"
)

// StatusReason is one word, or one fact of grammar, that makes what a token
// tells less than a fact.
type StatusReason struct {
	annals.Reason
	Token  int // the word
	Status annals.Status
}

// modalWord is a row of the table of words that are no facts.
type modalWord struct{ kind, word string }

// cite names a row for explanations.
func cite(row *datafile.Row) annals.Row {
	return annals.Row{Entry: row.Get("word"), File: path.Join("attribution/en", row.File), Line: row.Line}
}

// ExplainStatus is Status with the words that it rests on, from the token
// upwards. There are none for what is told as a fact.
func (r *Reading) ExplainStatus(token int) (annals.Status, []StatusReason) {
	var found []StatusReason
	asked := *r
	asked.why = &found
	return asked.Status(token), found
}

// because passes a status on and keeps its reason if somebody asks.
func (r *Reading) because(token int, kind string, status annals.Status) annals.Status {
	if r.why != nil && rank(status) > 0 {
		*r.why = append(*r.why, r.statusReason(token, kind, status))
	}
	return status
}

// statusReason says what a word of some kind does.
func (r *Reading) statusReason(token int, kind string, status annals.Status) StatusReason {
	out := StatusReason{Token: token, Status: status}
	form := "“" + r.s.Tokens[token].Form + "”"
	switch kind {
	case string(annals.Denies), string(annals.Doubts):
		out.Says = fmt.Sprintf("who speaks of it %s it: %s", kind, status)
		for i := range r.Said {
			if said := &r.Said[i]; said.Content == token && string(said.Stance) == kind {
				out.Token, out.Rows = said.Cue, []annals.Row{said.Row}
			}
		}
		return out
	case "purpose":
		out.Says = fmt.Sprintf("%s with an infinitive tells a purpose, which need not have come about: %s", form, status)
		return out
	case "question":
		out.Says = fmt.Sprintf("a question mark closes its clause: %s", status)
		return out
	case "inversion":
		out.Says = fmt.Sprintf("its clause opens with the auxiliary, as conditions do: %s", status)
		return out
	case "command":
		out.Says = fmt.Sprintf("%s commands, with no subject: %s", form, status)
		return out
	case "is to":
		out.Says = fmt.Sprintf("%s stands behind a form of “be” with “to”, which tells a plan: %s", form, status)
		return out
	case "indefinite":
		out.Says = fmt.Sprintf("%s tells of one that may be, and of none that was: %s", form, status)
		return out
	case "negation":
		token = r.negator(token)
		form, out.Token = "“"+r.s.Tokens[token].Form+"”", token
	}
	if row, ok := r.modalRow(token, kind); ok {
		out.Rows = []annals.Row{row}
	}
	out.Says = fmt.Sprintf("%s (%s): %s", form, kind, status)
	if kind == "auxiliary" && status == annals.Future && strings.EqualFold(r.s.Tokens[token].Form, "would") {
		out.Says = fmt.Sprintf("%s in reported speech is the past of “will”: %s", form, status)
	}
	return out
}

// negator returns the negating word of a phrase: the "no" of "no treaty".
func (r *Reading) negator(token int) int {
	if r.cues.negations[strings.ToLower(r.s.Tokens[token].Lemma)] {
		return token
	}
	if no := r.s.Child(token, "advmod", "det"); no >= 0 && r.cues.negations[r.negativeAdverb(no, token)] {
		return token // "no longer"
	}
	if det := r.s.Child(token, "det", "cc:preconj"); det >= 0 {
		return det
	}
	return token
}

// modalRow returns the row of a word that is no fact: by its form, its lemma, its
// lemma with a particle, or that with a preposition that stands behind it.
func (r *Reading) modalRow(token int, kind string) (annals.Row, bool) {
	t := &r.s.Tokens[token]
	lemma := strings.ToLower(t.Lemma)
	for _, word := range []string{strings.ToLower(t.Form), lemma} {
		if row, ok := r.cues.modality[modalWord{kind, word}]; ok && (kind != "governor" || word == lemma) {
			return row, true
		}
	}
	switch kind {
	case "negation":
		if no := r.s.Child(token, "advmod", "det"); no >= 0 {
			row, ok := r.cues.modality[modalWord{kind, r.negativeAdverb(no, token)}]
			return row, ok
		}
	case "governor":
		return r.governorRow(token)
	}
	return annals.Row{}, false
}

func (r *Reading) governorRow(token int) (annals.Row, bool) {
	word := r.governor(token)
	if row, ok := r.cues.modality[modalWord{"governor", word}]; ok {
		return row, true
	}
	for c := range r.s.Children(token) {
		before := r.s.Child(c, "mark", "case")
		if before < 0 {
			continue
		}
		if row, ok := r.cues.modality[modalWord{"governor", word + " " + strings.ToLower(r.s.Tokens[before].Lemma)}]; ok {
			return row, true
		}
	}
	return annals.Row{}, false
}
