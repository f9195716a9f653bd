package coder

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"annals"
	"annals/datafile"
)

// How many of the examples in the codebook's tables must come out right. The
// rest are lost to mistakes of the tagger and the parser; -v lists them.
const (
	exampleTypes   = 0.94 // the type alone
	exampleParties = 0.84 // type, mode and both parties
)

// expected is what an EXAMPLE expects: "TYPE/mode Actor, Actor > Recipient".
type expected struct {
	kind, mode        string
	actors, recipient []string
}

func parseExpected(text string) expected {
	var e expected
	kind, rest, _ := strings.Cut(text, " ")
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

// TestCodebookExamples runs every EXAMPLE of the codebook.
func TestCodebookExamples(t *testing.T) {
	c := theCoder(t)
	all, types, whole := 0, 0, 0
	try := func(file string, e datafile.Example) {
		all++
		want := parseExpected(e.Expect)
		lines := c.Code(&annals.Document{ID: "example", Text: e.Sentence})
		typed := slices.ContainsFunc(lines, func(l annals.Line) bool { return l.Type == want.kind })
		full := slices.ContainsFunc(lines, func(l annals.Line) bool {
			return l.Type == want.kind && (want.mode == "" || l.Mode == want.mode) &&
				named(want.actors, slices.Concat(l.Actor, l.Recipient)) && named(want.recipient, l.Recipient)
		})
		if typed {
			types++
		}
		if full {
			whole++
			return
		}
		var got []string
		for i := range lines {
			got = append(got, show(&lines[i]))
		}
		t.Logf("%s:%d: %s\n\twant %s\n\tgot  %s", file, e.Line, e.Sentence, e.Expect, strings.Join(got, "\n\t     "))
	}
	for _, entry := range c.book.Entries() {
		for _, e := range entry.Examples {
			try(entry.File, e)
		}
	}
	for _, entry := range c.book.StateEntries() {
		for _, e := range entry.Examples {
			try(entry.File, e)
		}
	}
	report := fmt.Sprintf("%d examples: %d of the right type, %d right in all", all, types, whole)
	t.Log(report)
	if all < 200 || float64(types) < exampleTypes*float64(all) || float64(whole) < exampleParties*float64(all) {
		t.Errorf("%s; want at least %.0f %% and %.0f %%", report, 100*exampleTypes, 100*exampleParties)
	}
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
