package serve_test

import (
	"bufio"
	"context"
	"encoding/csv"
	"fmt"
	"log/slog"
	"net"
	"net/http"
	"net/netip"
	"net/url"
	"strings"
	"testing"
	"time"

	"annals/serve"
	"annals/serve/api"
)

const token = "a token that nobody guesses"

func readOnly(o *serve.Options) { o.Queue = nil }

func withToken(o *serve.Options) { o.Access = serve.Access{Listen: "0.0.0.0:8080", Token: token} }

func withProxy(o *serve.Options) {
	o.Access = serve.Access{Listen: "0.0.0.0:8080", Identity: "X-Forwarded-User", Proxies: []netip.Prefix{netip.MustParsePrefix("127.0.0.0/8")}}
}

func withOtherProxy(o *serve.Options) {
	withProxy(o)
	o.Access.Proxies = []netip.Prefix{netip.MustParsePrefix("192.0.2.0/24")}
}

// TestRefused holds which requests are answered and which are refused.
func TestRefused(t *testing.T) {
	const alone, tokened, proxied, elsewhere = 0, 1, 2, 3
	servers := []*small{newSmall(t), newSmall(t, withToken), newSmall(t, withProxy), newSmall(t, withOtherProxy)}
	text := `{"text":"Fiji met Tonga."}`
	for _, test := range []struct {
		name         string
		server       int
		method, path string
		body         string
		header       map[string]string
		status       int
	}{
		{"of this machine", alone, "GET", "/api/v1/overview", "", nil, 200},
		{"by the name localhost", alone, "GET", "/api/v1/overview", "", map[string]string{"Host": "localhost:8080"}, 200},
		{"by another name (DNS rebinding)", alone, "GET", "/api/v1/overview", "", map[string]string{"Host": "evil.example"}, 421},
		{"by an address of elsewhere", alone, "GET", "/api/v1/overview", "", map[string]string{"Host": "192.0.2.1:80"}, 421},
		{"a post of a program", alone, "POST", "/api/v1/documents", text, nil, 202},
		{"a post of our page", alone, "POST", "/api/v1/documents", text, map[string]string{"Sec-Fetch-Site": "same-origin"}, 202},
		{"a post of another site", alone, "POST", "/api/v1/documents", text, map[string]string{"Sec-Fetch-Site": "cross-site"}, 403},
		{"a post of another origin", alone, "POST", "/api/v1/documents", text, map[string]string{"Origin": "https://evil.example"}, 403},
		{"a post of a page without origin", alone, "POST", "/api/v1/documents", text, map[string]string{"Origin": "null"}, 403},
		{"a form of another site", alone, "POST", "/api/v1/uploads", "", map[string]string{"Sec-Fetch-Site": "cross-site", "Content-Type": "multipart/form-data; boundary=x"}, 403},
		{"a correction of another site", alone, "POST", "/api/v1/corrections", `{"line":"x"}`, map[string]string{"Sec-Fetch-Site": "same-site"}, 403},
		{"JSON as a form could send it", alone, "POST", "/api/v1/documents", text, map[string]string{"Content-Type": "text/plain"}, 415},
		{"without the token", tokened, "GET", "/api/v1/overview", "", nil, 401},
		{"with another token", tokened, "GET", "/api/v1/overview", "", map[string]string{"Authorization": "Bearer " + token + "x"}, 401},
		{"with an empty token", tokened, "GET", "/api/v1/overview", "", map[string]string{"Authorization": "Bearer "}, 401},
		{"with a cookie of somebody else", tokened, "GET", "/api/v1/overview", "", map[string]string{"Cookie": "annals-session=" + strings.Repeat("0", 64)}, 401},
		{"with the token", tokened, "GET", "/api/v1/overview", "", map[string]string{"Authorization": "Bearer " + token}, 200},
		{"metrics without the token", tokened, "GET", "/metrics", "", nil, 401},
		{"the description without the token", tokened, "GET", "/openapi.json", "", nil, 401},
		{"health without the token", tokened, "GET", "/healthz", "", nil, 200},
		{"a page without the token", tokened, "GET", "/", "", map[string]string{"Accept": "text/html"}, 303},
		{"a post without the token", tokened, "POST", "/api/v1/documents", text, nil, 401},
		{"the identity of a proxy", proxied, "GET", "/api/v1/overview", "", map[string]string{"X-Forwarded-User": "ada"}, 200},
		{"no identity", proxied, "GET", "/api/v1/overview", "", nil, 401},
		{"an identity from elsewhere", elsewhere, "GET", "/api/v1/overview", "", map[string]string{"X-Forwarded-User": "ada"}, 401},
		{"an identity without a proxy", alone, "GET", "/api/v1/overview", "", map[string]string{"X-Forwarded-User": "ada"}, 200},
		{"a method that is not there", alone, "DELETE", "/api/v1/documents/a1", "", nil, 404},
	} {
		t.Run(test.name, func(t *testing.T) {
			header := map[string]string{"Content-Type": "application/json"}
			for name, value := range test.header {
				header[name] = value
			}
			answer, body := servers[test.server].do(test.method, test.path, test.body, header)
			if answer.StatusCode != test.status {
				t.Errorf("status %d, want %d: %s", answer.StatusCode, test.status, body)
			}
			if csp := answer.Header.Get("Content-Security-Policy"); !strings.Contains(csp, "default-src 'none'") || strings.Contains(csp, "unsafe") {
				t.Errorf("the policy is %q", csp)
			}
			for name, want := range map[string]string{"X-Content-Type-Options": "nosniff", "Referrer-Policy": "no-referrer", "X-Frame-Options": "DENY"} {
				if got := answer.Header.Get(name); got != want {
					t.Errorf("%s is %q, want %q", name, got, want)
				}
			}
		})
	}
}

