package main

import (
	"cmp"
	"fmt"
	"os"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"annals/ask/table"
	"annals/record"
	"annals/record/actors"
	"annals/record/sqlite"
)

// decisionHelp is what the verbs that decide about actors say of decisions.
const decisionHelp = `

Actors are named by their ids: 'annals actors --format csv' lists them in the column "key".
Decisions are kept apart from what was read. They survive every reading, the later
overrides the earlier, and 'annals actors decisions' lists them and takes them back.`

// decisionFlags are the flags of the verbs that decide about actors.
type decisionFlags struct{ path, by, why string }

func (f *decisionFlags) add(cmd *cobra.Command) {
	cmd.Flags().StringVar(&f.path, "record", defaultRecord, "the file of the record")
	cmd.Flags().StringVar(&f.by, "by", "", "who decides; without it what the system calls you")
	cmd.Flags().StringVar(&f.why, "why", "", "why, in words")
}

// newJoinCommand returns the verb actors join: two ids are one actor.
func newJoinCommand() *cobra.Command {
	var flags decisionFlags
	cmd := &cobra.Command{
		Use:   "join ACTOR OTHER",
		Short: "Decide that two actors are one",
		Long: `join decides that OTHER is ACTOR, whatever the texts call it: in all lines of the record,
now and later, OTHER gets the id of ACTOR.` + decisionHelp,
		Example: `  annals actors join person:panteleimon-ponomarenko person:p-ponomarenko --record annals.db
  annals actors join person:jan-nowak person:john-novak --why "the same passport"`,
		Annotations: map[string]string{"example": "long"}, // they need a record
		RunE: func(cmd *cobra.Command, args []string) error {
			if len(args) != 2 {
				return usagef("name the ids of two actors: the one that remains, and the one that joins it")
			}
			return flags.decide(cmd, actors.Decision{Verdict: actors.Join, Actor: args[0], Other: args[1]})
		},
	}
	flags.add(cmd)
	return cmd
}

// newSplitCommand returns the verb actors split: two ids are two actors.
func newSplitCommand() *cobra.Command {
	var flags decisionFlags
	var documents []string
	cmd := &cobra.Command{
		Use:   "split ACTOR OTHER",
		Short: "Decide that two actors are two",
		Long: `split decides that ACTOR and OTHER are not one, however alike their names are. With
--document, whoever is called ACTOR in these documents is OTHER: so two people of one name
are told apart.` + decisionHelp,
		Example: `  annals actors split person:ivan-petrov person:ivan-petrof --record annals.db
  annals actors split person:ivan-petrov person:ivan-petrov-the-elder --document letters/1911.txt`,
		Annotations: map[string]string{"example": "long"}, // they need a record
		RunE: func(cmd *cobra.Command, args []string) error {
			if len(args) != 2 {
				return usagef("name the ids of the two actors")
			}
			return flags.decide(cmd, actors.Decision{Verdict: actors.Split, Actor: args[0], Other: args[1], Documents: documents})
		},
	}
	flags.add(cmd)
	cmd.Flags().StringSliceVar(&documents, "document", nil, "ids of documents in which ACTOR is OTHER")
	return cmd
}

// decide keeps a decision and puts the record together anew.
func (f *decisionFlags) decide(cmd *cobra.Command, d actors.Decision) error {
	if err := d.Check(); err != nil {
		return usagef("%w", err)
	}
	s, err := openToDecide(cmd, f.path)
	if err != nil {
		return err
	}
	err = f.decideIn(cmd, s, d)
	if closed := s.Close(); err == nil {
		err = closed
	}
	return err
}

func (f *decisionFlags) decideIn(cmd *cobra.Command, s record.Store, d actors.Decision) error {
	if err := noteStrangers(cmd, s, &d); err != nil {
		return err
	}
	err := s.Decide(cmd.Context(), record.Decision{Decision: d, By: cmp.Or(f.by, os.Getenv("USER")), At: time.Now().UTC().Format(time.RFC3339), Why: f.why})
	if err != nil {
		return err
	}
	return putTogether(cmd, s)
}

// openToDecide opens a record that is there.
func openToDecide(cmd *cobra.Command, path string) (record.Store, error) {
	if _, err := os.Stat(path); err != nil {
		return nil, fmt.Errorf("opening the record %s: %w", path, sqlite.ErrAbsent)
	}
	s, err := sqlite.OpenToAdd(cmd.Context(), path)
	if err != nil {
		return nil, fmt.Errorf("opening the record %w", err)
	}
	return s, nil
}

