package coder

import (
	"fmt"
	"runtime"
	"strings"

	"annals"
)

// Guard calls read, which codes a document, and returns an error if it panics: a mistake of
// the program that one document brings to light must not take the others with it. The error
// names the document and where in the program it happened.
func Guard(doc *annals.Document, read func()) (err error) {
	defer func() {
		if cause := recover(); cause != nil {
			err = fmt.Errorf("coding the document %q met a mistake in annals (%v, at %s): its text was left out; please report it", doc.ID, cause, origin())
		}
	}()
	read()
	return nil
}

// origin returns where a panic began: the deepest call of this module behind it.
func origin() string {
	var calls [64]uintptr
	frames := runtime.CallersFrames(calls[:runtime.Callers(2, calls[:])])
	panicked := false
	for {
		frame, more := frames.Next()
		switch {
		case strings.HasPrefix(frame.Function, "runtime."):
			panicked = panicked || frame.Function == "runtime.gopanic"
		case panicked:
			file := frame.File[strings.LastIndexByte(frame.File, '/')+1:]
			return fmt.Sprintf("%s, %s:%d", frame.Function, file, frame.Line)
		}
		if !more {
			return "an unknown place"
		}
	}
}
