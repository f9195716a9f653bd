package export

import "annals"

// Writer writes record lines. Every format has one.
type Writer interface {
	// Write writes one line. It may keep it back until Flush.
	Write(line *annals.Line) error
	// Flush hands on everything that was written.
	Flush() error
}
