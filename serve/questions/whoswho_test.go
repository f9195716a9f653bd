package questions

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"annals"
	"annals/ask"
	"annals/record"
)

// TestActorsAsAsk holds that who is in the rows of a catalogue is who package ask finds in
// the lines.
func TestActorsAsAsk(t *testing.T) {
	chile := annals.Participant{Text: "Chile", ID: "CHL", Name: "Chile", Country: "CHL"}
	minister := annals.Participant{Text: "its minister", ID: "person:x", Name: "X", Country: "CHL", Sector: []string{"GOV"}, Role: "minister"}
	named := annals.Participant{Text: "Zürich", Name: "Zürich"}
	day := func(day string) *annals.When { return &annals.When{EDTF: day, From: day, To: day} }
	lines := []annals.Line{
		{ID: "1", Document: "a", Actor: []annals.Participant{chile, minister}, Recipient: []annals.Participant{named}, When: day("1990-05-01")},
		{ID: "2", Document: "a", Actor: []annals.Participant{chile, chile}, Recipient: []annals.Participant{chile}, When: day("1980-05-01")},
		{ID: "3", Document: "b", Recipient: []annals.Participant{minister}, SaidBy: []annals.Attribution{{Participant: chile}, {Participant: minister}}},
		{ID: "4", Document: "b", Actor: []annals.Participant{{Text: "X", ID: "person:x", Role: "president", Country: "CHL"}}, When: &annals.When{EDTF: "2000/..", From: "2000-01-01"}},
		{ID: "5", Document: "a", Actor: []annals.Participant{{}}},
	}
	c := emptyCatalogue("")
	for i, document := range []string{"a", "b"} {
		c.numbers[document] = int32(i)
		c.kept = append(c.kept, &record.Kept{Document: annals.Document{ID: document}})
	}
	var rows []int32
	for i := range lines {
		c.add(&lines[i])
		rows = append(rows, int32(i))
	}
	for i := range c.rows {
		c.rows[i].added = int32(i)
	}
	c.index()
	if diff := cmp.Diff(ask.Actors(lines, &ask.Query{}), c.actors(rows)); diff != "" {
		t.Errorf("(-ask +catalogue)\n%s", diff)
	}
}
