package lemma

import (
	"encoding/binary"
	"encoding/json"
	"fmt"
	"io"
	"strings"

	"annals/language/index"
)

// magic begins every file; the number is the version of the format.
const magic = "annals lemmas 2\n"

// WriteTo writes the lemmas: magic, the length of the scripts (uint32,
// little-endian), the scripts as JSON, and the index.
func (l *Lemmas) WriteTo(w io.Writer) (int64, error) {
	padded := l.Scripts
	for len(padded) < int(cases) { // numbers of the index are those of scripts or cases
		padded = append(padded, Script{})
	}
	scripts, err := json.Marshal(padded)
	if err != nil {
		return 0, fmt.Errorf("writing lemmas: %w", err)
	}
	out := append([]byte(magic), binary.LittleEndian.AppendUint32(nil, uint32(len(scripts)))...)
	out = append(append(out, scripts...), l.Known.Data()...)
	n, err := w.Write(out)
	if err != nil {
		return int64(n), fmt.Errorf("writing lemmas: %w", err)
	}
	return int64(n), nil
}

// Parse reads lemmas from the bytes of a file, called name in errors. They keep
// data alive and read from it.
func Parse(name, data string) (*Lemmas, error) {
	rest, ok := strings.CutPrefix(data, magic)
	if !ok {
		return nil, fmt.Errorf("reading the lemmas %s: does not begin with %q", name, magic)
	}
	if len(rest) < 4 || int64(binary.LittleEndian.Uint32([]byte(rest[:4]))) > int64(len(rest)-4) {
		return nil, fmt.Errorf("reading the lemmas %s: cut short", name)
	}
	size := 4 + int(binary.LittleEndian.Uint32([]byte(rest[:4])))
	l := &Lemmas{}
	if err := json.Unmarshal([]byte(rest[4:size]), &l.Scripts); err != nil {
		return nil, fmt.Errorf("reading the lemmas %s: scripts: %w", name, err)
	}
	var err error
	if l.Known, err = index.Read(rest[size:], len(l.Scripts)+1); err != nil {
		return nil, fmt.Errorf("reading the lemmas %s: %w", name, err)
	}
	return l, nil
}
