package export_test

import (
	"io"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"annals"
	"annals/export"
)

const icewsNames = "Event ID\tEvent Date\tSource Name\tSource Sectors\tSource Country\tCAMEO Code\tIntensity\tTarget Name\tTarget Country\tCity\tCountry\tLatitude\tLongitude\n"

// TestImportICEWS reads a table with columns in an order of its own, and quotation marks
// as some editions have them.
func TestImportICEWS(t *testing.T) {
	text := icewsNames +
		"\"7001\"\t2012-01-31\t\"Ministry (Chile)\"\tGovernment,Executive,Unknown Sector\tChile\t042\t1.9\tPeru\tPeru\tLima\tPeru\t-12.05\t-77.05\r\n"
	got := imported(t, "icews", text)
	score, lat, lon := 1.9, -12.05, -77.05
	want := []annals.Line{{
		ID: "icews:7001", Kind: annals.Event, Status: annals.Actual, Document: "ICEWS", Coder: "ICEWS", Type: "CONSULT", Mode: "visit", CAMEO: "042", Score: &score,
		When:      &annals.When{EDTF: "2012-01-31", From: "2012-01-31", To: "2012-01-31", Basis: annals.BasisDocument},
		Actor:     []annals.Participant{{Text: "Ministry (Chile)", Name: "Ministry (Chile)", Country: "CHL", Sector: []string{"GOV"}}},
		Recipient: []annals.Participant{{Text: "Peru", ID: "PER", Name: "Peru", Country: "PER"}},
		Where:     []annals.Place{{Text: "Lima", Name: "Lima", Country: "PER", Lat: &lat, Lon: &lon}},
	}}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
}

// TestImportBadRows holds that a bad row is reported with its line, and the rest read.
func TestImportBadRows(t *testing.T) {
	known := codes(t)
	good := "7\t2012-01-31\tChile\t\tChile\t042\t1\tPeru\tPeru\t\t\t\t\n"
	for _, test := range []struct{ name, layout, text, want string }{
		{"day", "icews", icewsNames + strings.Replace(good, "2012-01-31", "31.1.2012", 1) + good, `t:2: the Event Date "31.1.2012" is no day`},
		{"code", "icews", icewsNames + strings.Replace(good, "042", "99", 1) + good, `t:2: CAMEO Code: "99" is no CAMEO code`},
		{"number", "icews", icewsNames + strings.Replace(good, "\t1\t", "\tNaN\t", 1) + good, `t:2: Intensity "NaN" is no number`},
		{"id", "icews", icewsNames + good[1:] + good, "t:2: the row has no id"},
		{"columns", "icews", icewsNames + "1\t2\n" + good, "t:2: 2 columns, where ICEWS has 13"},
		{"not UTF-8", "icews", icewsNames + "\xff\n" + good, "t:2: not UTF-8"},
		{"too long", "icews", icewsNames + strings.Repeat("x", 9<<20) + "\n" + good, "t:2: a line of 9.0 MiB; at most 8 MiB are read"},
		{"no names", "icews", good + good, `t:1: this is no table of ICEWS: the first row names no column "Event ID"`},
		{"foreign", "polecat", icewsNames + good, `t:1: this is no table of POLECAT: the first row names no column "Event Type"`},
		{"all tabs", "icews", icewsNames + "x" + strings.Repeat("\t", 1<<20) + "\n" + good, "t:2: 1048577 columns, where ICEWS has 13"},
		{"too many names", "icews", strings.Repeat("Event ID\t", 2000) + "\n" + good, "t:1: 2001 columns; no table of ICEWS has so many"},
		{"GDELT 1", "gdelt", strings.Repeat("x\t", 57) + "x\n", "t:1: 58 columns, where GDELT has 61"},
	} {
		t.Run(test.name, func(t *testing.T) {
			var errs []string
			read := 0
			for _, err := range export.ReadEventTable(strings.NewReader(test.text), "t", test.layout, known) {
				if err != nil {
					errs = append(errs, err.Error())
				} else {
					read++
				}
			}
			if len(errs) != 1 || !strings.HasPrefix(errs[0], test.want) {
				t.Errorf("got %q, want %q", errs, test.want)
			}
			if wantRead := strings.HasPrefix(test.want, "t:2"); wantRead != (read == 1) {
				t.Errorf("%d rows were read", read)
			}
		})
	}
}

