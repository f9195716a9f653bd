package linear

// run is a sequence of capitalized words, with "of" and hyphens between: as a
// rule one name, or a few.
type run struct{ first, last int32 }

// hashes of the words that join the parts of a name.
var (
	hashOf     = hashString("of")
	hashHyphen = hashString("-")
)

// findRuns fills in s.runs: for every word the run that it is part of; last is
// before first where there is none.
func (s *Scratch) findRuns() {
	s.runs = resize(s.runs, len(s.Words))
	for i := 0; i < len(s.Words); {
		if s.Words[i].Flags&Capital == 0 {
			s.runs[i] = run{0, -1}
			i++
			continue
		}
		end := i + 1
		for end < len(s.Words) {
			w := &s.Words[end]
			joins := end+1 < len(s.Words) && (w.Form == hashOf || w.Form == hashHyphen) && s.Words[end+1].Flags&Capital != 0
			if w.Flags&Capital == 0 && !joins {
				break
			}
			end++
		}
		for k := i; k < end; k++ {
			s.runs[k] = run{int32(i), int32(end - 1)}
		}
		i = end
	}
}

// hint returns what the gazetteer says of position i; 255 outside.
func (s *Scratch) hint(i int) uint64 {
	if uint(i) < uint(len(s.Hints)) {
		return uint64(s.Hints[i])
	}
	return 255
}

// ownFeature turns a feature into the one that only sentences of the main
// corpus have (Daumé 2007).
const ownFeature = 0x5bf0_3635_dcf5_9d4b

// NameFeatures returns the features of the label at position i. It reads the
// tags and hints, and the runs that findRuns leaves. Where own is set each
// feature comes twice, for both corpora and for the main one. The slice is good
// until the next call.
func (s *Scratch) NameFeatures(i int, own bool) []uint64 {
	w, before, after := s.word(i), s.word(i-1), s.word(i+1)
	before2, after2 := s.word(i-2), s.word(i+2)
	t, t1, t2 := s.tag(i), s.tag(i-1), s.tag(i+1)
	flags := uint64(w.Flags)
	h, h1, h2 := s.hint(i), s.hint(i-1), s.hint(i+1)
	s.features = append(s.features[:0],
		f1(1, w.Form), f1(2, w.Lower), f1(3, w.Suffix[1]), f1(4, w.Suffix[2]), f1(5, w.Suffix[3]),
		f1(6, w.Prefix[1]), f1(7, w.Prefix[2]), f2(8, w.Shape, flags), f2(9, t, flags), f1(10, t),
		f1(11, before.Lower), f1(12, after.Lower), f1(13, before2.Lower), f1(14, after2.Lower),
		f2(15, before.Lower, w.Lower), f2(16, w.Lower, after.Lower), f2(17, before.Lower, w.Shape),
		f2(18, after.Lower, w.Shape), f2(19, t1, t), f2(20, t, t2), f3(21, t1, t, t2),
		f2(22, before.Shape, w.Shape), f2(23, w.Shape, after.Shape), f3(24, before.Shape, w.Shape, after.Shape),
		f2(25, before.Suffix[2], w.Shape), f2(26, after.Suffix[2], w.Shape), f2(27, w.Dict, w.Shape),
		f2(28, before2.Lower, before.Lower), f2(29, after.Lower, after2.Lower),
		f2(30, w.Suffix[2], t), f2(31, before.Lower, t), f2(32, after.Lower, t),
		f3(33, before.Lower, after.Lower, w.Shape),
		f1(40, h), f2(41, h1, h), f2(42, h, h2), f2(43, h, t), f3(44, h1, h, h2), f2(45, h, w.Shape),
		f2(46, h1, t), f2(47, h2, t),
	)
	if r := s.runs[i]; r.last >= r.first {
		s.runFeatures(i, r)
	}
	if own {
		for _, f := range s.features {
			s.features = append(s.features, finish(f^ownFeature))
		}
	}
	return s.features
}

// runFeatures adds features of the run of capitalized words around position i.
func (s *Scratch) runFeatures(i int, r run) {
	place := uint64(0)
	if i > int(r.first) {
		place = 1
	}
	length := uint64(min(r.last-r.first, 5))
	first, last := s.word(int(r.first)), s.word(int(r.last))
	before, after := s.word(int(r.first)-1), s.word(int(r.last)+1)
	s.features = append(s.features,
		f2(50, last.Lower, place), f2(51, first.Lower, place),
		f3(52, s.hint(int(r.last)), place, length), f3(53, s.hint(int(r.first)), place, length),
		f3(54, before.Lower, place, length), f3(55, after.Lower, place, length),
		f2(56, place, length), f3(57, before.Lower, after.Lower, length),
		f3(58, s.hint(int(r.first)), s.hint(int(r.last)), place), f2(59, last.Suffix[2], place),
	)
}
