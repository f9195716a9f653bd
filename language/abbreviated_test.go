package language

import "testing"

func TestAbbreviations(t *testing.T) {
	r := testReader(t)
	tests := []struct {
		name      string
		sentences []string
		want      string
	}{
		{"an abbreviation is what it stands for", []string{"the Housing/ORG:3 Union/I-ORG:3 of Tarn/LOC:1", "asked HUT/ORG:-1"}, "Housing Union of Tarn ORG; HUT ORG"},
		{"with the letters of small words", []string{"the Board/ORG:5 of Tarn/I-ORG:-1", "asked BOT/ORG:-1"}, "Board of Tarn ORG; BOT ORG"},
		{"and the other way round", []string{"the Tarn/LOC:1 River/I-LOC:-1 Fund/ORG:-1", "asked TRF/ORG:5", "saw TRF/ORG:5"}, "Tarn River Fund ORG; TRF ORG; TRF ORG"},
		{"of any kind", []string{"the Great/LOC:5 Tarn/I-LOC:5 Lake/I-LOC:5", "near GTL/ORG:1|LOC:-1"}, "Great Tarn Lake LOC; GTL LOC"},
		{"what is no name stays none", []string{"a Home/ORG:-4 Repair/ORG:-4 Plan/ORG:-4", "the HRP/ORG:-1"}, "; "},
		{"a sentence in capitals tells of nothing", []string{"HUT MEETS", "the Housing/ORG:-1 Union/ORG:-1 Tarn/ORG:-1"}, "; "},
		{"other words in between", []string{"the Housing/ORG:5 small Union/LOC:5 Tarn/LOC:5", "the HUT/ORG:-1"}, "Housing ORG, Union LOC, Tarn LOC; "},
		{"two letters are too few", []string{"the Ana/PER:5 Lima/I-PER:5", "an AL/ORG:1"}, "Ana Lima PER; AL ORG"},
	}
	for _, test := range tests {
		if got := settled(t, r, test.sentences); got != test.want {
			t.Errorf("%s: %q, want %q", test.name, got, test.want)
		}
	}
}
