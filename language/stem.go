package language

import (
	"strings"

	"annals/language/index"
)

// A lemma that no text knows is a wrong one: where the endings make "rul" of
// "ruled", the stem is looked for among the words that have vectors.

// regular says for a Penn tag which endings are cut off and what may stand in
// their place; the first that is a word counts, the most frequent of them. "="
// stands for nothing and for one consonant of two: "plan" of "planned".
var regular = map[string][]ending{
	"VBD": {{"ied", "y"}, {"ed", "="}, {"ed", "e"}},
	"VBN": {{"ied", "y"}, {"ed", "="}, {"ed", "e"}},
	"VBG": {{"ying", "y"}, {"ying", "ie"}, {"ing", "="}, {"ing", "e"}},
	"VBZ": {{"ies", "y"}, {"es", "="}, {"s", "="}},
	"NNS": {{"ies", "y"}, {"es", "="}, {"s", "="}},
}

// ending is what is cut off and what is put in its place.
type ending struct{ cut, add string }

// shortestStem is how many letters a stem has at least.
const shortestStem = 3

// known is the rank of a word among those that texts use, 1 for the most frequent;
// 0 if none does.
func (r *Reader) known(word string) uint32 {
	return r.models.Network.Vocabulary.Vectors.Find(index.Hash(word))
}

// stem returns a better lemma of a form than one that no text knows, or that one.
func (r *Reader) stem(form, xpos, lemma string) string {
	endings := regular[xpos]
	if endings == nil || len(lemma) < shortestStem {
		return lemma
	}
	form = strings.ToLower(form)
	if rank := r.known(lemma); rank != 0 && !isCutWrongly(form, xpos, lemma) {
		return r.undoubled(form, lemma, rank)
	}
	best, rank := lemma, uint32(0)
	try := func(word string) {
		if k := r.known(word); k != 0 && (rank == 0 || k < rank) {
			best, rank = word, k
		}
	}
	for _, e := range endings {
		stem, ok := strings.CutSuffix(form, e.cut)
		if !ok || len(stem) < shortestStem-1 {
			continue
		}
		if e.add != "=" {
			try(stem + e.add)
			continue
		}
		try(stem)
		if n := len(stem); n > shortestStem && stem[n-1] == stem[n-2] {
			try(stem[:n-1])
		}
	}
	return best
}

// isCutWrongly reports whether a lemma lacks a letter that no rule of English takes
// from a verb: "bom" of "bombed". Only one of two like consonants falls away.
func isCutWrongly(form, xpos, lemma string) bool {
	var rest string
	switch xpos {
	case "VBD", "VBN":
		rest, _ = strings.CutSuffix(form, "ed")
	case "VBG":
		rest, _ = strings.CutSuffix(form, "ing")
	default:
		return false
	}
	missing, found := strings.CutPrefix(rest, lemma)
	return found && rest != form && len(missing) == 1 && missing[0] != lemma[len(lemma)-1]
}

// rarer is how many times rarer a word must be than another to be a mistake for it.
const rarer = 4

// undoubled returns the lemma of a form such as "shelled", whose verb ends in two
// like letters, where the lemma has lost one and a rare word has come out ("shel").
// Verbs end so in ll, ss, ff and zz.
func (r *Reader) undoubled(form, lemma string, rank uint32) string {
	last := lemma[len(lemma)-1:]
	switch last {
	case "l", "s", "f", "z":
	default:
		return lemma
	}
	if !strings.HasPrefix(form, lemma+last) {
		return lemma
	}
	if k := r.known(lemma + last); k != 0 && k*rarer < rank {
		return lemma + last
	}
	return lemma
}
