package main

import (
	"bytes"
	"errors"
	"strings"
	"testing"
)

// full is a disk without room.
type full struct{}

func (full) Write([]byte) (int, error) { return 0, errors.New("no space left") }

// TestWriteFails holds that output that could not be written is never taken
// for a success.
func TestWriteFails(t *testing.T) {
	for _, verb := range []string{"code", "timeline"} {
		var stderr bytes.Buffer
		code := run([]string{verb, "--format", "csv", "-"}, strings.NewReader("Chile met Peru."), full{}, &stderr)
		if code != exitInput || !strings.Contains(stderr.String(), "annals: no space left\n") {
			t.Errorf("%s exited with %d: %s", verb, code, stderr.String())
		}
	}
}
