// Package coder puts the rooms together: a Document becomes record lines.
//
// In comes an annals.Document; out come annals.Lines in the order of the text.
// Coding is a pure function of the document, the models and the data files: it
// knows no store, no clock and no other document.
//
// A text is more than its sentences: figures.go remembers who has dealt with states, things.go whose
// affair a thing is that comes back with "the", chronology.go the date above an entry, and clausedate.go
// finds the date of a verb where the tree hangs it elsewhere.
//
// Explain says why lines say what they say: it codes the document again and asks
// the rooms for their reasons (explain.go and the files that begin so).
package coder
