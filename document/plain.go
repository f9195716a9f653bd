package document

import (
	"bytes"
	"strings"
	"unicode"
	"unicode/utf8"

	"annals"
)

const byteOrderMark = "\ufeff"

// plain fills in the document of a plain text file. Its text is that of the
// file, so that spans count in the file.
func (s *source) plain(doc *annals.Document, data []byte) error {
	text, err := s.text(data)
	if err != nil {
		return err
	}
	length, err := s.frontMatter(doc, text)
	if err != nil {
		return err
	}
	doc.Text = blank(text[:length]) + text[length:]
	return nil
}

// text returns data as a string, without its byte order mark, if it is text in
// UTF-8.
func (s *source) text(data []byte) (string, error) {
	if err := s.checkText(data, 1); err != nil {
		return "", err
	}
	return strings.TrimPrefix(string(data), byteOrderMark), nil
}

// checkText says where data, which begins at the given line of the file, stops
// being text in UTF-8. Offsets count from the beginning of data.
func (s *source) checkText(data []byte, line int) error {
	if kind := binaryKind(data); kind != "" {
		return s.errorf(line, "is %s, not plain text", kind)
	}
	if at := bytes.IndexByte(data, 0); at >= 0 {
		return s.errorf(line+lines(data[:at]), "a zero byte at byte %d: this is a binary file, not text", at)
	}
	if utf8.Valid(data) {
		return nil
	}
	at := 0
	for {
		r, size := utf8.DecodeRune(data[at:])
		if r == utf8.RuneError && size == 1 {
			return s.errorf(line+lines(data[:at]), "byte %d (0x%02X) is not UTF-8; save the file as UTF-8", at, data[at])
		}
		at += size
	}
}

// lines counts the line ends in data.
func lines(data []byte) int { return bytes.Count(data, []byte{'\n'}) }

// binaryKind names the kind of a file that begins like one of the well-known
// kinds that hold no plain text, or returns "".
func binaryKind(data []byte) string {
	for _, k := range []struct{ magic, kind string }{
		{"%PDF-", "a PDF file"},
		{"PK\x03\x04", "a zip archive (or a Word or OpenDocument file)"},
		{"\x1f\x8b", "a gzip archive"},
		{"\xd0\xcf\x11\xe0", "an old Word or Excel file"},
		{"\x89PNG", "a PNG picture"},
		{"\xff\xd8\xff", "a JPEG picture"},
		{"\x7fELF", "a program"},
		{"\xff\xfe", "UTF-16 (save it as UTF-8)"},
		{"\xfe\xff", "UTF-16 (save it as UTF-8)"},
	} {
		if bytes.HasPrefix(data, []byte(k.magic)) {
			return k.kind
		}
	}
	return ""
}

// blank returns as many spaces as text has code points; line ends stay.
func blank(text string) string {
	return strings.Map(func(r rune) rune {
		if r == '\n' || r == '\r' {
			return r
		}
		return ' '
	}, text)
}

// isBlank reports whether text holds nothing but white space.
func isBlank(text string) bool {
	return strings.IndexFunc(text, func(r rune) bool { return !unicode.IsSpace(r) }) < 0
}