// TestLogin holds that whoever knows the token gets a cookie that opens the server, and
// that the token does not stand in it.
func TestLogin(t *testing.T) {
	s := newSmall(t, withToken)
	form := map[string]string{"Content-Type": "application/x-www-form-urlencoded"}
	page, body := s.do("GET", "/login", "", nil)
	if page.StatusCode != http.StatusOK || !strings.Contains(body, `name="token"`) {
		t.Fatalf("status %d: %s", page.StatusCode, body)
	}
	wrong, _ := s.do("POST", "/login", "token=<script>", form)
	if wrong.StatusCode != http.StatusUnauthorized || len(wrong.Cookies) > 0 {
		t.Errorf("status %d, %v", wrong.StatusCode, wrong.Cookies)
	}
	right, _ := s.do("POST", "/login", url.Values{"token": {token}}.Encode(), form)
	if right.StatusCode != http.StatusSeeOther || len(right.Cookies) != 1 {
		t.Fatalf("status %d, %v", right.StatusCode, right.Cookies)
	}
	cookie := right.Cookies[0]
	if !cookie.HttpOnly || cookie.SameSite != http.SameSiteStrictMode || strings.Contains(cookie.Value, token) {
		t.Errorf("%+v", cookie)
	}
	if answer, body := s.do("GET", "/api/v1/overview", "", map[string]string{"Cookie": cookie.Name + "=" + cookie.Value}); answer.StatusCode != http.StatusOK {
		t.Errorf("status %d: %s", answer.StatusCode, body)
	}
	other := newSmall(t, withToken)
	if answer, _ := other.do("GET", "/api/v1/overview", "", map[string]string{"Cookie": cookie.Name + "=" + cookie.Value}); answer.StatusCode != http.StatusUnauthorized {
		t.Errorf("the cookie of one server opens another: status %d", answer.StatusCode)
	}
}

// TestAccess holds that a server that others reach demands to know who asks.
func TestAccess(t *testing.T) {
	proxies := []netip.Prefix{netip.MustParsePrefix("10.0.0.0/8")}
	for _, test := range []struct {
		access serve.Access
		says   string
	}{
		{serve.Access{Listen: "127.0.0.1:8080"}, ""},
		{serve.Access{Listen: "[::1]:8080"}, ""},
		{serve.Access{Listen: "localhost:8080"}, ""},
		{serve.Access{Listen: ":8080"}, "give a token"},
		{serve.Access{Listen: "0.0.0.0:8080"}, "give a token"},
		{serve.Access{Listen: "192.0.2.7:8080"}, "give a token"},
		{serve.Access{Listen: "annals.example:8080"}, "give a token"},
		{serve.Access{Listen: ":8080", Token: "short"}, "too short"},
		{serve.Access{Listen: "127.0.0.1:8080", Token: "short"}, "too short"},
		{serve.Access{Listen: ":8080", Token: token}, ""},
		{serve.Access{Listen: ":8080", Identity: "X-User", Proxies: proxies}, ""},
		{serve.Access{Listen: ":8080", Identity: "X-User"}, "believed from nowhere"},
	} {
		err := test.access.Check()
		if (err == nil) != (test.says == "") || err != nil && !strings.Contains(err.Error(), test.says) {
			t.Errorf("%+v: %v, want %q", test.access, err, test.says)
		}
	}
}

