package actors

import (
	"strings"

	"annals"
)

// leaderTerm is a term of the gazetteer's leaders.
type leaderTerm struct {
	id, country string
	from, to    day
}

// loadLeaders enters the leaders of the gazetteer by the spelling key of the surname that
// stands for them alone.
func (s *Settler) loadLeaders() {
	s.leaders = map[string][]leaderTerm{}
	for l := range s.gazetteer.Terms() {
		if l.Surname == "" || l.From == "" {
			continue
		}
		term := leaderTerm{id: "person:" + strings.ReplaceAll(Fold(l.Name), " ", "-"), country: l.Country, from: dayOf(l.From) - oneYear/2, to: dayOf(l.To) + oneYear/2}
		if l.To == "" {
			term.to = dayOf("9999")
		}
		key := s.spellings.Key(l.Surname)
		s.leaders[key] = append(s.leaders[key], term)
	}
}

// leader returns the one leader of the gazetteer whose surname another spelling is, at a
// time of office.
func (r *Register) leader(id, key string, p *annals.Participant, at day) (sighting, bool) {
	found := ""
	for _, term := range r.leaders[key] {
		if at < term.from || at > term.to || p.Country != "" && p.Country != term.country || r.isApart(id, term.id) {
			continue
		}
		if found != "" && found != term.id {
			return sighting{}, false
		}
		found = term.id
	}
	return sighting{person: found}, found != ""
}