// noteStrangers says which actors and documents of a decision the record does not know: a word
// that was mistyped would change nothing, and nobody would see it.
func noteStrangers(cmd *cobra.Command, s record.Store, d *actors.Decision) error {
	for _, id := range []string{d.Actor, d.Other} {
		if id == d.Other && d.Verdict == actors.Split && len(d.Documents) > 0 {
			continue // a new name for whoever is meant there
		}
		known, err := isNamed(cmd, s, id)
		if err != nil {
			return err
		}
		if !known {
			fmt.Fprintf(cmd.ErrOrStderr(), "annals: no line of the record names %q yet\n", id)
		}
	}
	for _, id := range d.Documents {
		if _, err := s.Kept(cmd.Context(), id); err != nil {
			fmt.Fprintf(cmd.ErrOrStderr(), "annals: %v\n", err)
		}
	}
	return nil
}

// isNamed reports whether a line names an actor, as party or speaker, as it was coded or as
// it was settled.
func isNamed(cmd *cobra.Command, s record.Store, id string) (bool, error) {
	who := record.Party{ID: id}
	for _, f := range []record.Filter{{Parties: []record.Party{who}}, {SaidBy: who}} {
		for _, f.Raw = range []bool{true, false} {
			for _, err := range s.Lines(cmd.Context(), &f) {
				return err == nil, err
			}
		}
	}
	return false, nil
}

// newDecisionsCommand returns the verb actors decisions: what was decided.
func newDecisionsCommand() *cobra.Command {
	var flags decisionFlags
	var output outputFlags
	undo := 0
	cmd := &cobra.Command{
		Use:   "decisions",
		Short: "List what was decided about actors, or take it back",
		Long: `decisions lists what was decided about actors, in its order. --undo N takes back the Nth
decision and all others about the same two actors; that is a decision too, and is listed.`,
		Example: `  annals actors decisions --record annals.db
  annals actors decisions --undo 2`,
		Annotations: map[string]string{"example": "long"}, // they need a record
		Args:        cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			if err := output.check(cmd.OutOrStdout()); err != nil {
				return err
			}
			if cmd.Flags().Changed("undo") {
				return flags.undo(cmd, undo)
			}
			from := recordFlags{path: flags.path}
			s, err := from.open(cmd.Context())
			if err != nil {
				return err
			}
			defer s.Close() //nolint:errcheck // nothing was written
			all, err := s.Decisions(cmd.Context())
			if err != nil {
				return err
			}
			if len(all) == 0 {
				fmt.Fprintln(cmd.ErrOrStderr(), "annals: nothing was decided yet")
				return nil
			}
			return output.write(cmd, decisionsAnswer(all), nil)
		},
	}
	flags.add(cmd)
	output.add(cmd, "table")
	cmd.Flags().IntVar(&undo, "undo", 0, "take back this decision, 1 for the first")
	return cmd
}

// undo takes back a decision, by one that says so.
func (f *decisionFlags) undo(cmd *cobra.Command, number int) error {
	s, err := openToDecide(cmd, f.path)
	if err != nil {
		return err
	}
	all, err := s.Decisions(cmd.Context())
	switch {
	case err != nil:
	case number < 1 || number > len(all):
		err = usagef("--undo: there is no decision %d; the record has %d", number, len(all))
	default:
		d := &all[number-1]
		err = f.decideIn(cmd, s, actors.Decision{Verdict: actors.Undo, Actor: d.Actor, Other: d.Other})
	}
	if closed := s.Close(); err == nil {
		err = closed
	}
	return err
}

func decisionsAnswer(all []record.Decision) *answer {
	row := func(i int) []string {
		d := &all[i]
		return []string{strconv.Itoa(i + 1), string(d.Verdict), d.Actor, d.Other, strings.Join(d.Documents, "; "), d.By, d.At, d.Why}
	}
	return &answer{
		draw: func(t *table.Table) error {
			section := table.Section{Entries: make([]table.Entry, len(all))}
			for i := range all {
				section.Entries[i] = table.Entry{Cells: slices.Delete(row(i), 6, 7)} // a table has little room
			}
			return t.Sections([]table.Column{
				{Name: "NO.", Share: 0},
				{Name: "VERDICT", Share: 0},
				{Name: "ACTOR", Share: 26},
				{Name: "OTHER", Share: 26},
				{Name: "IN", Share: 14},
				{Name: "BY", Share: 10},
				{Name: "WHY", Share: 20},
			}, []table.Section{section})
		},
		objects: objectsOf(all),
		columns: []string{"number", "verdict", "actor", "other", "documents", "by", "at", "why"},
		rows:    len(all),
		cells:   row,
	}
}
