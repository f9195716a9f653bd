// Package table draws record lines as a table for people, and why a line says what
// it says.
//
// In come the groups of an answer; out comes text of a given width, coloured or
// plain. Each entry has a row of cells (when, who, what, to whom, where), below
// it what else the line says (its cause, according to whom), then the words of
// the text and their position. Entries that follow each other and rest on the
// same words share them.
//
// An explanation of a line is drawn as the tree of its sentence, a word a row, and
// below it the reasons for each part of the line with the rows of the tables that
// bear them out.
//
// Words of a text are printed without control characters, so that no document
// can send commands to the terminal.
package table
