package sqlite

import (
	"context"
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
// what the index holds, or if to pass over all lines is faster.
func marksFor(ctx context.Context, tx rowsQueryer, f *record.Filter) (string, error) {
	var all []string
	if len(f.ID) >= markedID {
		all = append(all, eitherMark(mark{markLine, f.ID[:markedID]}))
	}
	if marks := idMarks(f.IDs); marks != "" {
		all = append(all, marks)
	}
	for _, p := range f.Parties {
		all = append(all, eitherMark(mark{markCountry, p.Country}, mark{markID, p.ID}, mark{markID, p.Remaining}))
	}
	if p := f.SaidBy; p != (record.Party{}) {
		all = append(all, eitherMark(mark{markSpeakerCountry, p.Country}, mark{markSpeakerID, p.ID}, mark{markSpeakerID, p.Remaining}))
	}
	if len(all) > 0 || f.From == nil && f.To == nil {
		return strings.Join(all, " AND "), nil
	}
	years, few, err := yearsWithin(ctx, tx, f.From, f.To)
	if err != nil || !few {
		return "", err
	}
	return yearMarks(years), nil
}

// idMarks asks for lines with some ids, and some others; "" if one is too short for the
// index.
func idMarks(ids []string) string {
	var all []string
	for _, id := range ids {
		if len(id) < markedID {
			return ""
		}
		all = append(all, eitherMark(mark{markLine, id[:markedID]}))
	}
	if len(all) == 0 {
		return ""
	}
	return "(" + strings.Join(all, " OR ") + ")"
}

// yearMarks asks for the lines of some years, and those that may be of more than one.
func yearMarks(years []int) string {
	all := []string{eitherMark(mark{markYear, noYear})}
	for _, year := range years {
		all = append(all, eitherMark(mark{markYear, strconv.Itoa(year)}))
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

type mark struct{ kind, code string }

// eitherMark asks for one of some marks; an empty code asks for none.
func eitherMark(of ...mark) string {
	var marks []string
	for _, m := range of {
		var one strings.Builder
		if writeMark(&one, m.kind, m.code); one.Len() > 0 {
			marks = append(marks, `"`+one.String()+`"`)
		}
	}
	if len(marks) == 0 {
		return `"_"` // nobody: no line has this mark
	}
	return "(" + strings.Join(marks, " OR ") + ")"
}
