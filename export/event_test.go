package export_test

import (
	"bytes"
	"encoding/csv"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/parquet-go/parquet-go"

	"annals"
	"annals/export"
	"annals/record/merge"
)

// TestEventCSV compares with a golden file: three reports of an arrest are one event, what
// they differ on stands side by side.
func TestEventCSV(t *testing.T) {
	events := eventsOf(t, reports(t))
	matchGolden(t, "testdata/events.csv", eventBytes(t, func(w *bytes.Buffer) export.EventWriter { return export.NewEventCSV(w) }, events))
}

func TestEventJSONLD(t *testing.T) {
	events := eventsOf(t, reports(t))
	matchGolden(t, "testdata/events.jsonld", eventBytes(t, func(w *bytes.Buffer) export.EventWriter { return export.NewJSONLD(w) }, events))
}

// TestEventGDELT holds that GDELT's counts are those of an event, and that the rest is as
// the chosen values have it.
func TestEventGDELT(t *testing.T) {
	events := eventsOf(t, reports(t))
	matchGolden(t, "testdata/events-gdelt.tsv", eventBytes(t, func(out *bytes.Buffer) export.EventWriter {
		w, err := export.NewEventTable(out, "gdelt", codes(t), verbal)
		if err != nil {
			t.Fatal(err)
		}
		return w
	}, events))
}

// TestEventParquet holds that the CSV and Parquet tell the same of an event.
func TestEventParquet(t *testing.T) {
	data := eventBytes(t, func(w *bytes.Buffer) export.EventWriter { return export.NewEventParquet(w) }, eventsOf(t, reports(t)))
	type row struct {
		ID         string     `parquet:"id"`
		WhenFrom   *time.Time `parquet:"when_from,optional,date"`
		OtherActor []struct {
			Name    *string `parquet:"name,optional"`
			Reports int32   `parquet:"reports"`
		} `parquet:"other_actor,list"`
		Quantity []struct {
			Value   float64 `parquet:"value"`
			Reports int32   `parquet:"reports"`
		} `parquet:"quantity,list"`
		Reports   int32    `parquet:"reports"`
		ReportIDs []string `parquet:"report_ids,list"`
	}
	rows, err := parquet.Read[row](bytes.NewReader(data), int64(len(data)))
	if err != nil {
		t.Fatal(err)
	}
	for i := range rows {
		r := &rows[i]
		if r.ID != "event-r1" {
			continue
		}
		if r.WhenFrom == nil || r.WhenFrom.Format(time.DateOnly) != "2019-06-03" || r.Reports != 3 || !cmp.Equal(r.ReportIDs, []string{"r1", "r2", "r3"}) {
			t.Errorf("got %+v", r)
		}
		if len(r.OtherActor) != 1 || *r.OtherActor[0].Name != "Chile" || r.OtherActor[0].Reports != 1 || len(r.Quantity) != 2 || r.Quantity[1].Value != 6 {
			t.Errorf("got %+v", r)
		}
		return
	}
	t.Errorf("no event of r1 among %+v", rows)
}

// TestChoice holds that who acts together in the report that most others agree with is
// chosen together, and that all others are alternatives.
func TestChoice(t *testing.T) {
	who := func(name string, lines ...string) merge.Value[annals.Participant] {
		return merge.Value[annals.Participant]{Value: annals.Participant{Text: name}, Lines: lines}
	}
	for _, test := range []struct {
		name          string
		actors        []merge.Value[annals.Participant]
		chosen, other string
	}{
		{"nobody", nil, "", ""},
		{"one", []merge.Value[annals.Participant]{who("a", "1", "2")}, "a", ""},
		{"most", []merge.Value[annals.Participant]{who("a", "1", "2"), who("b", "3")}, "a", "b"},
		{"together", []merge.Value[annals.Participant]{who("a", "1", "2"), who("b", "2")}, "a; b", ""},
		{"together and another", []merge.Value[annals.Participant]{who("a", "1", "2"), who("c", "3"), who("b", "2")}, "a; b", "c"},
		{"equal", []merge.Value[annals.Participant]{who("a", "1"), who("b", "2")}, "a", "b"},
	} {
		t.Run(test.name, func(t *testing.T) {
			data := eventBytes(t, func(w *bytes.Buffer) export.EventWriter { return export.NewEventCSV(w) },
				[]export.Event{{Event: merge.Event{ID: "e", Actor: test.actors}}})
			rows, err := csv.NewReader(bytes.NewReader(data)).ReadAll()
			if err != nil {
				t.Fatal(err)
			}
			row := map[string]string{}
			for i, name := range rows[0] {
				row[name] = rows[1][i]
			}
			if row["actor"] != test.chosen || row["other_actor"] != test.other {
				t.Errorf("chosen %q and not %q, want %q and %q", row["actor"], row["other_actor"], test.chosen, test.other)
			}
		})
	}
}
