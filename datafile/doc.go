// Package datafile reads the house's knowledge files: tables that a political
// scientist can read and edit in any editor or spreadsheet.
//
// In comes a file; out come rows that know their file and line. The format:
// UTF-8, one row a line, columns separated by a tab, the first row names the
// columns, lines that begin with # are comments, empty lines are skipped. A
// comment line "# EXAMPLE sentence => expectation" belongs to the next row.
// There is no quoting: a cell holds what stands between two tabs, without
// surrounding spaces.
package datafile
