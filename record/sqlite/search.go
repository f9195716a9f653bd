package sqlite

import (
	"context"
	"fmt"
	"iter"
	"strings"

	"annals/record"
)

// Search implements record.Store.
func (s *Store) Search(ctx context.Context, q *record.Search) iter.Seq2[*record.Found, error] {
	return func(yield func(*record.Found, error) bool) {
		if err := s.search(ctx, q, func(found *record.Found) bool { return yield(found, nil) }); err != nil {
			yield(nil, fmt.Errorf("searching the record %s: %w", s.path, err))
		}
	}
}

func (s *Store) search(ctx context.Context, q *record.Search, yield func(*record.Found) bool) error {
	words := wordsFor(q.Words())
	if words == "" {
		return nil
	}
	tx, err := s.read.BeginTx(ctx, nil)
	if err != nil {
		return err
	}
	defer tx.Rollback() //nolint:errcheck // it has changed nothing
	r, err := newBlockReader(ctx, tx, s.codec)
	if err != nil {
		return err
	}
	rows, err := tx.QueryContext(ctx, `SELECT rowid FROM words WHERE words MATCH $1 ORDER BY rowid`, words)
	if err != nil {
		return err
	}
	defer rows.Close()
	for count := 0; rows.Next() && (q.Limit == 0 || count < q.Limit); {
		var number int64
		if err := rows.Scan(&number); err != nil {
			return err
		}
		sentence, err := r.sentence(number)
		if err != nil {
			return err
		}
		if !q.Match(sentence.Text) { // the words, but not one after the other
			continue
		}
		count++
		if !yield(&record.Found{Document: r.document.Document, Sentence: sentence}) {
			return nil
		}
	}
	return rows.Err()
}

// wordsFor returns the query of the index for phrases, "" if they hold no words. The
// index knows which sentences have a word, but not where.
func wordsFor(phrases []record.Phrase) string {
	var all []string
	for _, p := range phrases {
		for i, word := range p.Words {
			quoted := `"` + word + `"`
			if p.Begins && i == len(p.Words)-1 {
				quoted += "*"
			}
			all = append(all, quoted)
		}
	}
	return strings.Join(all, " AND ")
}
