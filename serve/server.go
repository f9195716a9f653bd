package serve

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"net"
	"net/http"
	"runtime/debug"
	"time"

	"github.com/klauspost/compress/gzhttp"

	"annals/record"
	"annals/serve/api"
	"annals/serve/intake"
	"annals/serve/questions"
)

// Options are what a server needs.
type Options struct {
	Desk   *questions.Desk
	Store  record.Store
	Queue  *intake.Queue // nil: the record can only be read
	Pages  http.Handler  // what is answered outside the API; nil: a short text
	Log    *slog.Logger
	Access Access
	Limit  api.Limits
}

// The times in which a request must have come and been answered, and a server must have
// ended.
const (
	headerTime   = 10 * time.Second
	readTime     = 30 * time.Second
	writeTime    = 2 * time.Minute
	idleTime     = 2 * time.Minute
	shutdownTime = 10 * time.Second
	maxHeader    = 64 << 10
	smallAnswer  = 1400 // bytes, about a packet: smaller ones are not compressed
)

// Server answers requests.
type Server struct {
	http    *http.Server
	handler http.Handler
	log     *slog.Logger
}

// New returns a server. An error says what is wrong with the options.
func New(o Options) (*Server, error) {
	if err := o.Access.Check(); err != nil {
		return nil, err
	}
	metrics := newMetrics(o.Desk)
	mux := http.NewServeMux()
	api.Register(mux, api.Options{Desk: o.Desk, Store: o.Store, Queue: o.Queue, Log: o.Log, Limit: o.Limit})
	mux.Handle("GET /metrics", metrics.handler())
	if o.Pages == nil {
		o.Pages = http.HandlerFunc(greet)
	}
	mux.Handle("/", o.Pages)
	guard, err := newGuard(o.Access)
	if err != nil {
		return nil, err
	}
	mux.HandleFunc("GET "+loginPath, guard.askToken)
	mux.HandleFunc("POST "+loginPath, guard.login)
	compress, err := gzhttp.NewWrapper(gzhttp.MinSize(smallAnswer))
	if err != nil {
		return nil, fmt.Errorf("making the server: %w", err)
	}
	var handler http.Handler = newCache(mux, o.Desk.Version)
	handler = metrics.count(mux, handler)
	handler = compress(handler)
	handler = http.NewCrossOriginProtection().Handler(handler)
	handler = guard.wrap(handler)
	handler = withHeaders(handler)
	handler = recovering(handler, o.Log)
	return &Server{
		handler: handler, log: o.Log,
		http: &http.Server{
			Handler: handler, ReadHeaderTimeout: headerTime, ReadTimeout: readTime, WriteTimeout: writeTime,
			IdleTimeout: idleTime, MaxHeaderBytes: maxHeader,
			ErrorLog: slog.NewLogLogger(o.Log.Handler(), slog.LevelDebug),
		},
	}, nil
}

// Handler is what answers requests, for tests.
func (s *Server) Handler() http.Handler { return s.handler }

// Serve answers requests until the context ends; then it lets those that are being
// answered end, for some seconds.
func (s *Server) Serve(ctx context.Context, l net.Listener) error {
	failed := make(chan error, 1)
	go func() { failed <- s.http.Serve(l) }()
	select {
	case err := <-failed:
		return fmt.Errorf("serving at %s: %w", l.Addr(), err)
	case <-ctx.Done():
	}
	s.log.Info("shutting down")
	end, cancel := context.WithTimeout(context.WithoutCancel(ctx), shutdownTime)
	defer cancel()
	if err := s.http.Shutdown(end); err != nil {
		if errors.Is(err, context.DeadlineExceeded) {
			err = s.http.Close()
		}
		if err != nil {
			return fmt.Errorf("shutting down: %w", err)
		}
	}
	return nil
}

// greet says what is here where there are no pages.
func greet(w http.ResponseWriter, r *http.Request) {
	if r.URL.Path != "/" {
		http.NotFound(w, r)
		return
	}
	w.Header().Set("Content-Type", "text/plain; charset=utf-8")
	fmt.Fprintf(w, "annals: the API is at %s, its description at /openapi.json\n", api.Prefix)
}

// recovering answers requests that end in a panic, and logs it.
func recovering(next http.Handler, log *slog.Logger) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		defer func() {
			switch met := recover(); met {
			case nil:
			case http.ErrAbortHandler: // an export that broke off
				panic(met)
			default:
				log.Error("a request ended in a panic", "path", r.URL.Path, "panic", met, "stack", string(debug.Stack()))
				http.Error(w, "the server failed; its log says more", http.StatusInternalServerError)
			}
		}()
		next.ServeHTTP(w, r)
	})
}
