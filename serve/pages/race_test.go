//go:build race

package pages

// raceDetector reports whether the tests run under the race detector: timings mean nothing
// then, and what a browser draws is the same without it.
const raceDetector = true
