package linear

import "slices"

// Tag is a universal part of speech with the Penn Treebank tag: the tagger
// predicts both at once.
type Tag struct {
	UPOS, XPOS string
}

// Tagger gives every word a tag, greedily from left to right.
type Tagger struct {
	Tags      []Tag // at most 255
	Dict      *Table
	Weights   *Table
	Gazetteer *Gazetteer
}

// Closed is the class of a cell of the dictionary that says: the word was seen
// often enough to take no other tag than those listed.
const Closed = 255

// Dictionary keys keep the exact form and the lower-cased form apart.
const (
	keyLower = 1
	keyExact = 2
)

// DictKeys returns the keys under which the tag dictionary knows a word.
func (w *Word) DictKeys() (lower, exact uint64) {
	return f1(keyLower, w.Lower), f1(keyExact, w.Form)
}

// LookUp fills in what the dictionary and the gazetteer know of the words.
func (t *Tagger) LookUp(s *Scratch) {
	t.Gazetteer.Mark(s)
	for i := range s.Words {
		w := &s.Words[i]
		lower, exact := w.DictKeys()
		a, b := t.Dict.Find(lower), t.Dict.Find(exact)
		w.Dict, w.Exact = ambiguity(a), ambiguity(b)
		w.allowed = ""
		switch {
		case b != "" && b[0] == Closed:
			w.allowed = b[cellSize:]
		case b == "" && a != "" && a[0] == Closed:
			w.allowed = a[cellSize:]
		}
	}
}

// ambiguity hashes the set of tags that a word can take: those with a weight
// in the dictionary.
func ambiguity(cells string) uint64 {
	if cells == "" {
		return 0
	}
	h := uint64(fnvOffset)
	for i := 0; i+1 < len(cells); i += cellSize {
		if cells[i] != Closed && cells[i+1] > 0 {
			h = (h ^ uint64(cells[i])) * fnvPrime
		}
	}
	return h ^ h>>29
}

// Tag fills in s.Tags.
func (t *Tagger) Tag(s *Scratch) {
	t.LookUp(s)
	for i := range s.Words {
		s.Tags[i] = t.best(s, i)
	}
}

func (t *Tagger) best(s *Scratch, i int) uint8 {
	allowed := s.Words[i].allowed
	if len(allowed) == cellSize {
		return allowed[0]
	}
	s.scores = zeroed(s.scores, len(t.Tags))
	t.Weights.Add(s.scores, s.TagFeatures(i))
	return uint8(Best(s.scores, allowed))
}

// Allowed returns the tags that the dictionary allows the word, as cells, or
// "" if any.
func (w *Word) Allowed() string { return w.allowed }

// Allows reports whether class is among the allowed cells, or whether there
// are none.
func Allows(allowed string, class uint8) bool {
	for i := 0; i < len(allowed); i += cellSize {
		if allowed[i] == class {
			return true
		}
	}
	return allowed == ""
}

// Best returns the class with the highest score among the allowed cells, or
// among all where there are none; of equals the first.
func Best(scores []int32, allowed string) int {
	if allowed == "" {
		return slices.Index(scores, slices.Max(scores))
	}
	best := int(allowed[0])
	for i := cellSize; i < len(allowed); i += cellSize {
		if c := int(allowed[i]); scores[c] > scores[best] {
			best = c
		}
	}
	return best
}

// TagFeatures returns the features of the tag at position i. It reads the tags
// before i and the words around it. The slice is good until the next call.
func (s *Scratch) TagFeatures(i int) []uint64 {
	w, before, after := s.word(i), s.word(i-1), s.word(i+1)
	before2, after2 := s.word(i-2), s.word(i+2)
	t1, t2 := s.tag(i-1), s.tag(i-2)
	h, h1, h2 := s.hint(i), s.hint(i-1), s.hint(i+1)
	flags := uint64(w.Flags)
	s.features = append(s.features[:0],
		f1(1, w.Lower),
		f1(2, w.Form),
		f1(3, w.Suffix[0]),
		f1(4, w.Suffix[1]),
		f1(5, w.Suffix[2]),
		f1(6, w.Suffix[3]),
		f1(7, w.Prefix[0]),
		f1(8, w.Prefix[1]),
		f1(9, w.Prefix[2]),
		f2(10, w.Shape, flags&uint64(First|Titled|Shouted)),
		f2(11, w.Dict, w.Exact),
		f2(12, w.Suffix[2], flags),

		f1(20, t1),
		f2(21, t1, t2),
		f2(22, t1, w.Lower),
		f2(23, t1, w.Suffix[2]),
		f3(24, t1, t2, w.Dict),
		f2(25, t1, w.Dict),
		f3(26, t1, w.Dict, after.Dict),
		f2(27, t1, after.Lower),
		f2(28, t1, flags),

		f1(30, before.Lower),
		f1(31, after.Lower),
		f1(32, before2.Lower),
		f1(33, after2.Lower),
		f2(34, before.Lower, w.Lower),
		f2(35, w.Lower, after.Lower),
		f2(36, before.Lower, after.Lower),
		f2(37, w.Dict, after.Dict),
		f3(38, w.Dict, after.Dict, after2.Dict),
		f1(39, before.Suffix[2]),
		f1(40, after.Suffix[2]),
		f2(41, after.Suffix[1], w.Suffix[1]),
		f2(42, before.Shape, w.Shape),
		f2(43, after.Shape, w.Shape),
		f2(44, w.Suffix[3], t1),
		f2(45, w.Lower, after.Dict),
		f3(46, t1, w.Lower, after.Dict),
		f2(47, before.Lower, w.Dict),
		f2(48, after.Lower, w.Dict),
		f3(49, t2, t1, w.Lower),
		// far to the right: a verb there makes a conjunction of a preposition
		f2(60, w.Lower, after2.Dict),
		f2(61, w.Lower, s.word(i+3).Dict),
		f2(62, w.Lower, s.word(i+4).Dict),
		f2(63, w.Lower, s.word(i+5).Dict),
		f3(64, w.Lower, after2.Dict, s.word(i+3).Dict),
		f2(65, w.Dict, s.word(i+3).Dict),

		f2(50, h, w.Shape),
		f2(51, h, t1),
		f3(52, h1, h, h2),
		f3(53, w.Suffix[2], w.Shape, t1),
		f3(54, w.Dict, flags, t1),
	)
	return s.features
}
