package merge_test

import (
	"encoding/json"
	"testing"

	"annals"
	"annals/record/actors"
	"annals/record/merge"
)

// FuzzEvents merges lines of any content, as a file from elsewhere may hold them: every event
// line is in one event, once.
func FuzzEvents(f *testing.F) {
	for _, text := range []string{
		`[{"id":"1","kind":"event","type":"ASSAULT","actor":[{"id":"RUS","country":"RUS"}],"when":{"from":"2022-05-05","to":"2022-05-05"}},
		  {"id":"2","kind":"event","type":"ASSAULT","actor":[{"id":"person:","role":" of "}],"recipient":[{"text":"-"}],"where":[{"name":""}],"quantity":[{"value":-1}]}]`,
		`[{"id":"","kind":"event","when":{"from":"-0044-03-15","to":"9999-99-99"},"actor":[{"id":":"},{"id":"LTU:"}],"said_by":[{"id":"person:-"}]}]`,
		`[{"kind":"event","type":"CONSULT","when":{"from":"0001-01-01","to":"9999-12-31"}},{"id":"x","kind":"event","status":"future","when":{"from":"0001-01-01","to":"9999-12-31"}}]`,
	} {
		f.Add([]byte(text))
	}
	g := theGazetteer(f)
	m, s := theMerger(f), settler(f, g)
	f.Fuzz(func(t *testing.T, text []byte) {
		var lines []annals.Line
		if json.Unmarshal(text, &lines) != nil {
			t.Skip()
		}
		lines = s.Settle(lines, func(id string) string { return id }, []actors.Decision{{Verdict: actors.Join, Actor: "a", Other: "b"}})
		count := map[string]int{}
		for _, e := range m.Events(lines, func(id string) merge.Document { return merge.Document{Published: id} }) {
			for _, id := range e.Reports {
				count[id]++
			}
		}
		for i := range lines {
			if n := count[lines[i].ID]; lines[i].Kind == annals.Event && n != 1 {
				t.Errorf("line %q is in %d events", lines[i].ID, n)
			}
		}
	})
}
