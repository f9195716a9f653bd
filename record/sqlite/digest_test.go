package sqlite

import (
	"context"
	"path/filepath"
	"testing"

	"annals/gazetteer"
	"annals/record"
	"annals/record/digest"
	"annals/synthetic"
)

// TestDigestAlone holds that a digest which lets nobody else write gives the same as one that
// does, and that one which was overtaken by an addition is not written.
func TestDigestAlone(t *testing.T) {
	ctx := context.Background()
	s, err := OpenToAdd(ctx, filepath.Join(t.TempDir(), "annals.db"))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := s.Close(); err != nil {
			t.Error(err)
		}
	})
	g, err := gazetteer.Load()
	if err != nil {
		t.Fatal(err)
	}
	d, err := digest.New(g)
	if err != nil {
		t.Fatal(err)
	}
	lines := 0
	add := func() {
		t.Helper()
		for r := range synthetic.Reports(20, uint64(lines)) {
			lines += len(r.Lines)
			entry := record.Entry{Document: r.Document, Sentences: r.Sentences, Lines: r.Lines, Fingerprint: record.FingerprintOf(&r.Document, r.Lines[0].ID)}
			if err := s.Add(ctx, []record.Entry{entry}); err != nil {
				t.Fatal(err)
			}
		}
	}
	for _, alone := range []bool{true, false} {
		add()
		if done, err := s.tryDigest(ctx, d, alone); err != nil || !done {
			t.Fatalf("alone %v: %v, %v", alone, done, err)
		}
		if current, err := s.Digested(ctx); err != nil || !current {
			t.Fatalf("alone %v: digested %v, %v", alone, current, err)
		}
		if o, err := s.Overview(ctx, [2]string{}); err != nil || o.Events != 20 {
			t.Errorf("alone %v: %+v, %v", alone, o, err)
		}
	}
	add()
	state, tables, err := s.digestBeside(ctx, d)
	if err != nil {
		t.Fatal(err)
	}
	add()
	if done, err := s.putDigest(ctx, state, tables); err != nil || done {
		t.Errorf("overtaken: %v, %v", done, err)
	}
	if current, err := s.Digested(ctx); err != nil || current {
		t.Errorf("overtaken: digested %v, %v", current, err)
	}
}
