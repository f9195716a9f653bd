package what

import "testing"

func TestBecomes(t *testing.T) {
	book, err := LoadFS(small)
	if err != nil {
		t.Fatal(err)
	}
	tests := []struct {
		name, kind, mode string
		told             Telling
		want, wantMode   string
		changes          bool
	}{
		{"category", "ASSAULT", "", Announced, "ACCUSE", "", true},
		{"the mode's own row comes first", "COERCE", "arrest", Announced, "COERCE", "arrest", false},
		{"another mode of the type", "COERCE", "", Announced, "ACCUSE", "", true},
		{"a type that gets a mode", "SANCTION", "", Foretold, "COERCE", "arrest", true},
		{"side", "CONSULT", "visit", Denied, "ACCUSE", "", true},
		{"other side", "ASSAULT", "", Denied, "ASSAULT", "", false},
		{"no row", "AID", "", Refused, "AID", "", false},
		{"no type", "LOVE", "", Announced, "LOVE", "", false},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			kind, mode, changes := book.Becomes(tt.kind, tt.mode, tt.told)
			if kind != tt.want || mode != tt.wantMode || changes != tt.changes {
				t.Errorf("%s/%s %s becomes %s/%s, %v", tt.kind, tt.mode, tt.told, kind, mode, changes)
			}
		})
	}
}

// TestExplainTelling says by which row a deed became another.
func TestExplainTelling(t *testing.T) {
	book, err := Load()
	if err != nil {
		t.Fatal(err)
	}
	tests := []struct {
		kind, mode string
		told       Telling
		want       string
	}{
		{"AID", "", Announced, "the actor will do it: cooperation told so counts as AGREE"},
		{"AGREE", "", Denied, "the actor does not or did not do it: AGREE told so counts as REJECT"},
		{"COERCE", "arrest", Foretold, "the actor tells it to the one who would suffer it, or on a condition: material conflict told so counts as THREATEN"},
		{"AGREE", "", Announced, "the actor will do it: AGREE told so stays what it is"},
	}
	for _, tt := range tests {
		t.Run(tt.want, func(t *testing.T) {
			why := book.ExplainTelling(tt.kind, tt.mode, tt.told)
			if why.Says != tt.want || len(why.Rows) != 1 || why.Rows[0].File != "what/data/plover/intentions.tsv" {
				t.Errorf("got %q, rows %v", why.Says, why.Rows)
			}
		})
	}
}
