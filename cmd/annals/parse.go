package main

import (
	"fmt"
	"io"
	"iter"
	"slices"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"annals"
	"annals/document"
	"annals/language"
	"annals/language/conllu"
)

// newParseCommand returns the verb parse: the layer below the record.
func newParseCommand() *cobra.Command {
	var input string
	cmd := &cobra.Command{
		Use:   "parse FILE...",
		Short: "Print sentences, tokens, tags, trees and names as CoNLL-U",
		Long: `Print what the layer below the record reads in a text: sentences, tokens,
parts of speech, lemmas, Universal Dependencies trees and names, as CoNLL-U.
MISC holds the names (NER=B-PER), SpaceAfter=No, and the position of the token
in code points of the document (Span=3:8).

With --input conllu the FILEs are CoNLL-U with gold tokens: only the columns ID
and FORM are read, comments and multiword tokens are kept; they may be gzipped.
A name has one kind in a document, which begins at a comment "# newdoc".`,
		Example: `  annals parse examples/history.txt
  annals parse --input conllu cmd/annals/testdata/tokens.conllu`,
		Args: cobra.MinimumNArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			reader, err := language.English()
			if err != nil {
				return err
			}
			switch input {
			case "text":
				return parseTexts(cmd, reader, args)
			case "conllu":
				return parseTokens(cmd, reader, args)
			}
			return usagef("--input is text or conllu, not %q", input)
		},
	}
	cmd.Flags().StringVar(&input, "input", "text", "what the files hold: text or conllu")
	return cmd
}

// parseTexts reads documents. It reports one that cannot be read, goes on, and
// returns errReported in the end.
func parseTexts(cmd *cobra.Command, reader *language.Reader, files []string) error {
	var unread error
	for _, file := range files {
		for doc, err := range document.Read(file, cmd.InOrStdin()) {
			if err != nil {
				fmt.Fprintln(cmd.ErrOrStderr(), "annals:", err)
				unread = errReported
				continue
			}
			if err := printDocument(cmd.OutOrStdout(), doc, reader); err != nil {
				return fmt.Errorf("writing CoNLL-U: %w", err)
			}
		}
	}
	return unread
}

func printDocument(w io.Writer, doc *annals.Document, reader *language.Reader) error {
	id := strings.Join(strings.Fields(doc.ID), "_")
	paragraph := -1
	for sentences := range reader.Parts(doc) {
		for i := range sentences {
			s := &sentences[i]
			if err := conllu.Write(w, printed(s, id, paragraph)); err != nil {
				return err
			}
			paragraph = s.Paragraph
		}
	}
	return nil
}

// printed returns a sentence in CoNLL-U; paragraph is that of the sentence before
// it, -1 where there is none.
func printed(s *language.Sentence, id string, paragraph int) *conllu.Sentence {
	var out conllu.Sentence
	if s.Index == 0 {
		out.Comments = append(out.Comments, "# newdoc id = "+id)
	}
	if s.Paragraph != paragraph {
		out.Comments = append(out.Comments, "# newpar")
	}
	out.Comments = append(out.Comments,
		fmt.Sprintf("# sent_id = %s-%d", id, s.Index+1),
		"# text = "+strings.Join(strings.Fields(textOf(s)), " "))
	if len(s.Citations) > 0 {
		out.Comments = append(out.Comments, "# citations = "+strings.Join(s.Citations, " "))
	}
	out.Rows = rowsOf(s)
	return &out
}

// fill writes what the reader says of a token into the columns behind FORM.
func fill(row *conllu.Row, t *language.Token, misc []string) {
	if t.Name != "" {
		position := "B-"
		if t.Inside {
			position = "I-"
		}
		misc = append([]string{"NER=" + position + t.Name}, misc...)
	}
	row[conllu.Lemma], row[conllu.UPOS], row[conllu.XPOS] = t.Lemma, t.UPOS, t.XPOS
	row[conllu.Feats] = conllu.Empty
	row[conllu.Head], row[conllu.DepRel] = strconv.Itoa(t.Head+1), t.Rel
	row[conllu.Deps] = conllu.Empty
	row[conllu.Misc] = strings.Join(misc, "|")
}

