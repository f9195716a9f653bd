package ask_test

import (
	"fmt"
	"testing"

	"github.com/google/go-cmp/cmp"

	"annals"
	"annals/ask"
	"annals/record/merge"
)

// report is a report of an event on a date, from a document of its own.
func report(id, edtf, from, to string) annals.Line {
	return deed(id, "CHL", "PER", "ASSAULT", -9, edtf, from, to)
}

// merged is an event of some reports.
func merged(lines []annals.Line, from, to string) merge.Event {
	e := merge.Event{ID: "event-" + lines[0].ID, Type: lines[0].Type, Status: lines[0].Status, From: from, To: to, Documents: len(lines), Sources: len(lines)}
	for _, line := range lines {
		e.Reports = append(e.Reports, line.ID)
	}
	return e
}

// TestNewTold holds that lines find their events, that a line without one is an event of its
// own, and that a line given twice counts once.
func TestNewTold(t *testing.T) {
	lines := []annals.Line{
		report("1", "1990", "1990-01-01", "1990-12-31"), report("2", "1990-05-03", "1990-05-03", "1990-05-03"),
		report("3", "1991-05-03", "1991-05-03", "1991-05-03"), report("2", "1990-05-03", "1990-05-03", "1990-05-03"),
	}
	lost := merged(lines[:2], "1990-05-03", "1990-05-03")
	lost.Reports = append(lost.Reports, "gone")
	told := ask.NewTold(lines, []merge.Event{lost}, nil)
	var got [][]string
	for i := range told.Events {
		var ids []string
		for _, line := range told.Events[i].Lines {
			ids = append(ids, line.ID)
		}
		got = append(got, append([]string{told.Events[i].ID}, ids...))
	}
	if diff := cmp.Diff([][]string{{"event-1", "2", "1"}, {"event-3", "3"}}, got); diff != "" { // the most exact report first
		t.Errorf("(-want +got)\n%s", diff)
	}
	if id, isEvent := merge.FirstReport(told.EventOf("3").ID); id != "3" || !isEvent {
		t.Errorf("an event of one line has the id %s", told.EventOf("3").ID)
	}
	if told.EventOf("4") != nil || told.Event("event-4") != nil || told.Line("4") != nil {
		t.Error("what is not there was found")
	}
}

// TestMatchEvent holds that an event is asked for by the days that all its reports allow,
// and as what is denied if that is how it is told.
func TestMatchEvent(t *testing.T) {
	lines := []annals.Line{report("1", "1990", "1990-01-01", "1990-12-31"), report("2", "1990-05-03", "1990-05-03", "1990-05-03")}
	lines[0].SaidBy = []annals.Attribution{{Participant: annals.Participant{ID: "BOL"}, Stance: annals.States}}
	event := merged(lines, "1990-05-03", "1990-05-03")
	told := ask.NewTold(lines, []merge.Event{event}, nil)
	denied := event
	denied.Denied = true
	toldDenied := ask.NewTold(lines, []merge.Event{denied}, nil)
	june, _ := days(t, "1990-06")
	may, _ := days(t, "1990-05")
	for _, test := range []struct {
		name string
		told *ask.Told
		q    ask.Query
		want bool
	}{
		{"all", told, ask.Query{}, true},
		{"of its days", told, ask.Query{From: may}, true},
		{"of the days of a vague report", told, ask.Query{From: june}, false},
		{"said in one report", told, ask.Query{SaidBy: ask.Party{ID: "BOL"}, From: may}, true},
		{"of another type", told, ask.Query{Types: []string{"AID"}}, false},
		{"told as fact", told, ask.Query{Status: []annals.Status{annals.Actual}}, true},
		{"denied, asked for as fact", toldDenied, ask.Query{Status: []annals.Status{annals.Actual}}, false},
		{"denied", toldDenied, ask.Query{Status: []annals.Status{annals.Negated}}, true},
	} {
		if got := test.q.MatchEvent(&test.told.Events[0]); got != test.want {
			t.Errorf("%s: %v", test.name, got)
		}
	}
}

