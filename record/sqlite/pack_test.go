package sqlite

import (
	"encoding/json"
	"reflect"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"annals"
	"annals/record"
)

const packedText = "= Łódź = a\nChile signed a treaty with Peru. É."

// fullLine returns a line in which every field, whatever fields there will be, has a
// value; texts are "=" by turns, which stands for something else in a block.
func fullLine(t *testing.T) annals.Line {
	t.Helper()
	var line annals.Line
	count := 0
	fill(t, reflect.ValueOf(&line).Elem(), &count)
	line.Document, line.Status, line.Kind = "doc", annals.Negated, annals.Claim
	line.Sentence.Index = 0
	return line
}

func fill(t *testing.T, v reflect.Value, count *int) {
	t.Helper()
	*count++
	switch v.Kind() {
	case reflect.String:
		v.SetString([]string{"=", "==x", "Chile", "text"}[*count%4])
	case reflect.Int:
		v.SetInt(int64(*count % 30))
	case reflect.Float64:
		v.SetFloat(float64(*count) / 4)
	case reflect.Pointer:
		v.Set(reflect.New(v.Type().Elem()))
		fill(t, v.Elem(), count)
	case reflect.Slice:
		v.Set(reflect.MakeSlice(v.Type(), 2, 2))
		fill(t, v.Index(0), count)
		fill(t, v.Index(1), count)
	case reflect.Array:
		for i := range v.Len() {
			fill(t, v.Index(i), count)
		}
	case reflect.Struct:
		for i := range v.NumField() {
			fill(t, v.Field(i), count)
		}
	default:
		t.Fatalf("a line has a field of kind %v", v.Kind())
	}
}

// roundTrip packs lines into blocks and reads them again.
func roundTrip(t *testing.T, e *record.Entry) []annals.Line {
	t.Helper()
	c := newCodec(dictionary)
	packed, err := c.packEntry(e)
	if err != nil {
		t.Fatal(err)
	}
	var out []annals.Line
	for i := range packed.blocks {
		b, err := c.open(&storedBlock{data: packed.blocks[i].data, count: len(packed.blocks[i].lines)})
		if err != nil {
			t.Fatal(err)
		}
		for k := range b.lines {
			line, err := b.line(k, &origin{e.Document.ID, e.Coder}, unpackID(packed.blocks[i].lines[k].id))
			if err != nil {
				t.Fatal(err)
			}
			out = append(out, *line)
		}
	}
	return out
}

// TestPackWhole holds that no field of a line is lost, and that packing leaves the
// line as it was.
func TestPackWhole(t *testing.T) {
	line := fullLine(t)
	e := record.Entry{
		Document: annals.Document{ID: "doc", Text: packedText}, Coder: "=",
		Sentences: []annals.Span{{0, 10}, {11, 43}}, Lines: []annals.Line{line, line},
	}
	e.Lines[1].Sentence = annals.Quote{Index: 1, Span: annals.Span{11, 43}, Text: "Chile signed a treaty with Peru."}
	e.Lines[1].Actor = []annals.Participant{{Text: "Chile", Span: annals.Span{11, 16}, ID: "CHL", Country: "CHL"}, {Text: "=", Span: annals.Span{0, 1}}}
	before, err := json.Marshal(e)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(e.Lines, roundTrip(t, &e)); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
	if after, err := json.Marshal(e); err != nil || string(after) != string(before) {
		t.Errorf("packing has changed the entry: %s", after)
	}
}

// TestEachSpan holds that packing knows every span of a line: one that it did not know
// would not be told from its sentence, and take more room.
func TestEachSpan(t *testing.T) {
	line := fullLine(t)
	spans := 0
	eachWords(&line, func(*string, *annals.Span) { spans++ })
	all := countSpans(reflect.ValueOf(line)) - 1 // that of the sentence
	if spans != all {
		t.Errorf("packing knows %d spans of %d", spans, all)
	}
}

func countSpans(v reflect.Value) int {
	if v.Type() == reflect.TypeFor[annals.Span]() {
		return 1
	}
	n := 0
	switch v.Kind() {
	case reflect.Pointer:
		n = countSpans(v.Elem())
	case reflect.Slice:
		for i := range v.Len() {
			n += countSpans(v.Index(i))
		}
	case reflect.Struct:
		for i := range v.NumField() {
			n += countSpans(v.Field(i))
		}
	}
	return n
}

func TestNumbers(t *testing.T) {
	all := []int{0, 1, oneCharacter - 1, oneCharacter, twoCharacters - 1, twoCharacters, -1, -77, 1 << 40}
	var out []byte
	for _, n := range all {
		out = appendNumber(out, n)
	}
	if strings.ContainsAny(string(out), "\"\\{\n") {
		t.Errorf("%q needs escapes", out)
	}
	read := numbers{rest: string(out)}
	for _, want := range all {
		if got := read.next(); got != want || read.err != nil {
			t.Fatalf("got %d, %v; want %d", got, read.err, want)
		}
	}
	if read.next(); read.err == nil {
		t.Error("a number was read where there is none")
	}
}

// FuzzBlock holds that no bytes in the place of a block make the program fail.
func FuzzBlock(f *testing.F) {
	c := newCodec(dictionary)
	for _, text := range []string{packedText, "", "a. b."} {
		e := record.Entry{Document: annals.Document{ID: "doc", Text: text}}
		if text == packedText {
			e.Sentences = []annals.Span{{0, 10}, {11, 43}}
			e.Lines = []annals.Line{{ID: "00", Document: "doc", Status: annals.Actual, Trigger: &annals.Words{Text: "Chile", Span: annals.Span{11, 16}}}}
		}
		blocks, err := packLines(&e)
		if err != nil {
			f.Fatal(err)
		}
		data, err := blocks[0].encode()
		if err != nil {
			f.Fatal(err)
		}
		f.Add(data)
	}
	f.Add([]byte(`{"first":9,"start":-5,"cuts":"~-9~ ~9~!","text":"é"}` + "\n" + ` ~-3~~99~{"trigger":{"text":"="},"sentence":{"text":"="}}`))
	f.Fuzz(func(t *testing.T, data []byte) {
		compressed, err := c.compress(data)
		if err != nil {
			t.Fatal(err)
		}
		b, err := c.open(&storedBlock{data: compressed, count: strings.Count(string(data), "\n")})
		if err != nil {
			return
		}
		b.sentences()
		for i := range b.lines {
			if _, err := b.line(i, &origin{"doc", "coder"}, "00"); err != nil {
				return
			}
		}
		_, _ = c.open(&storedBlock{data: data}) // as if these were the compressed bytes
	})
}
