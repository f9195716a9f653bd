package language

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"annals/language/index"
	"annals/language/lemma"
	"annals/language/neural"
)

// The network names the words of each sentence alone. Here the names of a whole
// document are settled: one name has one kind in a document (Gale, Church and
// Yarowsky 1992), so that what is said of a word in all its places counts in each of
// them (Krishnan and Manning 2006), and so does what tables know of names.

// naming is the work space of names. It is reused from one call to the next.
type naming struct {
	scores  []float32      // of all labels of all tokens of the sentences
	place   map[uint64]int // of words in lower case, by their hash: their position among the sums
	folded  []byte
	count   []int     // by word: how often it stands in the document
	sums    []float32 // by word and kind, no name among them
	viterbi neural.Names
	padded  []float32
	labels  []uint8
	short   abbreviations
}

// How scores are changed. They were chosen on both halves of the names of EWT's
// development part; little changes from 0.7 to 1, from 2 to 9 and from -4 to -8.
const (
	shared    = 0.9 // how much of what is said of a word all its places share
	sure      = 2   // by so much better than others, a kind is right where it stands
	unlikely  = -6  // lower than this, beside the best label, a label cannot lie
	bodyBonus = 5   // for the words of an organization that a table knows
	nameBonus = 3   // for the words of a person's name behind a title
)

// settle chooses the names of sentences, whose scores lie in w. A document begins
// where Sentence.Index is 0.
func (r *Reader) settle(sentences []Sentence, w *naming) {
	scores := w.scores
	for len(sentences) > 0 {
		n, tokens := 1, len(sentences[0].Tokens)
		for n < len(sentences) && sentences[n].Index != 0 {
			tokens += len(sentences[n].Tokens)
			n++
		}
		size := tokens * len(r.labels)
		r.settleDocument(sentences[:n], scores[:size], w)
		sentences, scores = sentences[n:], scores[size:]
	}
}

// settleDocument chooses the names of one document.
func (r *Reader) settleDocument(sentences []Sentence, scores []float32, w *naming) {
	rest := scores
	for i := range sentences {
		s := &sentences[i]
		size := len(s.Tokens) * len(r.labels)
		r.support(s.Tokens, rest[:size])
		rest = rest[size:]
	}
	if len(sentences) > 1 {
		w.share(sentences, scores, len(r.labels))
	}
	r.matchAbbreviations(sentences, scores, &w.short)
	for i := range sentences {
		s := &sentences[i]
		size := len(s.Tokens) * len(r.labels)
		r.label(s.Tokens, scores[:size], w)
		scores = scores[size:]
		r.dropInterjections(s.Tokens)
		r.dropBare(s.Tokens)
		r.cutPlaces(s.Tokens)
		r.cutBodies(s)
		s.dropAdjectives()
		s.closeEnds()
		s.joinListed()
		r.joinFlat(s)
		s.keepPossessive()
		r.proper(s.Tokens)
		s.titledSubjects()
	}
}

// proper makes proper nouns of the capitalised nouns in names, and of pronouns and verbs that
// are a name by themselves ("WHO", "Hobbs"): what is a name in one sentence is one in all, and
// the network has tagged each alone.
func (r *Reader) proper(tokens []Token) {
	for i := range tokens {
		t := &tokens[i]
		if t.Name == "" || !isCapitalised(t.Form) {
			continue
		}
		alone := !t.Inside && (i+1 == len(tokens) || !tokens[i+1].Inside)
		switch {
		case t.UPOS == "NOUN" && t.XPOS == "NNS":
			t.XPOS = "NNPS"
		case t.UPOS == "NOUN" && t.XPOS == "NN", alone && (t.UPOS == "PRON" || t.UPOS == "VERB" && t.XPOS != "NNP"):
			t.XPOS = "NNP"
		default:
			continue
		}
		t.UPOS = "PROPN"
		t.Lemma = r.lemma(t.Form, t.XPOS, lemma.TagOf(t.UPOS, t.XPOS))
		r.classes.capitalise(t)
	}
}

// isCapitalised reports whether a form begins with a capital letter of ASCII, or of
// another alphabet, and has more than one letter.
func isCapitalised(form string) bool {
	return len(form) > 1 && ('A' <= form[0] && form[0] <= 'Z' || form[0] >= 0xc3 && startsUpper(form))
}

// support raises the scores of what tables know: organizations, and persons behind
// a title.
func (r *Reader) support(tokens []Token, scores []float32) {
	if r.names == nil {
		return
	}
	shouted := isShouted(tokens)
	for i := 0; i < len(tokens); i++ {
		row := scores[i*len(r.labels):]
		if !isCapitalised(tokens[i].Form) {
			if tokens[i].XPOS == "NNP" && longest(&r.names.regions, tokens[i:i+1], 0) == 1 {
				r.raise(row, location, false, bodyBonus) // "kenya"
			}
			continue
		}
		if i > 0 && r.names.titles[tokens[i-1].Form] {
			r.supportPerson(tokens[i:], row)
		}
		n := longest(&r.names.bodies, tokens, i)
		if n == 0 || n == 1 && shouted {
			continue
		}
		for k := range n {
			r.raise(row[k*len(r.labels):], organization, k > 0, bodyBonus)
		}
		i += n - 1
	}
}

// supportPerson raises the scores of the proper nouns behind a title: "Judge Ana May". The first
// may look like an adjective: "poet Christian Lund".
func (r *Reader) supportPerson(tokens []Token, scores []float32) {
	for k := range tokens {
		t := &tokens[k]
		given := k == 0 && t.XPOS == "JJ" && len(tokens) > 1 && tokens[1].XPOS == "NNP" && isCapitalised(tokens[1].Form) && !r.names.titles[tokens[1].Form]
		if t.XPOS != "NNP" && !given || !isCapitalised(t.Form) || r.names.titles[t.Form] || strings.HasSuffix(t.Form, "day") {
			return
		}
		r.raise(scores[k*len(r.labels):], person, k > 0, nameBonus)
	}
}

