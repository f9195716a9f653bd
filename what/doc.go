// Package what turns clauses into types of events and states.
//
// In come a sentence with its tree and the parties that its noun phrases
// denote; out come Findings: the word that carries an event, its type and mode,
// and the phrases that hold its actor and recipient. Which words mean what is
// the codebook's business: tables in data/, which a political scientist can
// read, edit and replace (their format is described in data/README.md). The
// types are those of PLOVER (Open Event Data Alliance, codebook of 2021) and
// MOVE, which PLOVER lacks.
//
// The way through the package: tables.go finds the tables, the embedded ones or a
// user's, codebook.go, types.go and telling.go load them, condition.go reads what a
// row asks for, frame.go and subject.go find the slots of a word in the tree, match.go chooses
// the row, event.go fills in the parties. coverage.go finds what no row covers,
// explain.go says which rows and conditions led to a finding.
package what
