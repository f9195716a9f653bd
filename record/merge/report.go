package merge

import (
	"cmp"
	"hash/maphash"
	"slices"
	"strings"

	"annals"
	"annals/record/actors"
)

// Document is what merging needs to know of a document.
type Document struct {
	Published string // EDTF, "" if not known
	Origin    string // documents of one origin are one source (package copies); "" for the document itself
}

// told is how an event is told: as what happened, or otherwise. Reports that are told
// differently never join; they are linked.
type told uint8

const (
	happened told = iota
	planned
	supposed
	denied
)

// report is a line, made ready to be compared.
type report struct {
	line      *annals.Line
	mode      string // of the line
	stem      string // of the word that tells it
	told      told
	actor     []party
	recipient []party
	places    []place
	date      span
	published int32 // the day of publication
	dated     bool  // whether published is known
	trigger   string
	sentence  string   // folded, made when it is first needed
	matter    []string // what it is about, found when it is first needed
	keys      []int32  // the numbers of its countries
	likeness  uint64   // hash of all that is compared, for reports that agree in everything
}

// reportOf makes a line ready.
func (m *Merger) reportOf(line *annals.Line, doc Document) report {
	r := report{line: line, mode: line.Mode, told: toldAs(line), date: spanOf(line.When), places: m.placesOf(line)}
	r.published, r.dated = published(doc.Published)
	if line.Trigger != nil {
		r.trigger = actors.Fold(line.Trigger.Text)
		r.stem = stem(r.trigger)
	}
	r.actor = m.partiesOf(line.Actor)
	r.recipient = m.partiesOf(line.Recipient)
	m.counterparts(&r)
	return r
}

func (m *Merger) partiesOf(participants []annals.Participant) []party {
	if len(participants) == 0 {
		return nil
	}
	out := make([]party, len(participants))
	for i := range participants {
		out[i] = m.partyOf(&participants[i])
	}
	return out
}

// counterparts gives the office of the other side to those who are called by it:
// "the foreign minister met her Finnish counterpart".
func (m *Merger) counterparts(r *report) {
	for i := range r.recipient {
		if p := &r.recipient[i]; p.sort == role && (p.noun == "counterpart" || p.noun == "colleague") && len(r.actor) == 1 {
			p.office, p.sectors, p.organ = r.actor[0].office, r.actor[0].sectors, r.actor[0].organ
		}
	}
}

// toldAs says how a line is told. Who denies it last in the chain of speakers denies it.
func toldAs(line *annals.Line) told {
	switch line.Status {
	case annals.Negated:
		return denied
	case annals.Future:
		return planned
	case annals.Hypothetical:
		return supposed
	}
	for i := range line.SaidBy {
		if line.SaidBy[i].Stance == annals.Denies {
			return denied
		}
	}
	return happened
}

// names reports whether the sentence of a report holds folded words.
func (r *report) names(folded string) bool {
	if folded == "" {
		return false
	}
	if r.sentence == "" {
		r.sentence = " " + actors.Fold(r.line.Sentence.Text) + " "
	}
	return strings.Contains(r.sentence, " "+folded+" ")
}

// countries returns the countries of a report, of its parties and places, sorted; the ids or
// words of its parties where it has none. Reports of one event share one at least.
func (r *report) countries(out []string) []string {
	out = out[:0]
	for _, side := range [][]party{r.actor, r.recipient} {
		for i := range side {
			out = append(out, side[i].country)
		}
	}
	for i := range r.places {
		out = append(out, r.places[i].country)
	}
	out = distinct(out)
	if len(out) > 0 {
		return out
	}
	for _, side := range [][]party{r.actor, r.recipient} {
		for i := range side {
			out = append(out, cmp.Or(side[i].id, side[i].noun))
		}
	}
	return distinct(out)
}

// distinct sorts words and drops empty ones and those that stand twice.
func distinct(list []string) []string {
	slices.Sort(list)
	list = slices.Compact(list)
	if len(list) > 0 && list[0] == "" {
		list = list[1:]
	}
	return list
}

// fact returns the type, the persons of both sides and the town of a report: what finds an
// event where no date does. It is empty where a person or the town is missing.
func (r *report) fact() string {
	if len(r.places) == 0 || r.places[0].whole || len(r.actor) == 0 || len(r.recipient) == 0 {
		return ""
	}
	var b strings.Builder
	for _, side := range [][]party{r.actor, r.recipient} {
		for i := range side {
			if side[i].sort != person {
				return ""
			}
			b.WriteString(side[i].id)
			b.WriteByte(' ')
		}
	}
	b.WriteString(r.line.Type)
	b.WriteByte(byte('0' + r.told))
	b.WriteString(r.places[0].fold)
	return b.String()
}

// hash sets the hash of all that is compared.
func (r *report) hash(seed maphash.Seed) {
	var h maphash.Hash
	h.SetSeed(seed)
	write := func(s string) { _, _ = h.WriteString(s); _ = h.WriteByte(0) }
	write(r.line.Type)
	write(r.line.Mode)
	for _, side := range [][]party{r.actor, r.recipient} {
		for i := range side {
			write(side[i].id)
			write(side[i].country)
			write(side[i].office)
			write(side[i].fold)
		}
		_ = h.WriteByte(1)
	}
	for i := range r.places {
		write(r.places[i].fold)
		write(r.places[i].country)
	}
	for i := range r.line.Quantity {
		write(r.line.Quantity[i].Text)
	}
	if r.line.When != nil {
		write(r.line.When.From)
		write(r.line.When.To)
	}
	_ = h.WriteByte(byte(r.told))
	r.likeness = h.Sum64()
}
