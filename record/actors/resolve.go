package actors

import (
	"slices"
	"strings"

	"annals"
)

// By says how an actor was settled.
type By string

// The ways in which an actor is settled.
const (
	ByDecision By = "decision" // the user decided so
	BySpelling By = "spelling" // two ids are spellings of one name
	ByOffice   By = "office"   // an office names its holder of that time
	BySurname  By = "surname"  // a surname names the one holder of an office who bears it
)

// Resolution says whom a participant was settled to be, and why.
type Resolution struct {
	From string `json:"from"`           // the id that coding gave
	To   string `json:"to"`             // the id that it was settled to
	By   By     `json:"by"`             //
	Line string `json:"line,omitempty"` // the line that says who held the office
}

// Settle returns a line with the ids of its participants settled. Lines that nothing is
// known about come back as they are; the line that is given is never changed.
func (r *Register) Settle(line annals.Line) annals.Line {
	line.Actor = r.settleAll(&line, line.Actor)
	line.Recipient = r.settleAll(&line, line.Recipient)
	for i := range line.SaidBy {
		if to, changed := r.settled(&line, &line.SaidBy[i].Participant); changed {
			line.SaidBy = slices.Clone(line.SaidBy)
			line.SaidBy[i].Participant = to
		}
	}
	return line
}

func (r *Register) settleAll(line *annals.Line, list []annals.Participant) []annals.Participant {
	cloned := false
	for i := range list {
		to, changed := r.settled(line, &list[i])
		if !changed {
			continue
		}
		if !cloned {
			list, cloned = slices.Clone(list), true
		}
		list[i] = to
	}
	return list
}

// settled returns a participant as it was settled to be.
func (r *Register) settled(line *annals.Line, p *annals.Participant) (annals.Participant, bool) {
	to := *p
	if resolution, found := r.Resolve(line, p); found {
		to.ID = resolution.To
	}
	person := r.persons[to.ID]
	if person == nil {
		return to, to.ID != p.ID
	}
	if to.ID != p.ID && person.name != "" {
		to.Name = person.name
	}
	if to.Country == "" && !person.mixed {
		to.Country = person.country
	}
	return to, to.ID != p.ID || to.Country != p.Country
}

// Resolve says whom a participant of a line is, if that is another id than it has.
func (r *Register) Resolve(line *annals.Line, p *annals.Participant) (Resolution, bool) {
	if p.ID == "" {
		return Resolution{}, false
	}
	out := Resolution{From: p.ID, To: p.ID, By: ByDecision}
	id, isPerson := r.personID(line.Document, p.ID)
	out.To = id
	if r.isJoined(id) {
		out.To = r.Canonical(id)
		return out, true
	}
	if isPerson && !strings.Contains(id[len("person:"):], "-") {
		if s, found := r.bearer(id, p, r.timeOf(line)); found {
			out.To, out.By, out.Line = s.person, BySurname, s.line
		}
	}
	if owner, office := r.offices.holderSlug(id); office != "" {
		if s, found := r.holder(post{r.countryOf(owner), office}, r.timeOf(line)); found && !r.isApart(id, s.person) {
			out.To, out.By, out.Line = s.person, ByOffice, s.line
		}
	}
	if to := r.Canonical(out.To); to != out.To {
		if out.To == id {
			out.By = BySpelling
		}
		out.To = to
	}
	return out, out.To != p.ID
}

// isJoined reports whether a decision joins an id to another.
func (r *Register) isJoined(id string) bool {
	return slices.ContainsFunc(r.rulings.joins, func(j [2]string) bool { return j[1] == id })
}

// countryOf returns the country of the owner of an office, by which tenures are kept.
func (r *Register) countryOf(owner string) string {
	if e := r.gazetteer.Entry(owner); e != nil && e.Country != "" {
		return e.Country
	}
	return owner
}

// holder returns who held an office at a time: who was seen in it nearest before and after
// is one, or only one of the two was seen within a year. Where the office passed on in
// between, nobody knows on which day.
func (r *Register) holder(office post, at day) (sighting, bool) {
	list := r.tenures[office]
	if at == 0 || len(list) == 0 {
		return sighting{}, false
	}
	next, exact := slices.BinarySearchFunc(list, at, func(s sighting, at day) int { return int(s.at - at) })
	if exact {
		for _, s := range list[next:] {
			if s.at == at && s.person != list[next].person {
				return sighting{}, false // handed over on that day, or texts differ
			}
		}
		return list[next], true
	}
	switch {
	case next > 0 && next < len(list):
		before, after := list[next-1], list[next]
		if before.person == after.person && after.at-before.at <= 8*oneYear {
			return before, true
		}
	case next > 0 && at-list[next-1].at <= oneYear:
		return list[next-1], true
	case next < len(list) && list[next].at-at <= oneYear:
		return list[next], true
	}
	return sighting{}, false
}

// bearer returns the one person with a surname who held an office at the time: the office
// that the mention gives, or any. Persons of the texts go before those of the gazetteer.
func (r *Register) bearer(id string, p *annals.Participant, at day) (sighting, bool) {
	if at == 0 {
		return sighting{}, false
	}
	key := r.spellings.Key(nameOf(id))
	office := r.offices.Named(p.Role)
	var found sighting
	for _, person := range r.bySurname[key] {
		if p.Country != "" && person.country != p.Country || r.isApart(id, person.id) {
			continue
		}
		s, held := nearest(person.offices, office, at)
		if !held {
			continue
		}
		if found.person != "" && r.Canonical(found.person) != r.Canonical(s.person) {
			return sighting{}, false
		}
		found = s
	}
	if found.person != "" {
		return found, true
	}
	return r.leader(id, key, p, at)
}

// nearest returns the sighting in an office, or in any, nearest to a day, within two years. The
// list is in the order of time.
func nearest(list []sighting, office string, at day) (sighting, bool) {
	wanted := func(s sighting) bool { return office == "" || s.post.office == office }
	next, _ := slices.BinarySearchFunc(list, at, func(s sighting, at day) int { return int(s.at - at) })
	after, before := next, next-1
	for after < len(list) && !wanted(list[after]) {
		after++
	}
	for before >= 0 && !wanted(list[before]) {
		before--
	}
	var best sighting
	if before >= 0 && at-list[before].at <= 2*oneYear {
		best = list[before]
	}
	if after < len(list) && list[after].at-at <= 2*oneYear && (best.person == "" || list[after].at-at < at-best.at) {
		best = list[after]
	}
	return best, best.person != ""
}
