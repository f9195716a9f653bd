package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"slices"
	"strconv"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"

	"annals"
	"annals/coder"
)

func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){
		"annals": main,
	})
}

// TestScript runs the stories in testdata/script: what a user types, and what
// must come of it.
func TestScript(t *testing.T) {
	testscript.Run(t, testscript.Params{
		Dir: "testdata/script",
		Setup: func(env *testscript.Env) error {
			// The race detector makes every program wait a second before its end.
			env.Setenv("GORACE", "atexit_sleep_ms=0")
			return nil
		},
		Cmds: map[string]func(*testscript.TestScript, bool, []string){
			"exit":       exitCode,
			"records":    records,
			"firstid":    firstID,
			"firstevent": firstEvent,
			"sharedid":   sharedID,
			"concat":     concat,
			"corpus":     corpus,
			"quoted":     quoted,
			"hugelines":  hugeLines,
		},
		Condition: func(name string) (bool, error) {
			if name != "coder" {
				return false, fmt.Errorf("no condition %q", name)
			}
			c, err := coder.New()
			if err != nil {
				return false, err
			}
			return len(c.Code(&annals.Document{ID: "x", Text: "Chile signed a treaty with Peru on 3 June 1929."})) > 0, nil
		},
	})
}

// exitCode runs a command and checks its exit code: exit CODE COMMAND ARG...
func exitCode(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) < 2 {
		ts.Fatalf("usage: exit CODE COMMAND ARG...")
	}
	got := "0"
	if err := ts.Exec(args[1], args[2:]...); err != nil {
		exited, ok := err.(interface{ ExitCode() int })
		if !ok {
			ts.Fatalf("running %q: %v", args[1:], err)
		}
		got = strconv.Itoa(exited.ExitCode())
	}
	if got != args[0] {
		ts.Fatalf("%q exited with %s, want %s", args[1:], got, args[0])
	}
}

// records checks that a file holds at least so many record lines, each with
// what no line can lack: records FILE COUNT
func records(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 2 {
		ts.Fatalf("usage: records FILE COUNT")
	}
	least, err := strconv.Atoi(args[1])
	ts.Check(err)
	data, err := os.ReadFile(ts.MkAbs(args[0]))
	ts.Check(err)
	count := 0
	ids := map[string]bool{}
	for row := range bytes.Lines(data) {
		count++
		var line annals.Line
		dec := json.NewDecoder(bytes.NewReader(row))
		dec.DisallowUnknownFields()
		if err := dec.Decode(&line); err != nil {
			ts.Fatalf("%s:%d: %v", args[0], count, err)
		}
		if why := wrong(&line); why != "" {
			ts.Fatalf("%s:%d: %s: %s", args[0], count, why, row)
		}
		if ids[line.ID] {
			ts.Fatalf("%s:%d: the id %s came before", args[0], count, line.ID)
		}
		ids[line.ID] = true
	}
	if count < least {
		ts.Fatalf("%s: %d lines, want at least %d", args[0], count, least)
	}
}

// firstID puts the id of the first line of a type into $ID, and its beginning into
// $SHORT: firstid FILE TYPE
func firstID(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 2 {
		ts.Fatalf("usage: firstid FILE TYPE")
	}
	for row := range bytes.Lines([]byte(ts.ReadFile(args[0]))) {
		var line annals.Line
		ts.Check(json.Unmarshal(row, &line))
		if line.Type == args[1] {
			ts.Setenv("ID", line.ID)
			ts.Setenv("SHORT", line.ID[:8])
			return
		}
	}
	ts.Fatalf("%s: no line of type %s", args[0], args[1])
}

// firstEvent puts the id of the first event of a file of JSON Lines into $EVENT: firstevent
// FILE
func firstEvent(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 1 {
		ts.Fatalf("usage: firstevent FILE")
	}
	first, _, _ := bytes.Cut([]byte(ts.ReadFile(args[0])), []byte("\n"))
	var event struct{ ID string }
	ts.Check(json.Unmarshal(first, &event))
	ts.Setenv("EVENT", event.ID)
}

