package eval

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"maps"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"annals"
)

// The scores are those of plv.py and rows.py, the scorers that lie beside the
// project: to the last digit, on records of all sorts.

// reference returns what a scorer beside the project prints, or skips the test.
func reference(t *testing.T, script string, args ...string) string {
	t.Helper()
	script = filepath.Join("..", "..", "shared", "bench", script)
	if _, err := os.Stat(script); errors.Is(err, fs.ErrNotExist) {
		t.Skipf("%s is not there", script)
	}
	python, err := exec.LookPath("python3")
	if err != nil {
		t.Skip("python3 is not there")
	}
	out, err := exec.Command(python, append([]string{script}, args...)...).Output()
	var failed *exec.ExitError
	if err != nil && (!errors.As(err, &failed) || len(failed.Stderr) > 0) {
		t.Fatalf("%s: %v", script, err)
	}
	return string(out)
}

// written writes lines of JSON to a file and returns its name.
func written[T any](t *testing.T, name string, values []T) string {
	t.Helper()
	var out bytes.Buffer
	enc := json.NewEncoder(&out)
	for _, v := range values {
		if err := enc.Encode(v); err != nil {
			t.Fatal(err)
		}
	}
	text := out.String()
	for _, absent := range []string{`"kind":"",`, `"status":"",`, `"span":[0,0],`, `,"span":[0,0]`} {
		text = strings.ReplaceAll(text, absent, "") // as other programs write it
	}
	file := filepath.Join(t.TempDir(), name)
	if err := os.WriteFile(file, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	return file
}

// oddTable is a gold whose fields are quoted in every way, with marks of every kind.
const oddTable = "id\tmarked_sentence\tgold_root\n" +
	"1\t<s>Peru</s> sued <t>Chile</t> & <t>Perú</t>.\tACCUSE\r\n" +
	"2\t\"<s>Rome</s> said \"\"no\"\" to\tthe\n<t>Goths</t>\"\tREJECT\n\n" +
	"3\t\"<s>Oslo\"</s> met <t>Riga</t> \"twice\"\tCONSULT\n" +
	"4\t<t>Ghana <s>and</s> Togo</t> < Mali > <s>Niger\tYIELD\n" +
	"5\t<s>Łódź</s> </t>helped<t> <t>Minsk</t></s>\tAID"

func TestPairsAgreeWithReference(t *testing.T) {
	gold := filepath.Join(t.TempDir(), "odd.tsv")
	if err := os.WriteFile(gold, []byte(oddTable), 0o600); err != nil {
		t.Fatal(err)
	}
	files := []string{gold}
	if large := filepath.Join("..", "..", "shared", "data", "plv", "PLV_train.tsv"); exists(large) {
		files = append(files, large)
	}
	for _, file := range files {
		pairs := parsed(t, file, ReadPairs)
		var texts strings.Builder
		for _, p := range pairs {
			fmt.Fprintf(&texts, "%s %s\n", p.ID, p.Text)
		}
		if diff := cmp.Diff(plain(t, reference(t, "plv.py", "input", file)), texts.String()); diff != "" {
			t.Errorf("%s: texts differ (-plv.py +ours):\n%s", file, diff)
		}
		for seed := range uint64(3) {
			record := randomRecord(pairs, rand.New(rand.NewPCG(seed, 7)))
			want := reference(t, "plv.py", "score", file, written(t, "record.jsonl", record))
			lines := LinesOf(pairs, record)
			got := plvLine("pair", len(pairs), Pairs(pairs, lines)) + plvLine("any", len(pairs), Any(pairs, lines))
			if diff := cmp.Diff(want, got); diff != "" {
				t.Errorf("%s: scores differ (-plv.py +ours):\n%s", file, diff)
			}
		}
	}
}

func exists(file string) bool {
	_, err := os.Stat(file)
	return err == nil
}

// plain turns documents in JSON Lines into lines "id text".
func plain(t *testing.T, documents string) string {
	t.Helper()
	var out strings.Builder
	for line := range strings.Lines(documents) {
		var doc annals.Document
		if err := json.Unmarshal([]byte(line), &doc); err != nil {
			t.Fatal(err)
		}
		fmt.Fprintf(&out, "%s %s\n", doc.ID, doc.Text)
	}
	return out.String()
}

// plvLine writes a score as plv.py prints it.
func plvLine(name string, pairs int, s PairScore) string {
	out := fmt.Sprintf("%s: macro-F1 %.4f accuracy %.4f coded %d/%d", name, s.MacroF1, s.Accuracy, s.Coded, pairs)
	for _, kind := range slices.Sorted(maps.Keys(s.F1)) {
		out += fmt.Sprintf(" %s %.2f", kind, s.F1[kind])
	}
	return out + "\n"
}

// randomRecord returns lines of a coder that is right now and then: about the
// parties of the gold or others, with their positions, with words alone, or with
// neither.
func randomRecord(pairs []Pair, random *rand.Rand) []annals.Line {
	types := []string{"CONSULT", "SUPPORT", "ACCUSE", "RETREAT", "CONCEDE", "MOVE"}
	var out []annals.Line
	for _, p := range pairs {
		party := func(marks []annals.Span) []annals.Participant {
			text := []rune(p.Text)
			if len(marks) == 0 || random.IntN(5) == 0 || len(text) == 0 {
				return nil
			}
			at := marks[random.IntN(len(marks))]
			switch random.IntN(4) {
			case 0:
				return []annals.Participant{{Text: string(text[at[0]:at[1]])}}
			case 1:
				start := random.IntN(len(text))
				return []annals.Participant{{Text: "?", Span: annals.Span{start, start + 3}}}
			}
			return []annals.Participant{{Text: "?", Span: at}}
		}
		for range random.IntN(4) {
			line := annals.Line{
				ID: fmt.Sprint(len(out)), Kind: annals.Event, Document: p.ID, Type: types[random.IntN(len(types))],
				Actor: party(p.Source), Recipient: party(p.Target),
			}
			switch random.IntN(4) {
			case 0:
				line.Type = p.Type
			case 1:
				line.Actor, line.Recipient = line.Recipient, line.Actor
			case 2:
				line.Kind = annals.State
			}
			out = append(out, line)
		}
	}
	return out
}

func TestRowsAgreeWithReference(t *testing.T) {
	for seed := range uint64(4) {
		random := rand.New(rand.NewPCG(seed, 11))
		var texts []map[string]any
		var record []annals.Line
		for i := range 60 {
			text := map[string]any{"id": fmt.Sprint("d", i), "text": "Some words."}
			for range 1 + random.IntN(3) {
				record = append(record, randomLine(fmt.Sprint("d", i), len(record), random))
			}
			for _, list := range []string{"must", "must_not"} {
				var checks []map[string]any
				for k := range random.IntN(4) {
					check := randomCheck(random, true)
					check["row"] = fmt.Sprint("r", k)
					checks = append(checks, check)
				}
				if checks != nil {
					text[list] = checks
				}
			}
			texts = append(texts, text)
		}
		rowsFile, recordFile := written(t, "rows.jsonl", texts), written(t, "record.jsonl", record)
		want := reference(t, "rows.py", rowsFile, recordFile)
		compareRows(t, want, rowsFile, recordFile)
	}
	if seed := filepath.Join("..", "..", "shared", "seed", "expected.jsonl"); exists(seed) {
		empty := written(t, "record.jsonl", []annals.Line{})
		compareRows(t, reference(t, "rows.py", seed, empty), seed, empty)
	}
}

// compareRows compares our figures and failing rows with those that rows.py prints.
func compareRows(t *testing.T, want, rowsFile, recordFile string) {
	t.Helper()
	texts := parsed(t, rowsFile, ReadTexts)
	s := Rows(texts, parsed(t, recordFile, ReadRecord))
	var got, short strings.Builder
	for _, f := range s.Failed {
		got.WriteString(f.String() + "\n")
	}
	fmt.Fprintf(&got, "rows: %d of %d held, %d of %d invented\n", s.Held, s.Wanted, s.Invented, s.Barred)
	for line := range strings.Lines(want) {
		why, rest, _ := strings.Cut(strings.TrimSpace(line), " ")
		if why == "missing" || why == "invented" {
			rest, _, _ = strings.Cut(rest, ":")
		}
		short.WriteString(why + " " + strings.TrimSpace(rest) + "\n")
	}
	if diff := cmp.Diff(short.String(), got.String()); diff != "" {
		t.Errorf("rows differ (-rows.py +ours):\n%s", diff)
	}
}

func parsed[T any](t *testing.T, file string, read func(r io.Reader) ([]T, error)) []T {
	t.Helper()
	in, err := os.Open(file)
	if err != nil {
		t.Fatal(err)
	}
	defer in.Close()
	out, err := read(in)
	if err != nil {
		t.Fatal(err)
	}
	return out
}

func pick[T any](random *rand.Rand, values ...T) T { return values[random.IntN(len(values))] }

// randomLine returns a record line with a few of the fields that rows ask for.
func randomLine(document string, number int, random *rand.Rand) annals.Line {
	parties := func() []annals.Participant {
		var out []annals.Participant
		for range random.IntN(3) {
			out = append(out, annals.Participant{
				Text: pick(random, "the Ağrı council", "Österreich", "STRASSE party", "Ça", "İzmir", "Ὀδυσσεύς"), Name: pick(random, "", "Perú", "O'Brien"),
				Country: pick(random, "", "PER", "AUT"), Sector: pick(random, nil, []string{"GOV"}, []string{"GOV", "MIL"}),
			})
		}
		return out
	}
	line := annals.Line{
		ID: fmt.Sprint("l", number), Document: document, Kind: pick(random, annals.Event, annals.State, annals.Kind("")),
		Type: pick(random, "AID", "CONSULT"), Mode: pick(random, "", "visit", "Visit"), Status: pick(random, annals.Actual, annals.Negated, annals.Status("")),
		Actor: parties(), Recipient: parties(), Text: pick(random, "", "Groß Straße"), Sentence: annals.Quote{Text: "Ça va à Lima"},
		Citations: pick(random, nil, []string{"1"}, []string{"1", "2"}),
	}
	for _, p := range parties() {
		line.SaidBy = append(line.SaidBy, annals.Attribution{Participant: p})
	}
	if random.IntN(2) == 0 {
		line.When = &annals.When{EDTF: pick(random, "", "1901", "1901-05"), From: pick(random, "", "1901-01-01"), To: pick(random, "", "1901-12-31")}
	}
	if random.IntN(2) == 0 {
		line.Where = []annals.Place{{Text: "Łódź", Name: pick(random, "", "Lodz"), Country: pick(random, "POL", "")}}
	}
	if number > 0 && random.IntN(2) == 0 {
		line.BecauseOf = []string{fmt.Sprint("l", random.IntN(number))}
	}
	return line
}

// randomCheck returns a check with a few keys.
func randomCheck(random *rand.Rand, causes bool) map[string]any {
	parties := func() any {
		out := []map[string]any{}
		for range random.IntN(3) {
			p := map[string]any{}
			switch random.IntN(4) {
			case 0:
				p["country"] = pick(random, "PER", "AUT")
			case 1:
				p["name"] = pick[any](random, "agri", "ÖSTER", "straße", []string{"izmir", "οδυσσευσ"}, "o'b", "")
			case 2:
				p["sector"] = pick(random, "GOV", "MIL")
			}
			out = append(out, p)
		}
		return out
	}
	all := map[string]func() any{
		"kind":      func() any { return pick[any](random, "event", "state", []string{"event", "claim"}) },
		"type":      func() any { return pick[any](random, "AID", "aid", []string{"AID", "CONSULT"}) },
		"mode":      func() any { return pick[any](random, "VISIT", "", []string{"visit", "vísit"}) },
		"status":    func() any { return pick[any](random, "actual", "Actual", []string{"negated", "future"}) },
		"edtf":      func() any { return pick[any](random, "", "1901", []string{"1901", "1901-05"}) },
		"before":    func() any { return pick(random, "1902-01-01", "1900") },
		"after":     func() any { return pick(random, "1901-01-01", "1902") },
		"where":     func() any { return pick[any](random, "łódz", "LODZ", map[string]string{"country": "POL"}) },
		"text":      func() any { return pick[any](random, "gross strasse", "ca VA", []string{"lima", "à"}) },
		"citations": func() any { return pick(random, []string{}, []string{"1"}, []string{"2", "1"}) },
		"actor":     parties, "recipient": parties, "parties": parties, "said_by": parties,
	}
	check := map[string]any{}
	for range 1 + random.IntN(2) {
		key := pick(random, slices.Sorted(maps.Keys(all))...)
		check[key] = all[key]()
	}
	if causes && random.IntN(6) == 0 {
		check["because_of"] = randomCheck(random, false)
	}
	return check
}
