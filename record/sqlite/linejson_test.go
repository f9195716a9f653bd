package sqlite

import (
	"bytes"
	"encoding/json"
	"testing"

	"github.com/google/go-cmp/cmp"

	"annals"
	"annals/synthetic"
)

// wholeLine is a line that says all that a line can.
const wholeLine = `{"id":"00ff","kind":"event","document":"d","sentence":{"index":3,"span":[10,20],"text":"“Ł”"},"type":"AGREE","mode":"sign",` +
	`"context":["military","election"],"cameo":"057","score":-2.5,"trigger":{"text":"signed","span":[1,2]},"text":"a \"b\"\n","actor":[{"text":"x","span":[-1,2],` +
	`"id":"PER","name":"Peru","country":"PER","sector":["GOV"],"role":"president"},{"text":"y","span":[0,0]}],"recipient":[{"text":"z","span":[0,0]}],` +
	`"when":{"text":"in May","span":[3,4],"edtf":"2001-05","from":"2001-05-01","to":"2001-05-31","basis":"text"},"where":[{"text":"Lima","span":[5,6],"name":"Lima",` +
	`"country":"PER","lat":-12.05,"lon":-77}],"status":"actual","said_by":[{"text":"w","span":[0,1],"cue":"said","when":{"basis":"none"},"stance":"states"}],` +
	`"because_of":["00fe"],"quantity":[{"text":"nine","span":[0,1],"value":9,"of":"ships"}],"citations":["4"],"confidence":0.75,"coder":"c"}`

// sameAsJSON holds that a decoder reads what encoding/json does, be it slowly.
func sameAsJSON(t *testing.T, d *lineDecoder, data []byte) {
	t.Helper()
	var want, got annals.Line
	wrong, err := json.Unmarshal(data, &want), d.decode(data, &got)
	if (wrong == nil) != (err == nil) {
		t.Fatalf("%s: %v, want %v", data, err, wrong)
	}
	if err != nil {
		return
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Fatalf("%s (-want +got)\n%s", data, diff)
	}
}

// TestLineDecoder holds that lines are read as encoding/json reads them, and without it.
func TestLineDecoder(t *testing.T) {
	d := newLineDecoder()
	var line annals.Line
	d.rest = []byte(wholeLine)
	if !d.line(&line) || len(d.rest) > 0 {
		t.Errorf("a line that says all is left to encoding/json before %q", d.rest)
	}
	sameAsJSON(t, d, []byte(wholeLine))
	for r := range synthetic.Reports(200, 1) {
		for i := range r.Lines {
			data, err := lineJSON(&r.Lines[i])
			if err != nil {
				t.Fatal(err)
			}
			var line annals.Line
			if d.rest = data; !d.line(&line) {
				t.Errorf("left to encoding/json before %q", d.rest)
			}
			sameAsJSON(t, d, data)
		}
	}
	for i := range wholeLine { // cut off
		sameAsJSON(t, d, []byte(wholeLine[:i]))
	}
}

// FuzzLineDecoder holds that whatever is read is what encoding/json reads.
func FuzzLineDecoder(f *testing.F) {
	f.Add([]byte(wholeLine))
	for _, change := range [][2]string{
		{"-2.5", "1e3"},
		{"-2.5", "01"},
		{"-2.5", "null"},
		{"[10,20]", "[10]"},
		{`["military","election"]`, "[]"},
		{`"type"`, `"TYPE"`},
		{`"mode"`, `"type"`},
		{"“Ł”", "\xff\t"},
		{`"citations":["4"]`, `"rank":{"ordinal":1,"among":"all"}`},
		{`"citations"`, `"because_of"`},
		{`"cue":"said"`, `"cue":"said","when":{"edtf":"2001"}`},
	} {
		f.Add(bytes.Replace([]byte(wholeLine), []byte(change[0]), []byte(change[1]), 1))
	}
	d := newLineDecoder()
	f.Fuzz(func(t *testing.T, data []byte) { sameAsJSON(t, d, data) })
}
