package main

import (
	"bytes"
	"os"
	"strings"
	"testing"

	"github.com/spf13/cobra"
)

// TestHelpExamples runs the examples in the help of every verb, at the root of
// the project. Those of a verb with the annotation "example": "long", which
// takes minutes or needs data that is not here, are only checked for their
// flags.
func TestHelpExamples(t *testing.T) {
	t.Chdir("../..")
	if _, err := os.Stat("go.mod"); err != nil {
		t.Fatal(err)
	}
	for _, verb := range newRootCommand().Commands() {
		if verb.Name() == "help" || verb.Name() == "completion" {
			continue
		}
		t.Run(verb.Name(), func(t *testing.T) { runExamples(t, verb) })
	}
}

func runExamples(t *testing.T, verb *cobra.Command) {
	ran := 0
	for line := range strings.Lines(verb.Example) {
		args := strings.Fields(line)
		if len(args) < 2 || args[0] != "annals" || args[1] != verb.Name() {
			t.Errorf("%q is no example of the verb", line)
			continue
		}
		ran++
		if verb.Annotations["example"] == "long" {
			if err := verb.ParseFlags(args[2:]); err != nil {
				t.Errorf("%q: %v", line, err)
			}
			continue
		}
		var stdout, stderr bytes.Buffer
		if code := run(args[1:], strings.NewReader(""), &stdout, &stderr); code != exitDone {
			t.Errorf("%q exited with %d: %s", line, code, stderr.String())
		}
	}
	if ran == 0 {
		t.Errorf("the help of %s has no example", verb.Name())
	}
}
