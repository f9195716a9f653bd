package main

import (
	"fmt"
	"runtime/debug"

	"github.com/spf13/cobra"

	"annals/gazetteer"
	"annals/record"
	"annals/record/digest"
)

// frugal is how much garbage may gather, in percent of what is in use, while all lines of a record
// are in memory: it takes a tenth longer, and a quarter less memory.
const frugal = 40

// putTogether settles who is who in a record and merges the reports of one event, if
// something has changed since that was done last.
func putTogether(cmd *cobra.Command, s record.Store) error {
	done, err := s.Digested(cmd.Context())
	if err != nil || done {
		return err
	}
	known, err := gazetteer.Load()
	if err != nil {
		return fmt.Errorf("loading the gazetteer: %w", err)
	}
	d, err := digest.New(known)
	if err != nil {
		return err
	}
	defer debug.SetGCPercent(debug.SetGCPercent(frugal))
	stderr := cmd.ErrOrStderr()
	if isTerminal(stderr) {
		fmt.Fprint(stderr, "\r\x1b[Kputting together what the documents tell ...")
		defer fmt.Fprint(stderr, "\r\x1b[K")
	}
	return s.Digest(cmd.Context(), d)
}

// noteUnmerged says on standard error if a record has what was not put together yet.
func noteUnmerged(cmd *cobra.Command, s record.Store) error {
	done, err := s.Digested(cmd.Context())
	if err == nil && !done {
		fmt.Fprintln(cmd.ErrOrStderr(), "annals: the record has changed since its documents were put together: what is new stands for itself, unmerged; any 'annals add' to the record puts it right")
	}
	return err
}
