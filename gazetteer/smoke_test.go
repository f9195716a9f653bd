package gazetteer

import "testing"

func TestSmoke(t *testing.T) {
	if _, e := Load(); e != nil {
		t.Fatal(e)
	}
}
