// Command annals reads what has been written about the relations between
// countries and keeps a record of it: who did what to whom, when, where, and
// according to whom.
//
// It exits with 0 when it is done, 1 when some input could not be read (the
// rest was), nothing could be written or what was asked for by its id is not
// there, and 2 when it was used wrongly.
// Answers go to standard output, everything else to standard error.
package main

import (
	"errors"
	"fmt"
	"io"
	"os"

	"github.com/spf13/cobra"
)

// The exit codes.
const (
	exitDone  = 0
	exitInput = 1
	exitUsage = 2
)

func main() {
	cobra.EnableCommandSorting = false // help lists the verbs as newRootCommand has them
	os.Exit(run(os.Args[1:], os.Stdin, os.Stdout, os.Stderr))
}

// run is main without the process: it returns the exit code.
func run(args []string, stdin io.Reader, stdout, stderr io.Writer) int {
	started := false // false: the error is one of usage, found before a verb ran
	root := newRootCommand()
	root.PersistentPreRun = func(*cobra.Command, []string) { started = true }
	root.SetArgs(args)
	root.SetIn(stdin)
	root.SetOut(stdout)
	root.SetErr(stderr)

	verb, err := root.ExecuteC()
	var usage *usageError
	switch {
	case err == nil:
		return exitDone
	case errors.Is(err, errReported):
		return exitInput
	case started && !errors.As(err, &usage):
		fmt.Fprintf(stderr, "annals: %v\n", err)
		return exitInput
	}
	fmt.Fprintf(stderr, "annals: %v\nSee '%s --help'.\n", err, verb.CommandPath())
	return exitUsage
}

// newRootCommand returns the command with all its verbs.
func newRootCommand() *cobra.Command {
	root := &cobra.Command{
		Use:           "annals",
		Short:         "Who did what to whom, when, where, according to whom",
		Long:          rootHelp,
		SilenceUsage:  true,
		SilenceErrors: true,
		Args:          cobra.NoArgs,
		RunE: func(*cobra.Command, []string) error {
			return usagef("say what to do: annals VERB; the verbs are listed by 'annals --help'")
		},
	}
	root.CompletionOptions.HiddenDefaultCmd = true
	root.AddCommand(
		newTimelineCommand(),
		newCodeCommand(),
		newAddCommand(),
		newSearchCommand(),
		newStateCommand(),
		newClaimsCommand(),
		newSeriesCommand(),
		newNetworkCommand(),
		newActorsCommand(),
		newSourcesCommand(),
		newExportCommand(),
		newImportCommand(),
		newExplainCommand(),
		newServeCommand(),
		newMCPCommand(),
		newCodebookCommand(),
		newParseCommand(),
		newTrainCommand(),
		newEvalCommand(),
	)
	return root
}

const rootHelp = `annals reads what has been written about the relations between countries and
keeps a record of it: who did what to whom, when, where, and according to whom,
each line with the exact words behind it.

Exit codes: 0 done; 1 some input could not be read (the rest was); 2 wrong usage.`

// filesHelp is what every verb that reads files says about them.
const filesHelp = `A FILE is plain text, Markdown, HTML or JSON Lines, told by its extension; "-" is
standard input. What cannot be read is reported on standard error, and the rest
is read all the same.`

// errReported is returned by a verb that has already said on standard error
// what it could not read.
var errReported = errors.New("some input could not be read")

// usageError is an error of the user: a flag or an argument that cannot be
// right.
type usageError struct{ err error }

func (e *usageError) Error() string { return e.err.Error() }
func (e *usageError) Unwrap() error { return e.err }

func usagef(format string, args ...any) error {
	return &usageError{fmt.Errorf(format, args...)}
}
