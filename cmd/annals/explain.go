package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"annals"
	"annals/ask"
	"annals/ask/table"
	"annals/record"
)

// explainFlags say which lines are explained, and how that is written.
type explainFlags struct {
	all            bool
	sentence       int // 1 for the first; 0 for any
	format, colour string
}

// newExplainCommand returns the verb explain: why a line or an event says what it says.
func newExplainCommand() *cobra.Command {
	var input inputFlags
	var flags explainFlags
	var from recordFlags
	cmd := &cobra.Command{
		Use:   "explain ID FILE... | explain ID --record FILE",
		Short: "Why a line or an event of the record says what it says",
		Long: `explain reads texts and says of the line with the given id why it says what it
says: the words, their tree, the entry that fired with its file and line, the
arithmetic of the date, whom pronouns take up, who says so and by which word, why
it is told as fact or not, and where its confidence comes from. If other lines report the same
event, or an actor was settled by what other lines say, that stands below.

Of the event with the given id, as "annals timeline --by event" writes it, it says which reports
tell of it and what made them one, what they say differently, which documents are copies,
which events it belongs to, and how the ids of its actors were settled: by an office that
another line gives to somebody, by a spelling, or by a decision of yours.

The beginning of an id is enough if no other begins so; it has four
letters at least. An id that nothing has is an error, with exit code 1. In place
of an id, --sentence N asks for all lines of the Nth sentence of each text, and
--all for all lines. With --record the texts are those of the record: they are coded
once more, so that --codebook must be the one of 'annals add'.

` + filesHelp,
		Example: `  annals explain --sentence 4 examples/encyclopaedia.txt
  annals explain --all --format json examples/news.txt`,
		RunE: func(cmd *cobra.Command, args []string) error {
			id, files, err := flags.arguments(args)
			if err != nil {
				return err
			}
			if err := from.check(files); err != nil {
				return err
			}
			write, err := flags.writer(cmd.OutOrStdout())
			if err != nil {
				return err
			}
			r, err := input.reading(cmd, files)
			if err != nil {
				return err
			}
			which := &asked{id: id, sentence: flags.sentence}
			if from.path != "" {
				return explainRecord(cmd, &from, r, which, write)
			}
			return explainTexts(r, which, write)
		},
	}
	input.add(cmd)
	from.add(cmd)
	cmd.Flags().BoolVar(&flags.all, "all", false, "explain every line")
	cmd.Flags().IntVar(&flags.sentence, "sentence", 0, "explain the lines of this sentence, 1 for the first of a text")
	cmd.Flags().StringVar(&flags.format, "format", "text", "text (or table) or json (or jsonl)")
	cmd.Flags().StringVar(&flags.colour, "color", "auto", "auto, always or never")
	return cmd
}

// shortestID is how much of an id has to be given.
const shortestID = 4

// arguments returns the id that is asked for, if one is, and the files.
func (f *explainFlags) arguments(args []string) (id string, files []string, err error) {
	switch {
	case f.sentence < 0:
		return "", nil, usagef("--sentence is 1 or more, not %d", f.sentence)
	case f.all && f.sentence > 0:
		return "", nil, usagef("--all and --sentence ask for different lines")
	case f.all || f.sentence > 0:
		files = args
	case len(args) == 0:
		return "", nil, usagef("name the ID of a line and the FILEs that it comes from, or a record with --record FILE")
	default:
		id, files = strings.ToLower(args[0]), args[1:]
		if len(id) < shortestID {
			return "", nil, usagef("the id %q is too short; %d letters at least", id, shortestID)
		}
	}
	return id, files, nil
}

// explanations writes explanations.
type explanations struct {
	line  func(*annals.Explanation) error
	event func(e *ask.EventExplanation, behindLine bool) error // behindLine: the line has been explained
}

// writer returns what writes explanations in the format that the flags ask for.
func (f *explainFlags) writer(w io.Writer) (*explanations, error) {
	style, err := look(w, f.colour)
	if err != nil {
		return nil, err
	}
	switch f.format {
	case "text", "table":
		t := table.New(w, style)
		return &explanations{t.Explanation, func(e *ask.EventExplanation, _ bool) error { return t.Event(e) }}, nil
	case "json", "jsonl":
		enc := json.NewEncoder(w)
		enc.SetEscapeHTML(false)
		return &explanations{
			func(e *annals.Explanation) error { return enc.Encode(e) },
			func(e *ask.EventExplanation, behindLine bool) error {
				if behindLine {
					return nil // an object for what was asked for; the event has an id of its own
				}
				return enc.Encode(e)
			},
		}, nil
	}
	return nil, usagef("--format is text or json, not %q", f.format)
}

