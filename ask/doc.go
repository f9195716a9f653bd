// Package ask answers questions about what documents tell together.
//
// In come record lines, the events that they report (package record/merge), what is known
// of the documents, and a question; out comes the answer: events in order and under
// headings with what their reports say differently, what held on a day, who says what,
// counts over time and between parties, why reports are one event. Events are counted, not
// reports, and every answer names the lines that it rests on and how many independent sources
// those are.
//
// It is pure: it reads no file, prints nothing, and does not change the lines; what a large
// record has to be asked for a day, Gather asks a function that it is given. Package
// ask/table draws the answers for people, ask/plot as pictures.
package ask
