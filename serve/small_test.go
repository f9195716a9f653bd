package serve_test

import (
	"context"
	"encoding/json"
	"fmt"
	"io"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"annals"
	"annals/coder"
	"annals/gazetteer"
	"annals/record/digest"
	"annals/record/sqlite"
	"annals/serve"
	"annals/serve/api"
	"annals/serve/intake"
	"annals/serve/questions"
	"annals/what"
)

// texts are a small record: two agencies, a denial, a history, and a document that means
// harm.
func texts() []annals.Document {
	return []annals.Document{
		{ID: "a1", Source: "North Wire", Published: "2011-03-05", Title: "Talks", Text: "Chile and Peru signed an agreement on fishing rights in Lima on 4 March 2011. The Chilean foreign minister met the Peruvian president."},
		{ID: "b1", Source: "South Press", Published: "2011-03-05", Text: "Peru and Chile signed an agreement on fishing rights on 4 March 2011 in Lima."},
		{ID: "b2", Source: "South Press", Published: "2011-03-09", Text: "Chile accused Peru of attacking a patrol boat on 8 March 2011. Peru denied that it had attacked the patrol boat."},
		{ID: "h1", Title: "A history", Text: "On 6 February 1995, Belarusian President Alexander Lukashenko visited Vilnius. In 1996 Lithuania recalled its ambassador from Minsk."},
		{ID: `=cmd|' /C calc'!A0`, Title: "<script>alert(1)</script>", Source: "=1+1", URL: "javascript:alert(1)", Text: `Norway threatened <img src=x onerror=alert(1)> Denmark on 3 May 2001.`},
	}
}

// loadCoder loads the models once for all tests.
var loadCoder = sync.OnceValues(coder.New)

// small is a server over a small record.
type small struct {
	t     *testing.T
	url   string
	queue *intake.Queue
}

// change changes the options of a server.
type change func(*serve.Options)

// newSmall returns a server over the texts.
func newSmall(t *testing.T, changes ...change) *small {
	t.Helper()
	ctx := context.Background()
	c, err := loadCoder()
	must(t, err)
	known, err := gazetteer.Load()
	must(t, err)
	book, err := what.Load()
	must(t, err)
	digester, err := digest.New(known)
	must(t, err)
	path := filepath.Join(t.TempDir(), "annals.db")
	store, err := sqlite.OpenToAdd(ctx, path)
	must(t, err)
	t.Cleanup(func() { must(t, store.Close()) })
	log := slog.New(slog.DiscardHandler)
	queue := intake.New(store, c, digester, log)
	t.Cleanup(queue.Close)
	version := func() string {
		info, err := os.Stat(path + "-wal")
		if err != nil {
			return err.Error()
		}
		return fmt.Sprint(info.Size(), info.ModTime())
	}
	desk, err := questions.New(questions.Options{Store: store, Gazetteer: known, Codebook: book, Coder: c, Version: version})
	must(t, err)
	options := serve.Options{Desk: desk, Store: store, Queue: queue, Log: log, Access: serve.Access{Listen: "127.0.0.1:0"}}
	for _, change := range changes {
		change(&options)
	}
	server, err := serve.New(options)
	must(t, err)
	listening := httptest.NewServer(server.Handler())
	t.Cleanup(listening.Close)
	s := &small{t: t, url: listening.URL, queue: queue}
	for _, doc := range texts() {
		_, err := queue.Text(doc, "")
		must(t, err)
	}
	s.wait()
	return s
}

func must(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

// wait waits until all that was handed in has been read, and returns the last job.
func (s *small) wait() intake.Job {
	s.t.Helper()
	for range 1000 {
		jobs := s.queue.Jobs()
		open := 0
		for i := range jobs {
			if jobs[i].State == intake.Waiting || jobs[i].State == intake.Running {
				open++
			}
		}
		if open == 0 {
			return jobs[0]
		}
		time.Sleep(10 * time.Millisecond)
	}
	s.t.Fatal("the jobs do not end")
	return intake.Job{}
}

// reply is an answer that has been read.
type reply struct {
	StatusCode int
	Header     http.Header
	Cookies    []*http.Cookie
}

// do sends a request and returns the answer and its body.
func (s *small) do(method, path, body string, header map[string]string) (*reply, string) {
	s.t.Helper()
	request, err := http.NewRequestWithContext(context.Background(), method, s.url+path, strings.NewReader(body))
	must(s.t, err)
	for name, value := range header {
		if name == "Host" {
			request.Host = value
			continue
		}
		request.Header.Set(name, value)
	}
	client := &http.Client{CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse }}
	answer, err := client.Do(request)
	must(s.t, err)
	defer answer.Body.Close()
	data, err := io.ReadAll(answer.Body)
	must(s.t, err)
	return &reply{answer.StatusCode, answer.Header, answer.Cookies()}, string(data)
}

// get asks a question of the API.
func (s *small) get(path string) (int, string) {
	s.t.Helper()
	answer, body := s.do(http.MethodGet, api.Prefix+"/"+path, "", nil)
	return answer.StatusCode, body
}

// into asks a question and reads the answer.
func (s *small) into(path string, answer any) {
	s.t.Helper()
	status, body := s.get(path)
	if status != http.StatusOK {
		s.t.Fatalf("%s: status %d: %s", path, status, body)
	}
	must(s.t, json.Unmarshal([]byte(body), answer))
}

// post hands something in as JSON.
func (s *small) post(path string, body any) (int, string) {
	s.t.Helper()
	data, err := json.Marshal(body)
	must(s.t, err)
	answer, got := s.do(http.MethodPost, api.Prefix+"/"+path, string(data), map[string]string{"Content-Type": "application/json"})
	return answer.StatusCode, got
}
