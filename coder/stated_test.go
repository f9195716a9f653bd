package coder

import (
	"testing"

	"annals"
)

// TestStated holds apart what somebody states and what only stands under a word of
// saying: questions, conditions, commands, and what the writer thinks of private
// things.
func TestStated(t *testing.T) {
	c := theCoder(t)
	tests := []struct {
		text   string
		claims []string // who says it by which words: what
	}{
		{"The Danish minister said that the strait was calm.", []string{"Danish minister said: the strait was calm"}},
		{"The strait is calm, Norwegian researchers say.", []string{"Norwegian researchers say: The strait is calm"}},
		{"If the Danish minister says that the strait is calm, the ships will leave.", nil},
		{"Do you think that the Danish ministers are mean?", nil},
		{"Critics may argue that the Danish plan is too dear.", nil},
		{"It is wrong to say that Denmark is poor.", nil},
		{"Note that Denmark is poor.", nil},
		{"The Danish minister could call the envoy and say that the strait is calm.", nil},
		{"The Danish minister told reporters how the sails had been lost.", nil},
		{"\"Is the strait calm?\" said the Danish minister.", nil},
		{"Considering that Denmark is small, the herd is large.", nil},
		{"If you have not seen the Danish film, you will like it.", nil},
		{"The evidence that the Danish committee presented was weak.", nil},
		{"They sang as well as the Danish minister thought they would.", nil},
		{"The Danish minister doubted whether the strait was calm.", []string{"Danish minister doubted: the strait was calm"}},
		{"The Danish minister said that Norway would be rich if oil were found.", []string{"Danish minister said: Norway would be rich if oil were found"}},
		{"A Danish envoy was quoted as saying that the strait was calm.", []string{"Danish envoy saying: the strait was calm"}},
		{"The court considers that the rule is void.", []string{"court considers: The court considers that the rule is void"}},
		{"The Danish king is said to be ill.", []string{"said said: The Danish king is said to be ill"}},
		{"I think that the Danish government is weak.", []string{"I think: the Danish government is weak"}},
		{"I think that the soup is good.", nil},
		{"\"The strait is calm,\" the Danish minister said. \"We hope that the fish will return.\"", []string{
			"Danish minister said: \"The strait is calm,\"", "Danish minister hope: the fish will return",
		}},
	}
	for _, test := range tests {
		var got []string
		for _, line := range c.Code(&annals.Document{ID: "t", Text: test.text}) {
			if line.Kind == annals.Claim {
				speaker := line.SaidBy[len(line.SaidBy)-1]
				got = append(got, speaker.Text+" "+speaker.Cue+": "+line.Text)
			}
		}
		if len(got) != len(test.claims) {
			t.Errorf("%q: claims %q, want %q", test.text, got, test.claims)
			continue
		}
		for i := range got {
			if got[i] != test.claims[i] {
				t.Errorf("%q: claim %q, want %q", test.text, got[i], test.claims[i])
			}
		}
	}
}