// TestDifferences holds that what a report leaves out is no difference, and that other
// values are one.
func TestDifferences(t *testing.T) {
	number := func(of float64, lines ...string) merge.Value[annals.Quantity] {
		return merge.Value[annals.Quantity]{Value: annals.Quantity{Text: map[float64]string{4: "four", 6: "six", 9: "nine"}[of], Value: of}, Lines: lines}
	}
	lines := []annals.Line{report("1", "", "", ""), report("2", "", "", ""), report("3", "", "", "")}
	for _, test := range []struct {
		name   string
		values []merge.Value[annals.Quantity]
		want   []string // words of the values
	}{
		{"one value", []merge.Value[annals.Quantity]{number(4, "1", "2")}, nil},
		{"one gives two, another one of them", []merge.Value[annals.Quantity]{number(4, "1", "2"), number(6, "1")}, nil},
		{"two values", []merge.Value[annals.Quantity]{number(4, "1"), number(6, "2")}, []string{"four", "six"}},
		{"two values, and one that both give", []merge.Value[annals.Quantity]{number(9, "1", "2"), number(4, "1"), number(6, "2")}, []string{"four", "six"}},
	} {
		event := merged(lines, "", "")
		event.Quantity = test.values
		told := ask.NewTold(lines, []merge.Event{event}, []ask.Document{{ID: "d1", Source: "Harbour Wire"}})
		var got []string
		for _, d := range told.Differences(&told.Events[0]) {
			for _, v := range d.Values {
				got = append(got, v.Words)
			}
			if by := d.Values[0].By; len(by) != 1 || by[0] != "Harbour Wire" {
				t.Errorf("%s: given by %q", test.name, by)
			}
		}
		if diff := cmp.Diff(test.want, got); diff != "" {
			t.Errorf("%s (-want +got)\n%s", test.name, diff)
		}
	}
}

// TestTally holds that a series counts events once, with all reports and the sources
// apart: two documents of one origin are one.
func TestTally(t *testing.T) {
	lines := []annals.Line{
		report("1", "1990-05-03", "1990-05-03", "1990-05-03"), report("2", "1990-05-03", "1990-05-03", "1990-05-03"),
		report("3", "1990", "1990-01-01", "1990-12-31"), report("4", "1990-05-20", "1990-05-20", "1990-05-20"),
	}
	score := -1.0
	lines[3].Score = &score
	event := merged(lines[:3], "1990-05-03", "1990-05-03")
	told := ask.NewTold(lines, []merge.Event{event}, []ask.Document{{ID: "d1", Origin: "copy:d1"}, {ID: "d2", Origin: "copy:d1"}})
	s := ask.SeriesOf(told, ask.Party{ID: "CHL"}, ask.Party{ID: "PER"}, ask.ByMonth, &ask.Query{}, quad)
	if len(s.Bins) != 3 {
		t.Fatalf("%d bins", len(s.Bins))
	}
	b := s.Bins[0]
	if b.Events != 2 || b.Reports != 4 || b.Sources != 3 || b.Scored != 2 || b.ScoredReports != 4 || *b.MeanScore != -5 || len(b.EventIDs) != 2 || b.Quads.MaterialConflict != 2 {
		t.Errorf("got %+v", b)
	}
	if s.Total.Sources != 3 || s.Totals[0].Events != 2 {
		t.Errorf("in all %+v, a to b %+v", s.Total, s.Totals[0])
	}
}

