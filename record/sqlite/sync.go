package sqlite

import (
	"cmp"
	"context"
	"database/sql"
	"fmt"
	"maps"
	"slices"
)

// tableWriter writes to tables until the first error.
type tableWriter struct {
	ctx context.Context
	tx  *sql.Tx
	err error
}

func (w *tableWriter) exec(statement string, args ...any) {
	if w.err == nil {
		_, w.err = w.tx.ExecContext(w.ctx, statement, args...)
	}
}

// syncRows makes a table of keys and values hold what is wanted. Rows that hold it already are
// left alone.
func syncRows[K cmp.Ordered, V comparable](w *tableWriter, table, key, value string, want map[K]V, encode func(V) any) {
	if w.err != nil {
		return
	}
	gone, differ, err := differences(w, `SELECT `+key+`, `+value+` FROM `+table, want)
	if err != nil {
		w.err = fmt.Errorf("the table %s: %w", table, err)
		return
	}
	for _, k := range gone {
		w.exec(`DELETE FROM `+table+` WHERE `+key+` = $1`, k)
	}
	if len(differ) == 0 || w.err != nil {
		return
	}
	put, err := w.tx.PrepareContext(w.ctx, `INSERT OR REPLACE INTO `+table+` (`+key+`, `+value+`) VALUES ($1, $2)`)
	if err != nil {
		w.err = err
		return
	}
	defer put.Close() //nolint:errcheck // its work was done, or has failed
	for _, k := range differ {
		if _, err := put.ExecContext(w.ctx, k, encode(want[k])); err != nil {
			w.err = fmt.Errorf("the table %s: %w", table, err)
			return
		}
	}
}

// differences returns the keys of rows that are not wanted, and of those that are wanted and not
// there, in order.
func differences[K cmp.Ordered, V comparable](w *tableWriter, query string, want map[K]V) (gone, differ []K, err error) {
	rows, err := w.tx.QueryContext(w.ctx, query)
	if err != nil {
		return nil, nil, err
	}
	defer rows.Close()
	same := make(map[K]bool, len(want))
	for rows.Next() {
		var k K
		var v V
		if err := rows.Scan(&k, &v); err != nil {
			return nil, nil, err
		}
		if wanted, is := want[k]; !is {
			gone = append(gone, k)
		} else if wanted == v {
			same[k] = true
		}
	}
	for k := range want {
		if !same[k] {
			differ = append(differ, k)
		}
	}
	slices.Sort(gone)
	slices.Sort(differ)
	return gone, differ, rows.Err()
}

func sortedKeys[K cmp.Ordered, V any](m map[K]V) []K { return slices.Sorted(maps.Keys(m)) }

// numbering gives numbers to what many rows share. What has a number keeps it.
type numbering[K comparable] struct {
	numbers map[K]int64
	fresh   []K // that got a number only now
	last    int64
}

func newNumbering[K comparable]() *numbering[K] { return &numbering[K]{numbers: map[K]int64{}} }

// known notes a number that was given before.
func (n *numbering[K]) known(k K, number int64) {
	n.numbers[k] = number
	n.last = max(n.last, number)
}

// of returns the number of something.
func (n *numbering[K]) of(k K) int64 {
	number, known := n.numbers[k]
	if !known {
		n.last++
		number = n.last
		n.numbers[k] = number
		n.fresh = append(n.fresh, k)
	}
	return number
}
