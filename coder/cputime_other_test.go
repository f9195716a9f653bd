//go:build !unix

package coder

import (
	"testing"
	"time"
)

var began = time.Now()

// cpuTime returns the time that has passed, where nobody tells how long the process
// has been computing.
func cpuTime(testing.TB) time.Duration { return time.Since(began) }
