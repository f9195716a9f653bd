// Package coder puts the rooms together: a Document becomes record lines.
//
// In comes an annals.Document; out come annals.Lines in the order of the text.
// Coding is a pure function of the document, the models and the data files: it
// knows no store, no clock and no other document.
package coder
