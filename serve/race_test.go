//go:build race

package serve_test

// slow is how much slower programs may be under the race detector.
const slow = 10
