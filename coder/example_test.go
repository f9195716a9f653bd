package coder

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"annals"
	"annals/datafile"
	"annals/what"
)

// TestTry holds what an EXAMPLE may expect, and when it is right.
func TestTry(t *testing.T) {
	tests := []struct {
		sentence, expect string
		typed, right     bool
	}{
		{"Norway accused Latvia of espionage.", "ACCUSE", true, true},
		{"Norway accused Latvia of espionage.", "ACCUSE/allege Norway > Latvia", true, true},
		{"Norway accused Latvia of espionage.", "actual ACCUSE Norway", true, true},
		{"Norway accused Latvia of espionage.", "negated ACCUSE Norway > Latvia", false, false},
		{"Norway accused Latvia of espionage.", "ACCUSE/disapprove", true, false},
		{"Norway accused Latvia of espionage.", "ACCUSE Latvia > Norway", true, false},
		{"Norway accused Latvia of espionage.", "AID", false, false},
		{"Norway accused Latvia of espionage.", "-", false, false},
		{"The sea is deep.", "-", true, true},
	}
	c := theCoder(t)
	for _, tt := range tests {
		e := what.Example{Example: datafile.Example{Sentence: tt.sentence, Expect: tt.expect}}
		if got := c.try(&e); got.Typed != tt.typed || got.Right != tt.right {
			t.Errorf("%s => %s: typed %v, right %v; found %q", tt.sentence, tt.expect, got.Typed, got.Right, got.Found)
		}
	}
}

func TestWritten(t *testing.T) {
	line := annals.Line{
		Type: "AID", Mode: "food", Status: annals.Future,
		Actor: []annals.Participant{{Text: "Peru"}, {Text: "Chile"}}, Recipient: []annals.Participant{{Text: "Chad"}},
	}
	if diff := cmp.Diff("future AID/food Peru, Chile > Chad", Written(&line)); diff != "" {
		t.Error(diff)
	}
}

// TestUses holds that words between two actors are found in raw text, pronouns
// resolved, with their positions.
func TestUses(t *testing.T) {
	c := theCoder(t)
	doc := &annals.Document{ID: "a", Text: "Chile accused Peru of espionage. It outshone Peru. The sea is deep."}
	var got []string
	for _, u := range c.Uses(doc) {
		got = append(got, u.Word+" "+u.Actor.Country+" "+u.Recipient.Country+" "+u.Sentence.Text)
	}
	want := []string{"accuse CHL PER Chile accused Peru of espionage.", "outshine CHL PER It outshone Peru."}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("uses differ (-want +got):\n%s", diff)
	}
}
