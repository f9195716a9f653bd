package sqlite

import (
	"bytes"
	"compress/flate"
	"encoding/json"
	"fmt"
	"io"
	"sync"
)

// compression is the level of DEFLATE: a higher one takes longer and saves hardly more.
const compression = 6

// maxBlock is the most bytes that a block may expand to: many times what the largest
// document gives.
const maxBlock = 512 << 20

// codec compresses blocks with a dictionary. It is safe for concurrent use.
type codec struct {
	dictionary       []byte
	writers, readers sync.Pool
	decoders         sync.Pool
}

func newCodec(dictionary []byte) *codec { return &codec{dictionary: dictionary} }

// compress returns data in a smaller form.
func (c *codec) compress(data []byte) ([]byte, error) {
	var out bytes.Buffer
	w, _ := c.writers.Get().(*flate.Writer)
	if w == nil {
		var err error
		if w, err = flate.NewWriterDict(&out, compression, c.dictionary); err != nil {
			return nil, fmt.Errorf("compressing: %w", err)
		}
	} else {
		w.Reset(&out) // keeps the dictionary
	}
	if _, err := w.Write(data); err != nil {
		return nil, fmt.Errorf("compressing: %w", err)
	}
	if err := w.Close(); err != nil {
		return nil, fmt.Errorf("compressing: %w", err)
	}
	c.writers.Put(w)
	return out.Bytes(), nil
}

// packJSON returns a value as compressed JSON.
func (c *codec) packJSON(value any) (string, error) {
	data, err := json.Marshal(value)
	if err == nil {
		data, err = c.compress(data)
	}
	if err != nil {
		return "", fmt.Errorf("writing %T as JSON: %w", value, err)
	}
	return string(data), nil
}

// unpackJSON reads what packJSON wrote.
func (c *codec) unpackJSON(data []byte, into any) error {
	var text bytes.Buffer
	if err := c.expand(&text, data); err != nil {
		return err
	}
	if err := json.Unmarshal(text.Bytes(), into); err != nil {
		return fmt.Errorf("reading %T from JSON: %w", into, err)
	}
	return nil
}

// expand appends to out what compress was given.
func (c *codec) expand(out *bytes.Buffer, data []byte) error {
	r, _ := c.readers.Get().(io.ReadCloser)
	if r == nil {
		r = flate.NewReaderDict(bytes.NewReader(data), c.dictionary)
	} else if err := r.(flate.Resetter).Reset(bytes.NewReader(data), c.dictionary); err != nil {
		return fmt.Errorf("expanding a block: %w", err)
	}
	n, err := out.ReadFrom(io.LimitReader(r, maxBlock+1))
	if err != nil {
		return fmt.Errorf("expanding a block: %w", err)
	}
	if n > maxBlock {
		return fmt.Errorf("expanding a block: it has more than %d bytes", maxBlock)
	}
	c.readers.Put(r)
	return nil
}
