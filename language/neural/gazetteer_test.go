package neural

import (
	"strings"
	"testing"
	"testing/fstest"
)

func TestGazetteer(t *testing.T) {
	file := func(text string) fstest.MapFS { return fstest.MapFS{"names.tsv": {Data: []byte(text)}} }
	g, err := LoadGazetteer(file("name\tkind\nNew York\tplace\nNew York Times\torganization\nYork\tgiven\nYork\tplace\n"), strings.Fields, "names.tsv")
	if err != nil {
		t.Fatal(err)
	}
	const given, place, organization = 1, 2, 4
	forms := strings.Fields("York reads the New York Times in New York new york")
	v := &Vocabulary{Gazetteer: g, Subwords: 16}
	var l Look
	v.Words(&l, forms)
	want := []Mark{given | place, 0, 0, organization, organization | inName, organization | inName, 0, place, place | inName, 0, 0}
	for i := range want {
		if got := l.Words[i].Marks & (inName<<1 - 1); got != want[i] {
			t.Errorf("marks of %s at %d: %b, want %b", forms[i], i, got, want[i])
		}
	}
	if got := strings.Join(g.Names("place"), ", "); got != "New York, York" {
		t.Errorf("places: %s", got)
	}
	if _, err := LoadGazetteer(file("name\tkind\nOslo\tharbour\n"), strings.Fields, "names.tsv"); err == nil || !strings.Contains(err.Error(), "names.tsv:2") {
		t.Errorf("an unknown kind: error %v", err)
	}
}
