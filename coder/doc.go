// Package coder puts the rooms together: a Document becomes record lines.
//
// In comes an annals.Document; out come annals.Lines in the order of the text.
// Coding is a pure function of the document, the models and the data files: it
// knows no store, no clock and no other document.
//
// Explain says why lines say what they say: it codes the document again and asks
// the rooms for their reasons (explain.go and the files that begin so).
package coder
