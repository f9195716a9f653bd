// Package api is the HTTP API of annals serve.
//
// In come requests under /api/v1; out come the answers of package questions as JSON,
// exports as streams, and errors as problem+json (RFC 9457). What is asked stands in the
// URL and is read by questions.ReadQuery alone. The description at /openapi.json is made
// from the code. The record is written to only through package intake and by corrections
// and decisions, which the store keeps apart from what was read.
package api
