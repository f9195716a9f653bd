// Package sqlite keeps a record in one file, with SQLite.
//
// In comes the path of a file; out comes a record.Store. The file is read and
// written with modernc.org/sqlite, which is SQLite translated to Go.
//
// # The file
//
// application_id says that the file is a record, user_version which migrations it
// has been through (migrations.go holds the tables). Text and lines lie together, in
// blocks of some sentences, as JSON: first what the sentences are, then a line of
// JSON for each line of the record. Words that stand in the text of the block are
// left out of its lines, and spans are told from the beginning of the sentence
// (pack.go). Blocks are compressed with DEFLATE and a dictionary that lies in the
// table settings. So the file is not much larger than the texts, and a line is read
// with a page or two.
//
// What is asked for is found by the columns of lines, and by two indexes of words:
// that of the sentences, and that of marks, words which say of a line who its parties
// are (marks.go). A common party has its lines in some pages there, and what two of
// them share is found by reading both. Days without a party are asked for by the marks of their
// years, of which the table years knows those that there are (years.go); where they are most of
// them, all lines are passed over. Which words carry a line is a column too, a number of the
// table carriers (carriers.go). Whoever asks for nearly all lines has the blocks read ahead in
// their order (ahead.go); the lines themselves are decoded without reflection (linejson.go).
//
// # What lines tell together
//
// The digest (digest.go) is kept as what it adds to the lines and no more. A line whose
// participants were settled has a row in settled, with the numbers of their names; it has
// more marks then, so that it is found by whom it was settled to be. An event of several
// reports has a row in events (groups.go), and each of its reports one in members; its values
// are those of its lines, which are read and put side by side when the event is asked for.
// An event of a single report has no row at all. What is counted by month, type and pair of
// countries lies in counts. Which ids were joined to others lies in aliases: who is asked for by
// such an id is found by the one that remains.
//
// Decisions and corrections are tables of their own, to which rows are only added. The line
// itself stays as it was coded: a correction is made when it is read, and in the columns and
// marks by which it is found.
//
// A digest reads all lines, and writes in one transaction the rows that differ. settings
// counts the changes of the record, and which of them the digest knows. What was added since
// has no rows in these tables, and so stands for itself; what was taken away is passed over.
//
// # Safety
//
// A batch is one transaction in the write-ahead log: after a kill it is there or it is
// not. A new file is made beside its place and then moved there, so that it is never
// seen half made. What is no record, cut off or of a newer program is told by its
// first bytes, before SQLite may touch it.
package sqlite
