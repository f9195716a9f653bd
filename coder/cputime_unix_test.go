//go:build unix

package coder

import (
	"syscall"
	"testing"
	"time"
)

// cpuTime returns how long the process has been computing: time that other programs
// take on the same cores does not count.
func cpuTime(tb testing.TB) time.Duration {
	var used syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &used); err != nil {
		tb.Fatalf("asking for the time that was computed: %v", err)
	}
	return time.Duration(used.Utime.Nano() + used.Stime.Nano())
}
