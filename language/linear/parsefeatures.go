package linear

// at is what the features look at in one word of the state.
type at struct {
	word, tag, hint uint64
	w               *Word
}

var nowhere = at{word: 1, tag: 0, w: edge}

// look returns the word at place p (1 + position; 0 for none).
func (s *Scratch) look(p int32) at {
	i := int(p) - 1
	if i < 0 {
		return nowhere
	}
	if i >= len(s.Words) {
		return at{word: 2, tag: 255, hint: 254, w: edge} // the artificial root
	}
	return at{s.Words[i].Lower, uint64(s.Tags[i]) + 1, s.hint(i), &s.Words[i]}
}

// child returns word, tag and relation of the dependent at place p.
func (s *Scratch) child(p int32) (word, tag, rel uint64) {
	if p == 0 {
		return 1, 0, 0
	}
	return s.Words[p-1].Lower, uint64(s.Tags[p-1]) + 1, uint64(s.state.Rels[p-1]) + 1
}

// distance puts the distance of two places into classes.
func distance(a, b int32) uint64 {
	if a == 0 || b == 0 {
		return 0
	}
	d := b - a
	switch {
	case d <= 4:
		return uint64(d)
	case d <= 6:
		return 5
	case d <= 10:
		return 6
	}
	return 7
}

