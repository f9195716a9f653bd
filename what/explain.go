package what

import (
	"fmt"
	"slices"
	"strings"

	"annals"
	"annals/datafile"
	"annals/language"
)

// Reason says why a word is an event or a state.
type Reason struct {
	Steps []annals.Reason
	Slots []Slot // what stands around the word that carries it, and around its light verb
}

// Slot is a filled slot of a frame.
type Slot struct {
	Name  string // subj, obj, with, ...
	Token int
}

// citation is what is asked of the rows that are no words of events or states.
type citation struct{ table, word string }

// cite remembers where a row stands.
func (c *Codebook) cite(row *datafile.Row, table, word string) {
	c.rows[citation{table, word}] = annals.Row{Entry: word, File: row.File, Line: row.Line}
}

// row returns the row of a word as a list, for a Reason: empty if there is none.
func (c *Codebook) row(table, word string) []annals.Row {
	if row, ok := c.rows[citation{table, word}]; ok {
		return []annals.Row{row}
	}
	return nil
}

// Row names the row for explanations.
func (c *Codebook) Row(e *Entry) annals.Row {
	return annals.Row{Entry: e.Word, File: e.File, Line: e.Line}
}

// Explain says why a sentence tells a finding of Events, as that returned it. The
// parties must answer as they did then.
func (c *Codebook) Explain(s *language.Sentence, parties Parties, f *Finding) Reason {
	m := c.matcher(s, parties)
	defer c.pool.Put(m)
	var r Reason
	r.Steps = m.path(f)
	r.Steps = append(r.Steps, m.conditions(f.Trigger, f.Entry.conditions)...)
	r.Steps = append(r.Steps, c.ExplainType(f.Entry.Type, f.Entry.Mode))
	r.slots(m.frame(f.Trigger))
	if f.Verb != f.Trigger {
		r.slots(m.frame(f.Verb))
	}
	return r
}

// ExplainState is Explain for a finding of States.
func (c *Codebook) ExplainState(s *language.Sentence, parties Parties, f *StateFinding) Reason {
	m := c.matcher(s, parties)
	defer c.pool.Put(m)
	e := f.Entry
	r := Reason{Steps: []annals.Reason{{
		Says: fmt.Sprintf("%s is the %s “%s”: %s", m.quote(f.Trigger), e.POS, e.Word, e.Type),
		Rows: append([]annals.Row{{Entry: e.Word, File: e.File, Line: e.Line}}, c.row("state", e.Type)...),
	}}}
	frame := m.stateFrame(f.Trigger)
	r.Steps = append(r.Steps, m.frameConditions(frame, e.conditions)...)
	r.slots(frame)
	return r
}

// ExplainType says what the table of types has of a type and mode.
func (c *Codebook) ExplainType(name, mode string) annals.Reason {
	key := typeKey(name, mode)
	if c.types[key] == nil {
		key = name
	}
	t := c.types[key]
	if t == nil {
		return annals.Reason{Says: key}
	}
	parts := []string{key}
	if t.Quad != "" {
		parts = append(parts, strings.ReplaceAll(t.Quad, "-", " "))
	}
	if t.CAMEO != "" {
		parts = append(parts, "CAMEO "+t.CAMEO)
	}
	if t.Score != nil {
		parts = append(parts, fmt.Sprintf("score %g", *t.Score))
	}
	return annals.Reason{Says: strings.Join(parts, ", "), Rows: c.row("type", key)}
}

// ExplainOffice says why a role in the words of a text is an office.
func (c *Codebook) ExplainOffice(role string) annals.Reason {
	return annals.Reason{
		Says: fmt.Sprintf("“%s” is an office that one holds", role),
		Rows: append(c.row("class", classOfficeHolder), c.row("state", c.titleState)...),
	}
}

// ExplainContexts says which words of a sentence signal each of its contexts.
func (c *Codebook) ExplainContexts(s *language.Sentence) []annals.Reason {
	var out []annals.Reason
	for _, name := range c.Contexts(s) {
		var words []string
		for i := range s.Tokens {
			if length := c.contexts.signal(s, i, name); length > 0 {
				words = append(words, "“"+s.Phrase(i, i+length).Text+"”")
			}
		}
		out = append(out, annals.Reason{
			Says: fmt.Sprintf("%s: %s", name, strings.Join(words, ", ")), Rows: c.row("context", name),
		})
	}
	return out
}

// signal returns the length of the phrase at token i that signals a context: 0 if
// none does.
func (w *contextWords) signal(s *language.Sentence, i int, context string) int {
	for _, p := range w.first[strings.ToLower(s.Tokens[i].Lemma)] {
		if p.name == context && i+len(p.rest) < len(s.Tokens) && p.follows(s, i+1) {
			return 1 + len(p.rest)
		}
	}
	return 0
}

