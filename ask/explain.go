package ask

import (
	"fmt"
	"slices"
	"strings"

	"annals"
	"annals/record/actors"
	"annals/record/merge"
)

// EventExplanation says why reports are one event, and whom its actors were settled to be.
type EventExplanation struct {
	Entry
	Joined  []Joined   `json:"joined,omitempty"`
	Copied  []Copied   `json:"copied,omitempty"`
	Settled []Settling `json:"settled,omitempty"`
	Related []Joined   `json:"related,omitempty"` // why events that it belongs to are linked with it
}

// Joined says why two reports are one event, or two events belong together.
type Joined struct {
	Line   string  `json:"line"` // of events: the id of the other
	With   string  `json:"with"`
	Points float32 `json:"points"`
	Says   string  `json:"says"`
}

// Copied are reports of one origin, which count as one source.
type Copied struct {
	Origin    string   `json:"origin"`
	Documents []string `json:"documents"`
	Says      string   `json:"says"`
}

// Settling is a participant who was settled to be somebody else than coding had found.
type Settling struct {
	Line       string            `json:"line"`
	Text       string            `json:"text"`
	Resolution actors.Resolution `json:"resolution"`
	Says       string            `json:"says"`
}

// Resolve says whom a participant of a line, as it was coded, was settled to be, if that
// is another id than it has.
type Resolve func(line *annals.Line, p *annals.Participant) (actors.Resolution, bool)

// ExplainEvent explains an event. coded are its lines as they were coded, and more that
// the reasons may name.
func (t *Told) ExplainEvent(e *Event, coded []annals.Line, resolve Resolve) *EventExplanation {
	out := &EventExplanation{Entry: t.entry(e)}
	out.Words = wordsOf(e.Lines[0])
	out.Documents, out.Sources = t.sources(e.Lines)
	for i := range e.Joins {
		j := &e.Joins[i]
		if a, b := t.Line(j.Line), t.Line(j.With); a != nil && b != nil {
			says := fmt.Sprintf("%s and %s tell of one event: they %s.", t.named(a), t.named(b), reasonsText(j.Reasons, a, b))
			out.Joined = append(out.Joined, Joined{j.Line, j.With, j.Points, says})
		}
	}
	for i := range e.Links {
		l := &e.Links[i]
		other := t.linked(l.Event)
		out.Related = append(out.Related, Joined{l.Event, e.ID, l.Points, relatedText(e, &other, l.Reasons)})
	}
	out.Copied = t.copied(e)
	out.Settled = t.settled(e, coded, resolve)
	return out
}

// Line returns a line by its id, nil if it is not at hand.
func (t *Told) Line(id string) *annals.Line {
	if at, found := t.number[id]; found {
		return &t.Lines[at]
	}
	return nil
}

// named names a report: who published it, and where it stands.
func (t *Told) named(line *annals.Line) string {
	at := fmt.Sprintf("%s, sentence %d", line.Document, line.Sentence.Index+1)
	if by := t.Documents[line.Document].Source; by != "" {
		return by + " (" + at + ")"
	}
	return at
}

// relatedText says why two events that are told differently belong together.
func relatedText(e *Event, other *Linked, reasons []merge.Reason) string {
	what := other.ID
	if other.What != "" {
		what = strings.Trim(other.What+", "+other.Date, ", ") + " [" + other.ID + "]"
	}
	return fmt.Sprintf("This event, %s, and %s, %s, belong together: their reports %s.", toldAs(e.told()), what, toldAs(other.Status), reasonsText(reasons, nil, nil))
}

// toldAs says in words how an event is told.
func toldAs(status annals.Status) string {
	switch status {
	case annals.Future:
		return "which is announced"
	case annals.Hypothetical:
		return "which is supposed"
	case annals.Negated:
		return "which is denied"
	}
	return "told as a fact"
}

// copied returns which reports are of one source.
func (t *Told) copied(e *Event) []Copied {
	var out []Copied
	for _, line := range e.Lines {
		origin := t.origin(line.Document)
		at := slices.IndexFunc(out, func(c Copied) bool { return c.Origin == origin })
		if at < 0 {
			at = len(out)
			out = append(out, Copied{Origin: origin})
		}
		if !slices.Contains(out[at].Documents, line.Document) {
			out[at].Documents = append(out[at].Documents, line.Document)
		}
	}
	out = slices.DeleteFunc(out, func(c Copied) bool { return len(c.Documents) < 2 })
	for i := range out {
		c := &out[i]
		names := make([]string, len(c.Documents))
		for j, document := range c.Documents {
			names[j] = document
			if by := t.Documents[document].Source; by != "" {
				names[j] += " (" + by + ")"
			}
		}
		why := "are of one publisher"
		if strings.HasPrefix(c.Origin, copied) {
			why = "are copies of one text"
		}
		c.Says = listText(names) + " " + why + ", and count as one source."
	}
	return out
}

// settled says of the participants of an event who was settled to be another, each once.
func (t *Told) settled(e *Event, coded []annals.Line, resolve Resolve) []Settling {
	var out []Settling
	for i := range coded {
		line := &coded[i]
		if !slices.Contains(e.Reports, line.ID) {
			continue
		}
		add := func(p *annals.Participant) {
			r, found := resolve(line, p)
			if !found || slices.ContainsFunc(out, func(s Settling) bool { return s.Text == p.Text && s.Resolution == r }) {
				return
			}
			out = append(out, Settling{line.ID, p.Text, r, t.settledText(line, p, r)})
		}
		for j := range line.Actor {
			add(&line.Actor[j])
		}
		for j := range line.Recipient {
			add(&line.Recipient[j])
		}
		for j := range line.SaidBy {
			add(&line.SaidBy[j].Participant)
		}
	}
	return out
}

// settledText says why somebody is another than coding had found.
func (t *Told) settledText(line *annals.Line, p *annals.Participant, r actors.Resolution) string {
	who := t.nameOf(r.To)
	if who == "" {
		who = r.To
	} else {
		who += " (" + r.To + ")"
	}
	out := fmt.Sprintf("“%s” in %s, which was coded as %s, is %s", p.Text, t.named(line), r.From, who)
	switch r.By {
	case actors.ByOffice:
		out += ", who held this office then"
	case actors.BySurname:
		out += ", the one holder of an office then who has this surname"
	case actors.BySpelling:
		out += ": both are spellings of one name"
	case actors.ByDecision:
		return out + ": a user decided so."
	}
	if because := t.Line(r.Line); because != nil {
		out += fmt.Sprintf(": %s says “%s”", t.named(because), because.Sentence.Text)
		return strings.TrimSuffix(out, ".”") + ".”"
	}
	return out + "."
}

// nameOf returns the longest name that lines give to an id.
func (t *Told) nameOf(id string) string {
	name := ""
	for i := range t.Lines {
		for _, side := range [][]annals.Participant{t.Lines[i].Actor, t.Lines[i].Recipient} {
			for j := range side {
				if side[j].ID == id && len(side[j].Name) > len(name) {
					name = side[j].Name
				}
			}
		}
	}
	return name
}

// listText joins words as a sentence does.
func listText(words []string) string {
	if len(words) < 2 {
		return strings.Join(words, "")
	}
	return strings.Join(words[:len(words)-1], ", ") + " and " + words[len(words)-1]
}
