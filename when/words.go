package when

import (
	"strconv"
	"strings"

	"annals/datafile"
	"annals/phrase"
)

// class is a set of the classes that a word or a number belongs to.
type class uint32

const (
	cMonth class = 1 << iota
	cWeekday
	cSeason
	cDaypart
	cQuarter
	cEra
	cNumber // an amount: in words, or in digits without a thousands comma
	cOrdinal
	cUnit
	cTo
	cAnd
	cDeterminer
	cDay    // 1 to 31, cardinal or ordinal
	cYear   // four digits, 1000 to 2199
	cShort  // two digits
	cSmall  // up to four digits
	cDecade // 1990s
	cDate   // a whole date in digits
	cModifier
	cPreposition
	cQualifier
	cNamed // begins the name of an era or a vague phrase
	cEnd   // punctuation
	cLabel
	cCounted
	cDated
	cFuture
	cEarly   // three digits that may be a year: see markEarly
	cTrigger // begins some pattern
)

// unit is a length of time.
type unit uint8

const (
	noUnit unit = iota
	minute
	hour
	day
	night
	week
	weekend
	fortnight
	month
	year
	decade
	century
)

func unitOf(name string) unit {
	switch name {
	case "minute":
		return minute
	case "hour":
		return hour
	case "day":
		return day
	case "night":
		return night
	case "week":
		return week
	case "weekend":
		return weekend
	case "fortnight":
		return fortnight
	case "month":
		return month
	case "year":
		return year
	case "decade":
		return decade
	case "century":
		return century
	}
	return noUnit
}

// few is the value of a number that nobody knows: "a few", "several".
const few = -1

// word is one known word with everything that the data files say of it. The
// value of a class lies in the field that fits it.
type word struct {
	text   string // lower case
	class  class
	value  int // of month, weekday, season, quarter or era
	amount int // of number or ordinal
	unit   unit
	starts []*pattern // the patterns that may begin with this very word
}

// words is the dictionary.
type words struct {
	byForm map[string]*word // by the lower-case form
	forms  phrase.Filter    // of the lower-case forms
}

// at returns the entry of a word, which it makes if there is none.
func (ws *words) at(text string) *word {
	text = strings.ToLower(text)
	w := ws.byForm[text]
	if w == nil {
		w = &word{text: text}
		ws.byForm[text] = w
		ws.forms.Add(text)
	}
	return w
}

// longestWord bounds the forms that are looked up; no known word is longer.
const longestWord = 24

// find returns the entry of a printed form, or nil. It allocates nothing.
func (ws *words) find(form string) *word {
	if len(form) > longestWord || !ws.forms.MayHave(form) {
		return nil
	}
	var lower [longestWord]byte
	for i := range len(form) {
		c := form[i]
		if 'A' <= c && c <= 'Z' {
			c += 'a' - 'A'
		}
		lower[i] = c
	}
	return ws.byForm[string(lower[:len(form)])]
}

func classOf(name string) class {
	switch name {
	case "month":
		return cMonth
	case "weekday":
		return cWeekday
	case "season":
		return cSeason
	case "daypart":
		return cDaypart
	case "quarter":
		return cQuarter
	case "era":
		return cEra
	case "number":
		return cNumber
	case "ordinal":
		return cOrdinal
	case "unit":
		return cUnit
	case "to":
		return cTo
	case "and":
		return cAnd
	case "determiner":
		return cDeterminer
	case "label":
		return cLabel
	case "counted":
		return cCounted
	case "dated":
		return cDated
	case "future":
		return cFuture
	}
	return 0
}

// addWord takes in one row of words.tsv.
func (ws *words) addWord(row *datafile.Row) error {
	c := classOf(row.Get("class"))
	if c == 0 || c >= cDay {
		return row.Errorf("there is no class %q", row.Get("class"))
	}
	w := ws.at(row.Get("word"))
	w.class |= c
	text := row.Get("value")
	if c == cUnit {
		if w.unit = unitOf(text); w.unit == noUnit {
			return row.Errorf("there is no unit %q", text)
		}
		return nil
	}
	if c == cNumber && text == "few" {
		w.amount = few
		return nil
	}
	value, err := strconv.Atoi(text)
	if err != nil {
		return row.Errorf("the value: %w", err)
	}
	if c == cNumber || c == cOrdinal {
		w.amount = value
	} else {
		w.value = value
	}
	if c == cOrdinal && value <= 31 {
		w.class |= cDay
	}
	return nil
}

// addContext takes in one row of contexts.tsv.
func (ws *words) addContext(row *datafile.Row) error {
	c := classOf(row.Get("class"))
	if c < cLabel {
		return row.Errorf("there is no class %q", row.Get("class"))
	}
	ws.at(row.Get("word")).class |= c
	return nil
}
