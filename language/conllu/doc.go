// Package conllu reads and writes CoNLL-U, the format of the Universal
// Dependencies treebanks (universaldependencies.org/format.html).
//
// In comes a stream; out come sentences with their comments and all ten
// columns as printed, multiword tokens and empty nodes included, so that a
// sentence can be written back as it was. Errors name file and line.
package conllu
