package coder

import (
	"annals"
	"annals/what"
)

// confidence returns how often lines of this making are right.
func confidence(f *what.Finding, line *annals.Line) float64 {
	switch {
	case len(line.Actor) > 0 && len(line.Recipient) > 0:
		return 0.6
	case len(line.Actor) > 0 || len(line.Recipient) > 0:
		return 0.5
	}
	return 0.4
}

const (
	claimConfidence = 0.6
	stateConfidence = 0.6
)
