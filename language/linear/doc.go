// Package linear holds the linear models of the language room: a tagger, a
// transition parser, a name tagger and a lemmatizer.
//
// In comes a sentence of tokens (Scratch.Load); out come, in the same Scratch,
// combined tags, heads, relations and names as small integers, which the models
// turn into strings. Each model is a table of sparse rows: a feature is a
// 64-bit hash, its row holds the classes that the feature speaks for or against
// with 8-bit weights. A score is a sum of rows, in integers, so that every
// machine gives the same answer. Package train writes the tables.
package linear
