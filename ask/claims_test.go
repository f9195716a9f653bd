package ask_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"annals"
	"annals/ask"
)

// said writes propositions in short: a line each, and one for each statement.
func said(all []ask.Proposition) string {
	var out strings.Builder
	for i := range all {
		p := &all[i]
		fmt.Fprintf(&out, "contested %v: %s %s %s\n", p.Contested, p.Type, p.Words, p.Date)
		for j := range p.Statements {
			s := &p.Statements[j]
			who := "the document"
			if len(s.SaidBy) > 0 {
				who = ask.NameOf(&s.SaidBy[len(s.SaidBy)-1].Participant)
			}
			fmt.Fprintf(&out, "  %s %s %s\n", who, s.Position, s.Date)
		}
	}
	return out.String()
}

// TestClaims compares with a golden file: Chile says that it attacked Ecuador, Peru
// denies it; an attack of another year and one that is foretold are others.
func TestClaims(t *testing.T) {
	lines := readRecord(t, "testdata/claims.jsonl")
	matchGolden(t, "testdata/claims.golden", said(ask.Claims(ask.NewTold(lines, nil, nil), &ask.Query{})))
}

// TestClaimsAsked holds that a question chooses propositions, and that all who speak
// of them are there.
func TestClaimsAsked(t *testing.T) {
	lines := readRecord(t, "testdata/claims.jsonl")
	all := ask.Claims(ask.NewTold(lines, nil, nil), &ask.Query{SaidBy: ask.Party{Name: "Peru"}})
	if len(all) != 1 || len(all[0].Statements) < 2 {
		t.Errorf("got\n%s", said(all))
	}
}

func TestPositionOf(t *testing.T) {
	for _, test := range []struct {
		status annals.Status
		chain  []annals.Stance
		want   ask.Position
	}{
		{annals.Actual, nil, ask.Asserts},
		{annals.Negated, nil, ask.Denies},
		{annals.Actual, []annals.Stance{annals.Claims}, ask.Asserts},
		{annals.Actual, []annals.Stance{annals.Confirms}, ask.Confirms},
		{annals.Negated, []annals.Stance{annals.Confirms}, ask.Denies},
		{annals.Negated, []annals.Stance{annals.Denies}, ask.Denies},
		{annals.Hypothetical, []annals.Stance{annals.Doubts}, ask.Doubts},
		{annals.Hypothetical, []annals.Stance{annals.States}, ask.Supposes},
		{annals.Negated, []annals.Stance{annals.States, annals.Denies}, ask.Denies},
	} {
		line := annals.Line{Status: test.status}
		for _, stance := range test.chain {
			line.SaidBy = append(line.SaidBy, annals.Attribution{Stance: stance})
		}
		if got := ask.PositionOf(&line); got != test.want {
			t.Errorf("%s %v: got %s, want %s", test.status, test.chain, got, test.want)
		}
	}
}

// TestClaimsApart holds what makes two propositions: another mode, another date,
// nobody who could be compared.
func TestClaimsApart(t *testing.T) {
	chile, peru := []annals.Participant{{ID: "CHL"}}, []annals.Participant{{ID: "PER"}}
	line := func(id, mode, day string) annals.Line {
		l := annals.Line{ID: id, Kind: annals.Event, Type: "COERCE", Mode: mode, Status: annals.Actual, Actor: chile, Recipient: peru}
		l.SaidBy = []annals.Attribution{{Stance: annals.States}}
		if day != "" {
			l.When = &annals.When{EDTF: day, From: day, To: day}
		}
		return l
	}
	alone := line("7", "", "")
	alone.Recipient = nil
	second := alone
	second.ID = "8"
	lines := []annals.Line{
		line("1", "arrest", "1990-01-01"), line("2", "", "1990-01-01"), line("3", "seize", "1990-01-01"), line("4", "arrest", ""),
		line("5", "arrest", "1991-01-01"), alone, second,
	}
	var got []string
	for _, p := range ask.Claims(ask.NewTold(lines, nil, nil), &ask.Query{}) {
		var ids []string
		for i := range p.Statements {
			ids = append(ids, p.Statements[i].Lines[0].ID)
		}
		got = append(got, strings.Join(ids, " "))
	}
	if diff := cmp.Diff([]string{"1 2 4", "3", "5", "7", "8"}, got); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
}
