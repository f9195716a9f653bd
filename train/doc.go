// Package train makes the models of the language room from treebanks.
//
// In come treebanks in CoNLL-U and names in IOB2; out come the files that
// package linear reads. Training is deterministic: the same data and seed give
// the same bytes.
package train
