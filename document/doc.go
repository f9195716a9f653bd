// Package document turns files into Documents.
//
// In come names of files ("-" is standard input); out come annals.Documents
// with plain text, and errors that name file and line. After an error the
// reading goes on where it can: a broken line of JSON Lines does not take the
// lines behind it with it.
//
// # Formats
//
// The extension decides: .txt and .text are plain text, .md and .markdown
// Markdown, .html, .htm and .xhtml HTML, .jsonl, .ndjson and .json JSON Lines.
// Standard input and other extensions are told by their first bytes: a line
// that opens a JSON object, an HTML tag, or else plain text.
//
// A line of JSON Lines is an object with the strings "id" and "text", and where
// they are known "published", "title", "url", "source" and "language".
//
// A plain text or Markdown file may begin with front matter:
//
//	---
//	title: Two presidents meet in Riga
//	published: 2019-05-14
//	source: The Daily Courier
//	url: https://courier.example/riga
//	language: en
//	---
//
// It counts as such only if every line up to the closing --- has the form
// "key: value" and one of the keys above is among them; otherwise it is text.
//
// # Positions
//
// Every span counts code points of Document.Text.
//
//   - Plain text is handed on as it stands in the file: spans count in the file.
//     Line ends stay what they are, so a CRLF is two code points. Front matter is
//     replaced by as many spaces, so that what follows keeps its place. A byte
//     order mark is a mark of the encoding and no part of the text: the first
//     code point after it is number 0.
//   - JSON Lines: spans count in the decoded string "text", which is handed on as
//     it is.
//   - Markdown and HTML: spans count in the text without markup, one paragraph
//     after the other with an empty line between them.
//
// # Limits
//
// A document has at most MaxText bytes, a file of markup at most MaxMarkup. What
// is larger is refused with a message and takes no more memory than that.
package document
