// Package where turns place words into places.
//
// In come a language.Sentence and, for names that many places bear, a Setting;
// out come Mentions: places with name, country and position, and the role that
// preposition or verb gives them: where it happened, from where, to where, by
// way of what. Names of countries and other polities are known from the
// gazetteer; cities, provinces, seas, rivers and the like from data/; the words
// of English from en/.
//
// A name alone is no place here: "Lithuania protested" and "President of
// Lithuania" say who, not where. It needs a preposition of place, or a verb
// whose object is a place ("visited Minsk", "crossed the border"). Plain nouns
// such as border or airport are places in the same way; they have a name and a
// country only if the words beside them tell.
package where
