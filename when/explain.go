package when

import (
	"fmt"
	"path"
	"strings"

	"annals"
	"annals/datafile"
	"annals/language"
	"annals/when/edtf"
)

// reasons collects why the expressions of a sentence got their dates.
type reasons struct {
	all  []annals.DateReason
	told *annals.When // the date of this sentence that later ones count from; nil if none yet
}

// Explain is Find with a reason for each expression. An anchor that an earlier
// sentence told has no words here: who gave the reference knows them.
func (r *Rules) Explain(s *language.Sentence, ref Reference) ([]Expression, []annals.DateReason) {
	if !r.worthwhile(s) {
		return nil, nil
	}
	f := finder{rules: r, s: s, lx: r.lex(nil, s), ref: newAnchor(ref), why: &reasons{}}
	for at := 0; at < len(f.lx); {
		at = f.at(at)
	}
	return f.out, f.why.all
}

// cite names a row for explanations.
func cite(row *datafile.Row, entry string) annals.Row {
	return annals.Row{Entry: entry, File: path.Join("when", row.File), Line: row.Line}
}

// explain says how the words of a match became the date of an expression;
// before is what dates counted from until then.
func (f *finder) explain(e *Expression, l *lead, m *match, before anchor) {
	why := annals.DateReason{
		Text: e.When.Text, Span: e.When.Span, Basis: e.When.Basis,
		EDTF: e.When.EDTF, From: e.When.From, To: e.When.To,
	}
	after := f.ref
	f.ref = before
	why.Steps = append(why.Steps, f.pattern(e, m))
	if e.Kind == Point {
		why.Anchor = f.counted(e.When.Basis)
		why.Steps = append(why.Steps, f.arithmetic(e, l, m)...)
	}
	f.ref = after
	f.why.all = append(f.why.all, why)
	if after != before {
		words := e.When
		f.why.told = &words
	}
}

// pattern says which row recognized the words.
func (f *finder) pattern(e *Expression, m *match) annals.Reason {
	says := fmt.Sprintf("the words have the form %s: %s", quote(m.pattern.row.Entry), m.pattern.form)
	if m.pattern.build == buildFixed {
		says = quote(m.pattern.row.Entry) + " is known by name"
	}
	if e.Kind != Point {
		says += ", a " + e.Kind.String() + " and no date"
	}
	return annals.Reason{Says: says, Rows: []annals.Row{m.pattern.row}}
}

// counted returns the date that a relative date counts from, or nil.
func (f *finder) counted(basis annals.Basis) *annals.Anchor {
	switch {
	case basis == annals.BasisDocument:
		return &annals.Anchor{EDTF: f.ref.published.String()}
	case basis != annals.BasisNarrative:
		return nil
	}
	a := &annals.Anchor{EDTF: f.ref.told.String()}
	if f.why.told != nil {
		a.Text = f.why.told.Text
		a.From = &annals.Quote{Index: f.s.Index, Span: f.s.Span, Text: f.s.Text}
	}
	return a
}

// arithmetic says what each step made of the date.
func (f *finder) arithmetic(e *Expression, l *lead, m *match) []annals.Reason {
	v, ok := f.value(m)
	if !ok {
		return []annals.Reason{{Says: f.unfixed(m)}}
	}
	var out []annals.Reason
	step := func(says string, rows ...annals.Row) {
		out = append(out, annals.Reason{Says: says + " = " + v.edtf.String(), Rows: rows})
	}
	var modifiers []annals.Row
	for i := range m.count {
		if p := m.parts[i].modifier; p != nil && m.pattern.build != buildFixed {
			modifiers = append(modifiers, p.row)
		}
	}
	step(f.sum(m, v.basis), modifiers...)
	for _, q := range l.mark[:l.marks] {
		if q.mark != 0 {
			v.edtf = v.edtf.Qualified(q.mark)
			step(quote(q.row.Entry)+" marks it "+string(q.mark), q.row)
		}
	}
	if p := l.preposition; p != nil && p.relation == e.Relation && p.opens != "" {
		v.edtf = open(v.edtf, p.opens, e.Relation, m.named != nil)
		step(quote(p.row.Entry)+" opens it at one end", p.row)
	}
	return out
}

// unfixed says why words of time give no date.
func (f *finder) unfixed(m *match) string {
	switch m.pattern.build {
	case buildFixed:
		return "they fix no date"
	case buildAnchored:
		return "they count from something that is no date"
	}
	if !f.ref.hasPublished && !f.ref.hasTold {
		return "they count from another date, and none is known: neither the date of publication nor one told before"
	}
	return "no date comes of them"
}

