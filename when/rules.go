package when

import (
	"embed"
	"fmt"
	"io/fs"
	"math/bits"
	"strconv"
	"strings"
	"sync"

	"annals"
	"annals/datafile"
	"annals/phrase"
	"annals/when/edtf"
)

//go:embed en/*.tsv
var english embed.FS

// Rules find the time expressions of one language. They are safe for
// concurrent use.
type Rules struct {
	words        words
	byClass      [32][]*pattern // by the number of the class's bit: patterns that may begin with it
	prepositions phrase.Trie[*preposition]
	qualifiers   phrase.Trie[*qualifier]
	modifiers    phrase.Trie[*modifier]
	named        phrase.Trie[*named]
	pool         sync.Pool // of *finder
}

// preposition is one row of prepositions.tsv.
type preposition struct {
	relation string
	opens    string // "", "start" or "end"
	year     bool   // a bare number after it may be a year
	early    bool   // also one of three digits
	row      annals.Row
}

// qualifier is one row of qualifiers.tsv.
type qualifier struct {
	mark    edtf.Qualifier
	amounts bool // it also stands before amounts
	row     annals.Row
}

// modifier is one row of modifiers.tsv: of each length of time the first and
// last part that it means; the zero bounds say that it does not go with it.
type modifier struct {
	mark                         edtf.Qualifier
	century, decade, year, month bounds
	row                          annals.Row
}

// bounds are a first and a last number; given tells 0-0 from an empty cell.
type bounds struct {
	first, last int
	given       bool
}

// named is one row of eras.tsv or vague.tsv.
type named struct {
	pattern *pattern // stands for the row, with its name, file and line
	kind    Kind
	value   edtf.Value
	fixed   bool // value holds
	alone   bool // it needs no preposition
	capital bool // it is written with a capital
}

// New loads the rules for English that are embedded in the program. An error
// names the file and the line of a bad entry.
func New() (*Rules, error) { return load(english) }

// load reads the rules from a file system that holds the folder en.
func load(files fs.FS) (*Rules, error) {
	r := &Rules{words: words{byForm: map[string]*word{}}}
	tables := []struct {
		name    string
		columns []string
		add     func(*datafile.Row) error
	}{
		{"words.tsv", []string{"word", "class", "value"}, r.words.addWord},
		{"contexts.tsv", []string{"word", "class"}, r.words.addContext},
		{"prepositions.tsv", []string{"preposition", "relation", "opens", "year"}, r.addPreposition},
		{"qualifiers.tsv", []string{"qualifier", "mark", "number"}, r.addQualifier},
		{"modifiers.tsv", []string{"modifier", "mark", "century", "decade", "year", "month"}, r.addModifier},
		{"eras.tsv", []string{"event", "edtf"}, r.addEra},
		{"vague.tsv", []string{"phrase", "kind", "alone"}, r.addVague},
		{"patterns.tsv", []string{"name", "pattern", "builds"}, r.addPattern},
	}
	for _, f := range tables {
		table, err := datafile.Read(files, "en/"+f.name, f.columns...)
		if err != nil {
			return nil, fmt.Errorf("loading the rules for time: %w", err)
		}
		for i := range table.Rows {
			if err := f.add(&table.Rows[i]); err != nil {
				return nil, fmt.Errorf("loading the rules for time: %w", err)
			}
		}
	}
	r.markTriggers()
	return r, nil
}

// lowest returns the number of the lowest bit of a class.
func lowest(c class) int { return bits.TrailingZeros32(uint32(c)) }

// addWords makes entries for the words of a phrase, marks the first with the
// class, and returns the phrase as the lexer would cut it.
func (r *Rules) addWords(text string, first class) string {
	cut := cutPhrase(text)
	for i, w := range cut {
		entry := r.words.at(w)
		if i == 0 {
			entry.class |= first
		}
	}
	return strings.Join(cut, " ")
}

// cutPhrase cuts a phrase of a data file into lower-case lexemes.
func cutPhrase(text string) []string {
	var out []string
	for field := range strings.FieldsSeq(strings.ToLower(text)) {
		for {
			at, width := separator(field)
			if at <= 0 || at+width >= len(field) {
				break
			}
			out = append(out, field[:at], field[at:at+width])
			field = field[at+width:]
		}
		out = append(out, field)
	}
	return out
}

func (r *Rules) addPreposition(row *datafile.Row) error {
	p := &preposition{relation: row.Get("relation"), opens: row.Get("opens"), year: row.Get("year") != "no", early: row.Get("year") == "early", row: cite(row, row.Get("preposition"))}
	if p.opens != "" && p.opens != "start" && p.opens != "end" {
		return row.Errorf("opens is start, end or empty, not %q", p.opens)
	}
	if p.relation == "" {
		return row.Errorf("no relation")
	}
	if !r.prepositions.Add(r.addWords(row.Get("preposition"), cPreposition), p) {
		return row.Errorf("%q is there twice", row.Get("preposition"))
	}
	return nil
}

