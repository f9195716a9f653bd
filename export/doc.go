// Package export writes record lines for other programs.
//
// In come record lines, one at a time; out come files: JSON Lines, which is the
// record itself, and CSV for spreadsheets and statistics.
package export
