// Package document turns files into Documents.
//
// In come names of files (plain text, Markdown, HTML, JSON Lines; "-" is
// standard input); out come annals.Documents with plain text, and errors that
// name file and position. After an error the reading goes on.
package document
