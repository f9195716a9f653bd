package language

import "testing"

func TestStem(t *testing.T) {
	r := english(t)
	tests := []struct{ form, xpos, lemma, want string }{
		{"ruled", "VBD", "rul", "rule"},
		{"Ruled", "VBN", "rul", "rule"},
		{"annexing", "VBG", "annexi", "annex"},
		{"repelled", "VBD", "repell", "repel"},
		{"vilified", "VBD", "vilifi", "vilify"},
		{"besieges", "VBZ", "besieg", "besiege"},
		{"dynasties", "NNS", "dynastie", "dynasty"},
		{"shelled", "VBD", "shel", "shell"}, // a name, but rare
		{"bombed", "VBD", "bom", "bomb"},    // a word, but not this one's
		{"compelled", "VBD", "compel", "compel"},
		{"bombed", "VBD", "bom", "bomb"}, // known, but "bom" makes no "bombed"
		{"probed", "VBD", "pro", "probe"},
		{"trafficked", "VBN", "traffic", "traffic"},
		{"ruled", "VBD", "rule", "rule"},       // known: it stays
		{"xqzzed", "VBD", "xqzz", "xqzz"},      // nothing is known: it stays
		{"ruling", "NN", "rulingg", "rulingg"}, // no verb
	}
	for _, test := range tests {
		if got := r.stem(test.form, test.xpos, test.lemma); got != test.want {
			t.Errorf("%s as %s: %s, want %s", test.form, test.xpos, got, test.want)
		}
	}
}
