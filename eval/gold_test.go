package eval

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"annals"
)

func TestReadGoldTellsTheKind(t *testing.T) {
	tests := []struct {
		name, text   string
		texts, pairs int
	}{
		{"rows", "\n  {\"id\": \"a\", \"text\": \"Peru sued.\"}\n{\"id\": \"b\"}\n", 2, 0},
		{"marked pairs", marked, 0, 2},
		{"marked pairs with a mark of the encoding", "\ufeff" + marked, 0, 2},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			g, err := ReadGold(strings.NewReader(tt.text))
			if err != nil || len(g.Texts) != tt.texts || len(g.Pairs) != tt.pairs {
				t.Errorf("got %+v, %v", g, err)
			}
		})
	}
	for _, bad := range []string{"", "\n \n", "{", "marked_sentence\tgold_root\n", "words\n"} {
		if g, err := ReadGold(strings.NewReader(bad)); err == nil {
			t.Errorf("%q was read as %+v", bad, g)
		}
	}
}

func TestPart(t *testing.T) {
	g, err := ReadGold(strings.NewReader(marked))
	if err != nil {
		t.Fatal(err)
	}
	for _, tt := range []struct {
		first, last int
		want        string
	}{{1, 1, "plv-0"}, {2, 9, "plv-1"}, {1, 2, "plv-0 plv-1"}, {3, 9, ""}} {
		var got []string
		for _, doc := range g.Part(tt.first, tt.last).Documents() {
			got = append(got, doc.ID)
		}
		if strings.Join(got, " ") != tt.want {
			t.Errorf("%d to %d: got %q, want %q", tt.first, tt.last, got, tt.want)
		}
	}
}

func TestConfusion(t *testing.T) {
	pairs := []Pair{{Type: "AID"}, {Type: "AID"}, {Type: "AID"}, {Type: "REJECT"}}
	s := scorePairs(pairs, []string{"AID", None, None, "AID"})
	if diff := cmp.Diff([]Confusion{{"AID", None, 2}, {"REJECT", "AID", 1}}, s.Confusion); diff != "" {
		t.Errorf("confusions differ (-want +got):\n%s", diff)
	}
	want := map[string]Count{"AID": {Gold: 3, System: 2, Right: 1}, "REJECT": {Gold: 1}}
	if diff := cmp.Diff(want, s.Types); diff != "" {
		t.Errorf("types differ (-want +got):\n%s", diff)
	}
}

// TestGoldWithItsOwnTypes holds that a gold that tells RETREAT and CONCEDE apart is
// scored as it stands.
func TestGoldWithItsOwnTypes(t *testing.T) {
	span := annals.Span{0, 4}
	pair := Pair{Source: []annals.Span{span}, Target: []annals.Span{span}, Type: "RETREAT"}
	party := []annals.Participant{{Span: span}}
	lines := [][]annals.Line{{{Kind: annals.Event, Type: "RETREAT", Actor: party, Recipient: party}}}
	for _, gold := range []string{"RETREAT", "YIELD"} {
		pair.Type = gold
		if s := Pairs([]Pair{pair}, lines); s.Accuracy != 1 {
			t.Errorf("%s: found %q", gold, s.Found)
		}
	}
}

func FuzzReadGold(f *testing.F) {
	f.Add(marked)
	f.Add(oddTable)
	f.Add(`{"id": "a", "text": "x"}`)
	f.Fuzz(func(t *testing.T, text string) {
		g, err := ReadGold(strings.NewReader(text))
		if err != nil {
			return
		}
		if len(g.Part(2, 3).Documents()) > 2 {
			t.Error("a part of two has more")
		}
	})
}

func FuzzReadRecord(f *testing.F) {
	f.Add(`{"id": "a", "kind": "event", "actor": [{"span": [0, 4]}]}`)
	f.Fuzz(func(t *testing.T, text string) {
		lines, err := ReadRecord(strings.NewReader(text))
		if err != nil {
			return
		}
		Pairs([]Pair{{Text: "Peru"}}, [][]annals.Line{lines})
	})
}
