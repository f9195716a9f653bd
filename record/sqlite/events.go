package sqlite

import (
	"cmp"
	"context"
	"database/sql"
	"errors"
	"iter"
	"math"
	"slices"
	"strings"

	"annals"
	"annals/record"
	"annals/record/copies"
	"annals/record/digest"
	"annals/record/merge"
)

// Events implements record.Store. The indexes find the heads of events, which are put in
// the order of their dates before their lines are read. An event that has no row in the
// tables is one line.
func (s *Store) Events(ctx context.Context, f *record.Filter) iter.Seq2[*merge.Event, error] {
	return func(yield func(*merge.Event, error) bool) {
		err := s.events(ctx, f, false, func(r *eventReader, keys iter.Seq2[*eventKey, error]) error {
			var all []*eventKey
			for k, err := range keys {
				if err != nil {
					return err
				}
				all = append(all, k)
			}
			slices.SortFunc(all, byDate)
			for _, k := range all {
				e, err := r.matching(k)
				if err != nil || e != nil && !yield(e.Event, nil) {
					return err
				}
			}
			return nil
		})
		if err != nil {
			yield(nil, s.reading("events", err))
		}
	}
}

// Reported implements record.Store. Events come in the order of the first of their lines that the
// indexes find, so that blocks are read one after the other and no event is kept.
func (s *Store) Reported(ctx context.Context, f *record.Filter) iter.Seq2[*record.Reported, error] {
	return func(yield func(*record.Reported, error) bool) {
		err := s.events(ctx, f, true, func(r *eventReader, keys iter.Seq2[*eventKey, error]) error {
			for k, err := range keys {
				if err != nil {
					return err
				}
				e, err := r.matching(k)
				if err != nil || e != nil && !yield(e, nil) {
					return err
				}
			}
			return nil
		})
		if err != nil {
			yield(nil, s.reading("events", err))
		}
	}
}

// byDate is the order in which events are given.
func byDate(a, b *eventKey) int {
	return cmp.Or(cmp.Compare(a.from, b.from), cmp.Compare(a.to, b.to), cmp.Compare(a.kind, b.kind), cmp.Compare(a.id, b.id))
}

// events has do read the events of a filter, maybe in the order of their lines.
func (s *Store) events(ctx context.Context, f *record.Filter, inOrder bool, do func(*eventReader, iter.Seq2[*eventKey, error]) error) error {
	tx, err := s.read.BeginTx(ctx, nil) // the record as it is now, whatever is added meanwhile
	if err != nil {
		return err
	}
	defer tx.Rollback() //nolint:errcheck // it has changed nothing
	r, err := s.newEventReader(ctx, tx)
	if err != nil {
		return err
	}
	if f, err = withRemaining(ctx, tx, f); err != nil {
		return err
	}
	r.filter = f
	if inOrder && isDense(f) {
		if err := r.readAhead(tx); err != nil {
			return err
		}
		defer r.close()
	}
	return do(r, func(yield func(*eventKey, error) bool) {
		if err := r.find(tx, func(k *eventKey) bool { return yield(k, nil) }); err != nil {
			yield(nil, err)
		}
	})
}

// matching reads an event; nil if the filter does not match it.
func (r *eventReader) matching(k *eventKey) (*record.Reported, error) {
	e, err := r.event(k)
	if err != nil || e == nil || !r.filter.MatchEvent(e.Event, e.Lines) {
		return nil, err
	}
	return e, nil
}

// eventReader reads events.
type eventReader struct {
	*lineReader
	filter                        *record.Filter
	member, group, links, reasons *sql.Stmt
	whys                          map[int64]*why
	otherRules                    bool              // the digest is by other rules, whose reasons nobody knows
	current                       bool              // nothing has changed since the digest
	origins                       map[string]string // of documents that were met
}

func (s *Store) newEventReader(ctx context.Context, tx *sql.Tx) (*eventReader, error) {
	lines, err := s.newLineReader(ctx, tx)
	if err != nil {
		return nil, err
	}
	state, err := stateOf(ctx, tx)
	if err != nil {
		return nil, err
	}
	r := &eventReader{lineReader: lines, whys: map[int64]*why{}, otherRules: state.rules != digest.Rules, current: state.isCurrent(), origins: map[string]string{}}
	for _, p := range []struct {
		statement **sql.Stmt
		text      string
	}{
		{&r.member, `SELECT id, names, head FROM lines LEFT JOIN settled ON settled.line = number LEFT JOIN members ON members.line = number WHERE number = $1`},
		{&r.group, `SELECT data FROM events WHERE head = $1`},
		{&r.links, `SELECT data FROM links WHERE head = $1`},
		{&r.reasons, `SELECT data FROM reasons WHERE number = $1`},
	} {
		if *p.statement, err = tx.PrepareContext(ctx, p.text); err != nil {
			return nil, err
		}
	}
	return r, nil
}

