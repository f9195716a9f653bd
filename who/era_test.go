package who

import (
	"testing"

	"annals"
	"annals/language"
)

// TestLeadersOfToday holds that a text which names years of the past may speak of a leader of its day by
// the full name, and of none by a surname alone.
func TestLeadersOfToday(t *testing.T) {
	reader, err := language.English()
	if err != nil {
		t.Fatal(err)
	}
	r := resolver(t)
	for _, test := range []struct{ published, text, want string }{
		{"2010-11-13", "President Daniel Ortega spoke of the treaty of 1858.", "NIC"},
		{"1890-11-13", "President Daniel Ortega spoke of the treaty of 1858.", ""},
		{"", "President Daniel Ortega spoke of the treaty of 1858.", ""},
		{"2010-11-13", "Shah Abbas spoke of the treaty of 1622.", ""},
	} {
		sentences := reader.Read(&annals.Document{ID: "t", Text: test.text})
		c := r.Read(&annals.Document{Published: test.published}, sentences)
		for i := range sentences[0].Tokens {
			if form := sentences[0].Tokens[i].Form; form != "Ortega" && form != "Abbas" {
				continue
			}
			if who := c.At(0, i); len(who) != 1 || who[0].Country != test.want {
				t.Errorf("%s, published %q: %+v, want the country %q", test.text, test.published, who, test.want)
			}
		}
	}
}
