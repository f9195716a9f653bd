package eval

// Count counts things that are in the gold, those that a system found, and
// those that are in both.
type Count struct{ Gold, System, Right int }

// Precision returns the share of what was found that is right, in percent.
func (c Count) Precision() float64 { return Percent(c.Right, c.System) }

// Recall returns the share of the gold that was found, in percent.
func (c Count) Recall() float64 { return Percent(c.Right, c.Gold) }

// F1 returns the harmonic mean of precision and recall, in percent.
func (c Count) F1() float64 { return Percent(2*c.Right, c.Gold+c.System) }

// Percent returns how many percent n is of all; 0 where there is nothing.
func Percent(n, all int) float64 { return 100 * float64(n) / float64(max(all, 1)) }

func (c Count) plus(d Count) Count {
	return Count{c.Gold + d.Gold, c.System + d.System, c.Right + d.Right}
}

// one is 1 for what is true.
func one(b bool) int {
	if b {
		return 1
	}
	return 0
}
