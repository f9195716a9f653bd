package ask

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"annals"
)

// Holding is a state that held, or may have held, on the day that was asked for.
type Holding struct {
	State     string               `json:"state"` // office, seat, capital, ...
	Holder    []annals.Participant `json:"holder"`
	Words     string               `json:"words"`              // the office, or the words of the proposition
	Since     string               `json:"since,omitempty"`    // EDTF of the line that it is counted from
	Certain   bool                 `json:"certain"`            // the lines tell a beginning before the day and an end behind it, or the day itself
	Why       string               `json:"why"`                // in words: what makes it certain or uncertain
	Reports   int                  `json:"reports"`            // lines that tell it
	Documents int                  `json:"documents"`          // where those stand
	Sources   int                  `json:"sources"`            // independent ones
	Lines     []*annals.Line       `json:"lines"`              // the lines that tell it, in order of time
	Ends      []*annals.Line       `json:"ended_by,omitempty"` // the line that tells its end, if one does

	undated bool
}

// State returns what held on a day, as the lines tell it, one entry for each fact: the
// states that they name and those that events begin (see data/changes.tsv), without those
// that have ended before: by their own date, by an event that ends them, or by a successor in an
// office that one person holds at a time. A state whose end nobody tells is there, and
// called uncertain; but not an office in which its holder was seen before and behind the day, and nobody
// else in between. A state without any date says nothing about the day, and is left out: see
// Undated. The answer is ordered by kind, then by the beginning.
func (k *Knowledge) State(told *Told, on Day) []Holding {
	return slices.DeleteFunc(k.holdings(told, on), func(h Holding) bool { return h.undated })
}

// Undated returns the states that lines tell without any date, and of which no end before the
// day is told: they may have held on it, or on any other.
func (k *Knowledge) Undated(told *Told, on Day) []Holding {
	return slices.DeleteFunc(k.holdings(told, on), func(h Holding) bool { return !h.undated })
}

// holdings returns what State and Undated do; what is undated comes last in its kind.
func (k *Knowledge) holdings(told *Told, on Day) []Holding {
	tenures := k.tenures(told.Lines)
	k.end(tenures, told.Lines)
	k.succeed(tenures)
	slices.SortStableFunc(tenures, func(a, b *tenure) int {
		return cmp.Or(cmp.Compare(stateRank(a.state), stateRank(b.state)), cmp.Compare(a.state, b.state), cmp.Compare(a.firstDay(), b.firstDay()))
	})
	var out []Holding
	for _, t := range tenures {
		verdict := t.at(on, k.termOf(t.role))
		if !verdict.holds {
			continue
		}
		k.seenAround(t, &verdict, told.Tenures, on)
		h := t.holding(&verdict)
		h.Reports = len(h.Lines)
		h.Documents, h.Sources = told.sources(h.Lines)
		out = append(out, h)
	}
	return out
}

// HoldingsOf returns the states in whose lines all of some parties have a part.
func HoldingsOf(all []Holding, parties []Party) []Holding {
	return slices.DeleteFunc(slices.Clone(all), func(h Holding) bool {
		return !slices.ContainsFunc(h.Lines, func(line *annals.Line) bool { return haveParts(line, parties) })
	})
}

func haveParts(line *annals.Line, parties []Party) bool {
	for _, p := range parties {
		is := func(who annals.Participant) bool { return p.is(&who) }
		if !slices.ContainsFunc(line.Actor, is) && !slices.ContainsFunc(line.Recipient, is) {
			return false
		}
	}
	return true
}

// stateRank orders the kinds of states; those that it does not know come last.
func stateRank(state string) int {
	order := [...]string{"office", "seat", "capital", "member", "agreement", "holds", "ties", "status"}
	if i := slices.Index(order[:], state); i >= 0 {
		return i
	}
	return len(order)
}

// tenure is one state with all lines that tell it.
type tenure struct {
	state   string
	holders []annals.Participant
	keys    []string // of the holders
	role    string   // of an office; see Knowledge.role
	matter  []string // what it is about, if that must be compared

	told []telling
	ends []ending
}

// telling is a line that tells a state.
type telling struct {
	line *annals.Line
	extent
	words string // of the proposition, folded; "" until they are asked for
}

// ending is what ended a state, or may have.
type ending struct {
	line *annals.Line
	days *days // nil: undated
	sure bool
	how  string
}

