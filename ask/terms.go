package ask

import (
	"io/fs"
	"strconv"

	"annals/datafile"
)

// term is a row of data/terms.tsv.
type term struct {
	office string // folded; "" for any
	days   Day    // how long it is taken to be held after it was told of
}

// anyOffice names the last row of data/terms.tsv.
const anyOffice = "*"

// readTerms reads data/terms.tsv.
func readTerms(files fs.FS) ([]term, error) {
	table, err := datafile.Read(files, "data/terms.tsv", "office", "years")
	if err != nil {
		return nil, err
	}
	terms := make([]term, len(table.Rows))
	for i := range table.Rows {
		row := &table.Rows[i]
		years, err := strconv.Atoi(row.Get("years"))
		switch last := i == len(table.Rows)-1; {
		case err != nil || years < 1 || years > 200:
			return nil, row.Errorf("years %q is no number from 1 to 200", row.Get("years"))
		case last != (row.Get("office") == anyOffice):
			return nil, row.Errorf("the last row, and no other, is that of %q", anyOffice)
		}
		terms[i] = term{folded(row.Get("office")), Day(years) * daysPerYear}
	}
	return terms, nil
}

// termOf returns how long an office is taken to be held after it was told of; role is folded.
func (k *Knowledge) termOf(role string) Day {
	last := len(k.terms) - 1
	for i := range k.terms[:last] {
		if hasWords(role, k.terms[i].office) {
			return k.terms[i].days
		}
	}
	return k.terms[last].days
}
