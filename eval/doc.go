// Package eval scores record lines against gold.
//
// In come rows that a record must or must not hold, or sentences with a marked
// source, target and type, and the record lines of the program; out come counts
// and the rows that failed.
package eval
