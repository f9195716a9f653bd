// Package train makes the models of the language room from treebanks.
//
// In come treebanks in CoNLL-U, names in IOB2, vectors of words and raw text; out
// come the files that packages neural and lemma read. School says how the network
// learns, and anew how it learns from a council; package network is
// the network while it learns, package matrix its arithmetic. Training is
// deterministic: the same data and seed give the same bytes, whatever the number of
// cores.
package train
