// Package language turns documents into sentences: tokens with their exact
// positions, parts of speech, lemmas, a Universal Dependencies tree, and names.
//
// In comes an annals.Document; out come Sentences. The models are trained by
// package train and embedded in the binary; what belongs to one language is
// data in a folder of its own.
package language
