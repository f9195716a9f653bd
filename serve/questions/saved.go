package questions

import (
	"bufio"
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/gob"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"hash"
	"io"
	"os"
	"path/filepath"

	"github.com/klauspost/compress/s2"

	"annals"
	"annals/record"
	"annals/record/digest"
)

// A catalogue of a big record takes half a minute to make, so it is kept in a file beside
// the record. The file is a matter of speed alone: it is used if it is of the record as it
// is, by a hash of all that a catalogue depends on, and whole, by a checksum; else it is
// made anew. It begins with savedFormat and the checksum of the rest, which is packed with
// S2: a gob of saved.
const savedFormat = "annals catalogue 1\n"

// saved is a catalogue as it is kept: its rows in order of time, its tables as JSON, which
// tells nil and 0 apart.
type saved struct {
	Content string // what it is of
	IDs     []string
	Numbers []int32 // those of each row, in the order of row.numbers
	Words   []uint64
	Tables  []byte
}

// tables are the tables of a catalogue.
type tables struct {
	Kept   []*record.Kept
	Events []event
	Whats  []gist
	Sides  [][]annals.Participant
	Chains [][]annals.Attribution
	Whens  []*annals.When
	Wheres [][]annals.Place
	Texts  []string
}

// columns is how many numbers a row has.
const columns = 13

func (r *row) numbers() [columns]*int32 {
	return [...]*int32{
		&r.document, &r.sentence, &r.what, &r.actor, &r.recipient, &r.saidBy, &r.when, &r.where, &r.text, &r.trigger, &r.event, &r.placed, &r.added,
	}
}

// contentOf returns a hash of all that a catalogue of the record depends on.
func contentOf(ctx context.Context, store record.Store) (string, error) {
	sum := sha256.New()
	out := json.NewEncoder(sum)
	current, err := store.Digested(ctx)
	if err != nil {
		return "", err
	}
	decisions, err := store.Decisions(ctx)
	if err != nil {
		return "", err
	}
	corrections, err := store.Corrections(ctx)
	if err != nil {
		return "", err
	}
	for _, part := range []any{savedFormat, digest.Rules, current, decisions, corrections} {
		if err := out.Encode(part); err != nil {
			return "", err
		}
	}
	for kept, err := range store.Documents(ctx) {
		if err != nil {
			return "", err
		}
		fmt.Fprintf(sum, "%q %s %s %d\n", kept.Document.ID, kept.Fingerprint, kept.Added, kept.Lines)
	}
	return hex.EncodeToString(sum.Sum(nil)), nil
}

// save keeps a catalogue in a file: beside it first, so that the file is whole or not there.
func (c *catalogue) save(file, content string) error {
	out, err := os.CreateTemp(filepath.Dir(file), filepath.Base(file)+".*")
	if err != nil {
		return err
	}
	err = errors.Join(c.write(out, content), out.Close())
	if err == nil {
		err = os.Rename(out.Name(), file)
	}
	if err != nil {
		return errors.Join(err, os.Remove(out.Name()))
	}
	return nil
}

func (c *catalogue) write(out *os.File, content string) error {
	s := saved{Content: content}
	for i := range c.rows {
		r := &c.rows[i]
		s.IDs = append(s.IDs, r.id)
		s.Words = append(s.Words, r.words)
		for _, n := range r.numbers() {
			s.Numbers = append(s.Numbers, *n)
		}
	}
	var err error
	s.Tables, err = json.Marshal(tables{c.kept, c.events, c.whats.values, c.sides.values, c.chains.values, c.whens.values, c.wheres.values, c.texts.values})
	if err != nil {
		return err
	}
	head := make([]byte, len(savedFormat)+sha256.Size)
	copy(head, savedFormat)
	if _, err := out.Write(head); err != nil { // the checksum comes when it is known
		return err
	}
	sum := sha256.New()
	buffered := bufio.NewWriterSize(io.MultiWriter(out, sum), 1<<20)
	packed := s2.NewWriter(buffered)
	if err := errors.Join(gob.NewEncoder(packed).Encode(&s), packed.Close(), buffered.Flush()); err != nil {
		return err
	}
	_, err = out.WriteAt(sum.Sum(nil), int64(len(savedFormat)))
	return err
}

// errOther is returned for a file that is no catalogue of the record as it is.
var errOther = errors.New("the file is no catalogue of this record")

// load reads a catalogue from a file, or returns errOther.
func load(file, content, version string) (*catalogue, error) {
	in, err := os.Open(file)
	if err != nil {
		return nil, err
	}
	defer in.Close()
	if err := checked(in, sha256.New()); err != nil {
		return nil, err
	}
	var s saved
	if err := gob.NewDecoder(s2.NewReader(bufio.NewReaderSize(in, 1<<20))).Decode(&s); err != nil {
		return nil, err
	}
	if s.Content != content || len(s.Numbers) != columns*len(s.IDs) || len(s.Words) != len(s.IDs) {
		return nil, errOther
	}
	var t tables
	if err := json.Unmarshal(s.Tables, &t); err != nil {
		return nil, err
	}
	return s.open(&t, version), nil
}

// checked reads a file to its end, returns errOther if its checksum is another one, and
// goes back to where its content begins.
func checked(in io.ReadSeeker, sum hash.Hash) error {
	head := make([]byte, len(savedFormat)+sha256.Size)
	if _, err := io.ReadFull(in, head); err != nil || string(head[:len(savedFormat)]) != savedFormat {
		return errOther
	}
	if _, err := io.Copy(sum, in); err != nil {
		return err
	}
	if !bytes.Equal(sum.Sum(nil), head[len(savedFormat):]) {
		return errOther
	}
	_, err := in.Seek(int64(len(head)), io.SeekStart)
	return err
}

// open makes a catalogue of what was read.
func (s *saved) open(t *tables, version string) *catalogue {
	c := emptyCatalogue(version)
	c.kept, c.events = t.Kept, t.Events
	for i, kept := range c.kept {
		c.numbers[kept.Document.ID] = int32(i)
	}
	c.whats.values, c.sides.values, c.chains.values = t.Whats, t.Sides, t.Chains
	c.whens.values, c.wheres.values, c.texts.values = t.Whens, t.Wheres, t.Texts
	c.rows = make([]row, len(s.IDs))
	for i := range c.rows {
		c.rows[i].id, c.rows[i].words = s.IDs[i], s.Words[i]
		for n, number := range c.rows[i].numbers() {
			*number = s.Numbers[i*columns+n]
		}
	}
	c.place()
	c.index()
	return c
}
