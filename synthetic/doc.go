// Package synthetic writes texts and record lines for measuring speed and size.
//
// In come a number and a seed; out come documents in the style of news, of an
// encyclopaedia and of descriptions, and lines between countries. The same seed
// gives the same bytes on every machine. What it writes tells nothing about the
// world, and nothing about how well texts are read.
package synthetic
