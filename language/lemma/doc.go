// Package lemma finds the dictionary forms of words.
//
// In come a form and its tags, out comes its lemma: by the longest ending that is
// known for the tag, a script cuts off and adds letters (Chrupala 2006). Package
// train learns which ending has which script.
package lemma
