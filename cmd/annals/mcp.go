package main

import (
	"errors"
	"fmt"
	"io"
	"log/slog"
	"os/signal"
	"syscall"

	"github.com/modelcontextprotocol/go-sdk/mcp"
	"github.com/spf13/cobra"

	"annals/serve/assistant"
)

// newMCPCommand returns the verb mcp: the questions as tools for assistants.
func newMCPCommand() *cobra.Command {
	flags := deskFlags{readOnly: true}
	cmd := &cobra.Command{
		Use:   "mcp",
		Short: "The questions as tools for assistants (Model Context Protocol)",
		Long: `mcp offers the questions about a record to an assistant, as tools of the Model Context
Protocol, over standard input and output. Each answer has quotations, their documents and
the ids of their lines, so that the assistant can cite them. The record is only read; an
assistant's program starts the command by itself, told for instance by

  {"mcpServers": {"annals": {"command": "annals", "args": ["mcp", "--record", "/path/to/annals.db"]}}}`,
		Example:     `  annals mcp --record annals.db`,
		Annotations: map[string]string{"example": "long"}, // it needs a record
		Args:        cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			ctx, stop := signal.NotifyContext(cmd.Context(), syscall.SIGTERM, syscall.SIGINT)
			defer stop()
			log := slog.New(slog.NewTextHandler(cmd.ErrOrStderr(), &slog.HandlerOptions{Level: slog.LevelWarn}))
			d, err := openDesk(ctx, &flags, log)
			if err != nil {
				return err
			}
			defer d.store.Close() //nolint:errcheck // nothing was written
			server, err := assistant.New(d.desk, d.coder.Version(), log)
			if err != nil {
				return err
			}
			transport := &mcp.IOTransport{Reader: io.NopCloser(cmd.InOrStdin()), Writer: nopCloser{cmd.OutOrStdout()}}
			if err := server.Run(ctx, transport); err != nil && ctx.Err() == nil && !errors.Is(err, io.EOF) {
				return fmt.Errorf("serving the assistant: %w", err)
			}
			return nil
		},
	}
	cmd.Flags().StringVar(&flags.record, "record", defaultRecord, "the file of the record")
	cmd.Flags().StringVar(&flags.codebook, "codebook", "", "the folder of tables that the record was coded with, for explanations")
	cmd.Flags().StringVar(&flags.catalogue, "catalogue", "", catalogueHelp)
	return cmd
}

// nopCloser is a Writer that stays open.
type nopCloser struct{ io.Writer }

// Close implements io.Closer.
func (nopCloser) Close() error { return nil }