// eventKey is an event that was found, with what it is sorted by.
type eventKey struct {
	head     int64 // number of the first line
	id       string
	names    []byte // of a single line
	from, to record.Day
	kind     string
	group    *group // nil for a single line
	links    []linked
}

// undated comes before all days.
const undated = record.Day(math.MinInt)

// find finds the events of the filter, and maybe some more.
func (r *eventReader) find(tx *sql.Tx, yield func(*eventKey) bool) error {
	query, args, err := eventQuery(r.ctx, tx, r.filter)
	if err != nil || query == "" {
		return err
	}
	rows, err := tx.QueryContext(r.ctx, query, args...)
	if err != nil {
		return err
	}
	defer rows.Close()
	heads := map[int64]bool{}
	for rows.Next() {
		var k eventKey
		var id any
		var from, to, head sql.NullInt64
		var group, links []byte
		if err := rows.Scan(&k.head, &id, &from, &to, &k.kind, &k.names, &head, &group, &links); err != nil {
			return err
		}
		k.id, k.from, k.to = unpackID(id), undated, undated
		if from.Valid && to.Valid && from.Int64 <= to.Int64 {
			k.from, k.to = record.Day(from.Int64), record.Day(to.Int64)
		}
		if head.Valid {
			if heads[head.Int64] {
				continue
			}
			heads[head.Int64] = true
			if err := r.grouped(&k, head.Int64, group); err != nil {
				return err
			}
			if !r.mayLieWithin(&k) {
				continue
			}
		}
		if k.links, err = decodeLinks(k.head, links); err != nil {
			return err
		}
		if !yield(&k) {
			return nil
		}
	}
	return rows.Err()
}

// mayLieWithin reports whether an event of several reports may lie within the days of the filter, as
// far as its key says when it was. That says nothing if a report may be gone meanwhile.
func (r *eventReader) mayLieWithin(k *eventKey) bool {
	f := r.filter
	return !r.current || f == nil || k.from == undated || (f.From == nil || k.to >= *f.From) && (f.To == nil || k.from <= *f.To)
}

// grouped makes the key of a line into that of the event of several reports that it is one of.
func (r *eventReader) grouped(k *eventKey, head int64, data []byte) (err error) {
	if k.group, err = decodeGroup(head, data); err != nil {
		return err
	}
	k.from, k.to = undated, undated
	if k.group.from != 0 {
		k.from, k.to = k.group.from, k.group.to
	}
	if k.head != head {
		k.head = head
		var id any
		err := r.member.QueryRowContext(r.ctx, head).Scan(&id, new([]byte), new(sql.NullInt64))
		if err != nil && !errors.Is(err, sql.ErrNoRows) { // the first report may be gone since
			return err
		}
		k.id = unpackID(id)
	}
	return nil
}

// eventQuery returns the statement that finds the lines whose events a filter asks for. What
// the columns of a line say counts only where it is the event alone.
func eventQuery(ctx context.Context, tx *sql.Tx, f *record.Filter) (query string, args []any, err error) {
	if f == nil {
		f = &record.Filter{}
	}
	one := *f
	if first, isEvent := merge.FirstReport(f.ID); isEvent {
		one.ID = first
	}
	one.IDs = make([]string, len(f.IDs))
	for i, id := range f.IDs {
		one.IDs[i], _ = merge.FirstReport(id)
	}
	kinds := one.Kinds
	one.Kinds = []annals.Kind{annals.Event}
	if len(kinds) > 0 && !slices.Contains(kinds, annals.Event) {
		return "", nil, nil
	}
	var c conditions
	marks, err := marksFor(ctx, tx, &one)
	if err != nil {
		return "", nil, err
	}
	from := c.marked(marks)
	c.ids(one.IDs)
	marked := len(c.where)
	if err := c.columns(ctx, tx, &one); err != nil {
		return "", nil, err
	}
	where := append(slices.Clone(c.where[:marked]), `(members.head IS NOT NULL OR `+strings.Join(c.where[marked:], " AND ")+`)`)
	if f.Merged {
		where = append(where, `members.head IS NOT NULL`)
	}
	return `SELECT lines.number, lines.id, from_day, to_day, types.type, settled.names, members.head, events.data, links.data
		FROM ` + from + ` LEFT JOIN types ON types.number = lines.type
		LEFT JOIN settled ON settled.line = lines.number
		LEFT JOIN members ON members.line = lines.number
		LEFT JOIN events ON events.head = members.head
		LEFT JOIN links ON links.head = coalesce(members.head, lines.number)
		WHERE ` + strings.Join(where, " AND ") + ` ORDER BY ` + c.order, c.args, nil
}

