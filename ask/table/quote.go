package table

import (
	"fmt"
	"io"
	"strings"

	"annals"
)

// Quote draws a sentence of a document and, below it, where it stands and who
// published it.
func (t *Table) Quote(doc *annals.Document, s *annals.Quote) error {
	for _, line := range wrap(words("“"+s.Text+"”", plain), t.width) {
		t.words(line)
		t.out.WriteByte('\n')
	}
	source := []string{fmt.Sprintf("%s, sentence %d [%d, %d)", doc.ID, s.Index+1, s.Span.Start(), s.Span.End())}
	for _, part := range []string{doc.Title, doc.Source, doc.Published, doc.URL} {
		if part != "" {
			source = append(source, part)
		}
	}
	t.below(words(strings.Join(source, "; "), faint))
	t.out.WriteByte('\n')
	_, err := io.WriteString(t.w, t.out.String())
	t.out.Reset()
	if err != nil {
		return fmt.Errorf("writing a sentence: %w", err)
	}
	return nil
}
