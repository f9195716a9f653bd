// Package lemma finds the dictionary forms of words.
//
// In come a form and its tags, out comes its lemma: by the word itself or the longest
// ending that is known for the tag, a script cuts off and adds letters (Chrupala
// 2006); in the same way it is known which letters are capitals, by how the form is
// printed. Package train learns which ending has which script and case.
package lemma
