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
