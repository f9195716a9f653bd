// Package plot draws answers as SVG, for papers, slides and browsers.
//
// In comes an answer of package ask; out comes one SVG 1.1 file without scripts, fonts
// or anything to load, that prints on paper as it looks on a screen, in colours that
// stay apart for people who see few, and in grey. It has a title and a description for
// people who hear it.
package plot
