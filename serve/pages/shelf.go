package pages

import (
	"context"
	"net/http"
	"sync"
	"time"

	"golang.org/x/sync/errgroup"
	"golang.org/x/sync/singleflight"
)

// The bounds of a shelf.
const (
	mostShelved = 32 << 20               // bytes of all pages
	drawTime    = 90 * time.Second       // in which a page must be drawn that others may wait for
	slowPage    = 200 * time.Millisecond // who asks for a page that takes longer gets the last one while the next is drawn
)

// shelf keeps pages that were drawn until the record changes, and lets those who ask for
// the same page at the same time wait for one drawing.
type shelf struct {
	flights singleflight.Group

	mu    sync.Mutex
	pages map[string]*drawn // by their addresses
	bytes int
}

// drawn is a page as it was drawn.
type drawn struct {
	version string // of the record
	body    []byte
	took    time.Duration
}

func (s *shelf) get(address string) *drawn {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.pages[address]
}

func (s *shelf) put(address string, d *drawn) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if old := s.pages[address]; old != nil {
		s.bytes -= len(old.body)
	}
	if s.pages == nil || s.bytes+len(d.body) > mostShelved {
		s.pages, s.bytes = map[string]*drawn{}, 0
	}
	s.pages[address] = d
	s.bytes += len(d.body)
}

// shelved answers with a page from the shelf, or draws it.
func (p *Pages) shelved(w http.ResponseWriter, r *http.Request, page *page) {
	version, address := p.desk.Version(), r.URL.RequestURI()
	have := p.shelf.get(address)
	switch {
	case have != nil && have.version == version:
	case have != nil && have.took > slowPage:
		go p.redraw(context.WithoutCancel(r.Context()), version, address, page, r) //nolint:errcheck // whoever asks next is told
	default:
		var err error
		if have, err = p.redraw(context.WithoutCancel(r.Context()), version, address, page, r); err != nil {
			p.fail(w, r, err)
			return
		}
	}
	p.send(w, r, http.StatusOK, have.body)
}

// redraw draws a page and puts it on the shelf. It goes on if whoever asked is gone, since
// others may wait for it.
func (p *Pages) redraw(ctx context.Context, version, address string, page *page, r *http.Request) (*drawn, error) {
	found, err, _ := p.shelf.flights.Do(version+"\x00"+address, func() (any, error) {
		ctx, cancel := context.WithTimeout(ctx, drawTime)
		defer cancel()
		begun := time.Now()
		body, err := p.draw(ctx, page, r)
		if err != nil {
			return nil, err
		}
		d := &drawn{version: version, body: body, took: time.Since(begun)}
		p.shelf.put(address, d)
		return d, nil
	})
	if err != nil {
		return nil, err
	}
	return found.(*drawn), nil
}

// Warm draws the pages about the whole record, one after the other, so that of a large one
// the first view is there when somebody asks for it.
func (p *Pages) Warm(ctx context.Context) error {
	p.warming.Store(true)
	err := p.desk.Prepare(ctx)
	p.warming.Store(false)
	if err != nil {
		return err
	}
	for _, page := range p.all() {
		if !page.shelved {
			continue
		}
		r, err := http.NewRequestWithContext(ctx, http.MethodGet, page.path, http.NoBody)
		if err != nil {
			return err
		}
		if _, err := p.redraw(ctx, p.desk.Version(), page.path, &page, r); err != nil {
			return err
		}
	}
	return nil
}

// together asks questions at the same time, since a machine has more than one core. It
// returns the first error.
func together(ctx context.Context, questions ...func(context.Context) error) error {
	group, ctx := errgroup.WithContext(ctx)
	for _, ask := range questions {
		group.Go(func() error { return ask(ctx) })
	}
	return group.Wait()
}
