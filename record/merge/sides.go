package merge

// parties compares the participants of two reports: actors with actors and recipients with
// recipients, or, of what both sides do together, all with all.
func (m *Merger) parties(a, b *report, v *verdict) bool {
	if m.mutual(a, b) {
		return m.together(a, b, v)
	}
	before := *v
	if m.side(FieldActor, a.actor, b.actor, a, b, v) && m.side(FieldRecipient, a.recipient, b.recipient, a, b, v) {
		return true
	}
	if !m.types[a.line.Type].mutual {
		return false
	}
	reasons := v.reasons[:len(before.reasons)]
	*v = before
	v.reasons = reasons
	return m.together(a, b, v)
}

// mutual reports whether a report puts all parties on one side, as what they do together
// is told: "Chile and Peru signed", "relations between Chile and Peru were established".
func (m *Merger) mutual(a, b *report) bool {
	return a.oneSided() != b.oneSided() || a.oneSided() && len(a.actor) != len(b.actor)
}

func (r *report) oneSided() bool {
	return len(r.actor) > 1 && len(r.recipient) == 0 || len(r.recipient) > 1 && len(r.actor) == 0
}

func (m *Merger) together(a, b *report, v *verdict) bool {
	all := make([]party, 0, 8)
	all = append(append(all, a.actor...), a.recipient...)
	cut := len(all)
	all = append(append(all, b.actor...), b.recipient...)
	return m.side(FieldParties, all[:cut], all[cut:], a, b, v)
}

// side compares the participants of one side. Each of the side with fewer finds the most
// alike of the other that is still free; one that finds none forbids the merge. Who is
// unknown may still be named in the sentence of the other report: "Turkey shelled Afrin",
// "Turkey shelled a Syrian town, Afrin".
func (m *Merger) side(field Field, as, bs []party, a, b *report, v *verdict) bool {
	if len(as) > len(bs) {
		as, bs, a, b = bs, as, b, a
	}
	var taken uint64
	for i := range as {
		best, at, how := conflict, -1, OtherParty
		for k := range bs {
			if k < 64 && taken&(1<<k) != 0 {
				continue
			}
			if level, h := m.likeness(&as[i], &bs[k]); level > best {
				best, at, how = level, k, h
			}
		}
		if (best == unknown || best == compatible) && !sameSentence(a, b) {
			if spoken(&as[i], b) || spoken(&bs[at], a) {
				best, how = alike, Named
			}
		}
		switch best {
		case conflict:
			return v.forbid(field, OtherParty)
		case unknown:
			return v.forbid(field, NoEvidence) // another report of the event may know more
		}
		if at < 64 {
			taken |= 1 << at
		}
		v.add(field, how, pointsOf[best])
	}
	return true
}

// sameSentence reports whether two lines are of one sentence, or of copies of it: what it tells
// beside them speaks for neither.
func sameSentence(a, b *report) bool { return a.line.Sentence.Text == b.line.Sentence.Text }

// spoken reports whether the sentence of a report names a party of another.
func spoken(p *party, in *report) bool {
	switch p.sort {
	case words:
		return !p.anyone && in.names(p.fold)
	case person:
		return in.names(p.surname)
	case body:
		return in.names(p.fold)
	}
	return false
}
