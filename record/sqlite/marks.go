package sqlite

import (
	"strconv"
	"strings"

	"annals"
	"annals/record"
)

// A mark is a word of the index of lines: a letter that says of what, and a code.
const (
	markCountry        = "c" // of a party
	markID             = "i"
	markSpeakerCountry = "sc"
	markSpeakerID      = "si"
	markLine           = "h"
	markYear           = "y"

	markedID = 4   // how much of a line's id is in its mark
	noYear   = "x" // in the place of a year: dated, but not in one year
	maxYears = 100 // what is asked for by the marks of years; longer spans have most lines anyway
)

// marksOf returns the marks of a line, as the text of a row of the index.
func marksOf(line *annals.Line) string {
	var out strings.Builder
	writeMark(&out, markLine, line.ID[:min(len(line.ID), markedID)])
	writeMark(&out, markYear, yearOf(line))
	for _, p := range record.PartiesOf(line) {
		writeMark(&out, markCountry, p.Country)
		writeMark(&out, markID, p.ID)
	}
	for i := range line.SaidBy {
		writeMark(&out, markSpeakerCountry, line.SaidBy[i].Country)
		writeMark(&out, markSpeakerID, line.SaidBy[i].ID)
	}
	return out.String()
}

// writeMark writes a mark and a space. What is no letter or digit becomes "_": a mark
// may stand for more than one code, since all that is found is looked at again.
func writeMark(out *strings.Builder, kind, code string) {
	if code == "" {
		return
	}
	if out.Len() > 0 {
		out.WriteByte(' ')
	}
	out.WriteString(kind)
	for i := range len(code) {
		switch c := code[i]; {
		case c >= '0' && c <= '9', c >= 'A' && c <= 'Z', c >= 'a' && c <= 'z', c >= 0x80:
			out.WriteByte(c)
		default:
			out.WriteByte('_')
		}
	}
}

// marksFor returns the query of the index for a filter, "" if it says nothing about
// what the index holds.
func marksFor(f *record.Filter) string {
	var all []string
	if len(f.ID) >= markedID {
		all = append(all, eitherMark(markLine, f.ID[:markedID], "", ""))
	}
	if marks := idMarks(f.IDs); marks != "" {
		all = append(all, marks)
	}
	for _, p := range f.Parties {
		all = append(all, eitherMark(markCountry, p.Country, markID, p.ID))
	}
	if p := f.SaidBy; p != (record.Party{}) {
		all = append(all, eitherMark(markSpeakerCountry, p.Country, markSpeakerID, p.ID))
	}
	if len(all) == 0 && f.From != nil && f.To != nil && f.To.Year()-f.From.Year() < maxYears {
		return yearMarks(f.From.Year(), f.To.Year())
	}
	return strings.Join(all, " AND ")
}

// idMarks asks for lines with some ids, and some others; "" if one is too short for the
// index.
func idMarks(ids []string) string {
	var all []string
	for _, id := range ids {
		if len(id) < markedID {
			return ""
		}
		all = append(all, eitherMark(markLine, id[:markedID], "", ""))
	}
	if len(all) == 0 {
		return ""
	}
	return "(" + strings.Join(all, " OR ") + ")"
}

// yearMarks asks for the lines of some years, and those that may be of more than one.
func yearMarks(from, to int) string {
	all := []string{`"` + markYear + noYear + `"`}
	for year := from; year <= to; year++ {
		all = append(all, eitherMark(markYear, strconv.Itoa(year), "", ""))
	}
	return strings.Join(all, " OR ")
}

// yearOf returns the year that a line lies in, noYear if it may lie in several, and ""
// if it is undated.
func yearOf(line *annals.Line) string {
	from, to := record.DaysOf(line)
	switch {
	case from == nil && to == nil:
		return ""
	case from == nil || to == nil || from.Year() != to.Year():
		return noYear
	}
	return strconv.Itoa(from.Year())
}

// eitherMark asks for one of two marks; an empty code asks for none.
func eitherMark(kind, code, otherKind, otherCode string) string {
	var marks []string
	for _, m := range [][2]string{{kind, code}, {otherKind, otherCode}} {
		var one strings.Builder
		if writeMark(&one, m[0], m[1]); one.Len() > 0 {
			marks = append(marks, `"`+one.String()+`"`)
		}
	}
	if len(marks) == 0 {
		return `"_"` // nobody: no line has this mark
	}
	return "(" + strings.Join(marks, " OR ") + ")"
}
