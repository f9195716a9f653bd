package when

import (
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// TestExplainIsFind holds that explaining finds what finding finds, with a reason
// for each, whose last step gives the date: on every EXAMPLE of the data files.
func TestExplainIsFind(t *testing.T) {
	r := rules(t)
	for _, table := range tables(t) {
		for _, row := range table.Rows {
			for _, example := range row.Examples {
				ref, text := reference(example.Sentence)
				s := sentence(text)
				want := r.Find(s, ref)
				got, why := r.Explain(s, ref)
				if diff := cmp.Diff(want, got); diff != "" || len(why) != len(got) {
					t.Errorf("%s:%d: %s: %s", table.File, example.Line, text, diff)
					continue
				}
				for i := range got {
					last := why[i].Steps[len(why[i].Steps)-1].Says
					_, date, _ := strings.Cut(last, " = ")
					if date != got[i].When.EDTF || len(why[i].Steps[0].Rows) == 0 {
						t.Errorf("%s:%d: %s: %q became %s by %q", table.File, example.Line, text, got[i].When.Text, got[i].When.EDTF, last)
					}
				}
			}
		}
	}
}

// TestExplain says in words how dates are computed.
func TestExplain(t *testing.T) {
	for _, test := range []struct {
		sentence string // with [published] or [told DATE] before it
		anchor   string // EDTF of what it counts from; "" for nothing
		steps    []string
	}{
		{"On 4 March 1901 they left.", "", []string{"the words name it = 1901-03-04"}},
		{"[2015-07-08] They left yesterday.", "2015-07-08", []string{"2015-07-08 - 1 day = 2015-07-07"}},
		{"[2015-07-08] They left three weeks ago.", "2015-07-08", []string{"2015-07-08 - 3 weeks = 2015-06-17~"}},
		{"[2015-07-08] They left on Monday.", "2015-07-08", []string{"the last Monday up to 2015-07-08, a Wednesday = 2015-07-06"}},
		{"[2015-07-08] They left in November.", "2015-07-08", []string{"the words name no year: the last that had begun by 2015-07-08 = 2014-11"}},
		{"[told 1848-03-18] They left two days later.", "1848-03-18", []string{"1848-03-18 + 2 days = 1848-03-20"}},
		{"[told 1848] In May they left.", "1848", []string{"the words name no year, so that it goes on from 1848 = 1848-05"}},
		{"They have fought since about 1848.", "", []string{"the words name it = 1848", "“about” marks it ~ = 1848~", "“since” opens it at one end = 1848~/.."}},
		{"They fought from 1848 to 1851.", "", []string{"from the one to the other = 1848/1851"}},
		{"They left yesterday.", "", []string{"they count from another date, and none is known: neither the date of publication nor one told before"}},
	} {
		ref, text := reference(test.sentence)
		_, all := rules(t).Explain(sentence(text), ref)
		if len(all) != 1 {
			t.Errorf("%s: %d dates", test.sentence, len(all))
			continue
		}
		anchor := ""
		if a := all[0].Anchor; a != nil {
			anchor = a.EDTF
		}
		var steps []string
		for _, s := range all[0].Steps[1:] { // after the form of the words
			steps = append(steps, s.Says)
		}
		if anchor != test.anchor || !slices.Equal(steps, test.steps) {
			t.Errorf("%s\n got %q %q\nwant %q %q", test.sentence, anchor, steps, test.anchor, test.steps)
		}
	}
}

// TestExplainAnchorInSentence holds that a date counted from another of the same
// sentence names its words.
func TestExplainAnchorInSentence(t *testing.T) {
	_, all := rules(t).Explain(sentence("They met on 4 March 1901 and left two days later."), Reference{})
	if len(all) != 2 || all[1].Anchor == nil || all[1].Anchor.Text != "4 March 1901" || all[1].Anchor.From == nil {
		t.Errorf("%+v", all)
	}
}
