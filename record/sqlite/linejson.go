package sqlite

import (
	"bytes"
	"encoding/json"
	"strconv"
	"unicode/utf8"

	"annals"
)

// lineDecoder reads lines as lineJSON writes them, many times as fast as encoding/json reads
// any JSON. What is written in another way it leaves to that. It keeps short strings, of which
// records have the same ones again and again.
type lineDecoder struct {
	rest []byte
	kept map[string]string
}

const (
	keptLength  = 32   // of the longest string that is kept
	keptStrings = 4096 // how many are, at the most
)

func newLineDecoder() *lineDecoder { return &lineDecoder{kept: map[string]string{}} }

// decode reads a line.
func (d *lineDecoder) decode(data []byte, line *annals.Line) error {
	d.rest = data
	if d.line(line) && len(bytes.TrimRight(d.rest, "\n")) == 0 {
		return nil
	}
	*line = annals.Line{}
	return json.Unmarshal(data, line)
}

// decodeLine reads a line as lineJSON writes it.
func (c *codec) decodeLine(data []byte, line *annals.Line) error {
	d := c.decoder()
	defer c.decoders.Put(d)
	return d.decode(data, line)
}

// decodeHead reads what a block says of itself before its lines.
func (c *codec) decodeHead(data []byte, b *block) error {
	d := c.decoder()
	defer c.decoders.Put(d)
	d.rest = data
	if d.head(b) && len(d.rest) == 0 {
		return nil
	}
	*b = block{codec: c}
	return json.Unmarshal(data, b)
}

func (c *codec) decoder() *lineDecoder {
	d, _ := c.decoders.Get().(*lineDecoder)
	if d == nil {
		d = newLineDecoder()
	}
	return d
}

// The functions below read a value of their type and return false where it is not written as
// expected, or for the second time.

func (d *lineDecoder) line(l *annals.Line) bool {
	return d.object(func(key []byte) bool {
		switch string(key) {
		case "id":
			return d.text(&l.ID)
		case "kind":
			return d.text((*string)(&l.Kind))
		case "document":
			return d.text(&l.Document)
		case "sentence":
			return d.quote(&l.Sentence)
		case "type":
			return d.text(&l.Type)
		case "mode":
			return d.text(&l.Mode)
		case "cameo":
			return d.text(&l.CAMEO)
		case "score":
			l.Score = new(float64)
			return d.float(l.Score)
		case "text":
			return d.text(&l.Text)
		case "status":
			return d.text((*string)(&l.Status))
		case "confidence":
			return d.float(&l.Confidence)
		case "coder":
			return d.text(&l.Coder)
		}
		return d.listOf(key, l)
	})
}

// listOf reads one of the fields of a line that are lists or objects.
func (d *lineDecoder) listOf(key []byte, l *annals.Line) bool {
	switch string(key) {
	case "context":
		return list(d, &l.Context, (*lineDecoder).text)
	case "trigger":
		was := l.Trigger
		l.Trigger = &annals.Words{}
		return was == nil && d.words(l.Trigger)
	case "actor":
		return list(d, &l.Actor, (*lineDecoder).participant)
	case "recipient":
		return list(d, &l.Recipient, (*lineDecoder).participant)
	case "when":
		was := l.When
		l.When = &annals.When{}
		return was == nil && d.when(l.When)
	case "where":
		return list(d, &l.Where, (*lineDecoder).place)
	case "said_by":
		return list(d, &l.SaidBy, (*lineDecoder).attribution)
	case "because_of":
		return list(d, &l.BecauseOf, (*lineDecoder).text)
	case "quantity":
		return list(d, &l.Quantity, (*lineDecoder).quantity)
	case "citations":
		return list(d, &l.Citations, (*lineDecoder).text)
	}
	return false
}

func (d *lineDecoder) head(b *block) bool {
	return d.object(func(key []byte) bool {
		switch string(key) {
		case "first":
			return d.int(&b.First)
		case "start":
			return d.int(&b.Start)
		case "cuts":
			return d.text(&b.Numbers)
		case "text":
			return d.text(&b.Text)
		}
		return false
	})
}

func (d *lineDecoder) quote(q *annals.Quote) bool {
	return d.object(func(key []byte) bool {
		switch string(key) {
		case "index":
			return d.int(&q.Index)
		case "span":
			return d.span(&q.Span)
		case "text":
			return d.text(&q.Text)
		}
		return false
	})
}

func (d *lineDecoder) words(w *annals.Words) bool {
	return d.object(func(key []byte) bool {
		switch string(key) {
		case "text":
			return d.text(&w.Text)
		case "span":
			return d.span(&w.Span)
		}
		return false
	})
}

func (d *lineDecoder) participant(p *annals.Participant) bool {
	return d.object(func(key []byte) bool { return d.ofParticipant(key, p) })
}

func (d *lineDecoder) ofParticipant(key []byte, p *annals.Participant) bool {
	switch string(key) {
	case "text":
		return d.text(&p.Text)
	case "span":
		return d.span(&p.Span)
	case "id":
		return d.text(&p.ID)
	case "name":
		return d.text(&p.Name)
	case "country":
		return d.text(&p.Country)
	case "sector":
		return list(d, &p.Sector, (*lineDecoder).text)
	case "role":
		return d.text(&p.Role)
	}
	return false
}

func (d *lineDecoder) attribution(a *annals.Attribution) bool {
	return d.object(func(key []byte) bool {
		switch string(key) {
		case "cue":
			return d.text(&a.Cue)
		case "when":
			was := a.When
			a.When = &annals.When{}
			return was == nil && d.when(a.When)
		case "stance":
			return d.text((*string)(&a.Stance))
		}
		return d.ofParticipant(key, &a.Participant)
	})
}

