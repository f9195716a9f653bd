package what

import "slices"

// What a writer leaves out because it has just been said.

// elided adds the events that a rank alone tells: in "she was the second leader to
// visit Peru (Ana Lima was the first)" Lima visited Peru too, and before.
func (m *matcher) elided(found []Finding) []Finding {
	for i := range m.s.Tokens {
		if !m.book.classes[classOrdinal][m.lemma(i)] || m.s.Child(i, "cop") < 0 || m.s.Child(i, "acl", "acl:relcl", "advcl", "nmod") >= 0 {
			continue
		}
		subject := m.s.Child(i, "nsubj")
		if subject < 0 {
			continue
		}
		for k := len(found) - 1; k >= 0; k-- {
			told := &found[k]
			noun := m.s.Tokens[told.Verb].Head
			if told.Verb > i || noun < 0 || m.s.Tokens[told.Verb].Rel != "acl" || !m.isRanked(noun) {
				continue
			}
			f := *told
			f.Trigger, f.Verb, f.About = i, i, nil
			if f.Actor = without(m.parties.At(m.deref(subject)), told.Actor); len(f.Actor) == 0 {
				continue
			}
			if m.book.classes[classEarliest][m.lemma(i)] {
				f.Before = told.Verb
			}
			found = append(found, f)
			break
		}
	}
	slices.SortStableFunc(found, func(a, b Finding) int { return a.Trigger - b.Trigger })
	return found
}

// carryPartner fills in the partner of a mutual deed that names none, from the
// clause that it is coordinated with: in "Ghana has courted Togo, and has pursued
// trade deals" the deals are with Togo. One country only may be meant, and it must
// not have been told of in enmity.
func (m *matcher) carryPartner(f *Finding) {
	t := m.book.Type(f.Type, f.Mode)
	if !t.Cooperative() || !m.isMutual(f.Entry) || len(f.Actor) != 1 || f.Actor[0].Country == "" || slices.ContainsFunc(f.Recipient, func(p Party) bool { return p.Country != "" }) {
		return
	}
	verb := &m.s.Tokens[f.Verb]
	if verb.Rel != "conj" || verb.Head < 0 || m.s.Tokens[verb.Head].UPOS != "VERB" || m.s.Child(f.Verb, "nsubj", "nsubj:pass") >= 0 {
		return
	}
	if before := m.book.types[m.typeOf(verb.Head)]; before != nil && before.Conflictual() {
		return
	}
	var partner []Party
	for _, p := range m.neighbours(verb.Head, f.Verb, f.Actor) {
		if len(partner) > 0 && partner[0].Country != p.Country {
			return
		}
		partner = append(partner, p)
	}
	if len(partner) > 0 {
		f.Recipient = partner[:1]
	}
}

// isMutual reports whether what a row tells takes two: its parties act on each
// other, or somebody acts with somebody.
func (m *matcher) isMutual(e *Entry) bool { return e.Each || slices.Contains(e.Recipient, "with") }

// neighbours returns the parties with a country that the clause of a verb names
// beside the actor, up to another verb.
func (m *matcher) neighbours(verb, until int, actor []Party) []Party {
	var out []Party
	for i := verb + 1; i < until; i++ {
		if m.s.Tokens[i].UPOS != "NOUN" && m.s.Tokens[i].UPOS != "PROPN" {
			continue
		}
		for _, p := range without(m.parties.At(i), actor) {
			if p.Country != "" && p.Country != actor[0].Country && !isAmong(p, out) {
				out = append(out, p)
			}
		}
	}
	return out
}