// sharedID puts four letters that the ids of two lines begin with into $SHARED:
// sharedid FILE
func sharedID(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 1 {
		ts.Fatalf("usage: sharedid FILE")
	}
	met := map[string]bool{}
	for row := range bytes.Lines([]byte(ts.ReadFile(args[0]))) {
		var line annals.Line
		ts.Check(json.Unmarshal(row, &line))
		if short := line.ID[:shortestID]; met[short] {
			ts.Setenv("SHARED", short)
			return
		}
		met[line.ID[:shortestID]] = true
	}
	ts.Fatalf("%s: no two ids begin alike", args[0])
}

// wrong says what a record line lacks, or returns "".
func wrong(line *annals.Line) string {
	span := line.Sentence.Span
	switch {
	case line.ID == "" || line.Document == "" || line.Coder == "":
		return "no id, document or coder"
	case !slices.Contains([]annals.Kind{annals.Event, annals.State, annals.Claim}, line.Kind):
		return "no kind"
	case !slices.Contains([]annals.Status{annals.Actual, annals.Future, annals.Hypothetical, annals.Negated}, line.Status):
		return "no status"
	case line.Sentence.Text == "" || span.Start() < 0 || span.Start() >= span.End():
		return "no sentence"
	case line.Kind == annals.Event && (line.Type == "" || line.Trigger == nil || !span.Contains(line.Trigger.Span)):
		return "an event without type, or without a word in the sentence that carries it"
	case line.Kind != annals.Event && line.Text == "":
		return "a state or claim without words"
	case line.Confidence < 0 || line.Confidence > 1:
		return "a confidence that is no probability"
	}
	return ""
}

// concat writes one file after the other into a third: concat A B OUT
func concat(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 3 {
		ts.Fatalf("usage: concat A B OUT")
	}
	ts.Check(os.WriteFile(ts.MkAbs(args[2]), []byte(ts.ReadFile(args[0])+ts.ReadFile(args[1])), 0o600))
}

// corpus writes a JSON Lines file of so many documents: corpus FILE COUNT
func corpus(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 2 {
		ts.Fatalf("usage: corpus FILE COUNT")
	}
	count, err := strconv.Atoi(args[1])
	ts.Check(err)
	countries := []string{"Chile", "Peru", "Norway", "Finland", "Japan", "Kenya", "Ghana"}
	var out bytes.Buffer
	for i := range count {
		a, b := countries[i%7], countries[(i+1+i/7%6)%7]
		fmt.Fprintf(&out, `{"id":"%d","text":"%s signed a treaty with %s on %d May %d. The president of %s visited %s in %d."}`+"\n",
			i, a, b, i%28+1, 1900+i%100, b, a, 1901+i%100)
	}
	ts.Check(os.WriteFile(ts.MkAbs(args[0]), out.Bytes(), 0o600))
}

// quoted writes a file of the bytes that a Go string stands for: quoted FILE STRING
func quoted(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 2 {
		ts.Fatalf("usage: quoted FILE STRING")
	}
	content, err := strconv.Unquote(`"` + args[1] + `"`)
	ts.Check(err)
	ts.Check(os.WriteFile(ts.MkAbs(args[0]), []byte(content), 0o600))
}

// hugeLines writes a text of one line of 100 MiB, and a JSON Lines file with
// such a line between the two documents of the story: hugelines TEXT JSONL
func hugeLines(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 2 {
		ts.Fatalf("usage: hugelines TEXT JSONL")
	}
	const size = 100 << 20
	huge := bytes.Repeat([]byte("x"), size)
	ts.Check(os.WriteFile(ts.MkAbs(args[0]), huge, 0o600))
	first, second, _ := bytes.Cut([]byte(ts.ReadFile("lines.jsonl")), []byte("\n"))
	ts.Check(os.WriteFile(ts.MkAbs(args[1]), bytes.Join([][]byte{first, huge, second}, []byte("\n")), 0o600))
}
