//go:build !race

package coder

// raceDetector reports whether the tests run under the race detector.
const raceDetector = false
