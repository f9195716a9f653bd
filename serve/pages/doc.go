// Package pages shows a record in a browser.
//
// In comes a questions.Desk, which knows the record, and requests for pages; out come
// pages of HTML that can be read without scripts, and the files that they need: styles,
// scripts, libraries and country shapes, all of them embedded. Scripts only add: they
// draw the charts, whose numbers stand in a table on the same page, and fetch the next
// view without loading the page anew. A view is its address: every filter, page and day
// is a parameter of the URL.
//
// What a document says is written into a page by html/template alone, and the policy of
// every page (Policy) forbids scripts and styles that are no files of this package, so
// that nothing in a document is ever run.
package pages
