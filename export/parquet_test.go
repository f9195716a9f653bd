package export_test

import (
	"bytes"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/parquet-go/parquet-go"

	"annals"
	"annals/export"
)

// readBack is some of the columns that a reader of the Parquet file finds, by name.
type readBack struct {
	ID       string     `parquet:"id"`
	Score    *float64   `parquet:"score,optional"`
	WhenFrom *time.Time `parquet:"when_from,optional,date"`
	Actor    []struct {
		Name    *string  `parquet:"name,optional"`
		Country *string  `parquet:"country,optional"`
		Sector  []string `parquet:"sector,list"`
	} `parquet:"actor,list"`
	Citations []string `parquet:"citations,list"`
}

func TestParquet(t *testing.T) {
	lines, _ := record(t)
	var out bytes.Buffer
	write(t, export.NewParquet(&out), lines...)
	rows, err := parquet.Read[readBack](bytes.NewReader(out.Bytes()), int64(out.Len()))
	if err != nil {
		t.Fatal(err)
	}
	if len(rows) != len(lines) {
		t.Fatalf("%d rows of %d lines", len(rows), len(lines))
	}
	for i := range rows {
		row, line := &rows[i], &lines[i]
		if row.ID != line.ID || !cmp.Equal(row.Score, line.Score) || len(row.Actor) != len(line.Actor) || len(row.Citations) != len(line.Citations) {
			t.Errorf("row %d is %+v, of the line %+v", i, row, line)
		}
		if line.When != nil && line.When.From != "" && line.When.From[0] != '-' {
			if row.WhenFrom == nil || row.WhenFrom.Format(time.DateOnly) != line.When.From {
				t.Errorf("row %d begins on %v, want %s", i, row.WhenFrom, line.When.From)
			}
		}
		for j := range row.Actor {
			if got := row.Actor[j].Country; line.Actor[j].Country != "" && (got == nil || *got != line.Actor[j].Country) {
				t.Errorf("row %d: the country of actor %d is %v, want %s", i, j, got, line.Actor[j].Country)
			}
			if diff := cmp.Diff(len(line.Actor[j].Sector), len(row.Actor[j].Sector)); diff != "" {
				t.Errorf("row %d: sectors of actor %d (-want +got)\n%s", i, j, diff)
			}
		}
	}
}

// TestParquetDays holds that days before 1970 keep their order, and that earlier ones than
// the dates of Python have a year alone.
func TestParquetDays(t *testing.T) {
	var out bytes.Buffer
	w := export.NewParquet(&out)
	days := []string{"-0043-03-15", "0001-01-01", "1969-12-31", "1970-01-01", "1970-01-02"}
	for _, day := range days {
		write1(t, w, annals.Line{ID: day, When: &annals.When{From: day}})
	}
	write1(t, w, annals.Line{ID: "none", When: &annals.When{From: "yesterday"}})
	if err := w.Flush(); err != nil {
		t.Fatal(err)
	}
	type row struct {
		WhenFrom *int32 `parquet:"when_from,optional,date"`
		Year     *int32 `parquet:"when_from_year,optional"`
	}
	rows, err := parquet.Read[row](bytes.NewReader(out.Bytes()), int64(out.Len()))
	if err != nil {
		t.Fatal(err)
	}
	var got, years []int32
	for _, r := range rows {
		if r.WhenFrom != nil {
			got = append(got, *r.WhenFrom)
		}
		if r.Year != nil {
			years = append(years, *r.Year)
		}
	}
	if diff := cmp.Diff([]int32{-719162, -1, 0, 1}, got); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
	if diff := cmp.Diff([]int32{-43, 1, 1969, 1970, 1970}, years); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
}

func write1(t *testing.T, w export.Writer, line annals.Line) {
	t.Helper()
	if err := w.Write(&line); err != nil {
		t.Fatal(err)
	}
}
