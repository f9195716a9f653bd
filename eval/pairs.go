package eval

import (
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
	"unicode/utf8"

	"annals"
)

// Pair is a sentence with a marked source and target and the type of what the
// one does to the other, as in PLV (Hu et al., ACL 2024).
type Pair struct {
	ID             string // of its document: "plv-0" for the first of a file
	Marked         string // the sentence with its marks
	Text           string
	Source, Target []annals.Span
	Type           string // one of 15 root codes; YIELD is CONCEDE or RETREAT
}

// ReadPairs reads a tab-separated file with the columns marked_sentence, where
// <s>...</s> and <t>...</t> mark source and target, and gold_root. Errors name
// the line.
func ReadPairs(r io.Reader) ([]Pair, error) {
	rows := newTSVReader(r)
	header, _, err := rows.read()
	if err != nil {
		return nil, fmt.Errorf("reading marked sentences: %w", err)
	}
	header[0] = strings.TrimPrefix(header[0], byteOrderMark)
	sentence, gold := slices.Index(header, "marked_sentence"), slices.Index(header, "gold_root")
	if sentence < 0 || gold < 0 {
		return nil, fmt.Errorf("reading marked sentences: no columns marked_sentence and gold_root")
	}
	var out []Pair
	for {
		row, line, err := rows.read()
		if errors.Is(err, io.EOF) {
			return out, nil
		}
		if err != nil {
			return nil, fmt.Errorf("reading marked sentences: %w", err)
		}
		if len(row) <= max(sentence, gold) {
			return nil, fmt.Errorf("reading marked sentences, line %d: %d columns are too few", line, len(row))
		}
		p := unmark(row[sentence])
		p.Type, p.ID = row[gold], fmt.Sprintf("plv-%d", len(out))
		out = append(out, p)
	}
}

const byteOrderMark = "\ufeff"

// unmark takes the marks out of a sentence.
func unmark(marked string) Pair {
	p := Pair{Marked: marked}
	var text strings.Builder
	at := 0
	open := map[string]int{}
	for len(marked) > 0 {
		mark := markAt(marked)
		switch mark {
		case "<s>", "<t>":
			open[mark[1:2]] = at
		case "</s>":
			p.Source = closeMark(p.Source, open, "s", at)
		case "</t>":
			p.Target = closeMark(p.Target, open, "t", at)
		default:
			_, size := utf8.DecodeRuneInString(marked)
			text.WriteString(marked[:size])
			marked = marked[size:]
			at++
			continue
		}
		marked = marked[len(mark):]
	}
	p.Text = text.String()
	return p
}

func markAt(s string) string {
	for _, mark := range [...]string{"<s>", "<t>", "</s>", "</t>"} {
		if strings.HasPrefix(s, mark) {
			return mark
		}
	}
	return ""
}

func closeMark(spans []annals.Span, open map[string]int, mark string, at int) []annals.Span {
	start, ok := open[mark]
	if !ok {
		return spans
	}
	delete(open, mark)
	return append(spans, annals.Span{start, at})
}