// TestTooLarge holds that what is too large is refused.
func TestTooLarge(t *testing.T) {
	s := newSmall(t, func(o *serve.Options) { o.Limit = api.Limits{Upload: 100_000, UploadTime: time.Minute} })
	body, media := upload(t, "big.txt", strings.Repeat("Fiji met Tonga. ", 10_000), nil)
	if answer, says := s.do("POST", "/api/v1/uploads", body, map[string]string{"Content-Type": media}); answer.StatusCode != http.StatusRequestEntityTooLarge {
		t.Errorf("a large file: status %d: %s", answer.StatusCode, says)
	}
	text := `{"text":"` + strings.Repeat("a", 7<<20) + `"}`
	if answer, says := s.do("POST", "/api/v1/documents", text, map[string]string{"Content-Type": "application/json"}); answer.StatusCode != http.StatusRequestEntityTooLarge {
		t.Errorf("a large text: status %d: %s", answer.StatusCode, says)
	}
	if jobs := s.queue.Jobs(); len(jobs) != len(texts()) {
		t.Errorf("%d jobs, want those of the texts alone", len(jobs))
	}
}

// TestTooSlow holds that what comes too slowly is refused, and what is no form.
func TestTooSlow(t *testing.T) {
	s := newSmall(t, func(o *serve.Options) { o.Limit = api.Limits{Upload: 100_000, UploadTime: 300 * time.Millisecond} })
	if status := slowly(t, s.url, "/api/v1/uploads", "multipart/form-data; boundary=x", "--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.txt\"\r\n\r\nFiji"); status != http.StatusRequestTimeout {
		t.Errorf("a slow file: status %d", status)
	}
	if status := slowly(t, s.url, "/api/v1/documents", "application/json", `{"text":`); status != http.StatusRequestTimeout {
		t.Errorf("a slow text: status %d", status)
	}
	if answer, _ := s.do("POST", "/api/v1/uploads", "nothing", map[string]string{"Content-Type": "text/plain"}); answer.StatusCode != http.StatusBadRequest {
		t.Errorf("no form: status %d", answer.StatusCode)
	}
	if jobs := s.queue.Jobs(); len(jobs) != len(texts()) {
		t.Errorf("%d jobs, want those of the texts alone", len(jobs))
	}
}

// slowly begins a request that does not go on, and returns the status of the answer.
func slowly(t *testing.T, server, path, media, begins string) int {
	t.Helper()
	address := strings.TrimPrefix(server, "http://")
	conn, err := (&net.Dialer{}).DialContext(context.Background(), "tcp", address)
	must(t, err)
	defer conn.Close() //nolint:errcheck // what it says has been read
	must(t, conn.SetDeadline(time.Now().Add(20*time.Second)))
	fmt.Fprintf(conn, "POST %s HTTP/1.1\r\nHost: %s\r\nContent-Type: %s\r\nContent-Length: 100000\r\n\r\n%s", path, address, media, begins)
	answer, err := http.ReadResponse(bufio.NewReader(conn), nil)
	must(t, err)
	defer answer.Body.Close()
	return answer.StatusCode
}

// TestHarmless holds that nothing of a document runs: its words are JSON that no browser
// takes for a page, and in CSV no cell is a formula.
func TestHarmless(t *testing.T) {
	s := newSmall(t)
	answer, body := s.do("GET", "/api/v1/timeline?party=NOR", "", nil)
	if !strings.Contains(body, "onerror") || answer.Header.Get("Content-Type") != "application/json" || answer.Header.Get("X-Content-Type-Options") != "nosniff" {
		t.Errorf("%v: %s", answer.Header, body)
	}
	_, body = s.do("GET", "/api/v1/export?format=csv&party=NOR", "", nil)
	rows, err := csv.NewReader(strings.NewReader(body)).ReadAll()
	must(t, err)
	if len(rows) < 2 {
		t.Fatal("nothing was exported")
	}
	for _, row := range rows {
		for _, cell := range row {
			if cell != "" && strings.ContainsRune("=+@\t\r", rune(cell[0])) {
				t.Errorf("a spreadsheet would run %q", cell)
			}
		}
	}
	answer, _ = s.do("GET", "/api/v1/export?format=csv&party=NOR", "", nil)
	if !strings.HasPrefix(answer.Header.Get("Content-Disposition"), "attachment") {
		t.Error("a browser would show the file")
	}
}

// TestShutdown holds that a server answers until it is told to end, and then ends.
func TestShutdown(t *testing.T) {
	var made *serve.Server
	newSmall(t, func(o *serve.Options) {
		o.Log = slog.New(slog.DiscardHandler)
		server, err := serve.New(*o)
		must(t, err)
		made = server
	})
	l, err := (&net.ListenConfig{}).Listen(context.Background(), "tcp", "127.0.0.1:0")
	must(t, err)
	ctx, stop := context.WithCancel(context.Background())
	ended := make(chan error, 1)
	go func() { ended <- made.Serve(ctx, l) }()
	answer, err := http.Get("http://" + l.Addr().String() + "/healthz")
	must(t, err)
	answer.Body.Close()
	if answer.StatusCode != http.StatusOK {
		t.Error(answer.StatusCode)
	}
	stop()
	select {
	case err := <-ended:
		must(t, err)
	case <-time.After(20 * time.Second):
		t.Fatal("the server does not end")
	}
}
