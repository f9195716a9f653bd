package when

import (
	"errors"
	"fmt"
	"strconv"
	"strings"

	"annals"
	"annals/datafile"
)

// maxElements bounds the length of a pattern, so that matching needs no heap.
const maxElements = 24

// element is one place of a pattern.
type element struct {
	class    class   // any of these classes
	words    []*word // or one of these words
	optional bool
	end      bool // END: takes no word
}

// joins reports whether the element begins the next date of a range or list.
func (e *element) joins() bool { return e.class&(cTo|cAnd) != 0 }

// pattern is one row of patterns.tsv.
type pattern struct {
	name     string // with file and line
	row      annals.Row
	form     string // the elements, as the row has them
	elements []element
	required []int // elements that are not optional and take a word
	build    builder
	amount   int  // of the builder: a number, or the sign of NUM
	counted  bool // amount is the sign of NUM
	base     string
	unit     unit
}

// builder names what comes out of a pattern.
type builder uint8

const (
	buildDate builder = iota
	buildYearOf
	buildMonthOf
	buildDecade
	buildCentury
	buildShift
	buildNamed
	buildSpan
	buildAnchored
	buildDuration
	buildFrequency
	buildFixed // from eras.tsv and vague.tsv, no pattern
)

func builderOf(name string) (builder, bool) {
	switch name {
	case "date":
		return buildDate, true
	case "yearof":
		return buildYearOf, true
	case "monthof":
		return buildMonthOf, true
	case "decade":
		return buildDecade, true
	case "century":
		return buildCentury, true
	case "shift":
		return buildShift, true
	case "named":
		return buildNamed, true
	case "span":
		return buildSpan, true
	case "anchored":
		return buildAnchored, true
	case "duration":
		return buildDuration, true
	case "frequency":
		return buildFrequency, true
	}
	return 0, false
}

func patternClass(name string) class {
	switch name {
	case "MONTH":
		return cMonth
	case "WEEKDAY":
		return cWeekday
	case "SEASON":
		return cSeason
	case "DAYPART":
		return cDaypart
	case "QUARTER":
		return cQuarter
	case "ERA":
		return cEra
	case "NUM":
		return cNumber
	case "NTH":
		return cOrdinal
	case "UNIT":
		return cUnit
	case "TO":
		return cTo
	case "AND":
		return cAnd
	case "DAY":
		return cDay
	case "YEAR":
		return cYear
	case "SHORT":
		return cShort
	case "SMALL":
		return cSmall
	case "EARLY":
		return cEarly
	case "DECADE":
		return cDecade
	case "DATE":
		return cDate
	case "MOD":
		return cModifier
	}
	return 0
}

// compile reads one row of patterns.tsv.
func (ws *words) compile(row *datafile.Row) (*pattern, error) {
	p := &pattern{name: fmt.Sprintf("%s (%s:%d)", row.Get("name"), row.File, row.Line), row: cite(row, row.Get("name")), form: row.Get("pattern")}
	for field := range strings.FieldsSeq(row.Get("pattern")) {
		e, err := ws.element(field)
		if err != nil {
			return nil, row.Errorf("element %s: %w", field, err)
		}
		if !e.optional && !e.end {
			p.required = append(p.required, len(p.elements))
		}
		p.elements = append(p.elements, e)
	}
	if len(p.elements) == 0 || len(p.elements) > maxElements {
		return nil, row.Errorf("a pattern has 1 to %d elements, not %d", maxElements, len(p.elements))
	}
	if err := p.readBuilder(strings.Fields(row.Get("builds"))); err != nil {
		return nil, row.Errorf("builds %q: %w", row.Get("builds"), err)
	}
	return p, nil
}

func (ws *words) element(field string) (element, error) {
	var e element
	if inner, ok := strings.CutPrefix(field, "["); ok {
		e.optional = true
		if field, ok = strings.CutSuffix(inner, "]"); !ok {
			return e, errors.New("no closing bracket")
		}
	}
	if field == "END" {
		e.end = true
		return e, nil
	}
	for part := range strings.SplitSeq(field, "|") {
		if part == "" {
			return e, errors.New("empty alternative")
		}
		if part != strings.ToUpper(part) || part == strings.ToLower(part) {
			e.words = append(e.words, ws.at(part))
			continue
		}
		c := patternClass(part)
		if c == 0 {
			return e, fmt.Errorf("there is no class %s", part)
		}
		e.class |= c
	}
	return e, nil
}

func (p *pattern) readBuilder(args []string) error {
	if len(args) == 0 {
		return errors.New("empty")
	}
	var ok bool
	if p.build, ok = builderOf(args[0]); !ok {
		return errors.New("there is no such builder")
	}
	args = args[1:]
	if p.build == buildAnchored {
		p.base = strings.Join(args, " ")
		return nil
	}
	if p.build != buildShift && p.build != buildNamed && p.build != buildSpan && p.build != buildYearOf && p.build != buildMonthOf {
		if len(args) > 0 {
			return errors.New("it takes no arguments")
		}
		return nil
	}
	if len(args) < 2 {
		return errors.New("it takes an amount and a base")
	}
	if p.base = args[1]; p.base != "document" && p.base != "narrative" && p.base != "near" {
		return errors.New("the base is document or narrative")
	}
	if len(args) > 2 {
		if p.unit = unitOf(args[2]); p.unit == noUnit {
			return errors.New("there is no such unit")
		}
	}
	if p.counted = strings.HasSuffix(args[0], "NUM"); p.counted {
		args[0] = strings.Replace(args[0], "NUM", "1", 1)
	}
	var err error
	p.amount, err = strconv.Atoi(args[0])
	return err
}

// firsts calls class or word for everything that the pattern may begin with.
func (p *pattern) firsts(class func(class), word func(*word)) {
	for _, e := range p.elements {
		class(e.class)
		for _, w := range e.words {
			word(w)
		}
		if !e.optional {
			return
		}
	}
}
