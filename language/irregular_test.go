package language

import (
	"strings"
	"testing"
	"testing/fstest"
)

func TestIrregular(t *testing.T) {
	v, err := newIrregular(englishFiles, "en/irregular.tsv")
	if err != nil {
		t.Fatal(err)
	}
	tests := []struct{ form, xpos, want string }{
		{"fled", "VBD", "flee"},
		{"Fled", "VBD", "flee"},
		{"overthrown", "VBN", "overthrow"},
		{"slew", "VBD", "slay"},
		{"slew", "NN", ""},
		{"bid", "VBN", "bid"},
		{"talked", "VBD", ""},
	}
	for _, tt := range tests {
		if got, ok := v.lemma(tt.form, tt.xpos); got != tt.want || ok != (tt.want != "") {
			t.Errorf("lemma(%q, %s) = %q, %v; want %q", tt.form, tt.xpos, got, ok, tt.want)
		}
	}
}

func TestIrregularBadFile(t *testing.T) {
	_, err := newIrregular(fstest.MapFS{"a.tsv": {Data: []byte("verb\tpast\n")}}, "a.tsv")
	if err == nil || !strings.Contains(err.Error(), "a.tsv:1") {
		t.Errorf("got error %v", err)
	}
}
