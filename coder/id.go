package coder

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"strconv"

	"annals"
)

// idBytes is the length of an id before it is written in hexadecimal: 96 bits,
// so that ten billion lines are not expected to share one.
const idBytes = 12

// lineID returns a hash of what a line says and where it says so. Confidence,
// causes and the coder's version are no part of it, so that a better reading of
// the same words keeps the id.
func lineID(line *annals.Line) string {
	var buffer [512]byte
	sum := sha256.Sum256(appendKey(buffer[:0], line))
	return string(hex.AppendEncode(buffer[:0], sum[:idBytes]))
}

// appendKey appends what is hashed of a line: a JSON array as encoding/json writes
// it, without its cost.
func appendKey(out []byte, line *annals.Line) []byte {
	out = appendString(append(out, '['), string(line.Kind))
	out = appendString(append(out, ','), line.Document)
	out = appendSpan(append(out, ','), line.Sentence.Span)
	out = appendString(append(out, ','), line.Type)
	out = appendString(append(out, ','), line.Mode)
	out = appendWords(append(out, ','), line.Trigger)
	out = appendString(append(out, ','), line.Text)
	out = appendSpans(append(out, ','), line.Actor)
	out = appendSpans(append(out, ','), line.Recipient)
	out = append(out, ",["...)
	for i := range line.SaidBy {
		out = appendSpan(appendComma(out, i), line.SaidBy[i].Span)
	}
	out = appendString(append(out, "],"...), string(line.Status))
	edtf := ""
	if line.When != nil {
		edtf = line.When.EDTF
	}
	return append(appendString(append(out, ','), edtf), ']')
}

func appendComma(out []byte, i int) []byte {
	if i > 0 {
		return append(out, ',')
	}
	return out
}

func appendWords(out []byte, w *annals.Words) []byte {
	if w == nil {
		return append(out, "null"...)
	}
	out = appendString(append(out, `{"text":`...), w.Text)
	return append(appendSpan(append(out, `,"span":`...), w.Span), '}')
}

func appendSpans(out []byte, ps []annals.Participant) []byte {
	out = append(out, '[')
	for i := range ps {
		out = appendSpan(appendComma(out, i), ps[i].Span)
	}
	return append(out, ']')
}

func appendSpan(out []byte, s annals.Span) []byte {
	out = strconv.AppendInt(append(out, '['), int64(s.Start()), 10)
	out = strconv.AppendInt(append(out, ','), int64(s.End()), 10)
	return append(out, ']')
}

// appendString appends a JSON string. Those with characters that encoding/json may
// escape are left to it.
func appendString(out []byte, text string) []byte {
	for i := range len(text) {
		switch c := text[i]; {
		case c < ' ', c > '~', c == '"', c == '\\', c == '<', c == '>', c == '&':
			quoted, err := json.Marshal(text)
			if err != nil {
				panic("coder: a string does not marshal: " + err.Error())
			}
			return append(out, quoted...)
		}
	}
	out = append(append(out, '"'), text...)
	return append(out, '"')
}
