// Package export writes record lines for other programs, and reads them back.
//
// In come record lines, one at a time; out come files: JSON Lines, which is the record
// itself, CSV for spreadsheets and statistics, Parquet, JSON-LD, networks as GEXF, data
// packages for deposit, and the columns of other event data sets (ICEWS, POLECAT, GDELT).
// Back come JSON Lines and the tables of those data sets, with an error that names file
// and line in the place of each bad row. docs/exports.md describes all columns.
package export
