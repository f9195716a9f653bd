package web

import (
	"context"
	"fmt"
	"net/http"
	"net/http/httptest"
	"net/netip"
	"strings"
	"testing"

	"annals"
	"annals/document"
)

// serve returns a client that may ask a server on this machine, and the server's
// address.
func serve(t *testing.T) (c *Client, address string) {
	t.Helper()
	page := func(kind, text string) http.HandlerFunc {
		return func(w http.ResponseWriter, _ *http.Request) {
			w.Header().Set("Content-Type", kind)
			fmt.Fprint(w, text)
		}
	}
	mux := http.NewServeMux()
	mux.Handle("/page", page("text/html; charset=utf-8", "<html><head><title>Grain</title></head><body><article><p>Chile signed a treaty with Peru.</p></article></body></html>"))
	mux.Handle("/latin", page("text/plain; charset=iso-8859-1", "The R\xedo was quiet."))
	mux.Handle("/lines", page("application/x-ndjson", `{"id":"a","text":"Peru left."}`+"\n"+`{"id":"b"`+"\n"))
	mux.Handle("/picture", page("image/png", "PNG"))
	mux.Handle("/nothing", page("text/plain", ""))
	mux.Handle("/huge", page("text/plain", strings.Repeat("x", document.MaxMarkup+1)))
	mux.Handle("/moved", http.RedirectHandler("/page", http.StatusFound))
	mux.Handle("/loop", http.RedirectHandler("/loop", http.StatusFound))
	mux.Handle("/elsewhere", http.RedirectHandler("file:///etc/hosts", http.StatusFound))
	mux.Handle("/inside", http.RedirectHandler("http://10.0.0.1/", http.StatusFound))
	server := httptest.NewServer(mux)
	t.Cleanup(server.Close)
	loopback, err := ParseNetwork("127.0.0.1")
	if err != nil {
		t.Fatal(err)
	}
	return New(loopback), server.URL
}

func TestRead(t *testing.T) {
	c, address := serve(t)
	for path, want := range map[string]annals.Document{
		"/page":  {ID: address + "/page", URL: address + "/page", Title: "Grain", Text: "Chile signed a treaty with Peru."},
		"/moved": {ID: address + "/moved", URL: address + "/moved", Title: "Grain", Text: "Chile signed a treaty with Peru."},
		"/latin": {ID: address + "/latin", URL: address + "/latin", Text: "The Río was quiet."},
		"/lines": {ID: "a", Text: "Peru left."},
	} {
		for doc, err := range c.Read(context.Background(), address+path) {
			if err != nil {
				t.Errorf("%s: %v", path, err)
			} else if got := (annals.Document{ID: doc.ID, URL: doc.URL, Title: doc.Title, Text: strings.TrimSpace(doc.Text)}); got != want {
				t.Errorf("%s: got %+v, want %+v", path, got, want)
			}
			break // a broken line of JSON Lines comes second
		}
	}
}

func TestReadRefuses(t *testing.T) {
	c, address := serve(t)
	for path, want := range map[string]string{
		"/absent":    "the server answers 404 Not Found",
		"/picture":   "is image/png, not text",
		"/nothing":   "is empty",
		"/huge":      "larger than 8 MiB",
		"/loop":      "cannot be fetched: more than 5 redirects",
		"/elsewhere": "no http or https",
		"/inside":    "10.0.0.1 is no address of the public internet",
	} {
		count := 0
		for _, err := range c.Read(context.Background(), address+path) {
			count++
			if err == nil || !strings.Contains(err.Error(), want) || !strings.HasPrefix(err.Error(), address+path+": ") {
				t.Errorf("%s: the error is %v, want one with the address and %q", path, err, want)
			}
		}
		if count != 1 {
			t.Errorf("%s: %d errors", path, count)
		}
	}
	second := 0
	for _, err := range c.Read(context.Background(), address+"/lines") {
		if second++; second == 2 && (err == nil || !strings.HasPrefix(err.Error(), address+"/lines:2: ")) {
			t.Errorf("the broken line: %v", err)
		}
	}
	if second != 2 {
		t.Errorf("%d documents and errors of two lines", second)
	}
	for _, err := range New().Read(context.Background(), address+"/page") {
		if err == nil || !strings.Contains(err.Error(), "127.0.0.1 is no address of the public internet") {
			t.Errorf("this machine was asked: %v", err)
		}
	}
}

func TestIsPublic(t *testing.T) {
	for address, want := range map[string]bool{
		"93.184.216.34": true, "2606:2800:220:1::1": true, "::ffff:93.184.216.34": true,
		"127.0.0.1": false, "::1": false, "10.1.2.3": false, "172.16.0.1": false, "192.168.1.1": false, "169.254.169.254": false,
		"fe80::1": false, "fd00::1": false, "0.0.0.0": false, "::": false, "224.0.0.1": false, "255.255.255.255": false,
		"100.64.0.1": false, "198.18.0.1": false, "::ffff:127.0.0.1": false, "::ffff:10.0.0.1": false, "64:ff9b::a00:1": false, "2002:a00:1::": false,
	} {
		if got := isPublic(netip.MustParseAddr(address)); got != want {
			t.Errorf("%s: %v", address, got)
		}
	}
}

func TestIsURL(t *testing.T) {
	for name, want := range map[string]bool{
		"http://example.org/a": true, "https://example.org": true,
		"file.txt": false, "C:\\texts\\a.txt": false, "ftp://example.org/a": false, "http:": false, "http:/a": false, "-": false, "": false,
	} {
		if got := IsURL(name); got != want {
			t.Errorf("%q: %v", name, got)
		}
	}
}

// TestParseNetwork reads networks and addresses that may be allowed.
func TestParseNetwork(t *testing.T) {
	for text, want := range map[string]string{
		"10.0.0.0/8": "10.0.0.0/8", "fd00::/8": "fd00::/8", "192.168.1.7": "192.168.1.7/32", "::1": "::1/128", "::ffff:10.0.0.1": "10.0.0.1/32",
		"intranet": "", "10.0.0.0/33": "", "": "",
	} {
		got, err := ParseNetwork(text)
		if (err == nil) != (want != "") || err == nil && got.String() != want {
			t.Errorf("%q: %v, %v, want %q", text, got, err, want)
		}
	}
}