// ParseFeatures returns the features of the next action: the templates of
// Zhang and Nivre (2011), for the two words that an arc can join on either side
// of the top of the stack. The slice is good until
// the next call.
func (s *Scratch) ParseFeatures() []uint64 {
	st := &s.state
	p0, p1, p2 := st.top(0), st.top(1), st.top(2)
	n0 := int32(st.Next) + 1
	s0, s1, s2 := s.look(p0), s.look(p1), s.look(p2)
	b0, b1, b2, b3 := s.look(n0), s.later(n0+1), s.later(n0+2), s.later(n0+3)
	k0, k1, kb := st.kid(p0), st.kid(p1), st.kid(n0)

	l1w, l1t, l1r := s.child(k0.left1)
	_, l2t, l2r := s.child(k0.left2)
	r1w, r1t, r1r := s.child(k0.right1)
	_, r2t, r2r := s.child(k0.right2)
	q1w, q1t, q1r := s.child(k1.right1)
	_, q2t, q2r := s.child(k1.right2)
	m1w, m1t, m1r := s.child(k1.left1)
	c1w, c1t, c1r := s.child(kb.left1)
	_, c2t, c2r := s.child(kb.left2)

	d0, d1 := distance(p0, n0), distance(p1, p0)
	v0, v1, vb := uint64(k0.lefts)<<8|uint64(k0.rights), uint64(k1.lefts)<<8|uint64(k1.rights), uint64(kb.lefts)
	s0wt, s1wt, b0wt := join(s0.word, s0.tag), join(s1.word, s1.tag), join(b0.word, b0.tag)
	s0b0, s1s0 := join(s0.tag, b0.tag), join(s1.tag, s0.tag)
	verbs := s.verbsBehind(n0)
	commas0, commas1 := s.commasBetween(p0, n0), s.commasBetween(p1, p0)
	three := join(s1s0, b0.tag)

	s.features = append(s.features[:0],
		// single words
		f1(1, s0wt), f1(2, s0.word), f1(3, s0.tag),
		f1(4, s1wt), f1(5, s1.word), f1(6, s1.tag),
		f1(7, b0wt), f1(8, b0.word), f1(9, b0.tag),
		f2(10, b1.word, b1.tag), f1(11, b1.word), f1(12, b1.tag),
		f2(13, b2.word, b2.tag), f1(14, b2.tag), f1(15, s2.tag), f2(16, s2.word, s2.tag),

		// top and next
		f2(20, s0wt, b0wt), f2(21, s0wt, b0.word), f2(22, s0.word, b0wt),
		f2(23, s0wt, b0.tag), f2(24, s0.tag, b0wt), f2(25, s0.word, b0.word), f1(26, s0b0),
		f2(27, b0.tag, b1.tag), f2(28, b0wt, b1.tag), f2(29, s0b0, b1.word),

		// below the top and top
		f2(30, s1wt, s0wt), f2(31, s1wt, s0.tag), f2(32, s1.tag, s0wt),
		f2(33, s1.word, s0.word), f1(34, s1s0), f2(35, s1.word, b0.word), f2(36, s1.tag, b0.tag),
		f2(37, s1wt, b0.tag), f2(38, s1.tag, b0wt), f2(39, s1s0, b0.word),

		// three words
		f1(40, three), f2(41, s0b0, b1.tag), f3(42, b0.tag, b1.tag, b2.tag),
		f2(43, s2.tag, s1s0), f2(44, three, b1.tag), f3(45, s1.word, s0.tag, b0.word),
		f3(46, s1.tag, s0.word, b0.word), f3(47, s1.word, s0.word, b0.word),
		f2(48, s2.tag, three), f3(49, s1.word, s0.tag, b0.tag), f3(50, s0.word, b0.tag, b1.tag),
		f3(51, s0.tag, b0.word, b1.tag), f3(52, s0.tag, s0b0, b2.tag),

		// further ahead, and the clause that the next word leads
		f2(53, s0.word, b2.tag), f2(54, s0.word, b3.tag), f2(55, s0b0, b3.tag), f3(56, s0.word, b1.tag, b2.tag),
		f2(57, s0b0, c1w), f2(58, s1s0, b2.tag),

		// with children
		f2(60, s0b0, join(l1t, l1r)), f2(61, s0b0, join(r1t, r1r)), f2(62, s0b0, join(c1t, c1r)),
		f2(63, s1s0, join(q1t, q1r)), f2(64, s1s0, join(m1t, m1r)), f2(65, s1s0, join(l1t, l1r)),
		f2(66, s1s0, join(r1t, r1r)), f3(67, s0.tag, l1t, l2t), f3(68, s0.tag, r1t, r2t),
		f3(69, b0.tag, c1t, c2t), f3(70, s1.tag, q1t, q2t),
		f2(71, s0.tag, l1w), f2(72, s0.tag, r1w), f2(73, b0.tag, c1w), f2(74, s1.tag, q1w), f2(75, s1.tag, m1w),
		f2(76, s1.word, l1w), f3(77, s1.tag, s0.word, l1w), f2(78, s1s0, l1w), f3(79, s2.tag, s1s0, l1w),
		f3(80, s0.tag, l1r, l2r), f3(81, s0.tag, r1r, r2r), f3(82, b0.tag, c1r, c2r), f3(83, s1.tag, q1r, q2r),
		f2(84, s0.word, r1r), f2(85, s0.word, l1r), f2(86, b0.word, c1r), f2(87, s1.word, q1r),
		f3(88, s1.tag, m1r, q1r),

		// distance and valency
		f2(90, s0.word, d0), f2(91, s0.tag, d0), f2(92, b0.word, d0), f2(93, b0.tag, d0),
		f2(94, s0b0, d0), f3(95, s0.word, b0.word, d0), f2(96, s1s0, d1), f3(97, s1.word, s0.word, d1),
		f2(98, s0.word, v0), f2(99, s0.tag, v0), f2(100, s1.word, v1), f2(101, s1.tag, v1),
		f2(102, b0.word, vb), f2(103, b0.tag, vb), f3(104, s0b0, v0, vb), f3(105, s1s0, v0, v1),
		f2(106, s0.tag, k0.leftRels), f2(107, s0.tag, k0.rightRels), f2(108, b0.tag, kb.leftRels),
		f2(109, s1.tag, k1.rightRels), f2(110, s0.word, k0.leftRels), f2(111, s0.word, k0.rightRels),
		f2(112, b0.word, kb.leftRels), f2(113, s1.word, k1.rightRels), f2(114, s1.tag, k1.leftRels),
		f2(115, s0b0, k0.leftRels), f2(116, s0b0, kb.leftRels),

		// spelling and well-known names, for words that were never seen
		f2(120, s0.w.Suffix[2], b0.tag), f2(121, s0.tag, b0.w.Suffix[2]), f2(122, s1.tag, s0.w.Suffix[2]),
		f2(123, s1.w.Suffix[2], s0.tag), f3(124, s0b0, s0.w.Shape, b0.w.Shape), f3(125, s1s0, s1.w.Shape, s0.w.Shape),
		f1(126, uint64(min(len(st.Stack), 4))), f3(127, s0b0, s0.hint, b0.hint), f3(128, s1s0, s1.hint, s0.hint),

		// what is still to come
		f2(130, s0b0, verbs), f2(131, three, verbs), f3(132, s0b0, k0.leftRels, verbs), f2(133, s0wt, verbs),
		f3(134, s0b0, commas0, commas1), f2(135, three, commas1), f3(136, s0.word, b0.tag, commas0), f2(137, s1s0, commas1),
		f3(138, three, k1.leftRels, verbs), f3(139, s0b0, b1.tag, k0.leftRels), f2(140, s0b0, b3.tag),
	)
	return s.features
}

// later is look for words after the next: those behind the end are nowhere.
func (s *Scratch) later(p int32) at {
	if int(p) > len(s.Words) {
		return nowhere
	}
	return s.look(p)
}
