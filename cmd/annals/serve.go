package main

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"log/slog"
	"net"
	"net/netip"
	"os"
	"os/signal"
	"strings"
	"syscall"
	"time"

	"github.com/spf13/cobra"

	"annals/coder"
	"annals/gazetteer"
	"annals/record"
	"annals/record/digest"
	"annals/record/sqlite"
	"annals/serve"
	"annals/serve/intake"
	"annals/serve/pages"
	"annals/serve/questions"
)

// tokenVariable is the variable of the environment that may hold the token.
const tokenVariable = "ANNALS_TOKEN"

// catalogueHelp says what --catalogue is.
const catalogueHelp = "where a catalogue of a big record is kept, so that the next start is quick; by default the record's name with -catalogue, none for nowhere"

// serveFlags are the flags of the verb serve.
type serveFlags struct {
	record, listen, codebook string
	catalogue                string
	tokenFile, identity      string
	proxies, hosts           []string
	readOnly, debug          bool
}

// newServeCommand returns the verb serve: the record in a browser and as an HTTP API.
func newServeCommand() *cobra.Command {
	var flags serveFlags
	cmd := &cobra.Command{
		Use:   "serve",
		Short: "The record in a browser, and as an HTTP API",
		Long: `serve answers questions about a record over HTTP: pages for a browser, the same as an
API under /api/v1, its OpenAPI description at /openapi.json, /healthz and /metrics. It
prints its address on standard output and logs on standard error, and ends at SIGINT or
SIGTERM when it has answered what it was asked. A record that is not there is made.

It listens to this machine alone unless --listen says otherwise; ":0" takes a free port.
To others it answers only if they know the token, which stands in --token-file or in the
variable ` + tokenVariable + `, as "Authorization: Bearer TOKEN" or through the page
/login; or if a reverse proxy, whose addresses --proxy names, says who they are in the
header that --identity-header names. --host allows the names by which it is asked.

Texts may be handed in, lines corrected and actors joined while others read, unless
--read-only forbids it.`,
		Example: `  annals serve --record annals.db
  annals serve --record annals.db --listen :8080 --token-file token --host annals.example.org`,
		Annotations: map[string]string{"example": "long"}, // it goes on until it is ended
		Args:        cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			access, err := flags.access()
			if err != nil {
				return err
			}
			ctx, stop := signal.NotifyContext(cmd.Context(), os.Interrupt, syscall.SIGTERM)
			defer stop()
			return flags.run(ctx, cmd, access)
		},
	}
	f := cmd.Flags()
	f.StringVar(&flags.record, "record", defaultRecord, "the file of the record")
	f.StringVar(&flags.listen, "listen", "127.0.0.1:8080", "the address to listen at")
	f.StringVar(&flags.codebook, "codebook", "", "a folder with tables of your own, which texts that are handed in are coded with")
	f.StringVar(&flags.catalogue, "catalogue", "", catalogueHelp)
	f.StringVar(&flags.tokenFile, "token-file", "", "a file that holds the token whoever asks must know")
	f.StringVar(&flags.identity, "identity-header", "", "the header in which a reverse proxy names who asks, as in X-Forwarded-User")
	f.StringSliceVar(&flags.proxies, "proxy", []string{"127.0.0.0/8", "::1/128"}, "addresses from which that header is believed")
	f.StringSliceVar(&flags.hosts, "host", nil, "names by which the server may be asked, beside localhost and its addresses")
	f.BoolVar(&flags.readOnly, "read-only", false, "hand in no texts, corrections and decisions")
	f.BoolVar(&flags.debug, "debug", false, "log more")
	return cmd
}

// access returns who may ask.
func (f *serveFlags) access() (serve.Access, error) {
	a := serve.Access{Listen: f.listen, Token: strings.TrimSpace(os.Getenv(tokenVariable)), Identity: f.identity, Hosts: f.hosts}
	host, port, err := net.SplitHostPort(f.listen)
	if err != nil || port == "" {
		return a, usagef("--listen: %q is no address; write it as in 127.0.0.1:8080 or :0", f.listen)
	}
	if host == "" && port == "0" {
		a.Listen = "127.0.0.1:0" // a free port of this machine
	}
	if f.tokenFile != "" {
		data, err := os.ReadFile(f.tokenFile)
		if err != nil {
			return a, fmt.Errorf("reading the token: %w", err)
		}
		if a.Token = strings.TrimSpace(string(data)); a.Token == "" {
			return a, usagef("--token-file: %s is empty", f.tokenFile)
		}
	}
	for _, text := range f.proxies {
		p, err := prefix(text)
		if err != nil {
			return a, usagef("--proxy: %q is no address or network", text)
		}
		a.Proxies = append(a.Proxies, p)
	}
	if err := a.Check(); err != nil {
		return a, &usageError{err}
	}
	return a, nil
}

