// Package neural reads sentences with a small network: tags, trees and names.
//
// In come the forms of the tokens of some sentences, out come a tag, a head, a
// relation and a label of a name for each token, as positions in the lists of the
// model. The layers are those of package train/network; weights have eight bits,
// sums are whole numbers (package kernel), and so every machine answers the same.
//
// A Vocabulary turns forms into rows of tables; a Model runs the layers over
// groups of sentences of about the same length; Tree and Names choose the best
// tree and the best labels.
package neural
