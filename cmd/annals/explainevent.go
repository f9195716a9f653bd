package main

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"

	"annals"
	"annals/ask"
	"annals/record"
	"annals/record/actors"
)

// eventID begins the ids of events; those of lines have no such letters.
const eventID = "event-"

// isEvent reports whether an event is asked for, and no line.
func (a *asked) isEvent() bool { return strings.HasPrefix(a.id, eventID) }

// together is what lines tell together, with what explains it.
type together struct {
	told    *ask.Told
	coded   []annals.Line // as they were coded, before their actors were settled
	resolve ask.Resolve
}

// explainTexts explains lines or an event of texts.
func explainTexts(r *reading, a *asked, write *explanations) error {
	if a.id == "" {
		return explain(r, a, write, nil)
	}
	var coded []annals.Line
	var documents []source
	gather := func(doc *annals.Document, lines []annals.Line) {
		coded, documents = append(coded, lines...), append(documents, sourceOf(doc))
	}
	var err error
	if a.isEvent() {
		err = r.each(func(doc *annals.Document, lines []annals.Line) error {
			gather(doc, lines)
			return nil
		})
	} else {
		err = explain(r, a, write, gather)
	}
	if err != nil && !errors.Is(err, errReported) {
		return err
	}
	d, digesting := digested(coded, documents, nil)
	if digesting != nil {
		return digesting
	}
	put := &together{toldBy(d, documents), coded, d.Register.Resolve}
	if explaining := put.explain(a, !a.isEvent(), write); explaining != nil {
		return explaining
	}
	return err
}

// explain writes why the event that is asked for, or that of the line that is, is one.
// Behind a line it says nothing where there is nothing to say: where one report alone tells of the event,
// and coding has settled its actors.
func (p *together) explain(a *asked, behindLine bool, write *explanations) error {
	var found []*ask.Event
	for i := range p.told.Events {
		e := &p.told.Events[i]
		if behindLine && slices.ContainsFunc(e.Lines, a.is) || !behindLine && strings.HasPrefix(e.ID, a.id) {
			found = append(found, e)
		}
	}
	switch {
	case len(found) == 0 && behindLine:
		return nil
	case len(found) == 0:
		return fmt.Errorf("%w that begins with %q", errNoLine, a.id)
	case len(found) > 1:
		ids := map[string]bool{}
		for _, e := range found {
			ids[e.ID] = true
		}
		return fmt.Errorf("the ids of %d events begin with %q: %s", len(found), a.id, strings.Join(sorted(ids), ", "))
	}
	e := p.told.ExplainEvent(found[0], p.coded, p.resolve)
	if behindLine && len(e.Lines) == 1 && len(e.Settled)+len(e.Related) == 0 {
		return nil
	}
	return write.event(e, behindLine)
}

// eventWithReasons returns the events of a record with the given id, or of the line with it,
// and the lines that explain them.
func eventWithReasons(ctx context.Context, s record.Store, id string) (*together, error) {
	r := newRecordReader(ctx, s)
	if err := r.read(&record.Filter{ID: id}); err != nil {
		return nil, err
	}
	p := &together{}
	settled := map[string]*annals.Line{}
	for i := range r.lines {
		line := r.lines[i]
		settled[line.ID] = &line
		for raw, err := range s.Lines(ctx, &record.Filter{ID: line.ID, Raw: true}) {
			if err != nil {
				return nil, err
			}
			p.coded = append(p.coded, *raw)
		}
	}
	why, err := newSettledWhy(ctx, s, settled)
	if err != nil {
		return nil, err
	}
	p.resolve = why.resolve
	for i := range p.coded { // the lines that say who held an office are quoted
		for _, side := range [][]annals.Participant{p.coded[i].Actor, p.coded[i].Recipient} {
			for j := range side {
				if found, is := why.resolve(&p.coded[i], &side[j]); is && found.Line != "" {
					if err := r.fetch(found.Line); err != nil {
						return nil, err
					}
				}
			}
		}
	}
	p.told, err = r.told()
	return p, err
}

// settledWhy says why a record has settled participants as it has: it keeps to whom they
// were settled, the decisions, and who was learned to have held which office.
type settledWhy struct {
	lines     map[string]*annals.Line // settled, by id
	decisions []record.Decision
	tenures   map[string][]actors.Tenure // by person
}

func newSettledWhy(ctx context.Context, s record.Store, lines map[string]*annals.Line) (*settledWhy, error) {
	w := &settledWhy{lines: lines, tenures: map[string][]actors.Tenure{}}
	var err error
	if w.decisions, err = s.Decisions(ctx); err != nil {
		return nil, err
	}
	for tenure, err := range s.Tenures(ctx) {
		if err != nil {
			return nil, err
		}
		w.tenures[tenure.Person] = append(w.tenures[tenure.Person], *tenure)
	}
	return w, nil
}

// resolve implements ask.Resolve.
func (w *settledWhy) resolve(line *annals.Line, p *annals.Participant) (actors.Resolution, bool) {
	to := w.settled(line, p)
	if to == nil || to.ID == p.ID || p.ID == "" {
		return actors.Resolution{}, false
	}
	out := actors.Resolution{From: p.ID, To: to.ID}
	name, isPerson := strings.CutPrefix(p.ID, "person:")
	switch {
	case w.decided(p.ID, to.ID):
		out.By = actors.ByDecision
	case !isPerson:
		out.By, out.Line = actors.ByOffice, w.sighting(line, to.ID)
	case !strings.Contains(name, "-"):
		out.By, out.Line = actors.BySurname, w.sighting(line, to.ID)
	default:
		out.By = actors.BySpelling
	}
	return out, true
}

// settled returns a participant of a line as it was settled: it has the same words.
func (w *settledWhy) settled(line *annals.Line, p *annals.Participant) *annals.Participant {
	to := w.lines[line.ID]
	if to == nil {
		return nil
	}
	for _, sides := range [][2][]annals.Participant{{line.Actor, to.Actor}, {line.Recipient, to.Recipient}} {
		for i := range sides[0] {
			if &sides[0][i] == p && i < len(sides[1]) {
				return &sides[1][i]
			}
		}
	}
	for i := range line.SaidBy {
		if &line.SaidBy[i].Participant == p && i < len(to.SaidBy) {
			return &to.SaidBy[i].Participant
		}
	}
	return nil
}

// decided reports whether a decision that stands is about the two.
func (w *settledWhy) decided(from, to string) bool {
	about := false
	for i := range w.decisions {
		d := &w.decisions[i]
		if d.Actor == from && d.Other == to || d.Actor == to && d.Other == from {
			about = d.Verdict != actors.Undo
		}
	}
	return about
}

// sighting returns the line that gives an office to a person nearest to the time of
// another line, "" if none does.
func (w *settledWhy) sighting(line *annals.Line, person string) string {
	day := ""
	if line.When != nil {
		day = line.When.From
	}
	best := ""
	for i := range w.tenures[person] {
		t := &w.tenures[person][i]
		if len(t.Lines) > 0 && (best == "" || day != "" && t.From <= day) {
			best = t.Lines[0]
		}
	}
	return best
}
