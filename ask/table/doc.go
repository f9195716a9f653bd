// Package table draws record lines as a table for people.
//
// In come the groups of an answer; out comes text of a given width, coloured or
// plain. Each entry has a row of cells (when, who, what, to whom, where), below
// it what else the line says (its cause, according to whom), then the words of
// the text and their position. Entries that follow each other and rest on the
// same words share them.
//
// Words of a text are printed without control characters, so that no document
// can send commands to the terminal.
package table