// asked is which lines are to be explained.
type asked struct {
	id       string // begins so; "" for any
	sentence int    // 1 for the first; 0 for any
}

func (a *asked) is(line *annals.Line) bool {
	return strings.HasPrefix(line.ID, a.id) && (a.sentence == 0 || line.Sentence.Index+1 == a.sentence)
}

// errNoLine is returned where nothing has the id that was asked for.
var errNoLine = errors.New("no line or event of these texts has an id")

// explain looks for the lines and explains them as they are found; of a beginning
// of an id it must first be known that it is that of one line only.
// also is called with all lines, if it is not nil.
func explain(r *reading, a *asked, write *explanations, also func(*annals.Document, []annals.Line)) error {
	var held []annals.Explanation
	ids := map[string]bool{}
	found := false
	err := r.each(func(doc *annals.Document, lines []annals.Line) error {
		if also != nil {
			also(doc, lines)
		}
		if !slices.ContainsFunc(lines, func(l annals.Line) bool { return a.is(&l) }) {
			return nil
		}
		found = true
		for _, e := range r.coder.Explain(doc, a.is) {
			if a.id != "" {
				ids[e.Line.ID] = true
				held = append(held, e)
			} else if err := write.line(&e); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil && !errors.Is(err, errReported) {
		return err
	}
	switch {
	case !found && a.id != "":
		return fmt.Errorf("%w that begins with %q", errNoLine, a.id)
	case !found:
		fmt.Fprintln(r.stderr, "annals: the texts say nothing that was asked for")
	case len(ids) > 1:
		return fmt.Errorf("the ids of %d lines begin with %q: %s", len(ids), a.id, strings.Join(sorted(ids), ", "))
	}
	for i := range held {
		if written := write.line(&held[i]); written != nil {
			return written
		}
	}
	return err
}

// explainRecord explains lines of the record: their documents are taken from it and
// coded once more.
func explainRecord(cmd *cobra.Command, from *recordFlags, r *reading, a *asked, write *explanations) error {
	s, err := from.open(cmd.Context())
	if err != nil {
		return err
	}
	defer s.Close() //nolint:errcheck // nothing was written
	if a.id == "" {
		r.texts = allTexts(cmd.Context(), s)
		return explain(r, a, write, nil)
	}
	put, err := eventWithReasons(cmd.Context(), s, a.id)
	if err != nil {
		return err
	}
	if a.isEvent() {
		return put.explain(a, false, write)
	}
	r.texts = textsWithLine(cmd.Context(), s, a.id)
	err = explain(r, a, write, nil)
	if errors.Is(err, errNoLine) {
		return otherCoder(cmd.Context(), s, r, a, err)
	}
	if err != nil && !errors.Is(err, errReported) {
		return err
	}
	if noting := noteCorrected(cmd, s, put); noting != nil {
		return noting
	}
	return errors.Join(put.explain(a, true, write), err)
}

// noteCorrected says on standard error which of the lines that are explained somebody has
// corrected: what is explained is what was coded.
func noteCorrected(cmd *cobra.Command, s record.Store, put *together) error {
	corrections, err := s.Corrections(cmd.Context())
	if err != nil {
		return err
	}
	last := map[string]*record.Correction{}
	for i := range corrections {
		last[corrections[i].Line] = &corrections[i]
	}
	for i := range put.coded {
		c := last[put.coded[i].ID]
		if c == nil || c.IsEmpty() {
			continue
		}
		what := "corrected"
		if c.Struck {
			what = "struck out"
		}
		fmt.Fprintf(cmd.ErrOrStderr(), "annals: the line %s was %s by hand (%s); what is explained is what was coded\n", c.Line, what, strings.Trim(strings.Join([]string{c.By, c.At, c.Why}, ", "), ", "))
	}
	return nil
}

// otherCoder says why a line that the record has was not found in its text, if that is
// because another version coded it; else it returns the error.
func otherCoder(ctx context.Context, s record.Store, r *reading, a *asked, err error) error {
	for line, reading := range s.Lines(ctx, &record.Filter{ID: a.id, Raw: true}) {
		if reading != nil {
			return reading
		}
		if line.Coder != r.coder.Version() {
			return fmt.Errorf("the line %s was coded by %q, and %q does not find it: add its text again, or name the codebook", line.ID, line.Coder, r.coder.Version())
		}
	}
	return err
}

// sorted returns the first few of a set of ids in order.
func sorted(ids map[string]bool) []string {
	const few = 5
	out := make([]string, 0, len(ids))
	for id := range ids {
		out = append(out, id)
	}
	slices.Sort(out)
	if len(out) > few {
		out = append(out[:few], "...")
	}
	return out
}
