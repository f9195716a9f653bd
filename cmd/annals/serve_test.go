package main

import (
	"bufio"
	"context"
	"io"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/modelcontextprotocol/go-sdk/mcp"
)

// recordOfTreaty returns the file of a record of one text.
func recordOfTreaty(t *testing.T) string {
	t.Helper()
	dir := t.TempDir()
	text := filepath.Join(dir, "treaty.txt")
	if err := os.WriteFile(text, []byte("Chile signed a treaty with Peru on 3 June 1929."), 0o644); err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(dir, "annals.db")
	if out, err := exec.Command("annals", "add", "--record", path, text).CombinedOutput(); err != nil {
		t.Fatalf("%v: %s", err, out)
	}
	return path
}

// TestServe starts the program, asks it over HTTP, hands in a text while it runs, and ends
// it as a system does.
func TestServe(t *testing.T) {
	path := recordOfTreaty(t)
	cmd := exec.Command("annals", "serve", "--record", path, "--listen", ":0")
	var log strings.Builder
	cmd.Stderr = &log
	out, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	defer cmd.Process.Kill() //nolint:errcheck // it has ended, or the test has failed
	address, err := bufio.NewReader(out).ReadString('\n')
	if err != nil || !strings.HasPrefix(address, "http://127.0.0.1:") {
		t.Fatalf("%q, %v: %s", address, err, &log)
	}
	address = strings.TrimSpace(address)
	get := func(path string) string {
		t.Helper()
		answer, err := http.Get(address + path)
		if err != nil {
			t.Fatal(err)
		}
		defer answer.Body.Close()
		data, err := io.ReadAll(answer.Body)
		if err != nil || answer.StatusCode != http.StatusOK {
			t.Fatalf("%s: status %d, %v: %s", path, answer.StatusCode, err, data)
		}
		return string(data)
	}
	if body := get("healthz"); !strings.Contains(body, "ok") {
		t.Error(body)
	}
	if body := get("api/v1/timeline?party=CHL&party=PER"); !strings.Contains(body, "3 June 1929") {
		t.Error(body)
	}
	if body := get("openapi.json"); !strings.Contains(body, `"openapi":"3.1.0"`) {
		t.Errorf("%.100s", body)
	}
	if body := get("metrics"); !strings.Contains(body, "annals_record_lines 1") {
		t.Error(body)
	}
	answer, err := http.Post(address+"api/v1/documents", "application/json", strings.NewReader(`{"text":"Fiji met Tonga on 2 May 2003."}`))
	if err != nil {
		t.Fatal(err)
	}
	answer.Body.Close()
	for range 500 {
		if strings.Contains(get("api/v1/timeline?party=FJI"), "Tonga") {
			break
		}
		time.Sleep(10 * time.Millisecond)
	}
	if body := get("api/v1/timeline?party=FJI"); !strings.Contains(body, "Tonga") {
		t.Error(body)
	}
	if err := cmd.Process.Signal(syscall.SIGTERM); err != nil {
		t.Fatal(err)
	}
	if err := cmd.Wait(); err != nil {
		t.Errorf("%v: %s", err, &log)
	}
	if !strings.Contains(log.String(), "shutting down") {
		t.Errorf("the log says nothing of the end: %s", &log)
	}
}

// TestMCP starts the program as an assistant's program does, and asks it.
func TestMCP(t *testing.T) {
	ctx := context.Background()
	client := mcp.NewClient(&mcp.Implementation{Name: "test", Version: "1"}, nil)
	session, err := client.Connect(ctx, &mcp.CommandTransport{Command: exec.Command("annals", "mcp", "--record", recordOfTreaty(t))}, nil)
	if err != nil {
		t.Fatal(err)
	}
	answer, err := session.CallTool(ctx, &mcp.CallToolParams{Name: "timeline", Arguments: map[string]any{"party": []string{"Chile"}}})
	if err != nil {
		t.Fatal(err)
	}
	if text := answer.Content[0].(*mcp.TextContent).Text; !strings.Contains(text, "“Chile signed a treaty with Peru on 3 June 1929.”") {
		t.Error(text)
	}
	if err := session.Close(); err != nil {
		t.Error(err)
	}
}
