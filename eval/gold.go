package eval

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"

	"annals"
)

// Gold is what the lines of a record are scored against: texts with rows that
// their record must and must not hold, or sentences with marked parties.
type Gold struct {
	Texts []Text
	Pairs []Pair
}

// ReadGold reads gold of either kind: JSON Lines as ReadTexts reads them, which
// begin with a brace, or a table as ReadPairs reads it. Errors name the line.
func ReadGold(r io.Reader) (*Gold, error) {
	in := bufio.NewReader(r)
	first, err := firstByte(in)
	if err != nil {
		return nil, fmt.Errorf("reading gold: %w", err)
	}
	g := &Gold{}
	if first == '{' {
		g.Texts, err = ReadTexts(in)
	} else {
		g.Pairs, err = ReadPairs(in)
	}
	if err == nil && g.Len() == 0 {
		err = errors.New("reading gold: there is none")
	}
	return g, err
}

// firstByte returns the first byte that is no white space and no mark of the
// encoding, without reading past it.
func firstByte(in *bufio.Reader) (byte, error) {
	for n := 1; ; n++ {
		head, err := in.Peek(n)
		if len(head) < n {
			if err == nil || errors.Is(err, io.EOF) {
				err = errors.New("the file is empty")
			}
			return 0, err
		}
		if rest := bytes.TrimLeft(bytes.TrimPrefix(head, []byte(byteOrderMark)), " \t\r\n\xef\xbb\xbf"); len(rest) > 0 {
			return rest[0], nil
		}
	}
}

// Len returns how many texts or sentences there are.
func (g *Gold) Len() int { return len(g.Texts) + len(g.Pairs) }

// Part returns the texts or sentences from the first to the last, counted from 1.
func (g *Gold) Part(first, last int) *Gold {
	cut := func(n int) (int, int) { return min(first-1, n), min(last, n) }
	a, b := cut(len(g.Texts))
	c, d := cut(len(g.Pairs))
	return &Gold{Texts: g.Texts[a:b], Pairs: g.Pairs[c:d]}
}

// Documents returns the texts or sentences as documents, for a program to code.
func (g *Gold) Documents() []annals.Document {
	var out []annals.Document
	for _, t := range g.Texts {
		out = append(out, annals.Document{ID: t.ID, Text: t.Text, Published: t.Published})
	}
	for _, p := range g.Pairs {
		out = append(out, annals.Document{ID: p.ID, Text: p.Text})
	}
	return out
}

// LinesOf returns the lines of each pair's document.
func LinesOf(pairs []Pair, record []annals.Line) [][]annals.Line {
	byDocument := map[string][]annals.Line{}
	for i := range record {
		byDocument[record[i].Document] = append(byDocument[record[i].Document], record[i])
	}
	out := make([][]annals.Line, len(pairs))
	for i := range pairs {
		out[i] = byDocument[pairs[i].ID]
	}
	return out
}

// ReadRecord reads record lines, one JSON object a line. Errors name the line.
func ReadRecord(r io.Reader) ([]annals.Line, error) {
	var out []annals.Line
	lines := bufio.NewScanner(r)
	lines.Buffer(nil, longestLine)
	n := 1
	for ; lines.Scan(); n++ {
		if len(bytes.TrimSpace(lines.Bytes())) == 0 {
			continue
		}
		var line annals.Line
		if err := json.Unmarshal(lines.Bytes(), &line); err != nil {
			return nil, fmt.Errorf("reading a record, line %d: %w", n, err)
		}
		out = append(out, line)
	}
	if err := lines.Err(); err != nil {
		return nil, fmt.Errorf("reading a record, line %d: %w", n, err)
	}
	return out, nil
}