// event reads an event and its lines; nil if no line of it is left.
func (r *eventReader) event(k *eventKey) (*record.Reported, error) {
	numbers := []int64{k.head}
	if k.group != nil {
		numbers = k.group.lines
	}
	var lines []annals.Line
	r.apart = k.group != nil
	var documents []*record.Kept
	ids := make([]string, len(numbers)) // "" for a line that is gone
	for i, number := range numbers {
		line, err := r.report(k, number)
		if err != nil {
			return nil, err
		}
		if line != nil && line.Kind == annals.Event {
			ids[i] = line.ID
			lines, documents = append(lines, *line), append(documents, r.document)
		}
	}
	if len(lines) == 0 {
		return nil, nil
	}
	reports := make([]*annals.Line, len(lines))
	for i := range lines {
		reports[i] = &lines[i]
	}
	e := merge.EventOf(reports, func(document string) merge.Document { return merge.Document{Origin: r.origins[document]} })
	if err := r.addJoins(&e, k.group, ids); err != nil {
		return nil, err
	}
	return &record.Reported{Event: &e, Lines: lines, Documents: documents}, r.addLinks(&e, k.links)
}

// report reads a line of an event; nil if it is none any more.
func (r *eventReader) report(k *eventKey, number int64) (*annals.Line, error) {
	id, names := k.id, k.names
	if k.group != nil {
		var packed any
		var head sql.NullInt64
		err := r.member.QueryRowContext(r.ctx, number).Scan(&packed, &names, &head)
		if errors.Is(err, sql.ErrNoRows) || err == nil && !head.Valid {
			return nil, nil
		}
		if err != nil {
			return nil, err
		}
		id = unpackID(packed)
	}
	line, err := r.line(number, id)
	if err == nil {
		line, err = r.settled(line, names)
	}
	if err != nil || line == nil {
		return nil, err
	}
	r.meet(line.Document)
	return line, nil
}

// meet notes the origin of the document that was read last.
func (r *eventReader) meet(document string) {
	if _, known := r.origins[document]; !known {
		r.origins[document] = cmp.Or(r.document.Copied, copies.Own(document, r.document.Document.Source))
	}
}

// addJoins says why the reports are one event, of those that are left.
func (r *eventReader) addJoins(e *merge.Event, g *group, ids []string) error {
	if g == nil {
		return nil
	}
	for i, j := range g.joins {
		if j.with > i {
			return errBlock
		}
		if ids[i+1] == "" || ids[j.with] == "" {
			continue
		}
		w, err := r.why(j.reasons)
		if err != nil {
			return err
		}
		e.Joins = append(e.Joins, merge.Join{Line: ids[i+1], With: ids[j.with], Points: w.Points, Reasons: w.Reasons})
	}
	return nil
}

// addLinks says which other events an event belongs with.
func (r *eventReader) addLinks(e *merge.Event, links []linked) error {
	for _, l := range links {
		var id any
		err := r.member.QueryRowContext(r.ctx, l.head).Scan(&id, new([]byte), new(sql.NullInt64))
		if errors.Is(err, sql.ErrNoRows) {
			continue // it is gone since
		}
		if err != nil {
			return err
		}
		w, err := r.why(l.reasons)
		if err != nil {
			return err
		}
		e.Links = append(e.Links, merge.Link{Event: merge.EventID(unpackID(id)), Points: w.Points, Reasons: w.Reasons})
	}
	return nil
}

// why returns reasons by their number.
func (r *eventReader) why(number int64) (*why, error) {
	if w := r.whys[number]; w != nil {
		return w, nil
	}
	if r.otherRules {
		return &why{}, nil
	}
	var data string
	if err := r.reasons.QueryRowContext(r.ctx, number).Scan(&data); err != nil {
		return nil, err
	}
	w, err := decodeWhy(data)
	if err == nil {
		r.whys[number] = w
	}
	return w, err
}
