// Command generate writes data/countries.tsv: the names of the countries and
// territories of ISO 3166-1, from two sources.
//
// The English names and their variants come from the Unicode CLDR
// (cldr-localenames-full, main/en/territories.json, Unicode licence), the
// codes, common and official names from Debian's iso-codes
// (iso_3166-1.json, LGPL 2.1 or later). Unpack both and run
//
//	go run ./generate -cldr .../main/en/territories.json -iso .../iso_3166-1.json -o data/countries.tsv
package main

import (
	"encoding/json"
	"flag"
	"fmt"
	"log"
	"os"
	"slices"
	"strings"
)

// A country is one row of the table.
type country struct {
	alpha3, alpha2, name string
	names                []string
}

type isoFile struct {
	Countries []struct {
		Alpha2   string `json:"alpha_2"`
		Alpha3   string `json:"alpha_3"`
		Name     string `json:"name"`
		Common   string `json:"common_name"`
		Official string `json:"official_name"`
	} `json:"3166-1"`
}

type cldrFile struct {
	Main map[string]struct {
		Identity map[string]any `json:"identity"`
		Names    struct {
			Territories map[string]string `json:"territories"`
		} `json:"localeDisplayNames"`
	} `json:"main"`
}

func main() {
	log.SetFlags(0)
	cldr := flag.String("cldr", "territories.json", "main/en/territories.json of cldr-localenames-full")
	iso := flag.String("iso", "iso_3166-1.json", "iso_3166-1.json of iso-codes")
	out := flag.String("o", "data/countries.tsv", "the table to write")
	flag.Parse()
	if err := generate(*cldr, *iso, *out); err != nil {
		log.Fatal("generate: ", err)
	}
}

func generate(cldr, iso, out string) error {
	var codes isoFile
	if err := readJSON(iso, &codes); err != nil {
		return err
	}
	var names cldrFile
	if err := readJSON(cldr, &names); err != nil {
		return err
	}
	english := names.Main["en"].Names.Territories
	var rows []country
	for _, c := range codes.Countries {
		row := country{alpha3: c.Alpha3, alpha2: c.Alpha2}
		row.take(english[c.Alpha2])
		for _, alt := range []string{"short", "variant", "chagos"} {
			row.take(english[c.Alpha2+"-alt-"+alt])
		}
		row.take(c.Common)
		row.take(c.Name)
		row.take(c.Official)
		rows = append(rows, row)
	}
	// Kosovo has no ISO code; XK and XKX are the user-assigned codes that CLDR
	// and most users of ISO 3166 agree on.
	rows = append(rows, country{alpha3: "XKX", alpha2: "XK", name: english["XK"], names: []string{"Republic of Kosovo"}})
	slices.SortFunc(rows, func(a, b country) int { return strings.Compare(a.alpha3, b.alpha3) })
	return write(out, rows)
}

// take files one more name of a country: as it stands, and turned round where
// ISO writes "Korea, Republic of". Words in brackets are a second name where
// they are one word other than "Republic". The first one taken is its usual name.
func (c *country) take(name string) {
	name = strings.NewReplacer("’", "'", ";", ",").Replace(name)
	name = strings.TrimPrefix(strings.TrimPrefix(name, "The "), "the ")
	short, bracket, found := strings.Cut(strings.TrimSuffix(name, ")"), " (")
	if found {
		c.take(short)
		if bracket != "Republic" && !strings.Contains(bracket, " ") {
			c.take(bracket)
		}
		return
	}
	if last, first, ok := strings.Cut(name, ", "); ok && !strings.Contains(first, " and ") {
		c.take(first + " " + last)
		return
	}
	name = strings.TrimSuffix(strings.TrimPrefix(name, "the "), " SAR China")
	name = strings.TrimPrefix(strings.TrimPrefix(name, "The "), "the ")
	if name == "" || name == c.name || slices.Contains(c.names, name) {
		return
	}
	if c.name == "" {
		c.name = strings.ReplaceAll(name, " & ", " and ")
		if c.name != name {
			c.names = append(c.names, name)
		}
		return
	}
	c.names = append(c.names, name)
}

func readJSON(file string, into any) error {
	data, err := os.ReadFile(file)
	if err != nil {
		return fmt.Errorf("reading %s: %w", file, err)
	}
	if err := json.Unmarshal(data, into); err != nil {
		return fmt.Errorf("parsing %s: %w", file, err)
	}
	return nil
}

func write(file string, rows []country) error {
	var b strings.Builder
	b.WriteString("# Countries and territories of ISO 3166-1 with their English names.\n")
	b.WriteString("# Made by gazetteer/generate from the Unicode CLDR and iso-codes; change forms.tsv, not this file.\n")
	b.WriteString("alpha3\talpha2\tname\tnames\n")
	for _, c := range rows {
		fmt.Fprintf(&b, "%s\t%s\t%s\t%s\n", c.alpha3, c.alpha2, c.name, strings.Join(c.names, "; "))
	}
	if err := os.WriteFile(file, []byte(b.String()), 0o644); err != nil {
		return fmt.Errorf("writing %s: %w", file, err)
	}
	return nil
}
