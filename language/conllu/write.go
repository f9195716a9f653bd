package conllu

import (
	"io"
	"strings"
)

// Write writes a sentence with the empty line that ends it. Fields that are
// empty strings are written as "_".
func Write(w io.Writer, s *Sentence) error {
	var out strings.Builder
	for _, c := range s.Comments {
		out.WriteString(c)
		out.WriteByte('\n')
	}
	for i := range s.Rows {
		for c, field := range s.Rows[i] {
			if c > 0 {
				out.WriteByte('\t')
			}
			if field == "" {
				field = Empty
			}
			out.WriteString(field)
		}
		out.WriteByte('\n')
	}
	out.WriteByte('\n')
	_, err := io.WriteString(w, out.String())
	return err
}
