package language

import (
	"strings"
	"testing"
	"testing/fstest"
)

func TestIrregular(t *testing.T) {
	v, err := newIrregular(englishFiles, "en/irregular.tsv", "en/verbs.tsv")
	if err != nil {
		t.Fatal(err)
	}
	tests := []struct{ form, xpos, want string }{
		{"fled", "VBD", "flee"},
		{"gassed", "VBD", "gas"},
		{"gases", "VBZ", "gas"},
		{"gassing", "VBG", "gas"},
		{"gasing", "VBG", ""},
		{"enthroned", "VBN", "enthrone"},
		{"overthrown", "VBN", "overthrow"},
		{"slew", "VBD", "slay"},
		{"froze", "VBN", "freeze"},
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
	files := fstest.MapFS{
		"irregular.tsv": {Data: []byte("lemma\tpast\tparticiple\n")},
		"verbs.tsv":     {Data: []byte("lemma\tstem\n")},
		"bad.tsv":       {Data: []byte("verb\tpast\n")},
	}
	for _, names := range [][2]string{{"bad.tsv", "verbs.tsv"}, {"irregular.tsv", "bad.tsv"}} {
		if _, err := newIrregular(files, names[0], names[1]); err == nil || !strings.Contains(err.Error(), "bad.tsv:1") {
			t.Errorf("%s: got error %v", names, err)
		}
	}
}

func TestRegularForms(t *testing.T) {
	tests := []struct{ verb, third, past, present string }{
		{"plan", "plans", "planned", "planning"},
		{"carry", "carries", "carried", "carrying"},
		{"deploy", "deploys", "deployed", "deploying"},
		{"besiege", "besieges", "besieged", "besieging"},
		{"vie", "vies", "vied", "vying"},
		{"agree", "agrees", "agreed", "agreeing"},
		{"clash", "clashes", "clashed", "clashing"},
		{"veto", "vetoes", "vetoed", "vetoing"},
		{"treat", "treats", "treated", "treating"},
		{"vow", "vows", "vowed", "vowing"},
		{"quit", "quits", "quitted", "quitting"},
		{"order", "orders", "ordered", "ordering"},
	}
	for _, test := range tests {
		got := map[string]string{}
		for _, f := range regularForms(test.verb) {
			got[f.xpos] = f.form
		}
		if got["VBZ"] != test.third || got["VBD"] != test.past || got["VBN"] != test.past || got["VBG"] != test.present {
			t.Errorf("forms of %s: %v", test.verb, got)
		}
	}
}