// parseTokens reads sentences whose tokens are given.
func parseTokens(cmd *cobra.Command, reader *language.Reader, files []string) error {
	var unread error
	for _, file := range files {
		if err := parseTokenFile(cmd, reader, file); err != nil {
			fmt.Fprintln(cmd.ErrOrStderr(), "annals:", err)
			unread = errReported
		}
	}
	return unread
}

func parseTokenFile(cmd *cobra.Command, reader *language.Reader, file string) error {
	for some, err := range documents(readTreebank(file, cmd.InOrStdin())) {
		annotateRows(reader, some...)
		for _, s := range some {
			if err := conllu.Write(cmd.OutOrStdout(), s); err != nil {
				return fmt.Errorf("writing CoNLL-U: %w", err)
			}
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// readTogether is how many sentences are read at a time, and longestDocument how many
// sentences of a document at most.
const (
	readTogether    = 256
	longestDocument = 4096
)

// documents gathers sentences: whole documents, if the file says where they begin,
// of together so many sentences that they are read fast. What was read before an
// error comes with it.
func documents(sentences iter.Seq2[*conllu.Sentence, error]) iter.Seq2[[]*conllu.Sentence, error] {
	return func(yield func([]*conllu.Sentence, error) bool) {
		var some []*conllu.Sentence
		inDocument := false
		for s, err := range sentences {
			if err != nil {
				yield(some, err)
				return
			}
			begins := beginsDocument(s)
			inDocument = inDocument || begins
			if n := len(some); n >= readTogether && (begins || !inDocument) || n >= longestDocument {
				if !yield(some, nil) {
					return
				}
				some = nil
			}
			some = append(some, s)
		}
		if len(some) > 0 {
			yield(some, nil)
		}
	}
}

// beginsDocument reports whether a sentence is the first of a document.
func beginsDocument(s *conllu.Sentence) bool {
	for _, c := range s.Comments {
		if rest, ok := strings.CutPrefix(strings.TrimLeft(c, "# "), "newdoc"); ok && (rest == "" || rest[0] == ' ') {
			return true
		}
	}
	return false
}

// readTreebank yields the sentences of a file in CoNLL-U, which may be gzipped;
// "-" is stdin. It stops at the first error.
func readTreebank(file string, stdin io.Reader) iter.Seq2[*conllu.Sentence, error] {
	if file == "-" {
		return conllu.Read(file, stdin)
	}
	return func(yield func(*conllu.Sentence, error) bool) {
		opened, err := conllu.Open(file)
		if err != nil {
			yield(nil, fmt.Errorf("reading CoNLL-U: %w", err))
			return
		}
		defer opened.Close()
		for s, err := range conllu.Read(file, opened) {
			if !yield(s, err) {
				return
			}
		}
	}
}

// annotateRows replaces all columns of the words of sentences but ID and FORM. Of
// MISC only SpaceAfter=No stays. Empty nodes go, since no enhanced tree is made.
// Sentences before the first that begins a document are read each for itself.
func annotateRows(reader *language.Reader, sentences ...*conllu.Sentence) {
	parsed := make([]language.Sentence, len(sentences))
	inDocument := false
	for i, s := range sentences {
		switch {
		case beginsDocument(s):
			inDocument = true
		case inDocument:
			parsed[i].Index = parsed[i-1].Index + 1
		}
		s.Rows = slices.DeleteFunc(s.Rows, func(row conllu.Row) bool { return strings.Contains(row[conllu.ID], ".") })
		for _, at := range s.Words() {
			parsed[i].Tokens = append(parsed[i].Tokens, language.Token{Form: s.Rows[at][conllu.Form]})
		}
	}
	reader.Annotate(parsed)
	for i, s := range sentences {
		for k, at := range s.Words() {
			var misc []string
			if s.Rows[at].Feature(conllu.Misc, "SpaceAfter") == "No" {
				misc = []string{"SpaceAfter=No"}
			}
			fill(&s.Rows[at], &parsed[i].Tokens[k], misc)
		}
	}
}
