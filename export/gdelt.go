package export

import (
	"cmp"
	"fmt"
	"hash/fnv"
	"strconv"
	"strings"
	"time"

	"annals"
)

// gdelt is the layout of the event table of GDELT 2.0, which has no row of names.
func gdelt() *layout {
	return &layout{title: "GDELT", prefix: "gdelt", coded: true, columns: gdeltColumns(), write: writeGDELT, read: readGDELT}
}

// gdeltColumns are the 61 columns in the order of the codebook of GDELT 2.0.
func gdeltColumns() []string {
	columns := []string{"GLOBALEVENTID", "SQLDATE", "MonthYear", "Year", "FractionDate"}
	for _, actor := range []string{"Actor1", "Actor2"} {
		for _, part := range []string{"Code", "Name", "CountryCode", "KnownGroupCode", "EthnicCode", "Religion1Code", "Religion2Code", "Type1Code", "Type2Code", "Type3Code"} {
			columns = append(columns, actor+part)
		}
	}
	columns = append(columns, "IsRootEvent", "EventCode", "EventBaseCode", "EventRootCode", "QuadClass", "GoldsteinScale", "NumMentions", "NumSources", "NumArticles", "AvgTone")
	for _, where := range []string{"Actor1Geo_", "Actor2Geo_", "ActionGeo_"} {
		for _, part := range []string{"Type", "FullName", "CountryCode", "ADM1Code", "ADM2Code", "Lat", "Long", "FeatureID"} {
			columns = append(columns, where+part)
		}
	}
	return append(columns, "DATEADDED", "SOURCEURL")
}

const (
	gdeltDay   = "20060102"
	gdeltTitle = "GDELT 2.0"
)

func writeGDELT(k *Codes, e *dyadic, cell map[string]string) {
	l := e.line
	cell["GLOBALEVENTID"] = numericID(e.id())
	cell["SQLDATE"], cell["MonthYear"], cell["Year"] = e.day.Format(gdeltDay), e.day.Format("200601"), e.day.Format("2006")
	cell["FractionDate"] = fractionDate(e.day)
	for _, side := range []struct {
		name string
		who  *annals.Participant
	}{{"Actor1", &e.source}, {"Actor2", &e.target}} {
		p := side.who
		country := k.cameoCountry(p.Country)
		cell[side.name+"Code"], cell[side.name+"Name"], cell[side.name+"CountryCode"] = country+strings.Join(p.Sector[:min(3, len(p.Sector))], ""), strings.ToUpper(nameOf(p)), country
		for i, sector := range p.Sector[:min(3, len(p.Sector))] {
			cell[fmt.Sprintf("%sType%dCode", side.name, i+1)] = sector
		}
	}
	if code := l.CAMEO; len(code) >= 2 {
		cell["EventCode"], cell["EventBaseCode"], cell["EventRootCode"], cell["QuadClass"] = code, code[:min(3, len(code))], code[:2], quadClass(code)
	}
	cell["GoldsteinScale"] = optional(l.Score)
	cell["NumMentions"], cell["NumSources"], cell["NumArticles"] = strconv.Itoa(e.counts.mentions), strconv.Itoa(e.counts.sources), strconv.Itoa(e.counts.articles)
	if len(l.Where) > 0 {
		p := &l.Where[0]
		cell["ActionGeo_FullName"], cell["ActionGeo_Lat"], cell["ActionGeo_Long"] = k.fullName(p), optional(p.Lat), optional(p.Lon)
		if p.Country != "" && placeName(p) == k.nameOf(p.Country) {
			cell["ActionGeo_Type"] = "1" // a country
		}
	}
	cell["SOURCEURL"] = nameless(l.Document, gdeltTitle)
}

// fractionDate is the year with the part of it that has gone by, as the tables of GDELT
// have it: months of 30 days in a year of 365.
func fractionDate(day time.Time) string {
	gone := int(day.Month()-1)*30 + day.Day()
	return strconv.FormatFloat(float64(day.Year())+float64(gone)/365, 'f', 4, 64)
}

// fullName is a place with the name of its country.
func (k *Codes) fullName(p *annals.Place) string {
	name, country := placeName(p), k.nameOf(p.Country)
	if country == "" || name == country || strings.HasSuffix(name, ", "+country) {
		return name
	}
	return name + ", " + country
}

// numericID turns an id into a number of at most 53 bits, which GDELT and the programs
// that read it expect. What is a number stays as it is.
func numericID(id string) string {
	if len(id) <= len("9007199254740991") && id != "" && strings.Trim(id, "0123456789") == "" {
		return id
	}
	h := fnv.New64a()
	h.Write([]byte(id)) // never fails
	return strconv.FormatUint(h.Sum64()>>11, 10)
}

// quadClass is GDELT's: 1 and 2 cooperation in words and in deeds, 3 and 4 conflict.
func quadClass(cameo string) string {
	root, err := strconv.Atoi(cameo[:2])
	switch {
	case err != nil || root < 1 || root > 20:
		return ""
	case root <= 5:
		return "1"
	case root <= 8:
		return "2"
	case root <= 13:
		return "3"
	}
	return "4"
}

func readGDELT(k *Codes, cell func(string) string) (*annals.Line, error) {
	day, err := time.Parse(gdeltDay, cell("SQLDATE"))
	if err != nil {
		return nil, fmt.Errorf("the SQLDATE %q is no day such as 20150218", cell("SQLDATE"))
	}
	line, err := k.imported("gdelt", gdeltTitle, cell("GLOBALEVENTID"), day)
	if err != nil {
		return nil, err
	}
	line.CAMEO = cell("EventCode")
	if line.Type, line.Mode, err = k.typeOf(line.CAMEO); err != nil {
		return nil, fmt.Errorf("EventCode: %w", err)
	}
	if line.Score, err = numberIn("GoldsteinScale", cell("GoldsteinScale")); err != nil {
		return nil, err
	}
	line.Document = cmp.Or(cell("SOURCEURL"), gdeltTitle)
	line.Actor, line.Recipient = k.gdeltActor("Actor1", cell), k.gdeltActor("Actor2", cell)
	full := cell("ActionGeo_FullName")
	country := full
	if comma := strings.LastIndexByte(full, ','); comma >= 0 {
		country = full[comma+1:]
	}
	line.Where, err = placeIn(full, k.countryNamed(country), cell("ActionGeo_Lat"), cell("ActionGeo_Long"))
	return line, err
}

// gdeltActor returns the participant of one side.
func (k *Codes) gdeltActor(side string, cell func(string) string) []annals.Participant {
	sectors := k.knownSectors(cell(side+"Type1Code"), cell(side+"Type2Code"), cell(side+"Type3Code"))
	return k.participant(cell(side+"Name"), k.country(cell(side+"CountryCode")), sectors)
}