// path says how the word of the clause leads to the row of the finding: at once,
// or over words that hand their meaning on.
func (m *matcher) path(f *Finding) []annals.Reason {
	var out []annals.Reason
	token := f.Verb
	for range 4 {
		e := m.entry(token)
		switch {
		case e == f.Entry:
			return append(out, m.fired(token, e))
		case e == nil && m.lightRole(token) != "":
			out = append(out, m.light(token))
			if token = m.lightObject(token); token != f.Trigger && m.entry(f.Trigger) == f.Entry {
				token = f.Trigger // a further noun of the same light verb
			}
		case e != nil && e.Type == Inherit:
			out = append(out, annals.Reason{
				Says: fmt.Sprintf("%s is the %s “%s”, which takes its type from what it governs", m.quote(token), m.kindOf(token), e.Word),
				Rows: []annals.Row{m.book.Row(e)},
			})
			token = m.complement(token)
		default:
			token = -1
		}
		if token < 0 {
			break
		}
	}
	if m.entry(f.Trigger) == f.Entry {
		return []annals.Reason{m.fired(f.Trigger, f.Entry)}
	}
	return []annals.Reason{{
		Says: fmt.Sprintf("%s leaves out the word “%s” told before", m.quote(f.Trigger), f.Entry.Word),
		Rows: []annals.Row{m.book.Row(f.Entry)},
	}}
}

// fired says that a row is the one of a word.
func (m *matcher) fired(token int, e *Entry) annals.Reason {
	return annals.Reason{
		Says: fmt.Sprintf("%s is the %s “%s”: %s", m.quote(token), m.kindOf(token), e.Word, typeKey(e.Type, e.Mode)),
		Rows: []annals.Row{m.book.Row(e)},
	}
}

// light says that a verb hands on the meaning of its noun.
func (m *matcher) light(verb int) annals.Reason {
	lemma := m.lemma(verb)
	word := lemma
	for _, l := range m.book.lightWith[lemma] {
		if m.hasParticle(verb, l.word) {
			word = lemma + " " + l.word
			break
		}
	}
	return annals.Reason{
		Says: fmt.Sprintf("%s is the light verb “%s”: its noun carries the event, and its subject is the %s", m.quote(verb), word, m.lightRole(verb)),
		Rows: m.book.row("light", word),
	}
}

func (m *matcher) quote(token int) string { return "“" + m.s.Tokens[token].Form + "”" }

// kindOf names the part of speech of a word.
func (m *matcher) kindOf(token int) string {
	switch m.s.Tokens[token].UPOS {
	case "NOUN", "PROPN":
		return "noun"
	case "ADJ":
		return "adjective"
	}
	return "verb"
}

// conditions says what made the conditions of a row true.
func (m *matcher) conditions(token int, conditions []condition) []annals.Reason {
	return m.frameConditions(m.frame(token), conditions)
}

func (m *matcher) frameConditions(f *frame, conditions []condition) []annals.Reason {
	var out []annals.Reason
	for i := range conditions {
		c := &conditions[i]
		token, v := m.meets(f, c)
		r := annals.Reason{Says: "if " + c.describe(v)}
		if token >= 0 {
			r.Says += ": " + m.quote(token)
		}
		if v.kind == isClass {
			r.Rows = m.book.row("class", v.text)
		}
		out = append(out, r)
	}
	return out
}

// meets returns the token of the slot that makes a condition true, or -1 where
// it is that nothing fills the slot, and the value that the token has.
func (m *matcher) meets(f *frame, c *condition) (int, value) {
	if c.slot == within {
		return m.below(f.head, c.values)
	}
	slot := f.asked(c)
	for _, a := range f.args {
		if a.slot != slot {
			continue
		}
		if len(c.values) == 0 || c.not {
			return a.token, value{}
		}
		for i := range c.values {
			if m.argFits(a, c, &c.values[i]) != fails {
				return a.token, c.values[i]
			}
		}
	}
	return -1, value{}
}

// manyValues is how many values of a condition an explanation writes out.
const manyValues = 8

// describe writes a condition as the tables do: "obj=@weapon|ACTOR". Of many
// values it gives only the one that holds.
func (c *condition) describe(holds value) string {
	if c.absent {
		return "!" + c.slot
	}
	if len(c.values) == 0 {
		return c.slot
	}
	values := make([]string, len(c.values))
	for i, v := range c.values {
		values[i] = v.String()
	}
	operator := "="
	if c.not {
		operator = "!="
	}
	if len(values) > manyValues && holds.text != "" {
		values = []string{"…", holds.String(), "…"}
	}
	return c.slot + operator + strings.Join(values, "|")
}

// String writes a value as the tables do.
func (v value) String() string {
	switch v.kind {
	case isClass:
		return "@" + v.text
	case isSector:
		return ":" + v.text
	}
	return v.text
}

// slots adds the filled slots of a frame.
func (r *Reason) slots(f *frame) {
	for _, a := range f.args {
		if s := (Slot{a.slot, a.token}); !slices.Contains(r.Slots, s) {
			r.Slots = append(r.Slots, s)
		}
	}
}
