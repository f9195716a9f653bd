package actors

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
	"strings"

	"annals"
	"annals/gazetteer"
)

// Settler learns who is who. It is read-only and safe for concurrent use.
type Settler struct {
	gazetteer   *gazetteer.Gazetteer
	offices     *Offices
	spellings   *Spellings
	familyFirst map[string]bool
	leaders     map[string][]leaderTerm // by the spelling key of a surname
}

// New returns a Settler with the embedded tables. An error names file and line.
func New(g *gazetteer.Gazetteer) (*Settler, error) {
	s := &Settler{gazetteer: g}
	var errs [3]error
	s.offices, errs[0] = LoadOffices(g)
	s.spellings, errs[1] = LoadSpellings()
	s.familyFirst, errs[2] = loadFamilyFirst()
	for _, err := range errs {
		if err != nil {
			return nil, fmt.Errorf("loading what is known of names and offices: %w", err)
		}
	}
	s.loadLeaders()
	return s, nil
}

// Register is what was learned from lines: the persons that they name, with their offices.
// It is read-only and safe for concurrent use.
type Register struct {
	*Settler
	rulings   *rulings
	persons   map[string]*personSeen
	bySurname map[string][]*personSeen // by the spelling key of a surname: persons with a full name
	tenures   map[post][]sighting      // in the order of time
	canonical map[string]string        // by id: the id that its spellings share, where that is another
	documents map[string]documentSeen
	published func(document string) string
}

// personSeen is a person with what lines say of it.
type personSeen struct {
	id, name string
	key      string // what the spellings of the name have in common
	country  string // "" if not known or if lines differ
	mixed    bool   // lines differ about the country
	lines    int    // that name the person
	first    day    // of which lines tell; 0 if not known
	last     day
	offices  []sighting
	known    int // 1 where the gazetteer knows the name
}

// post is an office of a country or organization.
type post struct{ owner, office string }

// sighting is a holder of an office at a time.
type sighting struct {
	person string
	post   post
	at     day
	line   string // that says so
}

// documentSeen is what is known of a document.
type documentSeen struct {
	published day
	news      bool // nothing in it is dated more than a year before its publication
}

// Learn reads lines, in any order. published says when a document was published, in EDTF,
// "" if that is not known.
func (s *Settler) Learn(lines []annals.Line, published func(document string) string, decisions []Decision) *Register {
	r := &Register{
		Settler: s, rulings: rule(decisions), published: published,
		persons: map[string]*personSeen{}, bySurname: map[string][]*personSeen{},
		tenures: map[post][]sighting{}, canonical: map[string]string{}, documents: map[string]documentSeen{},
	}
	for i := range lines {
		r.date(&lines[i])
	}
	for i := range lines {
		line := &lines[i]
		at := r.timeOf(line)
		each(line, func(p *annals.Participant) { r.see(line, p, at) })
	}
	r.joinSpellings()
	r.sortTenures()
	return r
}

// each calls do for every participant of a line.
func each(line *annals.Line, do func(p *annals.Participant)) {
	for i := range line.Actor {
		do(&line.Actor[i])
	}
	for i := range line.Recipient {
		do(&line.Recipient[i])
	}
	for i := range line.SaidBy {
		do(&line.SaidBy[i].Participant)
	}
}

// date notes when the document of a line was published, and whether it reports news.
func (r *Register) date(line *annals.Line) {
	d, known := r.documents[line.Document]
	if !known {
		d = documentSeen{published: dayOf(r.published(line.Document)), news: true}
	}
	if line.When != nil && d.news {
		if to := dayOf(line.When.To); to != 0 && d.published-to > oneYear {
			d.news = false
		}
	}
	r.documents[line.Document] = d
}

func (r *Register) timeOf(line *annals.Line) day {
	d, known := r.documents[line.Document]
	if !known {
		d = documentSeen{published: dayOf(r.published(line.Document)), news: true}
	}
	return timeOf(line, d.published, d.news)
}

// see notes a person, and the office that a line gives to it.
func (r *Register) see(line *annals.Line, p *annals.Participant, at day) {
	id, isPerson := r.personID(line.Document, p.ID)
	if !isPerson {
		return
	}
	person := r.persons[id]
	if person == nil {
		person = &personSeen{id: id, key: r.spellings.Key(nameOf(id))}
		r.persons[id] = person
	}
	if len(p.Name) > len(person.name) || len(p.Name) == len(person.name) && p.Name < person.name {
		person.name = p.Name
	}
	if len(r.gazetteer.Leaders(p.Name)) > 0 {
		person.known = 1
	}
	person.lines++
	if p.Country != "" && p.Country != person.country {
		person.mixed = person.mixed || person.country != ""
		person.country = p.Country
	}
	if at == 0 {
		return
	}
	if person.first == 0 || at < person.first {
		person.first = at
	}
	person.last = max(person.last, at)
	if held := r.post(p); held.office != "" && held.owner != "" {
		person.offices = append(person.offices, sighting{id, held, at, line.ID})
	}
}

// post returns the office that a participant is said to hold.
func (r *Register) post(p *annals.Participant) post {
	office, of := r.offices.named(p.Role)
	if of == nil && p.Country == "" && office != "" {
		words := strings.Fields(p.Text) // "Czechoslovak President Jan N.": a polity of the past has no country
		match, _ := r.gazetteer.Longest(func(i int) string {
			if i < len(words) {
				return words[i]
			}
			return ""
		})
		of = match.Entry
	}
	if of != nil {
		return post{cmp.Or(of.Country, of.ID), office}
	}
	return post{p.Country, office}
}

