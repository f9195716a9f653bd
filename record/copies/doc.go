// Package copies finds documents that are copies of one text: agency reports that many
// newspapers print, shortened or with a few words changed.
//
// In come texts; out come fingerprints (fingerprint.go), which are small and can be kept,
// and from the fingerprints of many documents an origin for each (origins.go): documents of
// one origin are one source. Who counts sources counts origins.
//
// A fingerprint is a MinHash signature (Broder 1997) over shingles of five words. Two
// texts whose shingles are mostly those of the shorter one are copies. Candidates are found
// by bands of the signature (locality-sensitive hashing), so that the time grows with the
// number of documents and not with that of their pairs.
//
// The Go libraries for this that can be had are unmaintained since 2015 or compute
// SimHash, which does not tell a shortened copy; what is needed is a hundred lines.
package copies
