package main

import (
	"testing"

	"annals/ask"
	"annals/gazetteer"
)

func TestParty(t *testing.T) {
	known, err := gazetteer.Load()
	if err != nil {
		t.Fatal(err)
	}
	lithuania := ask.Party{ID: "LTU", Country: "LTU"}
	for _, test := range []struct {
		name string
		want ask.Party
	}{
		{"LTU", lithuania},
		{" ltu", lithuania},
		{"Lithuania", lithuania},
		{"lithuania", lithuania},
		{"Lithuanians", lithuania},
		{"new zealand", ask.Party{ID: "NZL", Country: "NZL"}},
		{"Soviet Union", ask.Party{ID: "SUN"}}, // itself, not what is Russia today
		{"Dalia Grybauskaitė", ask.Party{Name: "Dalia Grybauskaitė"}},
		{"Lithuania somewhere", ask.Party{Name: "Lithuania somewhere"}},
	} {
		if got := party(known, test.name); got != test.want {
			t.Errorf("%q means %+v, want %+v", test.name, got, test.want)
		}
	}
}
