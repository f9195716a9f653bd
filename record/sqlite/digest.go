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
	if !alone {
		state, tables, err := s.digestBeside(ctx, d)
		if err != nil || tables == nil {
			return err == nil, err
		}
		return s.putDigest(ctx, state, tables)
	}
	tx, err := s.write.BeginTx(ctx, nil)
	if err != nil {
		return false, err
	}
	defer tx.Rollback() //nolint:errcheck // after Commit there is nothing to take back
	state, tables, err := s.digestOf(ctx, tx, d)
	if err != nil || tables == nil {
		return err == nil, err
	}
	if err := s.writeDigest(ctx, tx, tables, state.changes); err != nil {
		return false, err
	}
	return true, tx.Commit()
}

// digestBeside makes the digest of the record as it is now, whatever is added meanwhile.
func (s *Store) digestBeside(ctx context.Context, d *digest.Digester) (digestState, *digestTable, error) {
	tx, err := s.read.BeginTx(ctx, nil)
	if err != nil {
		return digestState{}, nil, err
	}
	defer tx.Rollback() //nolint:errcheck // it has changed nothing
	return s.digestOf(ctx, tx, d)
}

// putDigest writes a digest if the record still is as it was when that was made.
func (s *Store) putDigest(ctx context.Context, state digestState, tables *digestTable) (done bool, err error) {
	tx, err := s.write.BeginTx(ctx, nil)
	if err != nil {
		return false, err
	}
	defer tx.Rollback() //nolint:errcheck // after Commit there is nothing to take back
	if now, err := stateOf(ctx, tx); err != nil || now != state {
		return false, err
	}
	if err := s.writeDigest(ctx, tx, tables, state.changes); err != nil {
		return false, err
	}
	return true, tx.Commit()
}

// digestOf reads the record and makes its digest; nil if that is up to date.
func (s *Store) digestOf(ctx context.Context, tx *sql.Tx, d *digest.Digester) (digestState, *digestTable, error) {
	state, err := stateOf(ctx, tx)
	if err != nil || state.isCurrent() {
		return state, nil, err
	}
	c, err := s.readCorpus(ctx, tx)
	if err != nil {
		return state, nil, fmt.Errorf("reading %w", err)
	}
	t := newDigestTable(c, s.codec)
	if err := t.readNumbers(ctx, tx, state.rules); err != nil {
		return state, nil, err
	}
	return state, t, t.fill(ctx, d)
}

// fill settles and merges the lines, and enters what comes of it.
func (t *digestTable) fill(ctx context.Context, d *digest.Digester) error {
	c := t.corpus
	known := d.Learn(c.lines, c.documents, c.decisions)
	for i := range c.lines {
		t.settle(i, known.Register.Settle(c.lines[i]))
	}
	gathered := known.Gather(c.lines)
	t.index()
	for e := range gathered.Merged() {
		t.addEvent(e)
	}
	for e := range gathered.Alone() {
		t.tally.addAlone(&e)
	}
	t.addOrigins(known.Origins)
	if err := t.addTenures(known.Register.Tenures()); err != nil {
		return err
	}
	if err := t.addAliases(known.Register.Aliases()); err != nil {
		return err
	}
	if err := t.addCounts(); err != nil {
		return err
	}
	return ctx.Err()
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
	syncRows(w, "aliases", "id", "data", t.aliases, func(v string) any { return v })
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
	if err := t.carry(a); err != nil {
		return fmt.Errorf("the words that carry lines: %w", err)
	}
	return setDigested(ctx, tx, changes, digest.Rules)
}