// tenures collects the states that the lines tell as facts; lines that tell the same
// one stand together.
func (k *Knowledge) tenures(lines []annals.Line) []*tenure {
	var all []*tenure
	byHolder := map[string][]*tenure{}
	add := func(t *tenure) {
		key := t.state + "\x00" + strings.Join(t.keys, "\x00")
		if t.role == "" {
			object, isMatter := k.object(t.state, t.told[0].line, t.keys)
			if isMatter {
				t.matter = matterOf(t.told[0].line)
			}
			key += "\x00" + object // so that no two need be compared
		}
		for _, other := range byHolder[key] {
			if other.isSame(t) {
				other.told = append(other.told, t.told...)
				return
			}
		}
		all = append(all, t)
		byHolder[key] = append(byHolder[key], t)
	}
	for i := range lines {
		line := &lines[i]
		if line.Status != annals.Actual || isDenied(line) {
			continue
		}
		if line.Kind == annals.State && line.Type != "" && len(line.Actor) > 0 && (line.Type != "office" || !k.isPast(line)) {
			add(k.tenure(line.Type, line, line.Actor))
		}
		for j := range k.changes {
			if c := &k.changes[j]; c.begins && c.fits(line) {
				if holders := side(line, c.holder); len(holders) > 0 && (c.of == "-" || len(side(line, c.of)) > 0) {
					add(k.tenure(c.state, line, holders))
					break
				}
			}
		}
	}
	for _, t := range all {
		slices.SortStableFunc(t.told, func(a, b telling) int { return cmp.Compare(a.firstDay(), b.firstDay()) })
	}
	return all
}

// isDenied reports whether somebody in the chain of attribution denies or doubts a line.
func isDenied(line *annals.Line) bool {
	return slices.ContainsFunc(line.SaidBy, func(a annals.Attribution) bool {
		return a.Stance == annals.Denies || a.Stance == annals.Doubts
	})
}

func (k *Knowledge) tenure(state string, line *annals.Line, holders []annals.Participant) *tenure {
	t := &tenure{state: state, holders: holders, keys: keysOf(holders), told: []telling{{line: line, extent: extentOf(line.When)}}}
	if holders[0].Role != "" && state == "office" {
		t.role = k.role(&holders[0])
	}
	return t
}

// isSame reports whether two states with the same key are one: an office by its words,
// of which one may be a part of the other ("minister", "minister of trade"), and what has
// a matter by that.
func (t *tenure) isSame(other *tenure) bool {
	if t.role == "" && other.role == "" {
		return sameMatter(t.matter, other.matter)
	}
	return t.role == other.role || hasWords(t.role, other.role) || hasWords(other.role, t.role)
}

// words are the words of a state: the office, or the proposition, or of an event the
// sentence.
func (t *tenure) words() string {
	line := t.told[0].line
	switch {
	case t.role != "":
		return t.holders[0].Role
	case line.Text != "":
		return line.Text
	}
	return line.Sentence.Text
}

// country is the country of the holders, if they have one alone.
func (t *tenure) country() string {
	country := t.holders[0].Country
	for i := range t.holders {
		if t.holders[i].Country != country {
			return ""
		}
	}
	return country
}

// firstDay sorts by the beginning; what has none comes last.
func (e *extent) firstDay() Day {
	switch {
	case e.start() != nil:
		return e.start().first
	case e.end != nil:
		return e.end.first
	}
	return Day(openWidth)
}

func (t *tenure) firstDay() Day { return t.told[0].firstDay() }

// holding is the answer for a state that holds.
func (t *tenure) holding(v *verdict) Holding {
	h := Holding{State: t.state, Holder: t.holders, Words: t.words(), Certain: v.certain, Why: v.why, undated: v.undated}
	if v.from != nil {
		h.Since = v.from.edtf
	}
	for i := range t.told {
		h.Lines = append(h.Lines, t.told[i].line)
	}
	if v.end != nil {
		h.Ends = []*annals.Line{v.end.line}
	}
	return h
}

// end finds the events that end states.
func (k *Knowledge) end(tenures []*tenure, lines []annals.Line) {
	held := holdingsOf(tenures)
	for i := range lines {
		line := &lines[i]
		for j := range k.changes {
			c := &k.changes[j]
			if c.begins || !c.fits(line) {
				continue
			}
			others := c.others(line)
			for _, key := range keysOf(side(line, c.holder)) {
				for _, t := range held.candidates(c.state, key, others) {
					if t.isEndedBy(line, c, others) {
						t.addEnd(line, c)
					}
				}
			}
		}
	}
}

// holdings finds states by who holds them: those between two by both, because there may
// be many of them, and a look at each for each event takes too long.
type holdings struct {
	byHolder map[holdingKey][]*tenure // all; no other
	byOne    map[holdingKey][]*tenure // those that are not between two; no other
	byBoth   map[holdingKey][]*tenure // those that are
}

type holdingKey struct{ state, holder, other string }

