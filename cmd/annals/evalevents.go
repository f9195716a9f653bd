package main

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"math"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"annals"
	"annals/eval"
	"annals/language/conllu"
)

// newEvalEventsCommand returns the verb eval events.
func newEvalEventsCommand() *cobra.Command {
	var input inputFlags
	var output scoreFlags
	var rows string
	var wrong int
	var texts bool
	cmd := &cobra.Command{
		Use:   "events GOLD [RECORD]",
		Short: "Score record lines: who did what to whom",
		Long: `eval events scores record lines against gold of one of two kinds, told by the
beginning of the file:

JSON Lines: a text a line, with the rows that its record must and must not hold,

    {"id": "a", "text": "...", "published": "2021-06-01",
     "must": [CHECK ...], "must_not": [CHECK ...]}

on one line. A line of the record passes a CHECK if it passes all that it asks for:
"kind", "type", "mode", "status", "edtf" (a value, or a list of which any will do;
edtf "" is undated), "actor", "recipient", "parties" (actor and recipient together)
and "said_by" (in this order): lists of {"country": "LTU"}, {"name": "part of the
words"} or {"sector": "GOV"}, each met by another participant, [] for nobody;
"before" and "after" a day; "where" (part of the words, or {"country": ..}); "text"
(part of the line's words, or a list of parts); "because_of" (a CHECK that a cause
passes); "citations" (exactly these). "row" is a label. Printed are how many rows
are held and invented, and those that fail.

A table, tab-separated: columns marked_sentence, with <s>source</s> and
<t>target</t>, and gold_root, the type of what the one does to the other (YIELD for
CONCEDE or RETREAT). "pair" scores the first event between the two, NONE if there
is none; "any" the first event of the sentence, whoever its parties are. Printed
are macro-F1 (the mean over the gold's types) and accuracy, each type, and which
types are mistaken for which.

With GOLD alone its texts are coded by annals; RECORD is the output of "annals code
--format jsonl", or another program's, for the documents that --texts prints. Files
may be gzipped (.gz); "-" is standard input.`,
		Example: `  annals eval events cmd/annals/testdata/rows.jsonl
  annals eval events --wrong 5 cmd/annals/testdata/pairs.tsv
  annals eval events --rows 2-3 --format json cmd/annals/testdata/pairs.tsv
  annals eval events --texts cmd/annals/testdata/pairs.tsv`,
		RunE: func(cmd *cobra.Command, args []string) error {
			if err := output.check(); err != nil {
				return err
			}
			if wrong < 0 {
				return usagef("--wrong is 0 or more, not %d", wrong)
			}
			first, last, err := rowRange(rows)
			if err != nil {
				return err
			}
			files, err := sides(cmd, args)
			if err != nil {
				return err
			}
			reading, err := input.reading(cmd, []string{"-"})
			if err != nil {
				return err
			}
			gold, err := readGold(files, first, last)
			if err != nil {
				return err
			}
			if texts {
				return writeTexts(cmd.OutOrStdout(), gold)
			}
			record, unread := recordOf(files, gold, reading)
			if unread != nil && !errors.Is(unread, errReported) {
				return unread
			}
			if err := output.print(cmd.OutOrStdout(), eventScoresOf(gold, record, wrong)); err != nil {
				return err
			}
			return unread
		},
	}
	input.add(cmd)
	output.add(cmd)
	cmd.Flags().StringVar(&rows, "rows", "", "score this part of the gold: 701-1050, 701- or 7, counted from 1")
	cmd.Flags().IntVar(&wrong, "wrong", 0, "show so many of the sentences that went wrong, with what was expected and found")
	cmd.Flags().BoolVar(&texts, "texts", false, "print the texts of the gold as JSON Lines for 'annals code', and score nothing")
	return cmd
}

// rowRange reads the first and the last row of a part: "701-1050", "701-", "7".
func rowRange(text string) (first, last int, err error) {
	if text == "" {
		return 1, math.MaxInt, nil
	}
	from, to, isRange := strings.Cut(text, "-")
	first, err = strconv.Atoi(from)
	switch {
	case err != nil:
	case !isRange:
		last = first
	case to == "":
		last = math.MaxInt
	default:
		last, err = strconv.Atoi(to)
	}
	if err != nil || first < 1 || last < first {
		return 0, 0, usagef("--rows is a part like 701-1050, counted from 1, not %q", text)
	}
	return first, last, nil
}

// readGold reads a part of the gold.
func readGold(files *goldAndSystem, first, last int) (*eval.Gold, error) {
	gold, err := parsed(files.gold, files.stdin, eval.ReadGold)
	if err != nil {
		return nil, err
	}
	part := gold.Part(first, last)
	if part.Len() == 0 {
		return nil, usagef("--rows: %s has only %d rows", files.gold, gold.Len())
	}
	return part, nil
}

// parsed reads a file that may be gzipped, or standard input.
func parsed[T any](file string, stdin io.Reader, read func(io.Reader) (T, error)) (T, error) {
	var none T
	in, err := openGold(file, stdin)
	if err != nil {
		return none, err
	}
	defer in.Close()
	out, err := read(in)
	if err != nil {
		return none, fmt.Errorf("%s: %w", file, err)
	}
	return out, nil
}

// openGold opens a file that may be gzipped, or standard input.
func openGold(file string, stdin io.Reader) (io.ReadCloser, error) {
	if file == "-" {
		return io.NopCloser(stdin), nil
	}
	return conllu.Open(file)
}

// writeTexts writes the texts of the gold as documents.
func writeTexts(w io.Writer, gold *eval.Gold) error {
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	for _, doc := range gold.Documents() {
		if err := enc.Encode(doc); err != nil {
			return fmt.Errorf("writing texts: %w", err)
		}
	}
	return nil
}

// checkTexts reports a text of the gold that cannot be coded: one without words, or
// without an id of its own.
func checkTexts(file string, gold *eval.Gold) error {
	seen := map[string]bool{}
	for _, doc := range gold.Documents() {
		switch {
		case doc.ID == "":
			return fmt.Errorf("%s: a text has no id: %.40q", file, doc.Text)
		case seen[doc.ID]:
			return fmt.Errorf("%s: two texts have the id %q", file, doc.ID)
		case strings.TrimSpace(doc.Text) == "":
			return fmt.Errorf("%s: the text %q holds no words", file, doc.ID)
		}
		seen[doc.ID] = true
	}
	return nil
}

// recordOf returns the record lines of the gold's texts: those of the file that the
// command line names, or else those that annals finds. It returns errReported if it
// could not read some of the texts.
func recordOf(files *goldAndSystem, gold *eval.Gold, r *reading) ([]annals.Line, error) {
	if files.system != "" {
		return parsed(files.system, files.stdin, eval.ReadRecord)
	}
	if err := checkTexts(files.gold, gold); err != nil {
		return nil, err
	}
	var texts bytes.Buffer
	if err := writeTexts(&texts, gold); err != nil {
		return nil, err
	}
	r.stdin = &texts
	var record []annals.Line
	err := r.each(func(_ *annals.Document, lines []annals.Line) error {
		record = append(record, lines...)
		return nil
	})
	return record, err
}
