// Package eval scores what annals reads against gold.
//
// Of record lines: in come rows that a record must or must not hold, or
// sentences with a marked source, target and type, and the record lines of the
// program; out come counts and the rows that failed.
//
// Of what lies below the record: in come sentences of a treebank and of a
// system, with the same words (Word: tags, lemma, tree, names) or as cuts of the
// same raw text (Cut); out come counts (TreeScore, NameScore, TokenScore), with
// the measures of the CoNLL 2018 shared task.
package eval
