package language

import "testing"

func TestStem(t *testing.T) {
	r := english(t)
	tests := []struct{ form, xpos, lemma, want string }{
		{"ruled", "VBD", "rul", "rule"},
		{"annexing", "VBG", "annexi", "annex"},
		{"repelled", "VBD", "repell", "repel"},
		{"vilified", "VBD", "vilifi", "vilify"},
		{"besieges", "VBZ", "besieg", "besiege"},
		{"dynasties", "NNS", "dynastie", "dynasty"},
		{"shelled", "VBD", "shel", "shell"}, // a name, but rare
		{"compelled", "VBD", "compel", "compel"},
		{"faded", "VBD", "fad", "fade"}, // both are words
		{"scraping", "VBG", "scrap", "scrape"},
		{"scrapped", "VBD", "scrapp", "scrap"},
		{"panicking", "VBG", "panick", "panic"},
		{"emphasising", "VBG", "emphasis", "emphasise"},
		{"vying", "VBG", "vy", "vie"},
		{"refereed", "VBD", "refere", "referee"},
		{"relieves", "VBZ", "relief", "relieve"},
		{"reliefs", "NNS", "reliev", "relief"},
		{"wolves", "NNS", "wolve", "wolf"},
		{"clothed", "VBN", "cloth", "clothe"},
		{"moored", "VBN", "moore", "moor"},
		{"simplest", "JJS", "simpl", "simple"},
		{"narrower", "JJR", "narrowe", "narrow"},
		{"athens", "NNPS", "athen", "athens"}, // no plural
		{"balts", "NNPS", "balt", "balt"},     // rare itself
		{"kingdoms", "NNPS", "kingdoms", "kingdom"},
		{"jeans", "NNS", "jeans", "jeans"}, // said to be no plural
		{"bombed", "VBD", "bom", "bomb"},   // "bom" makes no "bombed"
		{"probed", "VBD", "pro", "probe"},
		{"trafficked", "VBN", "traffick", "traffic"},
		{"xqzzed", "VBD", "xqzz", "xqzz"},      // nothing is known: it stays
		{"xqkked", "VBD", "xqkk", "xqk"},       // no verb ends in two k
		{"ruling", "NN", "rulingg", "rulingg"}, // no verb
	}
	for _, test := range tests {
		if got := r.stem(test.form, test.xpos, test.lemma); got != test.want {
			t.Errorf("%s as %s: %s, want %s", test.form, test.xpos, got, test.want)
		}
	}
}
