package document

import (
	"fmt"

	"annals"
)

// setField sets what is known about a document. Fields that a Document does
// not have are left alone.
func setField(doc *annals.Document, field, value string) error {
	switch field {
	case "title":
		doc.Title = value
	case "url":
		doc.URL = value
	case "source":
		doc.Source = value
	case "language":
		doc.Language = value
	case "published":
		day, ok := edtfDay(value)
		if !ok {
			return fmt.Errorf("%q is no date of publication: write a day like 2021-06-01, a month or a year", value)
		}
		doc.Published = day
	}
	return nil
}

// isField reports whether setField knows the field.
func isField(field string) bool {
	switch field {
	case "title", "url", "source", "language", "published":
		return true
	}
	return false
}