func holdingsOf(tenures []*tenure) *holdings {
	h := &holdings{map[holdingKey][]*tenure{}, map[holdingKey][]*tenure{}, map[holdingKey][]*tenure{}}
	for _, t := range tenures {
		for i, key := range t.keys {
			at := holdingKey{state: t.state, holder: key}
			h.byHolder[at] = append(h.byHolder[at], t)
			if len(t.keys) != 2 {
				h.byOne[at] = append(h.byOne[at], t)
				continue
			}
			at.other = t.keys[1-i]
			h.byBoth[at] = append(h.byBoth[at], t)
		}
	}
	return h
}

// candidates returns the states that an event of a holder with others may end.
func (h *holdings) candidates(state, holder string, others []party) []*tenure {
	for i := range others {
		if other := others[i].key; other != holder {
			return slices.Concat(h.byOne[holdingKey{state: state, holder: holder}], h.byBoth[holdingKey{state, holder, other}])
		}
	}
	return h.byHolder[holdingKey{state: state, holder: holder}]
}

// party is somebody on the other side of an ending, with what the words of a state may
// call him.
type party struct {
	key   string
	names []string // folded
}

// others are those who must be parties to a state if an event is to end it.
func (c *change) others(line *annals.Line) []party {
	column := c.of
	if c.holder == "either" {
		column = c.holder
	}
	var out []party
	for _, p := range side(line, column) {
		out = append(out, party{KeyOf(&p), []string{folded(NameOf(&p)), folded(p.Text)}})
	}
	return out
}

// isEndedBy reports whether an event is about this state and not about another of the
// same holder: whoever stands on its other side must be a party to the state too, or be
// named by its words. An event that names nobody there ends nothing for sure.
func (t *tenure) isEndedBy(line *annals.Line, c *change, others []party) bool {
	if slices.ContainsFunc(t.told, func(told telling) bool { return told.line == line }) {
		return false
	}
	if c.of != "-" && len(side(line, c.of)) == 0 {
		return !c.sure
	}
	for i := range others {
		if !t.isParty(&others[i]) {
			return false
		}
	}
	return true
}

// isParty reports whether somebody holds the state, or is named by its words. A state
// between several, such as an agreement, has no other parties than those.
func (t *tenure) isParty(p *party) bool {
	if slices.Contains(t.keys, p.key) {
		return true
	}
	if len(t.keys) > 1 {
		return false
	}
	for i := range t.told {
		told := &t.told[i]
		if slices.Contains(keysOf(told.line.Recipient), p.key) {
			return true
		}
		if told.words == "" {
			told.words = folded(cmp.Or(told.line.Text, told.line.Sentence.Text))
		}
		for _, name := range p.names {
			if strings.TrimSpace(name) != "" && strings.Contains(told.words, name) {
				return true
			}
		}
	}
	return false
}

func (t *tenure) addEnd(line *annals.Line, c *change) {
	if n := len(t.ends); n > 0 && t.ends[n-1].line == line {
		return // another row of the table, or another of its holders
	}
	how := strings.ToLower(line.Type)
	if line.Trigger != nil {
		how = "“" + line.Trigger.Text + "”"
	}
	e := extentOf(line.When)
	when := e.told
	if when == nil {
		when = e.start()
	}
	t.ends = append(t.ends, ending{line, when, c.sure, fmt.Sprintf("%s (%s)", how, whenOf(line))})
}

// succeed ends the time of those who held an office before others did.
func (k *Knowledge) succeed(tenures []*tenure) {
	byOffice := map[string][]*tenure{}
	for _, t := range tenures {
		if key := k.soleKey(t); key != "" {
			byOffice[key] = append(byOffice[key], t)
		}
	}
	for _, t := range tenures {
		for _, other := range byOffice[k.soleKey(t)] {
			if other == t || meet(other.keys, t.keys) && t.state == "office" {
				continue
			}
			t.followedBy(other)
		}
	}
}

// soleKey tells what only one can be at a time, "" if many can.
func (k *Knowledge) soleKey(t *tenure) string {
	if t.state == "office" && t.country() != "" && k.isSole(t.role) {
		return t.country() + " " + t.role
	}
	return ""
}

// followedBy notes the first line that tells a successor behind the last of this one.
func (t *tenure) followedBy(other *tenure) {
	for i := range other.told {
		start := other.told[i].start()
		mine := t.told[len(t.told)-1].start()
		if start == nil || mine == nil || start.first <= mine.last {
			continue
		}
		line := other.told[i].line
		t.ends = append(t.ends, ending{line, &days{start.first, start.last}, true, fmt.Sprintf("followed by %s (%s)", NameOf(&other.holders[0]), whenOf(line))})
		return
	}
}
