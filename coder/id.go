package coder

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"

	"annals"
)

// idBytes is the length of an id before it is written in hexadecimal: 96 bits,
// so that ten billion lines are not expected to share one.
const idBytes = 12

// lineID returns a hash of what a line says and where it says so. Confidence,
// causes and the coder's version are no part of it, so that a better reading of
// the same words keeps the id.
func lineID(line *annals.Line) string {
	said := make([]annals.Span, 0, len(line.SaidBy))
	for _, a := range line.SaidBy {
		said = append(said, a.Span)
	}
	key := []any{
		line.Kind, line.Document, line.Sentence.Span, line.Type, line.Mode, line.Trigger, line.Text,
		spans(line.Actor), spans(line.Recipient), said, line.Status, edtf(line.When),
	}
	data, err := json.Marshal(key)
	if err != nil {
		panic("coder: plain data does not marshal: " + err.Error())
	}
	sum := sha256.Sum256(data)
	return hex.EncodeToString(sum[:idBytes])
}

func spans(ps []annals.Participant) []annals.Span {
	out := make([]annals.Span, 0, len(ps))
	for _, p := range ps {
		out = append(out, p.Span)
	}
	return out
}

func edtf(w *annals.When) string {
	if w == nil {
		return ""
	}
	return w.EDTF
}
