package export

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"

	"annals"
)

const icewsTitle = "ICEWS"

// icews is the layout of the event data of ICEWS on the Harvard Dataverse.
func icews() *layout {
	return &layout{
		title: icewsTitle, prefix: "icews", named: true, coded: true,
		columns: []string{
			"Event ID", "Event Date", "Source Name", "Source Sectors", "Source Country", "Event Text", "CAMEO Code", "Intensity",
			"Target Name", "Target Sectors", "Target Country", "Story ID", "Sentence Number", "Publisher",
			"City", "District", "Province", "Country", "Latitude", "Longitude",
		},
		must:  []string{"Event ID", "Event Date", "Source Name", "CAMEO Code", "Target Name"},
		write: writeICEWS, read: readICEWS,
	}
}

func writeICEWS(k *Codes, e *dyadic, cell map[string]string) {
	l := e.line
	cell["Event ID"], cell["Event Date"] = e.id(), isoDay(e.day)
	cell["Source Name"], cell["Source Sectors"], cell["Source Country"] = k.icewsActor(&e.source)
	cell["Target Name"], cell["Target Sectors"], cell["Target Country"] = k.icewsActor(&e.target)
	cell["Event Text"], cell["CAMEO Code"], cell["Intensity"] = k.titleOf(l.CAMEO), l.CAMEO, intensity(l.Score)
	cell["Story ID"], cell["Sentence Number"] = nameless(l.Document, icewsTitle), strconv.Itoa(l.Sentence.Index+1)
	if len(l.Where) > 0 {
		p := &l.Where[0]
		cell["City"], cell["Country"], cell["Latitude"], cell["Longitude"] = placeName(p), k.nameOf(p.Country), optional(p.Lat), optional(p.Lon)
	}
}

// intensity writes a score with at least one digit behind the point, as ICEWS does.
func intensity(score *float64) string {
	text := optional(score)
	if text != "" && !strings.Contains(text, ".") {
		text += ".0"
	}
	return text
}

// icewsActor returns the name, the sectors and the country of a participant.
func (k *Codes) icewsActor(p *annals.Participant) (name, sectors, country string) {
	words := make([]string, len(p.Sector))
	for i, code := range p.Sector {
		if words[i] = k.inWords[code]; words[i] == "" {
			words[i] = code
		}
	}
	return nameOf(p), strings.Join(words, ","), k.nameOf(p.Country)
}

func readICEWS(k *Codes, cell func(string) string) (*annals.Line, error) {
	day, err := time.Parse(time.DateOnly, cell("Event Date"))
	if err != nil {
		return nil, fmt.Errorf("the Event Date %q is no day such as 2012-01-31", cell("Event Date"))
	}
	line, err := k.imported("icews", icewsTitle, cell("Event ID"), day)
	if err != nil {
		return nil, err
	}
	line.CAMEO = cell("CAMEO Code")
	if line.Type, line.Mode, err = k.typeOf(line.CAMEO); err != nil {
		return nil, fmt.Errorf("CAMEO Code: %w", err)
	}
	if line.Score, err = numberIn("Intensity", cell("Intensity")); err != nil {
		return nil, err
	}
	line.Document = cmp.Or(cell("Story ID"), icewsTitle)
	if n, err := strconv.Atoi(cell("Sentence Number")); err == nil && n > 0 {
		line.Sentence.Index = n - 1
	}
	line.Actor = k.participant(cell("Source Name"), k.countryNamed(cell("Source Country")), k.sectorsInWords(cell("Source Sectors")))
	line.Recipient = k.participant(cell("Target Name"), k.countryNamed(cell("Target Country")), k.sectorsInWords(cell("Target Sectors")))
	line.Where, err = placeIn(cmp.Or(cell("City"), cell("District"), cell("Province"), cell("Country")), k.countryNamed(cell("Country")), cell("Latitude"), cell("Longitude"))
	return line, err
}

// sectorsInWords returns the codes of sectors that ICEWS names.
func (k *Codes) sectorsInWords(words string) []string {
	var out []string
	for word := range strings.SplitSeq(words, ",") {
		word = strings.TrimSpace(word)
		code := k.sectors[strings.ToLower(word)]
		if code == "" {
			code = word // our own codes
		}
		if k.known.IsSector(code) && !slices.Contains(out, code) {
			out = append(out, code)
		}
	}
	return out
}
