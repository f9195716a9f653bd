// Package token cuts plain text into sentences and tokens by rules.
//
// In comes a text; out come sentences of tokens, as byte ranges of the text, in
// order and without overlap, in the manner of the English Universal
// Dependencies treebanks: clitics, hyphenated compounds and punctuation stand
// alone, abbreviations keep their period. Reference marks ("[4]") are no
// tokens; they belong to the sentence before them. What is peculiar to a
// language (abbreviations, prefixes, contractions) is data: see Lexicon.
//
// Any bytes may come in. The work is linear in the length of the text.
package token