// personID returns the id of a person in a document, which a decision may have given to
// another, and whether it is one of a person.
func (r *Register) personID(document, id string) (string, bool) {
	if other, called := r.rulings.called[[2]string{document, id}]; called {
		id = other
	}
	return id, strings.HasPrefix(id, "person:")
}

// nameOf returns the folded name in the id of a person.
func nameOf(id string) string { return strings.ReplaceAll(strings.TrimPrefix(id, "person:"), "-", " ") }

// joinSpellings finds the ids that are spellings of one name, after what the user decided.
func (r *Register) joinSpellings() {
	for _, j := range r.rulings.joins {
		if root, other := r.Canonical(j[0]), r.Canonical(j[1]); root != other {
			r.canonical[other] = root
		}
	}
	byKey := map[string][]*personSeen{}
	for _, p := range r.persons {
		if p.mixed {
			p.country = ""
		}
		if strings.Contains(p.key, " ") {
			byKey[p.key] = append(byKey[p.key], p)
		}
	}
	for _, key := range slices.Sorted(maps.Keys(byKey)) {
		r.joinNames(byKey[key])
	}
}

// joinNames joins the ids whose names have one key. The one that remains is that of the
// gazetteer, else the one that most lines have.
func (r *Register) joinNames(list []*personSeen) {
	slices.SortFunc(list, func(a, b *personSeen) int {
		return cmp.Or(cmp.Compare(b.known, a.known), cmp.Compare(b.lines, a.lines), cmp.Compare(a.id, b.id))
	})
	for i, p := range list {
		r.enterSurnames(p)
		if r.canonical[p.id] != "" {
			continue // the user joined it
		}
		for _, q := range list[:i] {
			if r.oneName(q, p) && r.Canonical(q.id) != p.id {
				r.canonical[p.id] = r.Canonical(q.id)
				break
			}
		}
	}
}

// oneName reports whether two ids with the same spelling key are one person.
func (r *Register) oneName(p, q *personSeen) bool {
	switch {
	case r.isApart(p.id, q.id):
		return false
	case p.mixed || q.mixed || p.country != "" && q.country != "" && p.country != q.country:
		return false
	case p.first != 0 && q.first != 0:
		return max(p.last, q.last)-min(p.first, q.first) <= lifetime
	}
	return true
}

// isApart reports whether a decision keeps two ids, or those that they stand for, apart.
func (r *Register) isApart(a, b string) bool {
	if len(r.rulings.apart) == 0 {
		return false
	}
	pair := pairOf(r.Canonical(a), r.Canonical(b))
	for two := range r.rulings.apart {
		if two == pairOf(a, b) || pairOf(r.Canonical(two[0]), r.Canonical(two[1])) == pair {
			return true
		}
	}
	return false
}

// enterSurnames makes a person known by the surname.
func (r *Register) enterSurnames(p *personSeen) {
	words := strings.Fields(p.key)
	r.bySurname[words[len(words)-1]] = append(r.bySurname[words[len(words)-1]], p)
	if r.familyFirst[p.country] && words[0] != words[len(words)-1] {
		first := r.spellings.Key(strings.Fields(nameOf(p.id))[0])
		r.bySurname[first] = append(r.bySurname[first], p)
	}
}

// Canonical returns the id that an id stands for: itself, or that of the actor that it was
// joined to.
func (r *Register) Canonical(id string) string {
	for steps := 0; steps < len(r.canonical)+1; steps++ {
		next := r.canonical[id]
		if next == "" {
			return id
		}
		id = next
	}
	return id
}

// sortTenures puts the sightings in the order of time, of each person and of each office, and
// the bearers of each surname in that of their ids. Of a day one sighting is enough.
func (r *Register) sortTenures() {
	for _, list := range r.bySurname {
		slices.SortFunc(list, func(a, b *personSeen) int { return cmp.Compare(a.id, b.id) })
	}
	for _, p := range r.persons {
		p.offices = oneADay(p.offices)
		for _, s := range p.offices {
			s.person = r.Canonical(s.person)
			r.tenures[s.post] = append(r.tenures[s.post], s)
		}
	}
	for post, list := range r.tenures {
		r.tenures[post] = oneADay(list)
	}
}

// oneADay sorts sightings by time and leaves the first of each person, office and day.
func oneADay(list []sighting) []sighting {
	slices.SortFunc(list, byTime)
	return slices.CompactFunc(list, func(a, b sighting) bool {
		return a.at == b.at && a.person == b.person && a.post == b.post
	})
}

func byTime(a, b sighting) int {
	return cmp.Or(cmp.Compare(a.at, b.at), cmp.Compare(a.person, b.person),
		cmp.Compare(a.post.owner, b.post.owner), cmp.Compare(a.post.office, b.post.office), cmp.Compare(a.line, b.line))
}

// Settle learns from lines and returns them with the ids of their participants settled:
// the same for the same lines and decisions, in whatever order the lines come.
func (s *Settler) Settle(lines []annals.Line, published func(document string) string, decisions []Decision) []annals.Line {
	r := s.Learn(lines, published, decisions)
	out := make([]annals.Line, len(lines))
	for i := range lines {
		out[i] = r.Settle(lines[i])
	}
	return out
}
