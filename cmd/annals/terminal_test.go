package main

import (
	"bytes"
	"strings"
	"testing"
	"time"
)

func TestColoured(t *testing.T) {
	for _, test := range []struct {
		flag     string
		terminal bool
		env      map[string]string
		want     bool
	}{
		{"auto", true, nil, true},
		{"auto", false, nil, false},
		{"auto", true, map[string]string{"NO_COLOR": "1"}, false},
		{"auto", true, map[string]string{"NO_COLOR": ""}, true},
		{"auto", true, map[string]string{"TERM": "dumb"}, false},
		{"always", false, map[string]string{"NO_COLOR": "1"}, true},
		{"never", true, nil, false},
	} {
		if got := coloured(test.flag, test.terminal, func(name string) string { return test.env[name] }); got != test.want {
			t.Errorf("--color %s, terminal %v, %v: got %v", test.flag, test.terminal, test.env, got)
		}
	}
}

// TestProgress holds that work of less than a second shows nothing, that longer
// work does, and that what was shown is taken away.
func TestProgress(t *testing.T) {
	var out bytes.Buffer
	if newProgress(&out) != nil {
		t.Error("progress where nobody sees it")
	}
	var none *progress
	none.add(1, 1)
	none.clear()

	p := &progress{w: &out, begun: time.Now()}
	p.add(1_500_000, 3)
	p.clear()
	if out.Len() != 0 {
		t.Errorf("shown at once: %q", out.String())
	}
	p.begun = p.begun.Add(-time.Minute)
	p.add(500_000, 4)
	if got := out.String(); !strings.Contains(got, "2 documents, 2.0 MB read, 7 lines") {
		t.Errorf("shown: %q", got)
	}
	p.clear()
	if got := out.String(); !strings.HasSuffix(got, "\r\x1b[K") {
		t.Errorf("not taken away: %q", got)
	}
}