// TestNetworkOfReports holds that an event counts once between two parties, in the direction
// that most reports give, and that words for nobody known make no dyad where others know who it was.
func TestNetworkOfReports(t *testing.T) {
	lines := []annals.Line{
		report("1", "1990-05-03", "1990-05-03", "1990-05-03"), report("2", "1990-05-03", "1990-05-03", "1990-05-03"),
		deed("3", "PER", "CHL", "ASSAULT", -9, "1990-05-03", "1990-05-03", "1990-05-03"), report("4", "1990-05-03", "1990-05-03", "1990-05-03"),
	}
	lines[3].Recipient = []annals.Participant{{Text: "fishermen", Name: "fishermen"}}
	dyads := ask.Network(ask.NewTold(lines, []merge.Event{merged(lines, "1990-05-03", "1990-05-03")}, nil), &ask.Query{}, true, called, quad)
	if len(dyads) != 1 || dyads[0].From.Key != "CHL" || dyads[0].To.Key != "PER" || dyads[0].Events != 1 || dyads[0].Reports != 4 {
		t.Errorf("got %+v", dyads)
	}
	alone := ask.NewTold(lines[3:], nil, nil)
	if dyads := ask.Network(alone, &ask.Query{}, true, called, quad); len(dyads) != 0 {
		t.Errorf("nobody in particular has a part in %+v", dyads)
	}
	everybody := ask.NewCounting(&ask.Query{}, true, true, called, quad)
	everybody.AddTold(alone)
	if dyads := everybody.Dyads(); len(dyads) != 1 || dyads[0].To.Name != "fishermen" {
		t.Errorf("where nobody knows better: %+v", dyads)
	}
}

// TestNetworkExamples holds that a dyad counts all its events, and names some.
func TestNetworkExamples(t *testing.T) {
	var lines []annals.Line
	for i := range 3 * ask.MostExamples {
		lines = append(lines, deed(fmt.Sprint("many", i), "PER", "CHL", "ASSAULT", -9, "1990-05-03", "1990-05-03", "1990-05-03"))
	}
	dyads := ask.Network(ask.NewTold(lines, nil, nil), &ask.Query{}, true, called, quad)
	if len(dyads) != 1 || dyads[0].Events != len(lines) || dyads[0].Reports != len(lines) || dyads[0].Scored != len(lines) ||
		len(dyads[0].EventIDs) != ask.MostExamples || len(dyads[0].Lines) != ask.MostExamples || len(dyads[0].Documents) != ask.MostExamples {
		t.Errorf("got %+v", dyads)
	}
}

// TestSameStates holds that lines that tell the same state are one entry of a timeline,
// and those of another day another.
func TestSameStates(t *testing.T) {
	lines := []annals.Line{
		office("1", "Berg", "Prime Minister", "1950-01-01"), office("2", "Berg", "prime minister", "1950-01-01"), office("3", "Berg", "Prime Minister", "1951-01-01"),
	}
	for i := range lines {
		lines[i].Document = "d" + lines[i].ID
	}
	var got [][]string
	for _, c := range ask.Chapters(ask.NewTold(lines, nil, nil), &ask.Query{}) {
		for i := range c.Entries {
			got = append(got, c.Entries[i].Reports)
		}
	}
	if diff := cmp.Diff([][]string{{"1", "2"}, {"3"}}, got); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
}

// TestSpeakers holds that what one speaker says in several reports is one statement, and
// that nobody is taken for another because of what he is called.
func TestSpeakers(t *testing.T) {
	line := func(id string, who annals.Participant, stance annals.Stance) annals.Line {
		l := report(id, "1990-05-03", "1990-05-03", "1990-05-03")
		l.SaidBy = []annals.Attribution{{Participant: who, Stance: stance}}
		return l
	}
	peru, somebody := annals.Participant{Text: "Lima", ID: "PER"}, annals.Participant{Text: "officials"}
	lines := []annals.Line{
		line("1", peru, annals.States), line("2", peru, annals.States), line("3", peru, annals.Denies),
		line("4", somebody, annals.States), line("5", somebody, annals.States),
	}
	all := ask.Claims(ask.NewTold(lines, nil, nil), &ask.Query{})
	if len(all) != 1 || !all[0].Contested {
		t.Fatalf("%d propositions", len(all))
	}
	var got []int
	for _, s := range all[0].Statements {
		got = append(got, len(s.Lines))
	}
	if diff := cmp.Diff([]int{2, 1, 1, 1}, got); diff != "" {
		t.Errorf("lines of statements (-want +got)\n%s", diff)
	}
}