// prefix reads an address, or a network as in 10.0.0.0/8.
func prefix(text string) (netip.Prefix, error) {
	if strings.Contains(text, "/") {
		return netip.ParsePrefix(text)
	}
	ip, err := netip.ParseAddr(text)
	if err != nil {
		return netip.Prefix{}, err
	}
	return ip.Prefix(ip.BitLen())
}

// run serves until the context ends.
func (f *serveFlags) run(ctx context.Context, cmd *cobra.Command, access serve.Access) error {
	level := slog.LevelInfo
	if f.debug {
		level = slog.LevelDebug
	}
	log := slog.New(slog.NewTextHandler(cmd.ErrOrStderr(), &slog.HandlerOptions{Level: level}))
	d, err := openDesk(ctx, &deskFlags{f.record, f.codebook, f.catalogue, f.readOnly}, log)
	if err != nil {
		return err
	}
	defer d.store.Close() //nolint:errcheck // every write has been answered for
	options := serve.Options{Desk: d.desk, Store: d.store, Log: log, Access: access}
	if !f.readOnly {
		options.Queue = intake.New(d.store, d.coder, d.digester, log)
		defer options.Queue.Close()
	}
	shown, err := pages.New(pages.Options{Desk: d.desk, Gazetteer: d.gazetteer, Store: d.store, Queue: options.Queue, Log: log})
	if err != nil {
		return fmt.Errorf("loading the pages: %w", err)
	}
	options.Pages = shown
	server, err := serve.New(options)
	if err != nil {
		return err
	}
	l, err := net.Listen("tcp", access.Listen)
	if err != nil {
		return fmt.Errorf("listening: %w", err)
	}
	fmt.Fprintf(cmd.OutOrStdout(), "http://%s/\n", l.Addr())
	log.Info("serving", "record", f.record, "address", l.Addr().String())
	go warm(ctx, shown, log)
	return server.Serve(ctx, l)
}

// warm draws the first views before somebody asks for them.
func warm(ctx context.Context, shown *pages.Pages, log *slog.Logger) {
	begun := time.Now()
	switch err := shown.Warm(ctx); {
	case ctx.Err() != nil:
		return
	case err != nil:
		log.Error("drawing the first views", "error", err)
		return
	}
	log.Info("ready", "after", time.Since(begun).Round(time.Millisecond))
}

// deskFlags say which record is opened, and how.
type deskFlags struct {
	record, codebook, catalogue string
	readOnly                    bool
}

// file is where the catalogue of the record is kept, "" for nowhere.
func (f *deskFlags) file() string {
	switch f.catalogue {
	case "":
		return f.record + "-catalogue"
	case "none":
		return ""
	}
	return f.catalogue
}

// deskOf is a record with what answers questions about it.
type deskOf struct {
	desk      *questions.Desk
	store     record.Store
	coder     *coder.Coder
	gazetteer *gazetteer.Gazetteer
	digester  *digest.Digester
}

// openDesk opens a record, for reading alone or for adding too.
func openDesk(ctx context.Context, f *deskFlags, log *slog.Logger) (*deskOf, error) {
	known, err := gazetteer.Load()
	if err != nil {
		return nil, fmt.Errorf("loading the gazetteer: %w", err)
	}
	book, err := (&inputFlags{codebook: f.codebook}).book()
	if err != nil {
		return nil, err
	}
	d := &deskOf{gazetteer: known}
	if d.coder, err = coder.NewWith(book); err != nil {
		return nil, fmt.Errorf("loading the models and the data files: %w", err)
	}
	if d.digester, err = digest.New(known); err != nil {
		return nil, fmt.Errorf("loading what makes reports one event: %w", err)
	}
	open := sqlite.OpenToAdd
	if f.readOnly {
		open = sqlite.Open
	}
	s, err := open(ctx, f.record)
	if err != nil {
		return nil, fmt.Errorf("opening the record %w", err)
	}
	d.store = s
	d.desk, err = questions.New(questions.Options{
		Store: s, Gazetteer: known, Codebook: book, Coder: d.coder, Version: func() string { return versionOf(f.record) },
		File: f.file(), Saved: func(err error) {
			if err != nil {
				log.Warn("the catalogue of the record could not be kept; the next start will take as long", "error", err)
			}
		},
	})
	if err != nil {
		return nil, errors.Join(err, s.Close())
	}
	return d, nil
}

// versionOf changes whenever the file of a record or its log of writes does.
func versionOf(path string) string {
	var out strings.Builder
	for _, file := range []string{path, path + "-wal"} {
		info, err := os.Stat(file)
		switch {
		case errors.Is(err, fs.ErrNotExist):
			out.WriteString("-;")
		case err != nil:
			fmt.Fprintf(&out, "%v;", err)
		default:
			fmt.Fprintf(&out, "%d %d;", info.Size(), info.ModTime().UnixNano())
		}
	}
	return out.String()
}
