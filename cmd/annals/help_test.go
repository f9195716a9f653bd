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
	testVerbs(t, newRootCommand())
}

// testVerbs runs the examples of the verbs below a command, and of those below
// them.
func testVerbs(t *testing.T, command *cobra.Command) {
	for _, verb := range command.Commands() {
		if verb.Name() == "help" || verb.Name() == "completion" {
			continue
		}
		t.Run(verb.Name(), func(t *testing.T) {
			runExamples(t, verb)
			testVerbs(t, verb)
		})
	}
}

func runExamples(t *testing.T, verb *cobra.Command) {
	ran := 0
	for line := range strings.Lines(verb.Example) {
		args := strings.Fields(line)
		words := len(strings.Fields(verb.CommandPath()))
		if len(args) < words || strings.Join(args[:words], " ") != verb.CommandPath() {
			t.Errorf("%q is no example of the verb", line)
			continue
		}
		ran++
		if verb.Annotations["example"] == "long" {
			if err := verb.ParseFlags(args[words:]); err != nil {
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
