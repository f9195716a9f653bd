// Package who tells who acts: names and noun phrases become actors.
//
// In come the sentences of a document with their trees and names; out comes a
// Cast, which says for the head of any noun phrase which participants it
// denotes: polities, organizations and groups of the gazetteer, persons by
// name, bodies and persons by their role ("Lithuanian officials", "a court in
// Bishkek"), and whoever a pronoun or a description ("the activist", "both
// countries") stands for.
//
// The country of a participant is stated by the text or by the gazetteer, never
// guessed: by a modifier ("Belarusian", "of Lithuania", "in Bishkek"), by what
// the text says about the person elsewhere (a title, an apposition, a
// predicate), or by the gazetteer's table of leaders. Where nothing states it
// it is left out.
//
// The words that it knows are data, a folder a language: roles.tsv (nouns for
// persons and bodies), kinds.tsv (nouns that stand for names of the gazetteer),
// titles.tsv (forms of address), names.tsv (given names and endings that tell
// he from she) and places.tsv (words after which a capital is a place).
//
// A document is read in one pass, a sentence at a time. tree.go makes the tree
// safe; marks.go and titled.go find the words that could denote somebody;
// names.go, persons.go and offices.go make the mentions of names with what
// stands around them, abbreviations.go learns how the text shortens them; then, from left to right, roles.go and owners.go make
// those of role nouns, descriptions.go those that take up somebody named
// before, pronouns.go and antecedents.go those of pronouns; predicates.go
// learns from what persons are said to be. era.go knows the years that a text
// names, so that a ruler or a city-state of the past is told from a namesake of
// today. cast.go and inside.go answer questions; explain.go and explainperson.go
// say why the answers are so. The code reads the tree with guards of its own:
// heads may point anywhere.
package who
