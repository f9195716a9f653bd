package ask

import (
	"cmp"
	"strings"

	"annals"
	"annals/record/merge"
)

// reasonsText says in words what two reports have in common: "are of the same day; name
// the same place". The lines may be nil.
func reasonsText(reasons []merge.Reason, a, b *annals.Line) string {
	var out []string
	for i := range reasons {
		if says := reasonText(&reasons[i], a, b); says != "" {
			out = append(out, says)
		}
	}
	return strings.Join(out, "; ")
}

// reasonText says what one field of two reports has in common. What it is about follows the
// verb that the way of agreeing asks for.
func reasonText(r *merge.Reason, a, b *annals.Line) string {
	side := sideText(r.Field)
	switch r.How {
	case merge.SameValue:
		switch r.Field {
		case merge.FieldType:
			return "tell the same type of event"
		case merge.FieldMode:
			return "tell it in the same mode" + quoted(a, func(line *annals.Line) string { return line.Mode })
		case merge.FieldQuantity:
			return "give the same number"
		}
		return "have the same " + r.Field.String()
	case merge.SameActor:
		return "name the same actor " + side
	case merge.SameOffice:
		return "name " + side + " a person and the office that the person holds"
	case merge.SameSurname:
		return "name " + side + " a surname and a full name that has it"
	case merge.ForState:
		return "name " + side + " a state and somebody who acts for it"
	case merge.SamePeople:
		return "name people of the same sort and country " + side
	case merge.Compatible:
		return "name nothing " + side + " that could not be the same"
	case merge.Named:
		return "name " + side + " somebody whom the sentence of the other names too"
	case merge.SameDay:
		return "are of the same day" + quoted(a, dateOf)
	case merge.WithinDates:
		return "have dates of which one lies within the other" + bothDates(a, b)
	case merge.DatesMeet:
		return "have dates that overlap" + bothDates(a, b)
	case merge.NearPublished:
		return "fit in time, for one has no date but was published within days of the other's"
	case merge.BothPublished:
		return "have no dates, but were published within days of each other"
	case merge.SameTown:
		return "name the same place" + quoted(a, placeOf)
	case merge.WithinCountry:
		return "name a place and the country that it lies in"
	case merge.NearNumber:
		return "give numbers close to each other"
	case merge.FarNumber:
		return "give numbers far apart, which speaks against it"
	case merge.SameWord:
		return "use the same word" + quoted(a, func(line *annals.Line) string {
			if line.Trigger == nil {
				return ""
			}
			return line.Trigger.Text
		})
	case merge.SameSentence:
		return "have word by word the same sentence"
	case merge.SameMatter:
		return "speak of the same things beside"
	case merge.OtherMatter:
		return "speak of other things beside, which speaks against it"
	case merge.OtherStatus:
		return "" // that they are told differently is said of both
	}
	return r.How.String()
}

// sideText says on which side of an event somebody stands.
func sideText(f merge.Field) string {
	switch f {
	case merge.FieldActor:
		return "as the one who acts"
	case merge.FieldRecipient:
		return "as the one who is acted upon"
	}
	return "among the parties"
}

// quoted is what a line says of a field, if it says anything.
func quoted(line *annals.Line, of func(*annals.Line) string) string {
	if line == nil || of(line) == "" {
		return ""
	}
	return ", " + of(line)
}

func bothDates(a, b *annals.Line) string {
	if a == nil || b == nil {
		return ""
	}
	return ", " + cmp.Or(dateOf(a), "none") + " and " + cmp.Or(dateOf(b), "none")
}

func dateOf(line *annals.Line) string {
	if line.When == nil {
		return ""
	}
	return line.When.EDTF
}

func placeOf(line *annals.Line) string {
	if len(line.Where) == 0 {
		return ""
	}
	return line.Where[0].Text
}
