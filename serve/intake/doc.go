// Package intake takes texts into a record while others read it.
//
// In come texts, files, corrections and decisions that users hand in; out come Jobs, which
// tell how far they are. A Queue has one writer: what is handed in waits for its turn, in
// a queue that is bounded, and so is what one job may take of time and space. A text is
// read as annals add reads a file, and never runs.
package intake
