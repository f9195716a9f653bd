package train

import (
	"fmt"
	"strings"
	"testing"
)

func TestJoinRanges(t *testing.T) {
	// form, head from 1, relation; a form with "+" is glued to the next
	text := "The 2 det;war 0 root;of 4 case;1914+ 2 nmod;-+ 6 punct;18 4 nmod;ended 2 dep;at 9 case;3+ 7 obl;- 9 punct;5 9 dep"
	var s Sentence
	for _, part := range strings.Split(text, ";") {
		var tok Token
		var head int
		if _, err := fmt.Sscanf(part, "%s %d %s", &tok.Form, &head, &tok.Rel); err != nil {
			t.Fatal(err)
		}
		tok.Head = head - 1
		tok.Form, tok.Glued = strings.TrimSuffix(tok.Form, "+"), strings.HasSuffix(tok.Form, "+")
		s.Tokens = append(s.Tokens, tok)
	}
	sentences := []Sentence{s}
	JoinRanges(sentences)
	var got []string
	for _, tok := range sentences[0].Tokens {
		got = append(got, fmt.Sprintf("%s %d %s", tok.Form, tok.Head+1, tok.Rel))
	}
	want := "The 2 det;war 0 root;of 4 case;1914-18 2 nmod;ended 2 dep;at 7 case;3 5 obl;- 7 punct;5 7 dep"
	if strings.Join(got, ";") != want {
		t.Errorf("got  %s\nwant %s", strings.Join(got, ";"), want)
	}
	if joined := sentences[0].Tokens[3]; joined.UPOS != "NUM" || joined.Lemma != "1914-18" {
		t.Errorf("joined: %+v", joined)
	}
}
