package coder

import (
	"fmt"
	"slices"
	"strings"

	"annals"
	"annals/what"
)

// Tried is an EXAMPLE line of the codebook and what came of it.
type Tried struct {
	what.Example
	Typed bool     // some line has the type and status that were expected
	Right bool     // and the mode and the parties
	Found []string // the lines of the sentence, written as expectations are
}

// Examples runs every EXAMPLE line of the codebook, in the order of the files.
func (c *Coder) Examples() []Tried {
	examples := c.book.Examples()
	out := make([]Tried, 0, len(examples))
	for i := range examples {
		out = append(out, c.try(&examples[i]))
	}
	return out
}

func (c *Coder) try(e *what.Example) Tried {
	want := parseExpected(e.Expect)
	lines := c.Code(&annals.Document{ID: "example", Text: e.Sentence})
	tried := Tried{Example: *e}
	if want.kind == nothing {
		none := !slices.ContainsFunc(lines, func(l annals.Line) bool { return l.Kind == annals.Event })
		tried.Typed, tried.Right = none, none
	}
	for i := range lines {
		l := &lines[i]
		if l.Kind == annals.Claim {
			continue
		}
		tried.Found = append(tried.Found, Written(l))
		tried.Typed = tried.Typed || want.isTypeOf(l)
		tried.Right = tried.Right || want.is(l)
	}
	return tried
}

// nothing is the expectation of a sentence that tells no event.
const nothing = "-"

// expected is what an EXAMPLE expects: "TYPE/mode Actor, Actor > Recipient", with
// a status before it where that matters ("negated CONSULT"), or "-": no event.
type expected struct {
	status            annals.Status // or ""
	kind, mode        string
	actors, recipient []string
}

func parseExpected(text string) expected {
	var e expected
	kind, rest, _ := strings.Cut(text, " ")
	switch status := annals.Status(kind); status {
	case annals.Actual, annals.Future, annals.Hypothetical, annals.Negated:
		e.status = status
		kind, rest, _ = strings.Cut(strings.TrimSpace(rest), " ")
	}
	e.kind, e.mode, _ = strings.Cut(kind, "/")
	actors, recipient, _ := strings.Cut(rest, ">")
	e.actors, e.recipient = list(actors), list(recipient)
	return e
}

func list(text string) []string {
	var out []string
	for part := range strings.SplitSeq(text, ",") {
		if part = strings.TrimSpace(part); part != "" {
			out = append(out, part)
		}
	}
	return out
}

func (e *expected) isTypeOf(l *annals.Line) bool {
	return l.Type == e.kind && (e.status == "" || l.Status == e.status)
}

func (e *expected) is(l *annals.Line) bool {
	return e.isTypeOf(l) && (e.mode == "" || l.Mode == e.mode) &&
		named(e.actors, slices.Concat(l.Actor, l.Recipient)) && named(e.recipient, l.Recipient)
}

// named reports whether each of the names is part of the words of some party.
func named(names []string, parties []annals.Participant) bool {
	for _, name := range names {
		if !slices.ContainsFunc(parties, func(p annals.Participant) bool {
			return strings.Contains(p.Text, name) || strings.Contains(p.Name, name)
		}) {
			return false
		}
	}
	return true
}

// Written writes a line in short, as the expectations of examples are written:
// "future AID/relief Peru > Chile".
func Written(l *annals.Line) string {
	var b strings.Builder
	if l.Status != annals.Actual {
		fmt.Fprintf(&b, "%s ", l.Status)
	}
	b.WriteString(l.Type)
	if l.Mode != "" {
		b.WriteString("/" + l.Mode)
	}
	writeParties(&b, " ", l.Actor)
	writeParties(&b, " > ", l.Recipient)
	return b.String()
}

func writeParties(b *strings.Builder, before string, parties []annals.Participant) {
	for i := range parties {
		if i > 0 {
			before = ", "
		}
		b.WriteString(before + parties[i].Text)
	}
}
