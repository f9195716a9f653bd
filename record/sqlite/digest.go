package sqlite

import (
	"context"
	"database/sql"
	"fmt"

	"annals/record/digest"
)

// attempts is how often a digest is begun while others add, before it makes them wait.
const attempts = 3

// Digest implements record.Store. All lines are read, settled and merged anew, so that
// the digest is a function of what the record holds and not of the order in which it
// came; of the tables, only the rows that differ are written, in one transaction. Others
// may add while it works: it begins again then.
func (s *Store) Digest(ctx context.Context, d *digest.Digester) error {
	if s.write == nil {
		return fmt.Errorf("digesting the record %s: %w", s.path, ErrReadOnly)
	}
	for attempt := 1; ; attempt++ {
		done, err := s.tryDigest(ctx, d, attempt == attempts)
		if err != nil {
			return fmt.Errorf("digesting the record %s: %w", s.path, err)
		}
		if done {
			return nil
		}
	}
}

// tryDigest makes a digest. It returns false if the record has changed meanwhile, which
// it does not where nobody else may write.
func (s *Store) tryDigest(ctx context.Context, d *digest.Digester, alone bool) (done bool, err error) {
	db := s.read
	if alone {
		db = s.write
	}
	reading, err := db.BeginTx(ctx, nil)
	if err != nil {
		return false, err
	}
	defer reading.Rollback() //nolint:errcheck // after Commit there is nothing to take back
	state, err := stateOf(ctx, reading)
	if err != nil || state.isCurrent() {
		return err == nil, err
	}
	tables, err := s.digestOf(ctx, reading, d, state.rules)
	if err != nil {
		return false, err
	}
	writing := reading
	if !alone {
		if err := reading.Rollback(); err != nil {
			return false, err
		}
		if writing, err = s.write.BeginTx(ctx, nil); err != nil {
			return false, err
		}
		defer writing.Rollback() //nolint:errcheck // after Commit there is nothing to take back
		if now, err := stateOf(ctx, writing); err != nil || now != state {
			return false, err
		}
	}
	if err := s.writeDigest(ctx, writing, tables, state.changes); err != nil {
		return false, fmt.Errorf("writing the digest: %w", err)
	}
	return true, writing.Commit()
}

// digestOf reads the record and makes its digest.
func (s *Store) digestOf(ctx context.Context, tx *sql.Tx, d *digest.Digester, rules string) (*digestTable, error) {
	c, err := s.readCorpus(ctx, tx)
	if err != nil {
		return nil, fmt.Errorf("reading %w", err)
	}
	t := newDigestTable(c, s.codec)
	if err := t.readNumbers(ctx, tx, rules); err != nil {
		return nil, err
	}
	known := d.Learn(c.lines, c.documents, c.decisions)
	for i := range c.lines {
		if err := t.settle(i, known.Register.Settle(c.lines[i])); err != nil {
			return nil, err
		}
	}
	gathered := known.Gather(c.lines)
	t.index()
	for e := range gathered.Merged() {
		t.addEvent(e)
	}
	for e := range gathered.Alone() {
		t.tally.addAlone(&e)
	}
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	t.addOrigins(known.Origins)
	if err := t.addTenures(known.Register.Tenures()); err != nil {
		return nil, err
	}
	return t, t.addCounts()
}

// writeDigest writes what of a digest is not in the tables yet.
func (s *Store) writeDigest(ctx context.Context, tx *sql.Tx, t *digestTable, changes int64) error {
	w := &tableWriter{ctx: ctx, tx: tx}
	for _, number := range sortedKeys(t.corpus.missing) {
		w.exec(`INSERT OR REPLACE INTO prints (document, data) VALUES ($1, $2)`, number, t.corpus.missing[number])
	}
	for _, n := range t.names.fresh {
		w.exec(`INSERT INTO names (number, id, name, country) VALUES ($1, $2, $3, $4)`, t.names.numbers[n], n.id, n.name, n.country)
	}
	reasons := map[int64]string{}
	for data, number := range t.reasons.numbers {
		reasons[number] = data
	}
	syncRows(w, "reasons", "number", "data", reasons, func(v string) any { return v })
	blob := func(v string) any { return []byte(v) }
	syncRows(w, "copied", "document", "origin", t.copied, func(v string) any { return v })
	syncRows(w, "members", "line", "head", t.members, func(v int64) any { return v })
	syncRows(w, "events", "head", "data", t.groups, blob)
	syncRows(w, "links", "head", "data", t.links, blob)
	syncRows(w, "tenures", "number", "data", t.tenures, blob)
	syncRows(w, "counts", "pair", "data", t.counts, blob)
	if w.err != nil {
		return w.err
	}
	a, err := s.newAddition(ctx, tx)
	if err != nil {
		return err
	}
	if err := t.writeSettled(a); err != nil {
		return fmt.Errorf("settled participants: %w", err)
	}
	return setDigested(ctx, tx, changes, digest.Rules)
}
