// Package serve is the server of annals serve.
//
// In come a record and the address to listen at; out come answers to requests: the API of
// package api, the pages that it is given, metrics and a page to log in. What a request
// must pass before it is answered stands in guard.go (whose it is, which host it names),
// headers.go (what a browser may do with the answer) and server.go (how long it may take);
// cache.go keeps answers until the record changes.
package serve
