// Package ask answers questions about record lines.
//
// In come record lines and a question; out comes the answer: the lines that were asked
// for in order and under headings, what held on a day, who says what, counts over time
// and between parties. Every answer names the lines that it rests on. It is pure: it
// reads no file, prints nothing, and does not change the lines. Package ask/table draws
// the answers for people, ask/plot as pictures.
package ask