func (d *lineDecoder) when(w *annals.When) bool {
	return d.object(func(key []byte) bool {
		switch string(key) {
		case "text":
			return d.text(&w.Text)
		case "span":
			w.Span = &annals.Span{}
			return d.span(w.Span)
		case "edtf":
			return d.text(&w.EDTF)
		case "from":
			return d.text(&w.From)
		case "to":
			return d.text(&w.To)
		case "basis":
			return d.text((*string)(&w.Basis))
		}
		return false
	})
}

func (d *lineDecoder) place(p *annals.Place) bool {
	return d.object(func(key []byte) bool {
		switch string(key) {
		case "text":
			return d.text(&p.Text)
		case "span":
			return d.span(&p.Span)
		case "name":
			return d.text(&p.Name)
		case "country":
			return d.text(&p.Country)
		case "lat":
			p.Lat = new(float64)
			return d.float(p.Lat)
		case "lon":
			p.Lon = new(float64)
			return d.float(p.Lon)
		}
		return false
	})
}

func (d *lineDecoder) quantity(q *annals.Quantity) bool {
	return d.object(func(key []byte) bool {
		switch string(key) {
		case "text":
			return d.text(&q.Text)
		case "span":
			return d.span(&q.Span)
		case "value":
			return d.float(&q.Value)
		case "of":
			return d.text(&q.Of)
		}
		return false
	})
}

func (d *lineDecoder) span(s *annals.Span) bool {
	return d.is('[') && d.int(&s[0]) && d.is(',') && d.int(&s[1]) && d.is(']')
}

// is reads one character.
func (d *lineDecoder) is(c byte) bool {
	if len(d.rest) == 0 || d.rest[0] != c {
		return false
	}
	d.rest = d.rest[1:]
	return true
}

// object reads an object with some fields.
func (d *lineDecoder) object(field func(key []byte) bool) bool {
	if !d.is('{') {
		return false
	}
	for {
		key, named := d.key()
		if !named || !field(key) {
			return false
		}
		if d.is('}') {
			return true
		}
		if !d.is(',') {
			return false
		}
	}
}

// key reads the name of a field.
func (d *lineDecoder) key() (name []byte, named bool) {
	if !d.is('"') {
		return nil, false
	}
	end := bytes.IndexByte(d.rest, '"')
	if end < 0 || end+1 == len(d.rest) || d.rest[end+1] != ':' {
		return nil, false
	}
	name = d.rest[:end]
	d.rest = d.rest[end+2:]
	return name, true
}

// list reads a list with some values. One that was read before is left to encoding/json.
func list[T any](d *lineDecoder, into *[]T, value func(*lineDecoder, *T) bool) bool {
	if *into != nil || !d.is('[') {
		return false
	}
	var some [4]T
	out := some[:0]
	for {
		var one T
		if !value(d, &one) {
			return false
		}
		out = append(out, one)
		if d.is(']') {
			*into = append(make([]T, 0, len(out)), out...)
			return true
		}
		if !d.is(',') {
			return false
		}
	}
}

// text reads a string.
func (d *lineDecoder) text(into *string) bool {
	if !d.is('"') {
		return false
	}
	end, plain := 0, true
	for ; end < len(d.rest) && d.rest[end] != '"'; end++ {
		switch c := d.rest[end]; {
		case c == '\\' || c < ' ':
			return d.escaped(into)
		case c >= utf8.RuneSelf:
			plain = false
		}
	}
	if end == len(d.rest) || !plain && !utf8.Valid(d.rest[:end]) {
		return false
	}
	*into = d.keep(d.rest[:end])
	d.rest = d.rest[end+1:]
	return true
}

// escaped reads the rest of a string that has escapes.
func (d *lineDecoder) escaped(into *string) bool {
	for end := 0; end < len(d.rest); end++ {
		switch d.rest[end] {
		case '\\':
			end++
		case '"':
			quoted := append([]byte{'"'}, d.rest[:end+1]...)
			d.rest = d.rest[end+1:]
			return json.Unmarshal(quoted, into) == nil
		}
	}
	return false
}

// keep returns a string.
func (d *lineDecoder) keep(text []byte) string {
	switch {
	case len(text) == len(inText) && text[0] == inText[0]:
		return inText
	case len(text) > keptLength:
		return string(text)
	}
	if s, known := d.kept[string(text)]; known {
		return s
	}
	s := string(text)
	if len(d.kept) < keptStrings {
		d.kept[s] = s
	}
	return s
}

// int reads a whole number.
func (d *lineDecoder) int(into *int) bool {
	text, whole := d.number()
	if !whole {
		return false
	}
	if len(text) == 1 {
		*into = int(text[0] - '0')
		return true
	}
	n, err := strconv.Atoi(string(text))
	*into = n
	return err == nil
}

func (d *lineDecoder) float(into *float64) bool {
	text, _ := d.number()
	n, err := strconv.ParseFloat(string(text), 64)
	*into = n
	return err == nil
}

// number reads a number without exponent, nothing if there is none. It is whole if it has no
// fraction.
func (d *lineDecoder) number() (text []byte, whole bool) {
	at := 0
	digits := func() int {
		from := at
		for at < len(d.rest) && '0' <= d.rest[at] && d.rest[at] <= '9' {
			at++
		}
		return at - from
	}
	if at < len(d.rest) && d.rest[at] == '-' {
		at++
	}
	first := at
	n := digits()
	if n == 0 || n > 1 && d.rest[first] == '0' {
		return nil, false
	}
	whole = true
	if at < len(d.rest) && d.rest[at] == '.' {
		at++
		if whole = false; digits() == 0 {
			return nil, false
		}
	}
	text = d.rest[:at]
	d.rest = d.rest[at:]
	return text, whole
}
