package questions

import (
	"context"
	"time"
)

// bigRecord is how many lines a record has that is not read anew while somebody waits: a
// question is answered from the catalogue before, for the seconds that the new one takes.
const bigRecord = 50_000

// keeping is the catalogue that is used, and the one in the making. Its Desk guards it.
type keeping struct {
	now    *catalogue
	making chan struct{} // closed when the one in the making is there; nil: there is none
	failed error         // of the last one
	took   time.Duration // the last one
	ended  time.Time     // when that was
}

// catalogue returns the catalogue of the record as it is now; of a big record maybe as it
// was some seconds ago.
func (d *Desk) catalogue(ctx context.Context) (*catalogue, error) { return d.current(ctx, false) }

// current returns a catalogue, if fresh is set of the record as it is now.
func (d *Desk) current(ctx context.Context, fresh bool) (*catalogue, error) {
	for {
		version := d.version()
		d.mu.Lock()
		k := &d.keep
		if k.now != nil && (k.now.version == version || !fresh && d.mayWait()) {
			now := k.now
			d.renew(version)
			d.mu.Unlock()
			return now, nil
		}
		d.renew(version)
		making := k.making
		d.mu.Unlock()
		select {
		case <-making:
		case <-ctx.Done():
			return nil, ctx.Err()
		}
		d.mu.Lock()
		now, failed := k.now, k.failed
		d.mu.Unlock()
		if failed != nil {
			return nil, failed
		}
		if now.version == version {
			return now, nil
		}
	}
}

// mayWait reports whether the next catalogue can come later.
func (d *Desk) mayWait() bool { return len(d.keep.now.rows) >= bigRecord }

// renew begins a new catalogue if the record has another version and none is in the
// making. Of a big record that changes all the time, it makes one half of the time.
func (d *Desk) renew(version string) {
	k := &d.keep
	switch {
	case k.making != nil, k.now != nil && k.now.version == version:
		return
	case k.now != nil && d.mayWait() && time.Since(k.ended) < k.took:
		return
	}
	done := make(chan struct{})
	k.making = done
	go func() {
		begun := time.Now()
		c, err := d.make(context.Background(), version)
		d.mu.Lock()
		defer d.mu.Unlock()
		if err == nil {
			k.now = c
		}
		k.failed, k.making = err, nil
		k.took, k.ended = time.Since(begun), time.Now()
		close(done)
	}()
}

// make returns the catalogue of the record as it is now: that of the file, if it is, or a
// new one, which is kept there if the record is big.
func (d *Desk) make(ctx context.Context, version string) (*catalogue, error) {
	if d.file == "" {
		return newCatalogue(ctx, d.store, version)
	}
	content, err := contentOf(ctx, d.store)
	if err != nil {
		return nil, err
	}
	if c, err := load(d.file, content, version); err == nil {
		return c, nil
	}
	c, err := newCatalogue(ctx, d.store, version)
	if err != nil || len(c.rows) < bigRecord {
		return c, err
	}
	if now, err := contentOf(ctx, d.store); err != nil || now != content {
		return c, err // it has changed meanwhile
	}
	d.saved(c.save(d.file, content))
	return c, nil
}

// Version changes whenever answers may have changed.
func (d *Desk) Version() string {
	version := d.version()
	d.mu.Lock()
	defer d.mu.Unlock()
	if d.keep.now != nil && d.keep.now.version != version && d.mayWait() {
		d.renew(version)
		return d.keep.now.version
	}
	return version
}

// Sizes returns how many documents, lines and events the record had when it was read last,
// without waiting; false before it was read.
func (d *Desk) Sizes() (documents, lines, events int, known bool) {
	d.mu.Lock()
	c := d.keep.now
	d.mu.Unlock()
	if c == nil {
		return 0, 0, 0, false
	}
	return len(c.kept), len(c.rows), c.happened, true
}

// Prepare makes the catalogue ready, so that the first question need not wait for it.
func (d *Desk) Prepare(ctx context.Context) error {
	_, err := d.catalogue(ctx)
	return err
}