func (r *Rules) addQualifier(row *datafile.Row) error {
	q := &qualifier{amounts: row.Get("number") == "yes", row: cite(row, row.Get("qualifier"))}
	mark, err := readMark(row)
	if err != nil {
		return err
	}
	q.mark = mark
	if !r.qualifiers.Add(r.addWords(row.Get("qualifier"), cQualifier), q) {
		return row.Errorf("%q is there twice", row.Get("qualifier"))
	}
	return nil
}

func readMark(row *datafile.Row) (edtf.Qualifier, error) {
	switch mark := row.Get("mark"); mark {
	case "":
		return 0, nil
	case "~", "?", "%":
		return edtf.Qualifier(mark[0]), nil
	default:
		return 0, row.Errorf("the mark is ~, ? or %%, not %q", mark)
	}
}

func (r *Rules) addModifier(row *datafile.Row) error {
	m := &modifier{row: cite(row, row.Get("modifier"))}
	var err error
	if m.mark, err = readMark(row); err != nil {
		return err
	}
	columns := []string{"century", "decade", "year", "month"}
	for i, to := range []*bounds{&m.century, &m.decade, &m.year, &m.month} {
		if *to, err = readBounds(row.Get(columns[i])); err != nil {
			return row.Errorf("%s: %w", columns[i], err)
		}
	}
	if !r.modifiers.Add(r.addWords(row.Get("modifier"), cModifier), m) {
		return row.Errorf("%q is there twice", row.Get("modifier"))
	}
	return nil
}

func readBounds(text string) (bounds, error) {
	if text == "" {
		return bounds{}, nil
	}
	cut := strings.LastIndexByte(text, '-')
	if cut < 1 {
		return bounds{}, fmt.Errorf("%q is no range", text)
	}
	first, err := strconv.Atoi(text[:cut])
	if err != nil {
		return bounds{}, err
	}
	last, err := strconv.Atoi(text[cut+1:])
	if err != nil {
		return bounds{}, err
	}
	if first > last {
		return bounds{}, fmt.Errorf("%d is after %d", first, last)
	}
	return bounds{first, last, true}, nil
}

func (r *Rules) addEra(row *datafile.Row) error {
	value, err := edtf.Parse(row.Get("edtf"))
	if err != nil {
		return row.Errorf("%w", err)
	}
	name := row.Get("event")
	return r.addNamed(row, name, &named{value: value, fixed: true, capital: name != strings.ToLower(name)})
}

func (r *Rules) addVague(row *datafile.Row) error {
	n := &named{alone: row.Get("alone") == "yes"}
	switch kind := row.Get("kind"); kind {
	case "point":
		n.kind = Point
	case "duration":
		n.kind = Duration
	case "frequency":
		n.kind = Frequency
	default:
		return row.Errorf("there is no kind %q", kind)
	}
	text := row.Get("phrase")
	n.capital = text != strings.ToLower(text) && !strings.HasPrefix(text, "the ")
	return r.addNamed(row, text, n)
}

func (r *Rules) addNamed(row *datafile.Row, text string, n *named) error {
	n.pattern = &pattern{name: fmt.Sprintf("%s (%s:%d)", text, row.File, row.Line), row: cite(row, text), build: buildFixed}
	if !r.named.Add(r.addWords(text, cNamed), n) {
		return row.Errorf("%q is there twice", text)
	}
	for _, w := range cutPhrase(text) {
		r.words.at(w).class |= cTrigger
	}
	return nil
}

func (r *Rules) addPattern(row *datafile.Row) error {
	p, err := r.words.compile(row)
	if err != nil {
		return err
	}
	p.firsts(
		func(c class) {
			for ; c != 0; c &= c - 1 {
				r.byClass[lowest(c)] = append(r.byClass[lowest(c)], p)
			}
		},
		func(w *word) { w.starts = append(w.starts, p) },
	)
	for _, e := range p.elements {
		for _, w := range e.words {
			w.class |= cTrigger
		}
	}
	return nil
}

// markTriggers leaves the mark of a trigger only on words that a sentence
// without a date seldom has: not on articles, prepositions and the like.
func (r *Rules) markTriggers() {
	for _, w := range r.words.byForm {
		if w.class&(cMonth|cWeekday|cSeason|cDaypart|cUnit|cQuarter|cEra) != 0 {
			w.class |= cTrigger
		} else if w.class&(cDeterminer|cPreposition|cTo|cAnd|cNumber) != 0 {
			w.class &^= cTrigger
		}
	}
}

// modifierAt returns the modifier at a lexeme and how many lexemes it takes.
func (r *Rules) modifierAt(lx []lexeme, at int) (*modifier, int) {
	if lx[at].class&cModifier == 0 {
		return nil, 0
	}
	return r.modifiers.Longest(wordsFrom(lx, at))
}

// wordsFrom returns the lexemes from at on as package phrase asks for them.
func wordsFrom(lx []lexeme, at int) func(int) string {
	return func(i int) string {
		if at+i >= len(lx) {
			return ""
		}
		return lx[at+i].text()
	}
}
