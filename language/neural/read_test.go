package neural

import (
	"bytes"
	"encoding/binary"
	"reflect"
	"slices"
	"strings"
	"testing"
)

// read returns what the model says of sentences that are added in the order of
// which.
func read(m *Model, sentences [][]string, which []int) []Answer {
	var s Scratch
	for _, i := range which {
		s.Add(len(sentences[i]), func(k int) string { return sentences[i][k] })
	}
	m.Read(&s)
	out := make([]Answer, len(sentences))
	for k, i := range which {
		a := s.Answer(k)
		out[i] = Answer{append([]uint8{}, a.Tags...), append([]uint8{}, a.Relations...), append([]uint8{}, a.Names...), append([]int32{}, a.Heads...), append([]float32{}, a.NameScores...)}
	}
	return out
}

// TestCompany holds that what is said of a sentence does not depend on those that
// are read beside it, nor on their order.
func TestCompany(t *testing.T) {
	m := shipped(t)
	sentences := append(lines(t), nil, []string{"Go"}, slices.Repeat([]string{"and", "on"}, 200))
	sentences = slices.Concat(sentences, sentences, lines(t), lines(t))
	var all, backwards []int
	for i := range sentences {
		all = append(all, i)
		backwards = append(backwards, len(sentences)-1-i)
	}
	together := read(m, sentences, all)
	if got := read(m, sentences, backwards); !reflect.DeepEqual(got, together) {
		t.Error("the order of the sentences changes what is said of them")
	}
	for i := range sentences {
		if alone := read(m, sentences, []int{i})[i]; !reflect.DeepEqual(alone, together[i]) {
			t.Errorf("%q is read otherwise alone", strings.Join(sentences[i], " "))
		}
	}
}

// TestFile holds that a model that is written and read again is the same, and
// that broken files are refused.
func TestFile(t *testing.T) {
	m := shipped(t)
	var file bytes.Buffer
	if _, err := m.WriteTo(&file); err != nil {
		t.Fatal(err)
	}
	data := file.String()
	again, err := Parse("again", data, nil)
	if err != nil {
		t.Fatal(err)
	}
	sentences := lines(t)
	if !reflect.DeepEqual(read(m, sentences, []int{0, 1}), read(again, sentences, []int{0, 1})) {
		t.Error("a model that was written and read again says something else")
	}
	head := func(json string) string {
		return magic + string(binary.LittleEndian.AppendUint32(nil, uint32(len(json)))) + json
	}
	tests := []struct{ name, data, want string }{
		{"empty", "", "does not begin with"},
		{"no header", magic, "header cut short"},
		{"a header too long", magic + "\xff\xff\xff\xff{}", "header cut short"},
		{"no JSON", head("x"), "header"},
		{"no sizes", head("{}"), "a size of 0"},
		{"cut short", data[:len(data)-1], "cut short"},
		{"too long", data + "x", "1 bytes too many"},
	}
	for _, test := range tests {
		if _, err := Parse("broken.bin", test.data, nil); err == nil || !strings.Contains(err.Error(), test.want) || !strings.Contains(err.Error(), "broken.bin") {
			t.Errorf("%s: error %v, want %s", test.name, err, test.want)
		}
	}
}

// FuzzParse changes the bytes of a model file: it must be refused or be read
// without a crash.
func FuzzParse(f *testing.F) {
	var file bytes.Buffer
	if _, err := tiny(f).WriteTo(&file); err != nil {
		f.Fatal(err)
	}
	f.Add(file.String())
	f.Add(magic)
	f.Fuzz(func(t *testing.T, data string) {
		m, err := Parse("fuzzed", data, nil)
		if err == nil {
			read(m, [][]string{{"A", "word"}}, []int{0})
		}
	})
}
