package main

import (
	"fmt"
	"io"
	"time"
)

// progress is one line on a terminal that says how far a long reading is. A nil
// *progress says nothing.
type progress struct {
	w         io.Writer
	begun     time.Time
	drawn     time.Time
	visible   bool
	documents int
	bytes     int
	lines     int
}

const (
	progressDelay = time.Second            // shorter work shows no progress
	progressPause = 200 * time.Millisecond // between two updates
)

// newProgress returns a progress line, or nil where w is no terminal.
func newProgress(w io.Writer) *progress {
	if !isTerminal(w) {
		return nil
	}
	return &progress{w: w, begun: time.Now()}
}

// add counts a document of so many bytes that gave so many lines.
func (p *progress) add(bytes, lines int) {
	if p == nil {
		return
	}
	p.documents++
	p.bytes += bytes
	p.lines += lines
	now := time.Now()
	if now.Sub(p.begun) < progressDelay || now.Sub(p.drawn) < progressPause {
		return
	}
	p.drawn, p.visible = now, true
	fmt.Fprintf(p.w, "\r\x1b[K%d documents, %.1f MB read, %d lines, %.1f MB/s",
		p.documents, float64(p.bytes)/1e6, p.lines, float64(p.bytes)/1e6/now.Sub(p.begun).Seconds())
}

// clear takes the line away, so that something else can be written.
func (p *progress) clear() {
	if p != nil && p.visible {
		fmt.Fprint(p.w, "\r\x1b[K")
		p.visible = false
	}
}
