package sqlite

import (
	"context"
	"database/sql"
	"fmt"
	"runtime"

	"golang.org/x/sync/errgroup"

	"annals"
	"annals/record"
	"annals/record/actors"
	"annals/record/copies"
	"annals/record/digest"
)

// corpus is all that a digest is made of.
type corpus struct {
	lines     []annals.Line    // of all documents, corrected
	numbers   []int64          // of the lines, ascending
	coded     map[int64]string // by number: the marks that a line had as it was coded, where it is another one now
	documents []digest.Document
	sentences int              // of all documents
	document  map[string]int64 // by id: the number
	missing   map[int64][]byte // fingerprints of texts that the record lacks, by document
	decisions []actors.Decision
}

// readCorpus reads lines, documents, decisions and corrections. Blocks are opened in
// parallel.
func (s *Store) readCorpus(ctx context.Context, tx *sql.Tx) (*corpus, error) {
	c := &corpus{coded: map[int64]string{}, document: map[string]int64{}, missing: map[int64][]byte{}}
	decisions, err := allJSON[record.Decision](ctx, tx, "decisions")
	if err != nil {
		return nil, err
	}
	for i := range decisions {
		c.decisions = append(c.decisions, decisions[i].Decision)
	}
	r := &corpusReader{corpus: c, codec: s.codec, origins: map[int64]*origin{}, texts: map[int64][]*string{}}
	if r.corrections, err = correctionsIn(ctx, tx); err != nil {
		return nil, err
	}
	if err := r.readDocuments(ctx, tx); err != nil {
		return nil, fmt.Errorf("the documents: %w", err)
	}
	if err := r.readLines(ctx, tx); err != nil {
		return nil, fmt.Errorf("the lines: %w", err)
	}
	return c, r.printTexts()
}

// corpusReader fills a corpus.
type corpusReader struct {
	*corpus
	codec       *codec
	corrections map[string]*record.Correction
	origins     map[int64]*origin   // by document
	texts       map[int64][]*string // of documents without a fingerprint: the parts of the text
}

func (r *corpusReader) readDocuments(ctx context.Context, tx *sql.Tx) error {
	rows, err := tx.QueryContext(ctx, `SELECT number, id, coder, source, published, sentences, data
		FROM documents LEFT JOIN prints ON document = number ORDER BY number`)
	if err != nil {
		return err
	}
	defer rows.Close()
	for rows.Next() {
		var number int64
		var from origin
		var d digest.Document
		var sentences int
		var fingerprint []byte
		if err := rows.Scan(&number, &d.ID, &from.coder, &d.Source, &d.Published, &sentences, &fingerprint); err != nil {
			return err
		}
		from.document = d.ID
		r.sentences += sentences
		if fingerprint == nil {
			r.texts[number] = nil
		} else if err := d.Fingerprint.UnmarshalBinary(fingerprint); err != nil {
			return err
		}
		r.origins[number], r.document[d.ID] = &from, number
		r.documents = append(r.documents, d)
	}
	return rows.Err()
}

// readLines reads the blocks and the ids of their lines side by side.
func (r *corpusReader) readLines(ctx context.Context, tx *sql.Tx) error {
	var count int
	if err := tx.QueryRowContext(ctx, `SELECT count(*) FROM lines`).Scan(&count); err != nil {
		return err
	}
	r.lines, r.numbers = make([]annals.Line, count), make([]int64, 0, count)
	ids, err := tx.QueryContext(ctx, `SELECT number, id FROM lines ORDER BY number`)
	if err != nil {
		return err
	}
	defer ids.Close()
	blocks, err := tx.QueryContext(ctx, `SELECT `+blockColumns+` FROM blocks ORDER BY number`)
	if err != nil {
		return err
	}
	defer blocks.Close()
	group, ctx := errgroup.WithContext(ctx)
	group.SetLimit(runtime.GOMAXPROCS(0))
	for blocks.Next() && ctx.Err() == nil {
		stored := &storedBlock{}
		if err = stored.scan(blocks); err == nil {
			err = r.nextIDs(ids, stored)
		}
		if err != nil {
			break
		}
		r.open(group, stored)
	}
	if failed := group.Wait(); failed != nil {
		return failed
	}
	if err == nil {
		err = blocks.Err()
	}
	if err == nil {
		err = r.correct()
	}
	return err
}

// nextIDs reads the ids of the lines of a block.
func (r *corpusReader) nextIDs(ids *sql.Rows, b *storedBlock) error {
	for i := range int64(b.count) {
		var number int64
		var id any
		if !ids.Next() {
			return fmt.Errorf("%w: the table lacks the line %d (%w)", errBlock, b.firstLine+i, ids.Err())
		}
		if err := ids.Scan(&number, &id); err != nil {
			return err
		}
		if number != b.firstLine+i || len(r.numbers) == len(r.lines) {
			return fmt.Errorf("%w: the table has a line %d, and not %d", errBlock, number, b.firstLine+i)
		}
		r.lines[len(r.numbers)].ID = unpackID(id)
		r.numbers = append(r.numbers, number)
	}
	return nil
}

// open has the lines of a block read beside other blocks.
func (r *corpusReader) open(group *errgroup.Group, stored *storedBlock) {
	into := r.lines[len(r.numbers)-stored.count : len(r.numbers)]
	from := r.origins[stored.document]
	var text *string
	if parts, isMissing := r.texts[stored.document]; isMissing {
		text = new(string)
		r.texts[stored.document] = append(parts, text)
	}
	if stored.count == 0 && text == nil {
		return
	}
	group.Go(func() error {
		b, err := r.codec.open(stored)
		if err != nil {
			return err
		}
		if text != nil {
			*text = b.Text
		}
		for i := range into {
			line, err := b.line(i, from, into[i].ID)
			if err != nil {
				return err
			}
			into[i] = *line
		}
		return nil
	})
}

// correct makes the corrections, and leaves out the lines that are struck out.
func (r *corpusReader) correct() error {
	if len(r.corrections) == 0 {
		return nil
	}
	n := 0
	for i := range r.lines {
		line := &r.lines[i]
		if c := r.corrections[line.ID]; c != nil {
			r.coded[r.numbers[i]] = marksOf(line)
			corrected, stands, err := c.Apply(line)
			if err != nil {
				return err
			}
			if !stands {
				continue
			}
			line = corrected
		}
		r.lines[n], r.numbers[n] = *line, r.numbers[i]
		n++
	}
	r.lines, r.numbers = r.lines[:n], r.numbers[:n]
	return nil
}

// printTexts makes the fingerprints that are missing.
func (r *corpusReader) printTexts() error {
	for i := range r.documents {
		d := &r.documents[i]
		number := r.document[d.ID]
		parts, isMissing := r.texts[number]
		if !isMissing {
			continue
		}
		text := ""
		for _, part := range parts {
			text += *part
		}
		d.Fingerprint = copies.Of(text)
		data, err := d.Fingerprint.MarshalBinary()
		if err != nil {
			return err
		}
		r.missing[number] = data
	}
	return nil
}
