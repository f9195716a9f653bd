// Package network trains the network that package language/neural runs.
//
// In come sentences as rows of a vocabulary with their tags, trees and names;
// out come the weights. The network is two layers of bidirectional long
// short-term memories (Graves and Schmidhuber 2005) over vectors of words, pieces
// of words, shapes and marks; on them a tagger, a tagger for names, and a scorer
// of heads and relations (Dozat and Manning 2017). The gradients are written out
// by hand and tested against differences.
//
// Training is deterministic: a batch is cut into a fixed number of shards, whose
// gradients are added in a fixed order whatever the number of cores.
package network
