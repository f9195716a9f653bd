// Package actors settles who is who across documents.
//
// In come the lines of many documents and the decisions of the user; out come the
// same lines with the ids of their participants settled. Coding sees one document
// at a time and calls somebody by what that document says: "Lukashenka", "the First
// Secretary", "Sikorski". Here the documents help one another:
//
//   - An office said once is a dated state with its source (office.go, tenure.go).
//     The office alone, in a document of the same time, then names its holder
//     (resolve.go), and so does a surname where one holder of an office bears it.
//   - Spellings of one name join (spelling.go): what differs between them is how a
//     language is written in another's letters, and data/spellings.tsv says how.
//   - Decisions of the user (decision.go) come last and override all that was
//     learned: two ids are one actor, or are not.
//
// Everything is a pure function of lines and decisions: reading the documents again
// and deciding the same gives the same ids, in whatever order the lines come.
package actors
