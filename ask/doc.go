// Package ask answers questions about record lines.
//
// In come record lines and a question; out come the lines that answer it, in
// order and under headings. It is pure: it reads no file, prints nothing, and
// does not change the lines. Package ask/table draws the answers for people.
package ask
