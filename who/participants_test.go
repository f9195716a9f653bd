package who

import (
	"slices"
	"testing"

	"annals"
	"annals/language"
)

// Units, offices and callings of older times act like those of today.
func TestOldUnitsAndOffices(t *testing.T) {
	reader, err := language.English()
	if err != nil {
		t.Fatal(err)
	}
	r := resolver(t)
	for word, sector := range map[string]string{
		"chariots": "MIL", "cohorts": "MIL", "auxiliary cavalry": "MIL", "horsemen": "MIL", "besiegers": "MIL",
		"pikemen": "MIL", "sepoys": "MIL", "landing party": "MIL", "galleys": "MIL", "buccaneers": "MIL",
		"peshwa": "GOV", "exarch": "GOV", "ephors": "GOV", "deputation": "GOV", "heralds": "GOV",
		"infanta": "GOV", "headman": "ETH", "anarchist": "REB", "Taborites": "REL",
		"legions of fans": "CVL",
	} {
		sentences := reader.Read(&annals.Document{ID: word, Text: "The " + word + " attacked the gate."})
		cast := r.Read(&annals.Document{}, sentences)
		if got := sectors(cast, sentences); !slices.Contains(got, sector) {
			t.Errorf("%q has the sectors %v, want %s", word, got, sector)
		}
	}
}

// sectors returns those of whoever a text speaks of.
func sectors(c *Cast, sentences []language.Sentence) []string {
	var out []string
	for i := range sentences {
		for k := range sentences[i].Tokens {
			for _, p := range c.At(i, k) {
				out = append(out, p.Sector...)
			}
		}
	}
	return out
}
