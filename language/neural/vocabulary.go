package neural

import "annals/language/index"

// Vocabulary turns forms into rows of tables.
type Vocabulary struct {
	Forms     index.Index // plain forms that have a vector learned with the network
	Vectors   index.Index // lower-case forms that have a vector learned from raw text
	Shapes    index.Index // shapes
	Subwords  int         // rows of the table of pieces
	Classes   Classes     // of the words of Vectors
	Gazetteer *Gazetteer
}

// Spelling returns how the vocabulary knows a form: for counting what is to be
// in it.
func Spelling(form string) (plain, lower string, shape uint64) {
	var s spelling
	s.spell(form)
	return string(s.plain), string(s.lower), s.shape
}

// Look is the work space of reading forms.
type Look struct {
	Words    []Word // of the sentence, without the root
	spelling spelling
	pieces   []uint32
	name     []byte // the words of what may be a name of the gazetteer
}

// Words fills in l.Words for the forms of a sentence. They are good until the
// next call.
func (v *Vocabulary) Words(l *Look, forms []string) {
	l.Words = resize(l.Words, len(forms))
	l.pieces = l.pieces[:0]
	for i, form := range forms {
		l.pieces = v.word(&l.Words[i], form, &l.spelling, l.pieces)
	}
	markCase(l.Words)
	if v.Gazetteer != nil {
		v.Gazetteer.mark(l, forms)
	}
}

func (v *Vocabulary) word(w *Word, form string, s *spelling, rows []uint32) []uint32 {
	s.spell(form)
	from := len(rows)
	rows = pieces(rows, s.plain, v.Subwords)
	*w = Word{
		Form:     v.Forms.Find(index.Hash(s.plain)),
		Vector:   v.Vectors.Find(index.Hash(s.lower)),
		Shape:    v.Shapes.Find(s.shape),
		Marks:    s.marks,
		Subwords: rows[from:len(rows):len(rows)],
	}
	if w.Vector == 0 {
		w.Marks |= strange
	} else {
		w.Marks |= v.Classes.of(w.Vector)
	}
	return rows
}

// markCase marks the first word, and the words of sentences in which capitals
// say little: headlines, and those all in capitals.
func markCase(words []Word) {
	letters, capitals, uppers := 0, 0, 0
	begun := false
	for i := range words {
		m := words[i].Marks
		if !begun {
			words[i].Marks |= first
			begun = m&(letter|digit) != 0
		}
		if m&letter == 0 {
			continue
		}
		letters++
		if m&capital != 0 {
			capitals++
		}
		if m&upper != 0 {
			uppers++
		}
	}
	var mark Mark
	if letters > 3 && 3*capitals > 2*letters {
		mark |= titled
	}
	if letters > 1 && uppers == letters {
		mark |= shouted
	}
	for i := range words {
		words[i].Marks |= mark
	}
}

// resize returns a slice of length n that reuses the memory of s if it can.
func resize[T any](s []T, n int) []T {
	if cap(s) < n {
		return make([]T, n+n/4)[:n]
	}
	return s[:n]
}

// VectorUnit is what a step of a vector from raw text is worth.
const VectorUnit = 0.01
