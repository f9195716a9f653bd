package sqlite

import (
	"encoding/binary"
	"fmt"
	"slices"
	"strings"

	"annals"
)

// settling is what the record knows of a line beside what was coded.
type settling struct {
	names []byte // the participants that were settled, see settledNames; empty for none
	marks string // more words for the index of lines, separated by spaces
}

func (s *settling) isEmpty() bool { return len(s.names) == 0 && s.marks == "" }

// name is a participant as it was settled: a row of the table names.
type name struct{ id, name, country string }

func nameOf(p *annals.Participant) name { return name{p.ID, p.Name, p.Country} }

// settledNames writes which participants of a line have another name when they are settled:
// for each the place among all participants, counted from the one before it, and the number
// of the name, as varints. Nothing is nil.
func settledNames(coded, settled *annals.Line, number func(name) int64) []byte {
	var before []*annals.Participant
	eachParticipant(coded, func(p *annals.Participant) { before = append(before, p) })
	var out []byte
	place, last := 0, 0
	eachParticipant(settled, func(p *annals.Participant) {
		if now := nameOf(p); now != nameOf(before[place]) {
			out = binary.AppendUvarint(binary.AppendUvarint(out, uint64(place-last)), uint64(number(now)))
			last = place
		}
		place++
	})
	return out
}

// putNames gives the participants of a line, which is the caller's own, the names that
// settledNames has written.
func putNames(line *annals.Line, data []byte, named func(number int64) (name, error)) error {
	var all []*annals.Participant
	eachParticipant(line, func(p *annals.Participant) { all = append(all, p) })
	place := 0
	for v := (varints{rest: data}); len(v.rest) > 0; {
		place += int(v.next())
		number := v.next()
		if v.err != nil || place >= len(all) {
			return fmt.Errorf("%w: names of the line %s that it has no participants for", errBlock, line.ID)
		}
		n, err := named(number)
		if err != nil {
			return err
		}
		all[place].ID, all[place].Name, all[place].Country = n.id, n.name, n.country
	}
	return nil
}

// varints reads unsigned numbers. After an error all further ones are 0.
type varints struct {
	rest []byte
	err  error
}

func (v *varints) next() int64 {
	n, size := binary.Uvarint(v.rest)
	if size <= 0 || n > 1<<62 {
		v.err = fmt.Errorf("%w: no number", errBlock)
		v.rest = nil
		return 0
	}
	v.rest = v.rest[size:]
	return int64(n)
}

// moreMarks returns the marks of lines that are not among those that are known, in order.
// By their ids only lines themselves are found.
func moreMarks(known string, lines ...*annals.Line) string {
	var more []string
	for _, line := range lines {
		for mark := range strings.FieldsSeq(marksOf(line)) {
			if !strings.HasPrefix(mark, markLine) && !hasWord(known, mark) {
				more = append(more, mark)
			}
		}
	}
	slices.Sort(more)
	return strings.Join(slices.Compact(more), " ")
}

// hasWord reports whether one of the words of a text is this one.
func hasWord(text, word string) bool {
	for w := range strings.FieldsSeq(text) {
		if w == word {
			return true
		}
	}
	return false
}

// allMarks is the row of a line in the index: the marks of what was coded, and more.
func allMarks(coded, more string) string {
	if more == "" {
		return coded
	}
	return coded + " " + more
}

// signed reads a number that may be negative.
func (v *varints) signed() int64 {
	n, size := binary.Varint(v.rest)
	if size <= 0 {
		v.err = fmt.Errorf("%w: no number", errBlock)
		v.rest = nil
		return 0
	}
	v.rest = v.rest[size:]
	return n
}
