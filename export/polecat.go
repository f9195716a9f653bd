package export

import (
	"cmp"
	"errors"
	"fmt"
	"strings"
	"time"

	"annals"
)

const polecatTitle = "POLECAT"

// polecat is the layout of POLECAT, the successor of ICEWS, on the Harvard Dataverse.
func polecat() *layout {
	return &layout{
		title: polecatTitle, prefix: "polecat", named: true,
		columns: []string{
			"Event ID", "Event Date", "Event Type", "Event Mode", "Intensity", "Quad Code", "Contexts",
			"Actor Name", "Actor Country", "Actor COW", "Primary Actor Sector", "Actor Sectors", "Actor Title", "Actor Name Raw", "Wikipedia Actor ID",
			"Recipient Name", "Recipient Country", "Recipient COW", "Primary Recipient Sector", "Recipient Sectors", "Recipient Title",
			"Recipient Name Raw", "Wikipedia Recipient ID",
			"Placename", "City", "District", "Province", "Country", "Latitude", "Longitude", "GeoNames ID", "Raw Placename", "Feature Type",
			"Source", "Publication Date", "Story People", "Story Organizations", "Story Locations", "Language", "Version",
		},
		must:  []string{"Event ID", "Event Date", "Event Type", "Actor Name", "Recipient Name"},
		write: writePOLECAT, read: readPOLECAT,
	}
}

func writePOLECAT(_ *Codes, e *dyadic, cell map[string]string) {
	l := e.line
	cell["Event ID"], cell["Event Date"] = e.id(), isoDay(e.day)
	cell["Event Type"], cell["Event Mode"], cell["Intensity"] = l.Type, l.Mode, optional(l.Score)
	cell["Quad Code"] = strings.ToUpper(strings.ReplaceAll(e.quad, "-", " "))
	cell["Contexts"] = strings.Join(l.Context, ";")
	for _, side := range []struct {
		name string
		who  *annals.Participant
	}{{"Actor", &e.source}, {"Recipient", &e.target}} {
		p := side.who
		cell[side.name+" Name"], cell[side.name+" Country"] = nameOf(p), p.Country
		cell["Primary "+side.name+" Sector"] = cmp.Or(p.Sector...)
		cell[side.name+" Sectors"], cell[side.name+" Title"] = strings.Join(p.Sector, ";"), p.Role
		cell[side.name+" Name Raw"] = p.Text
	}
	if len(l.Where) > 0 {
		p := &l.Where[0]
		cell["Placename"], cell["Raw Placename"], cell["Country"] = placeName(p), p.Text, p.Country
		cell["Latitude"], cell["Longitude"] = optional(p.Lat), optional(p.Lon)
	}
	cell["Source"], cell["Publication Date"] = sourceAndDate(l.Document)
	cell["Version"] = strings.TrimPrefix(l.Coder, polecatTitle+", ")
	if l.Coder == polecatTitle {
		cell["Version"] = ""
	}
}

// sourceAndDate parts the document of a line that was read from POLECAT, whose name is
// made of both. That of any other line has no date.
func sourceAndDate(document string) (source, date string) {
	source, date = document, ""
	if comma := strings.LastIndex(document, ", "); comma >= 0 {
		if _, err := time.Parse(time.DateOnly, document[comma+2:]); err == nil {
			source, date = document[:comma], document[comma+2:]
		}
	}
	return nameless(source, polecatTitle), date
}

func readPOLECAT(k *Codes, cell func(string) string) (*annals.Line, error) {
	day, err := time.Parse(time.DateOnly, cell("Event Date"))
	if err != nil {
		return nil, fmt.Errorf("the Event Date %q is no day such as 2019-01-31", cell("Event Date"))
	}
	line, err := k.imported("polecat", strings.TrimSuffix(polecatTitle+", "+cell("Version"), ", "), cell("Event ID"), day)
	if err != nil {
		return nil, err
	}
	if line.Type = strings.ToUpper(cell("Event Type")); line.Type == "" {
		return nil, errors.New("the row has no Event Type")
	}
	line.Mode = strings.ToLower(cell("Event Mode"))
	if line.Score, err = numberIn("Intensity", cell("Intensity")); err != nil {
		return nil, err
	}
	line.Context = listIn(cell("Contexts"))
	line.Document = strings.TrimSuffix(cmp.Or(cell("Source"), polecatTitle)+", "+cell("Publication Date"), ", ")
	line.Actor = k.polecatActor("Actor", cell)
	line.Recipient = k.polecatActor("Recipient", cell)
	line.Where, err = placeIn(cmp.Or(cell("Placename"), cell("City"), cell("Province"), cell("Country")), k.countryOf(cell("Country")), cell("Latitude"), cell("Longitude"))
	if len(line.Where) > 0 && cell("Raw Placename") != "" {
		line.Where[0].Text = cell("Raw Placename")
	}
	return line, err
}

// polecatActor returns the participant of one side.
func (k *Codes) polecatActor(side string, cell func(string) string) []annals.Participant {
	sectors := k.knownSectors(append([]string{cell("Primary " + side + " Sector")}, listIn(cell(side+" Sectors"))...)...)
	all := k.participant(cell(side+" Name"), k.countryOf(cell(side+" Country")), sectors)
	if len(all) > 0 {
		all[0].Role = cell(side + " Title")
		all[0].Text = cmp.Or(cell(side+" Name Raw"), all[0].Text)
	}
	return all
}

// countryOf returns the alpha-3 code of a country that is given by a code or a name.
func (k *Codes) countryOf(text string) string {
	if code := k.country(text); code != "" {
		return code
	}
	return k.countryNamed(text)
}

// listIn cuts a cell with a list of values.
func listIn(cell string) []string {
	var out []string
	for part := range strings.SplitSeq(cell, ";") {
		if part = strings.TrimSpace(part); part != "" {
			out = append(out, part)
		}
	}
	return out
}
