package coder

import (
	"fmt"
	"strings"
	"testing"
)

// How many of the examples in the codebook's tables must come out right. The
// rest are lost to mistakes of the tagger and the parser; -v lists them.
const (
	exampleTypes   = 0.94 // the type alone
	exampleParties = 0.84 // type, mode and both parties
)

// TestCodebookExamples runs every EXAMPLE of the codebook.
func TestCodebookExamples(t *testing.T) {
	all, types, whole := 0, 0, 0
	for _, tried := range theCoder(t).Examples() {
		all++
		if tried.Typed {
			types++
		}
		if tried.Right {
			whole++
			continue
		}
		t.Logf("%s:%d: %s\n\twant %s\n\tgot  %s", tried.File, tried.Line, tried.Sentence, tried.Expect, strings.Join(tried.Found, "\n\t     "))
	}
	report := fmt.Sprintf("%d examples: %d of the right type, %d right in all", all, types, whole)
	t.Log(report)
	if all < 200 || float64(types) < exampleTypes*float64(all) || float64(whole) < exampleParties*float64(all) {
		t.Errorf("%s; want at least %.0f %% and %.0f %%", report, 100*exampleTypes, 100*exampleParties)
	}
}