// The kinds of names.
const (
	person       = "PER"
	organization = "ORG"
	location     = "LOC"
)

// raise raises the score of a label.
func (r *Reader) raise(row []float32, kind string, inside bool, bonus float32) {
	for i, l := range r.labels {
		if l.kind == kind && l.inside == inside {
			row[i] += bonus
		}
	}
}

// isShouted reports whether a sentence has no word in lower case, so that capitals
// say nothing.
func isShouted(tokens []Token) bool {
	for i := range tokens {
		if form := tokens[i].Form; len(form) > 2 && 'a' <= form[0] && form[0] <= 'z' {
			return false
		}
	}
	return true
}

// share moves the scores of every word that may be a name toward their mean over all its
// places in the document, in whatever letters it is printed. Scores count from that of the best label down. Beginning
// and inside of a kind are moved alike: the surname that ends a full name may stand
// alone elsewhere.
func (w *naming) share(sentences []Sentence, scores []float32, labels int) {
	if w.place == nil {
		w.place = map[uint64]int{}
	}
	clear(w.place)
	w.count, w.sums = w.count[:0], w.sums[:0]
	row := 0
	for i := range sentences {
		for k := range sentences[i].Tokens {
			if t := &sentences[i].Tokens[k]; isShared(t) {
				w.add(t.Form, scores[row:row+labels])
			}
			row += labels
		}
	}
	row = 0
	for i := range sentences {
		for k := range sentences[i].Tokens {
			if t := &sentences[i].Tokens[k]; isShared(t) {
				w.mix(w.place[w.fold(t.Form)], scores[row:row+labels])
			}
			row += labels
		}
	}
}

// isShared reports whether a word may be a name wherever it stands: those in capitals, and
// in lower case proper nouns.
func isShared(t *Token) bool { return isCapitalised(t.Form) || t.XPOS == "NNP" }

// fold returns the hash of a form in lower case.
func (w *naming) fold(form string) uint64 {
	w.folded = w.folded[:0]
	for _, c := range form {
		w.folded = utf8.AppendRune(w.folded, unicode.ToLower(c))
	}
	return index.Hash(w.folded)
}

// add adds the scores of one place of a word to its sums.
func (w *naming) add(form string, scores []float32) {
	kinds := (len(scores) + 1) / 2
	key := w.fold(form)
	at, ok := w.place[key]
	if !ok {
		at = len(w.count)
		w.place[key] = at
		w.count = append(w.count, 0)
		for range kinds {
			w.sums = append(w.sums, 0)
		}
	}
	w.count[at]++
	top := highest(scores)
	for i := range scores {
		scores[i] -= top
	}
	sums := w.sums[at*kinds:]
	for kind := range kinds {
		sums[kind] += ofKind(scores, kind)
	}
}

// mix moves the scores of one place of a word toward the mean, unless they are sure:
// in a book there is "May" the month and "May" the minister.
func (w *naming) mix(at int, scores []float32) {
	n := w.count[at]
	kinds := (len(scores) + 1) / 2
	if n < 2 || second(scores, kinds) <= -sure {
		return
	}
	for kind, sum := range w.sums[at*kinds : (at+1)*kinds] {
		by := float32(shared * (sum/float32(n) - ofKind(scores, kind)))
		for i := max(0, 2*kind-1); i <= 2*kind; i++ {
			scores[i] += by
		}
	}
}

// second is the score of the second best kind.
func second(scores []float32, kinds int) float32 {
	best, next := float32(unlikely), float32(unlikely)
	for kind := range kinds {
		switch x := ofKind(scores, kind); {
		case x > best:
			best, next = x, best
		case x > next:
			next = x
		}
	}
	return next
}

// ofKind is the score of no name, which is kind 0, or the better one of the two
// labels of a kind; see neural.Names.
func ofKind(scores []float32, kind int) float32 {
	return max(scores[2*kind], scores[max(0, 2*kind-1)], unlikely)
}

func highest(scores []float32) float32 {
	top := scores[0]
	for _, x := range scores[1:] {
		top = max(top, x)
	}
	return top
}

// label gives the tokens of a sentence the best sequence of labels.
func (r *Reader) label(tokens []Token, scores []float32, w *naming) {
	n := len(r.labels)
	w.padded = append(w.padded[:0], scores[:min(n, len(scores))]...) // of the root, which has none
	w.padded = append(w.padded, scores...)
	w.labels = append(w.labels[:0], make([]uint8, len(tokens)+1)...)
	w.viterbi.Labels(w.padded, len(tokens)+1, n, n, w.labels)
	for i := range tokens {
		name := &r.labels[w.labels[i+1]]
		tokens[i].Name, tokens[i].Inside = name.kind, name.inside
		r.classes.capitalise(&tokens[i])
	}
}

// capitalise begins the lemma of a person or place with a capital where the text
// spares it: "kenya". Particles keep theirs: "de Gaulle", "bin Laden".
func (c classes) capitalise(t *Token) {
	if t.Name != person && t.Name != location || t.XPOS != "NNP" || len(t.Lemma) < 2 || t.Lemma[0] < 'a' || t.Lemma[0] > 'z' || t.Form[0] != t.Lemma[0] {
		return
	}
	if c[t.Lemma]&particle != 0 {
		return
	}
	t.Lemma = string(t.Lemma[0]-'a'+'A') + t.Lemma[1:]
}