// sum says in words how the date of a match is computed.
func (f *finder) sum(m *match, basis annals.Basis) string {
	p, t := m.pattern, m.only()
	if m.interval && m.count == 2 && p.build != buildFixed {
		return "from the one to the other"
	}
	base := f.ref.told
	if basis == annals.BasisDocument {
		base = f.ref.published
	}
	switch p.build {
	case buildFixed:
		return "the row has the date"
	case buildShift:
		return shiftSum(p, t, base)
	case buildSpan:
		return spanSum(p, t, base)
	case buildYearOf:
		return fmt.Sprintf("in the year of %s%s", base, signed(p.amount, year))
	case buildNamed:
		return f.namedSum(p, t, base, basis)
	}
	if basis == annals.BasisText {
		return "the words name it"
	}
	return f.yearlessSum(t, base, basis)
}

func shiftSum(p *pattern, t *part, base edtf.Date) string {
	u, n := t.unit, p.amount
	if p.unit != noUnit {
		u = p.unit
	}
	if p.counted {
		n *= t.amount
	}
	if n == 0 {
		return fmt.Sprintf("the %s of %s", u, base)
	}
	return base.String() + signed(n, u)
}

func spanSum(p *pattern, t *part, base edtf.Date) string {
	n := p.amount
	if p.counted {
		n *= t.amount
	}
	if n > 0 {
		return fmt.Sprintf("from %s to %s%s", base, base, signed(n, t.unit))
	}
	return fmt.Sprintf("from %s%s to %s", base, signed(n, t.unit), base)
}

// signed writes " - 2 days".
func signed(n int, u unit) string {
	switch {
	case n == 0:
		return ""
	case n == -1:
		return " - 1 " + u.String()
	case n < 0:
		return fmt.Sprintf(" - %d %ss", -n, u)
	case n == 1:
		return " + 1 " + u.String()
	}
	return fmt.Sprintf(" + %d %ss", n, u)
}

// namedSum says how a weekday, a month or a season by its name was found.
func (f *finder) namedSum(p *pattern, t *part, base edtf.Date, basis annals.Basis) string {
	what := "that name"
	if t.weekday > 0 {
		what = weekdays[t.weekday]
	}
	from := base.String()
	if at, ok := dayOf(base); ok && t.weekday > 0 {
		from += ", a " + weekdays[at.Weekday()]
	}
	switch {
	case p.base == "near" && basis == annals.BasisNarrative:
		return fmt.Sprintf("the first %s after %s", what, from)
	case p.base == "near" && f.future(t):
		return fmt.Sprintf("the clause speaks of what is to come: the first %s from %s on", what, from)
	case p.base == "near":
		return fmt.Sprintf("the last %s up to %s", what, from)
	case p.amount < 0:
		return fmt.Sprintf("the last %s before %s", what, from)
	case p.amount > 0:
		return fmt.Sprintf("the next %s after %s", what, from)
	case t.weekday > 0:
		return fmt.Sprintf("the %s of the week of %s", what, from)
	}
	return fmt.Sprintf("the one of the year of %s", from)
}

// yearlessSum says how a date without a year found its year.
func (f *finder) yearlessSum(t *part, base edtf.Date, basis annals.Basis) string {
	switch {
	case basis == annals.BasisNarrative:
		return fmt.Sprintf("the words name no year, so that it goes on from %s", base)
	case f.future(t):
		return fmt.Sprintf("the words name no year, and the clause speaks of what is to come: the first after %s", base)
	}
	return fmt.Sprintf("the words name no year: the last that had begun by %s", base)
}

// weekdays by number, 1 for Monday.
var weekdays = [...]string{"", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"}

// units by number.
var units = [...]string{"", "minute", "hour", "day", "night", "week", "weekend", "fortnight", "month", "year", "decade", "century"}

// String returns the name of the unit.
func (u unit) String() string { return units[u] }

func quote(words string) string { return "“" + words + "”" }

// ExplainOpen says how a preposition opened a date at one end; see Open.
func (r *Rules) ExplainOpen(preposition string) (annals.Reason, bool) {
	fields := strings.Fields(preposition)
	p, length := r.prepositions.Longest(func(i int) string {
		if i >= len(fields) {
			return ""
		}
		return fields[i]
	})
	if length == 0 {
		return annals.Reason{}, false
	}
	side := "later"
	if p.opens != "end" {
		side = "earlier"
	}
	return annals.Reason{
		Says: fmt.Sprintf("what happened %s something of that date happened then or %s", quote(p.row.Entry), side),
		Rows: []annals.Row{p.row},
	}, true
}
