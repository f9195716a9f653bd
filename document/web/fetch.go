package web

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"iter"
	"mime"
	"net"
	"net/http"
	"net/netip"
	"net/url"
	"strings"
	"time"

	"golang.org/x/net/html/charset"

	"annals"
	"annals/document"
)

// The bounds of a fetch.
const (
	maxTime      = 30 * time.Second
	maxRedirects = 5
	maxHeader    = 64 << 10
)

// Client fetches pages. It is safe for concurrent use.
type Client struct {
	http    *http.Client
	allowed func(netip.Addr) bool
}

// New returns a Client, which asks the public internet, and beside it networks that are
// allowed. It asks no proxy, which would hide the address of the page.
func New(also ...netip.Prefix) *Client {
	c := &Client{allowed: func(a netip.Addr) bool { return isPublic(a) || isIn(also, a) }}
	dialer := &net.Dialer{Timeout: maxTime, Control: c.control}
	c.http = &http.Client{
		Timeout: maxTime,
		Transport: &http.Transport{
			DialContext: dialer.DialContext, MaxResponseHeaderBytes: maxHeader, DisableKeepAlives: true, ForceAttemptHTTP2: true,
		},
		CheckRedirect: func(to *http.Request, earlier []*http.Request) error {
			switch {
			case len(earlier) > maxRedirects:
				return fmt.Errorf("more than %d redirects", maxRedirects)
			case !IsURL(to.URL.String()):
				return fmt.Errorf("a redirect to %s, which is no http or https", to.URL.Redacted())
			}
			return nil
		},
	}
	return c
}

// IsURL reports whether a name is the address of a page.
func IsURL(name string) bool {
	u, err := url.Parse(name)
	return err == nil && (u.Scheme == "http" || u.Scheme == "https") && u.Host != ""
}

// Read yields the documents of a page as document.Read does those of a file. A page
// that is one document has its address as id; it is the address that was asked for,
// whatever it redirects to.
func (c *Client) Read(ctx context.Context, address string) iter.Seq2[*annals.Document, error] {
	return func(yield func(*annals.Document, error) bool) {
		name, text, err := c.fetch(ctx, address)
		if err != nil {
			yield(nil, &document.Error{File: address, Err: err})
			return
		}
		for doc, err := range document.ReadFrom(name, bytes.NewReader(text)) {
			var bad *document.Error
			if errors.As(err, &bad) {
				err = &document.Error{File: address, Line: bad.Line, Err: bad.Err}
			}
			if err == nil && doc.ID == name {
				doc.ID, doc.URL = address, address
			}
			if !yield(doc, err) {
				return
			}
		}
	}
}

// fetch returns the text of a page as UTF-8, and a name for it whose extension tells the
// format.
func (c *Client) fetch(ctx context.Context, address string) (name string, text []byte, err error) {
	request, err := http.NewRequestWithContext(ctx, http.MethodGet, address, http.NoBody)
	if err != nil {
		return "", nil, fmt.Errorf("is no address: %w", err)
	}
	request.Header.Set("User-Agent", "annals")
	response, err := c.http.Do(request)
	if err != nil {
		var about *url.Error
		if errors.As(err, &about) {
			err = about.Err // the address is named already
		}
		return "", nil, fmt.Errorf("cannot be fetched: %w", err)
	}
	defer response.Body.Close()
	if response.StatusCode != http.StatusOK {
		return "", nil, fmt.Errorf("the server answers %s", response.Status)
	}
	kind := response.Header.Get("Content-Type")
	name, err = nameFor(kind)
	if err != nil {
		return "", nil, err
	}
	text, err = bounded(response.Body)
	if err != nil || len(text) == 0 || name == "page.jsonl" {
		return name, text, err // JSON is UTF-8
	}
	plain, err := charset.NewReader(bytes.NewReader(text), kind)
	if err != nil {
		return "", nil, fmt.Errorf("has an unknown encoding: %w", err)
	}
	text, err = bounded(plain)
	return name, text, err
}

// nameFor returns a name whose extension tells the format of a content type.
func nameFor(contentType string) (string, error) {
	kind, _, err := mime.ParseMediaType(contentType)
	switch {
	case err != nil:
		return "", fmt.Errorf("the server does not say what it is: %w", err)
	case kind == "text/html" || kind == "application/xhtml+xml":
		return "page.html", nil
	case kind == "text/markdown":
		return "page.md", nil
	case kind == "text/plain":
		return "page.txt", nil
	case kind == "application/json" || strings.HasSuffix(kind, "jsonl") || strings.HasSuffix(kind, "ndjson") || strings.HasSuffix(kind, "jsonlines"):
		return "page.jsonl", nil
	}
	return "", fmt.Errorf("is %s, not text", kind)
}

// bounded reads what is no larger than a document may be.
func bounded(in io.Reader) ([]byte, error) {
	text, err := io.ReadAll(io.LimitReader(in, document.MaxMarkup+1))
	if err != nil {
		return nil, fmt.Errorf("breaks off after %d bytes: %w", len(text), err)
	}
	if len(text) > document.MaxMarkup {
		return nil, fmt.Errorf("larger than %d MiB", document.MaxMarkup>>20)
	}
	return text, nil
}
