// Package record keeps documents and the lines that were coded from them.
//
// In come Entries, documents with their sentences and lines; out come the lines,
// documents and sentences that are asked for, and the events that the lines tell of
// together. What users decide about actors and correct in lines is kept beside what was read. A Store keeps them: record/sqlite in
// one file, and whatever else passes the tests of record/storetest. Nothing outside
// record/ knows SQL, and record knows no coder.
package record
