package main

import (
	"bytes"
	"strings"
	"testing"
)

const givenTokens = `# sent_id = a-1
# text = They didn't go.
1	They	_	_	_	_	_	_	_	_
2-3	didn't	_	_	_	_	_	_	_	_
2	did	x	X	X	A=b	3	x	_	NER=B-PER
3	n't	_	_	_	_	_	_	_	_
4	go	_	_	_	_	_	_	_	SpaceAfter=No
4.1	there	_	_	_	_	_	_	_	_
5	.	_	_	_	_	_	_	_	_

`

func TestParseGivenTokens(t *testing.T) {
	cmd := newParseCommand()
	var out, errs bytes.Buffer
	cmd.SetIn(strings.NewReader(givenTokens))
	cmd.SetOut(&out)
	cmd.SetErr(&errs)
	cmd.SetArgs([]string{"--input", "conllu", "-"})
	if err := cmd.Execute(); err != nil {
		t.Fatal(err)
	}
	want := `# sent_id = a-1
# text = They didn't go.
1	They	they	PRON	PRP	_	4	nsubj	_	_
2-3	didn't	_	_	_	_	_	_	_	_
2	did	do	AUX	VBD	_	4	aux	_	_
3	n't	not	PART	RB	_	4	advmod	_	_
4	go	go	VERB	VB	_	0	root	_	SpaceAfter=No
5	.	.	PUNCT	.	_	4	punct	_	_

`
	if out.String() != want || errs.Len() > 0 {
		t.Errorf("got\n%swant\n%serrors %q", out.String(), want, errs.String())
	}
}

func TestParseErrors(t *testing.T) {
	tests := []struct {
		name  string
		args  []string
		input string
		want  string
	}{
		{"a broken line", []string{"--input", "conllu", "-"}, "1\tx\n", "-:1: 2 columns"},
		{"no such file", []string{"--input", "conllu", "testdata/absent.conllu"}, "", "absent.conllu"},
		{"no such format", []string{"--input", "html", "-"}, "", `not "html"`},
		{"no file", nil, "", "requires at least 1 arg"},
	}
	for _, test := range tests {
		cmd := newParseCommand()
		cmd.SilenceUsage, cmd.SilenceErrors = true, true
		cmd.SetIn(strings.NewReader(test.input))
		cmd.SetOut(new(bytes.Buffer))
		var errs bytes.Buffer
		cmd.SetErr(&errs)
		cmd.SetArgs(test.args)
		err := cmd.Execute()
		if err == nil || !strings.Contains(err.Error()+errs.String(), test.want) {
			t.Errorf("%s: got error %v and %q, want one with %q", test.name, err, errs.String(), test.want)
		}
	}
}
