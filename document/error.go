package document

import "fmt"

// Error says what could not be read, where, and why.
type Error struct {
	File string // as it was named; "-" is standard input
	Line int    // 1 for the first line; 0 where the whole file is meant
	Err  error  // why
}

// Error returns "file:line: why", the form that editors can jump to.
func (e *Error) Error() string {
	name := e.File
	if name == stdinName {
		name = "standard input"
	}
	if e.Line == 0 {
		return fmt.Sprintf("%s: %v", name, e.Err)
	}
	return fmt.Sprintf("%s:%d: %v", name, e.Line, e.Err)
}

// Unwrap returns why, so that errors.Is finds fs.ErrNotExist and the like.
func (e *Error) Unwrap() error { return e.Err }
