// Package digest makes of the reports of many documents what they tell together.
//
// In come the lines of all documents, what is known of the documents, and the
// decisions of the user; out comes a Digest: the same lines with their actors settled
// (package actors), the events that they tell of (package merge), and from how many
// independent sources (package copies). It is a pure function: the same documents,
// in whatever order, give the same digest, whether they come from files or from a
// record.
package digest
