package questions_test

import (
	"errors"
	"net/url"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"annals"
	"annals/serve/questions"
)

// TestReadQuery holds that what a URL asks is what it says when it is written again.
func TestReadQuery(t *testing.T) {
	for _, test := range []struct {
		url  string
		want questions.Query
		back string // how it is written; "" for the same
	}{
		{"", questions.Query{}, ""},
		{"party=BLR&party=Lithuania", questions.Query{Parties: []string{"BLR", "Lithuania"}}, ""},
		{"kind=event&status=actual&status=future", questions.Query{Kinds: []annals.Kind{annals.Event}, Status: []annals.Status{annals.Actual, annals.Future}}, ""},
		{"from=1990&page=2&per_page=10&to=2010-06", questions.Query{From: "1990", To: "2010-06", Page: 2, PerPage: 10}, ""},
		{"q=%22fishing+rights%22+Norway", questions.Query{Text: `"fishing rights" Norway`}, ""},
		{"from=&type=&page=&unknown=1", questions.Query{}, "-"},
		{"speaker=+Peru+", questions.Query{Speaker: "Peru"}, "speaker=Peru"},
	} {
		values, err := url.ParseQuery(test.url)
		if err != nil {
			t.Fatal(err)
		}
		got, err := questions.ReadQuery(values)
		if err != nil {
			t.Errorf("%s: %v", test.url, err)
			continue
		}
		if diff := cmp.Diff(&test.want, got); diff != "" {
			t.Errorf("%s (-want +got)\n%s", test.url, diff)
		}
		back := test.back
		switch back {
		case "":
			back = test.url
		case "-":
			back = ""
		}
		if got.String() != back {
			t.Errorf("%s is written %s, want %s", test.url, got, back)
		}
	}
}

// TestReadQueryWrong holds that a mistake is told with the name of its parameter.
func TestReadQueryWrong(t *testing.T) {
	for query, says := range map[string]string{
		"party=A&party=B&party=C":        "party: one or two",
		"from=yesterday":                 "from:",
		"to=2010-13":                     "to:",
		"on=31.12.1990":                  "on:",
		"kind=fact":                      `kind: "fact" is none of event, state, claim`,
		"status=true":                    "status:",
		"by=week":                        "by:",
		"page=two":                       "page:",
		"page=-1":                        "page:",
		"per_page=100000":                "per_page:",
		"from=1990&from=1991":            "from: it is given 2 times",
		"q=" + strings.Repeat("a", 2000): "q: a value has at most",
		strings.Repeat("type=x&", 200):   "type: at most",
		"source=a%00b":                   "source:",
	} {
		values, err := url.ParseQuery(query)
		if err != nil {
			t.Fatal(err)
		}
		_, err = questions.ReadQuery(values)
		if !errors.Is(err, questions.ErrQuery) || !strings.Contains(err.Error(), says) {
			t.Errorf("%.40s: the error is %v, want one that says %q", query, err, says)
		}
	}
}

func TestQueryWith(t *testing.T) {
	q := &questions.Query{Types: []string{"AID"}, From: "1990", Page: 7}
	if got := q.With("type", "COERCE").String(); got != "from=1990&type=AID&type=COERCE" {
		t.Error(got)
	}
	if got := q.With("from", "1991").String(); got != "from=1991&type=AID" {
		t.Error(got)
	}
	if got := q.Without("type", "AID").String(); got != "from=1990" {
		t.Error(got)
	}
	if !q.Has("type", "AID") || q.Has("type", "COERCE") || !q.Has("page", "7") {
		t.Error("Has is wrong")
	}
}

// FuzzReadQuery holds that whatever a URL says is refused or can be written and read again.
func FuzzReadQuery(f *testing.F) {
	f.Add("party=BLR&party=LTU&from=1990&q=%22a+b%22&page=2")
	f.Add("kind=event&status=negated&per_page=1000")
	f.Fuzz(func(t *testing.T, text string) {
		values, err := url.ParseQuery(text)
		if err != nil {
			return
		}
		q, err := questions.ReadQuery(values)
		if err != nil {
			return
		}
		again, err := questions.ReadQuery(q.Values())
		if err != nil {
			t.Fatalf("%q was read and written as %q: %v", text, q, err)
		}
		if diff := cmp.Diff(q, again); diff != "" {
			t.Error(diff)
		}
	})
}
