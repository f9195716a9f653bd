package questions

import (
	"math"
	"strconv"
	"strings"

	"annals"
)

// none is the number of what is not there.
const none int32 = -1

// table numbers values, so that what many lines share is kept once, and judged once for a
// question.
type table[T any] struct {
	numbers map[string]int32
	values  []T
}

func newTable[T any]() table[T] { return table[T]{numbers: map[string]int32{}} }

// number returns the number of the value with a key, which is made if it is new.
func (t *table[T]) number(key []byte, value func() T) int32 {
	if n, known := t.numbers[string(key)]; known {
		return n
	}
	n := int32(len(t.values))
	t.numbers[string(key)] = n
	t.values = append(t.values, value())
	return n
}

// key is a key in the making: its parts, with what parts them.
type key []byte

func (k key) text(parts ...string) key {
	for _, p := range parts {
		k = append(append(k, p...), 0)
	}
	return k
}

func (k key) list(parts []string) key {
	k = strconv.AppendInt(k, int64(len(parts)), 10)
	return k.text(parts...)
}

func (k key) number(f *float64) key {
	if f == nil {
		return append(k, '-')
	}
	return strconv.AppendUint(append(k, '+'), math.Float64bits(*f), 36)
}

func (k key) participant(p *annals.Participant) key {
	return k.text(p.Text, p.ID, p.Name, p.Country, p.Role).list(p.Sector)
}

// gist is what a line says beside its parties, time and place.
type gist struct {
	Kind              annals.Kind
	Status            annals.Status
	Name, Mode, CAMEO string
	Context           []string
	Score             *float64
}

func (c *catalogue) what(line *annals.Line) int32 {
	k := c.key[:0].text(string(line.Kind), string(line.Status), line.Type, line.Mode, line.CAMEO).list(line.Context).number(line.Score)
	c.key = k
	return c.whats.number(k, func() gist {
		return gist{line.Kind, line.Status, line.Type, line.Mode, line.CAMEO, line.Context, line.Score}
	})
}

func (c *catalogue) participants(all []annals.Participant) int32 {
	if len(all) == 0 {
		return none
	}
	k := c.key[:0]
	for i := range all {
		k = k.participant(&all[i])
	}
	c.key = k
	return c.sides.number(k, func() []annals.Participant {
		out := make([]annals.Participant, len(all))
		for i := range all {
			out[i] = all[i]
			out[i].Span = annals.Span{}
		}
		return out
	})
}

func (c *catalogue) chain(all []annals.Attribution) int32 {
	if len(all) == 0 {
		return none
	}
	k := c.key[:0]
	for i := range all {
		k = k.participant(&all[i].Participant).text(all[i].Cue, string(all[i].Stance)).when(all[i].When)
	}
	c.key = k
	return c.chains.number(k, func() []annals.Attribution {
		out := make([]annals.Attribution, len(all))
		for i := range all {
			out[i] = all[i]
			out[i].Span, out[i].When = annals.Span{}, thinWhen(all[i].When)
		}
		return out
	})
}

func (k key) when(w *annals.When) key {
	if w == nil {
		return append(k, '-')
	}
	return k.text(w.Text, w.EDTF, w.From, w.To, string(w.Basis))
}

func thinWhen(w *annals.When) *annals.When {
	if w == nil {
		return nil
	}
	out := *w
	out.Span = nil
	return &out
}

func (c *catalogue) date(w *annals.When) int32 {
	if w == nil {
		return none
	}
	c.key = c.key[:0].when(w)
	return c.whens.number(c.key, func() *annals.When { return thinWhen(w) })
}

func (c *catalogue) places(all []annals.Place) int32 {
	if len(all) == 0 {
		return none
	}
	k := c.key[:0]
	for i := range all {
		p := &all[i]
		k = k.text(p.Text, p.Name, p.Country).number(p.Lat).number(p.Lon)
	}
	c.key = k
	return c.wheres.number(k, func() []annals.Place {
		out := make([]annals.Place, len(all))
		for i := range all {
			out[i] = all[i]
			out[i].Span = annals.Span{}
		}
		return out
	})
}

func (c *catalogue) words(text string) int32 {
	if text == "" {
		return none
	}
	c.key = c.key[:0].text(text)
	return c.texts.number(c.key, func() string { return strings.Clone(text) })
}
