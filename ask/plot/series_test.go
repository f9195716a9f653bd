package plot_test

import (
	"bytes"
	"encoding/xml"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"annals/ask"
	"annals/ask/plot"
)

var update = flag.Bool("update", false, "write the golden files anew")

// series is two years of months, cooperation first and conflict then.
func series() *ask.Series {
	s := &ask.Series{By: ask.ByMonth, Undated: 3, Wide: 2}
	for i := range 24 {
		for _, d := range []ask.Direction{ask.AToB, ask.BToA, ask.Together} {
			bin := ask.Bin{Period: fmt.Sprintf("%d-%02d", 1990+i/12, i%12+1), Direction: d}
			switch {
			case d == ask.AToB && i < 12:
				mean := 4.5
				bin.Events, bin.Reports, bin.Sources, bin.Quads, bin.MeanScore = 3, 7, 2, ask.Quads{VerbalCooperation: 2, MaterialCooperation: 1}, &mean
			case d == ask.BToA && i >= 12:
				mean := -7.0
				bin.Events, bin.Reports, bin.Sources, bin.Quads, bin.MeanScore = 4, 4, 3, ask.Quads{VerbalConflict: 1, MaterialConflict: 3}, &mean
			}
			s.Bins = append(s.Bins, bin)
		}
	}
	s.Totals = []ask.Total{
		{Direction: ask.AToB, Tally: ask.Tally{Events: 36, Reports: 84, Sources: 5}},
		{Direction: ask.BToA, Tally: ask.Tally{Events: 48, Reports: 48, Sources: 3}},
		{Direction: ask.Together},
	}
	return s
}

func draw(t *testing.T, s *ask.Series, names plot.Names) string {
	t.Helper()
	var out bytes.Buffer
	if err := plot.Series(&out, s, names); err != nil {
		t.Fatal(err)
	}
	return out.String()
}

// TestGolden compares with testdata/series.svg, which a browser shows.
func TestGolden(t *testing.T) {
	const file = "testdata/series.svg"
	got := draw(t, series(), plot.Names{A: "Chile", B: "Peru"})
	if *update {
		if err := os.WriteFile(file, []byte(got), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(want), got); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
}

// TestWellFormed holds that names cannot break the file: it is XML, and they are text.
func TestWellFormed(t *testing.T) {
	got := draw(t, series(), plot.Names{A: `</title><script>alert("x")</script>`, B: "A&B\x00\x1b\ufffe<"})
	dec := xml.NewDecoder(strings.NewReader(got))
	for {
		token, err := dec.Token()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			t.Fatalf("%v in %s", err, got)
		}
		if start, is := token.(xml.StartElement); is && start.Name.Local == "script" {
			t.Error("a name has become an element")
		}
	}
}

// TestWithin holds that nothing is drawn outside the picture, whatever the counts.
func TestWithin(t *testing.T) {
	s := series()
	far := 99.0
	s.Bins[0].Quads.VerbalCooperation = 1234567
	s.Bins[0].MeanScore = &far
	for _, number := range []string{`="-`, "NaN", "Inf"} {
		if got := draw(t, s, plot.Names{A: "Chile", B: "Peru"}); strings.Contains(got, number) {
			t.Errorf("%q is drawn", number)
		}
	}
}
