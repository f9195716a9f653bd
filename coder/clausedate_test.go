package coder

import (
	"strings"
	"testing"

	"annals"
)

// TestClauseDates holds to which verb a date belongs, and from what a relative date counts.
// Want has the events in the order of the text: trigger and date, "-" for none.
func TestClauseDates(t *testing.T) {
	c := theCoder(t)
	tests := []struct{ name, published, text, want string }{
		{"cleft", "", "It was only on 5 May 1920 that Poland attacked Russia.", "attacked 1920-05-05"},
		{"cleft of a season", "", "It was in the autumn of 1830 that France invaded Algeria.", "invaded 1830-23"},
		{"cleft of a place", "", "It was Poland that attacked Russia in 1920.", "attacked 1920"},
		{"not before", "", "Not before 1921 did Norway recognise Estonia.", "recognise 1921"},
		{"until, when", "", "The pact lasted until 1533, when Russia attacked Poland.", "attacked 1533"},
		{"since, when", "", "They had been friends ever since 1842, when France invaded Morocco.", "invaded 1842"},
		{"while without a pause", "", "The city was captured in May 1920 while Polish troops attacked Minsk.", "captured 1920-05; attacked 1920-05"},
		{"while behind a comma", "", "France supported Poland in 1920, while Germany supported Russia.", "supported 1920; supported -"},
		{"day before a noun", "", "On 14 June 1944 Soviet aircraft bombed Minsk, and the following day ground forces attacked Vitebsk.", "bombed 1944-06-14; attacked 1944-06-15"},
		{"evening of a day", "", "On the evening of 14 June 1944 Soviet aircraft bombed Minsk.", "bombed 1944-06-14"},
		{"month at the head of a clause", "", "The envoys met Beck on 3 May 1938, and on 5 May they condemned Germany.", "met 1938-05-03; condemned 1938-05-05"},
		{"day within the year", "", "In 1830 France attacked Algiers. In the same year, on 14 August, Belgium attacked the Dutch.", "attacked 1830; attacked 1830-08-14"},
		{"list of years", "", "Rus attacked Constantinople in 860, 907 and 941.", "attacked 0860; attacked 0907; attacked 0941"},
		{"participle between commas", "", "The officials, visiting Minsk on 3 May 2011, met Lukashenko.", "visiting 2011-05-03; met 2011-05-03"},
		{"participle of what lasts", "", "The envoy, living in Rome since 1920, attacked Italy.", "attacked -"},
		{"date behind an aside", "", "Amin attacked Obote, to whom Nyerere gave asylum, in January 1971.", "attacked 1971-01; gave -"},
		{"paper", "2026-02-12", "Bolivia and Chile signed a memorandum on Wednesday.", "signed 2026-02-11"},
		{"what is expected", "2026-02-12", "The Danish king is expected to visit Norway in April.", "expected 2026-04"},
		{"what is due", "2021-03-05", "Poland and Ukraine are due to sign a treaty in May.", "due 2021-05"},
		{"day of the first clause", "", "Poland attacked Kiev on 5 May 1920, and Russia attacked Lviv.", "attacked 1920-05-05; attacked -"},
		{"day before both clauses", "", "On 5 May 1920 Poland attacked Kiev, and Russia attacked Lviv.", "attacked 1920-05-05; attacked 1920-05-05"},
		{"clauses with their own", "", "Poland attacked Kiev on 5 May 1920; Russia attacked Lviv in June.", "attacked 1920-05-05; attacked 1920-06"},
		{"story and aside", "", "In 1830 France attacked Algeria, which had been occupied by Turkey in 1529. Two years later France withdrew.", "attacked 1830; occupied 1529; withdrew 1832"},
		{"what was only to come", "", "In 1883 Peru attacked Chile and agreed to a vote that was to settle the fate of Tacna ten years later. The next year Chile attacked Bolivia.", "attacked 1883; agreed 1883; attacked 1884"},
		{"what came of it", "", "In 1939 Germany attacked Poland, in a war that lasted until 1945. Two years later Poland attacked France.", "attacked 1939; attacked 1947"},
		{"since when by the way", "", "On 19 October 1925 Greece attacked Bulgaria. General Pangalos, dictator of Greece since June, accused Bulgaria. His troops attacked Petrich on the 22nd.", "attacked 1925-10-19; accused -; attacked 1925-10-22"},
		{"later than the aside", "", "In December 1965 Tanzania expelled the British, relations being mended only in 1968. On 13 April of that year it recognised Biafra.", "expelled 1965-12; mended 1968; recognised 1968-04-13"},
		{"after the event", "", "In 1572 the king attacked the Huguenots. Two years after the massacre the Poles attacked Danzig.", "attacked 1572; attacked 1574"},
		{"after an event of another kind", "", "In 1572 the king attacked the Huguenots. Two years after the treaty the Poles attacked Danzig.", "attacked 1572; attacked -"},
		{"after an event of its own", "", "In 1572 the king attacked the Huguenots. Two years after the massacre of Vassy the Poles attacked Danzig.", "attacked 1572; attacked -"},
		{"day alone", "", "On 23 October 1925 Greece invaded Bulgaria. A Greek soldier had been killed on the 19th.", "invaded 1925-10-23; killed 1925-10-19"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			var got []string
			for _, line := range c.Code(&annals.Document{ID: "t", Text: tt.text, Published: tt.published}) {
				if line.Kind == annals.Event {
					got = append(got, line.Trigger.Text+" "+dateOf(&line))
				}
			}
			if got := strings.Join(got, "; "); got != tt.want {
				t.Errorf("%s\n got %s\nwant %s", tt.text, got, tt.want)
			}
		})
	}
}

// dateOf returns the date of a line, "-" for none.
func dateOf(line *annals.Line) string {
	if line.When == nil || line.When.EDTF == "" {
		return "-"
	}
	return line.When.EDTF
}