func TestReadJSONLines(t *testing.T) {
	lines, data := record(t)
	var got []annals.Line
	for line, err := range export.ReadJSONLines(strings.NewReader(string(data)), "record.jsonl") {
		if err != nil {
			t.Fatal(err)
		}
		got = append(got, *line)
	}
	if diff := cmp.Diff(lines, got); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
	for _, test := range []struct{ row, want string }{
		{`{"id":`, "t:2: reading a record line: unexpected end of JSON input"},
		{`[]`, "t:2: reading a record line: json: cannot unmarshal array"},
		{`{"kind":"event","status":"actual"}`, `t:2: a record line without "id"`},
		{`{"id":"1","kind":"thing","status":"actual"}`, `t:2: the record line 1 is of the kind "thing"`},
		{`{"id":"1","kind":"event","status":"perhaps"}`, `t:2: the record line 1 has the status "perhaps"`},
		{"\"\xff\"", "t:2: not UTF-8"},
	} {
		text := `{"id":"0","kind":"claim","status":"actual"}` + "\n" + test.row + "\n" + `{"id":"2","kind":"claim","status":"actual"}`
		var seen []string
		for line, err := range export.ReadJSONLines(strings.NewReader(text), "t") {
			if err != nil {
				seen = append(seen, err.Error())
				continue
			}
			seen = append(seen, line.ID)
		}
		if len(seen) != 3 || seen[0] != "0" || seen[2] != "2" || !strings.HasPrefix(seen[1], test.want) {
			t.Errorf("got %q, want %q", seen, test.want)
		}
	}
}

// check holds what every line that is read must have, and that it can be written.
func check(t *testing.T, known *export.Codes, line *annals.Line, err error) {
	if err != nil {
		return
	}
	if line.ID == "" || line.Kind == "" || line.Status == "" {
		t.Fatalf("read %+v", line)
	}
	for _, name := range export.Layouts() {
		w, err := export.NewEventTable(io.Discard, name, known, verbal)
		if err != nil {
			t.Fatal(err)
		}
		write(t, w, *line)
	}
}

func FuzzReadEventTable(f *testing.F) {
	known := codes(f)
	f.Add(icewsNames + "7\t2012-01-31\tChile\tGovernment\tChile\t042\t1\tPeru\tPeru\tLima\tPeru\t-12\t-77\n")
	f.Add("Event ID\tEvent Date\tEvent Type\tActor Name\tRecipient Name\tLatitude\tPlacename\n1\t2019-01-31\tAID\tChile\tPeru\t1\tLima\n")
	f.Add(strings.Repeat("1\t", 60) + "x\n")
	f.Add("\ufeff" + icewsNames + "\"\t\"\"\n\xff")
	f.Fuzz(func(t *testing.T, text string) {
		for _, name := range export.Layouts() {
			for line, err := range export.ReadEventTable(strings.NewReader(text), "fuzz", name, known) {
				check(t, known, line, err)
			}
		}
	})
}

func FuzzReadJSONLines(f *testing.F) {
	known := codes(f)
	f.Add(`{"id":"1","kind":"event","status":"actual","actor":[{"text":"Chile"}],"when":{"from":"1990-01-01","to":"1990-01-01"}}`)
	f.Add("\n{}\n[]\n\"")
	f.Fuzz(func(t *testing.T, text string) {
		for line, err := range export.ReadJSONLines(strings.NewReader(text), "fuzz") {
			check(t, known, line, err)
		}
	})
}
