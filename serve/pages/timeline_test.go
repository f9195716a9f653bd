package pages

import (
	"net/url"
	"strings"
	"testing"

	"annals/record"
	"annals/serve/questions"
)

// TestZooms holds which stretches of time the links of a timeline lead to.
func TestZooms(t *testing.T) {
	q := &questions.Query{Parties: []string{"NOR"}, From: "2001", To: "2004", Page: 3}
	c := chartOf(&questions.Density{Unit: "year", Bins: []questions.Bin{{Period: "2002", From: "2002", To: "2002", Count: 3, Cooperation: 1, Conflict: 1}}}, q)
	if c.From != "2001-01-01" || c.To != "2004-12-31" || c.Bins[0].Other != 1 || c.Bins[0].Count() != 3 {
		t.Errorf("the chart is %+v", c)
	}
	want := map[string]string{
		"Zoom in":     "from=2002-01-01&party=NOR&to=2004-01-01",
		"Zoom out":    "from=1999-01-02&party=NOR&to=2006-12-31",
		"Earlier":     "from=1999-01-02&party=NOR&to=2003-01-01",
		"Later":       "from=2003-01-01&party=NOR&to=2006-12-31",
		"All of time": "party=NOR",
	}
	for _, z := range zoomsOf(c, q) {
		if got := strings.TrimPrefix(z.Href, "/timeline?"); got != want[z.Label] {
			t.Errorf("%s leads to %s, not %s", z.Label, got, want[z.Label])
		}
	}
	empty := &questions.Density{}
	if chartOf(empty, &questions.Query{}) != nil {
		t.Error("there is a chart of nothing")
	}
	if c := chartOf(empty, q); c == nil || len(zoomsOf(c, q)) == 0 {
		t.Error("an empty stretch has no way out")
	}
}

// TestZoomsCanBeAsked holds that every link asks for days that a query can name, at both ends
// of time.
func TestZoomsCanBeAsked(t *testing.T) {
	for _, ends := range [][2]string{{"-9990", "9990"}, {"-0044-03-15", "-0044-03-15"}, {"0001", "0001"}} {
		q := &questions.Query{From: ends[0], To: ends[1]}
		for _, z := range zoomsOf(chartOf(&questions.Density{}, q), q) {
			params, err := url.ParseQuery(strings.TrimPrefix(strings.TrimPrefix(z.Href, "/timeline"), "?"))
			if err != nil {
				t.Fatal(err)
			}
			if _, err := questions.ReadQuery(params); err != nil {
				t.Errorf("%v, %s: %v", ends, z.Label, err)
			}
		}
	}
}

// TestMarks holds that what is not dated to a day is drawn as all days that it may be.
func TestMarks(t *testing.T) {
	c := &chart{From: "1990-01-01", To: "1999-12-31"}
	for _, test := range []struct {
		from, to, want string
		unsure         bool
	}{
		{"1991-05-04", "1991-05-04", "1991-05-04 1991-05-04", false},
		{"1991-01-01", "1991-12-31", "1991-01-01 1991-12-31", true},
		{"1991-01-01", "", "1991-01-01 1999-12-31", true},
		{"", "1991-12-31", "1990-01-01 1991-12-31", true},
		{"2005-01-01", "", "1999-12-31 2005-01-01", true}, // it begins behind the chart
		{"", "", "", false},
	} {
		m := markOf(test.from, test.to, c)
		if m == nil {
			if test.want != "" {
				t.Errorf("%s to %s is not drawn", test.from, test.to)
			}
			continue
		}
		if got := m.From + " " + m.To; got != test.want || m.Unsure != test.unsure {
			t.Errorf("%s to %s is drawn as %s, unsure: %v", test.from, test.to, got, m.Unsure)
		}
	}
}

// TestYears holds that the chart of the first page has bars as long as it takes to be read.
func TestYears(t *testing.T) {
	p := newPages(t, nil)
	for _, test := range []struct {
		name   string
		months []string
		want   string
	}{
		{"years", []string{"1991-05", "1991", "1993-01", ""}, "1991 1993"},
		{"decades", []string{"1790", "1991-05"}, "the 1790s the 1990s"},
		{"centuries", []string{"0017", "1991-05"}, "1 BC–99 1900–1999"},
		{"before our era", []string{"-0043-03", "-0040"}, "44 BC 41 BC"},
		{"nothing", []string{""}, ""},
	} {
		var counts []record.Count
		for _, m := range test.months {
			counts = append(counts, record.Count{Month: m, Type: "AID", Events: 2})
		}
		var names []string
		if c := p.yearsOf(counts); c != nil {
			for _, b := range c.Bins {
				names = append(names, b.Label)
				if b.Cooperation == 0 {
					t.Errorf("%s: %s has no cooperation", test.name, b.Label)
				}
			}
		}
		if got := strings.Join(names, " "); got != test.want {
			t.Errorf("%s: %s, not %s", test.name, got, test.want)
		}
	}
}
