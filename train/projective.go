package train

// projective returns the heads of a tree without crossing arcs: as long as an
// arc crosses another, the shortest such arc is lifted to the head of its head
// (Nivre and Nilsson 2005). Heads are positions, -1 for the root.
func projective(heads []int) []int {
	out := make([]int, len(heads))
	copy(out, heads)
	for {
		worst := -1
		for d := range out {
			if out[d] >= 0 && out[out[d]] >= 0 && !covered(out, d) && (worst < 0 || arcLength(out, d) < arcLength(out, worst)) {
				worst = d
			}
		}
		if worst < 0 {
			return out
		}
		out[worst] = out[out[worst]]
	}
}

func arcLength(heads []int, d int) int { return max(d-heads[d], heads[d]-d) }

// covered reports whether all words between d and its head descend from that
// head.
func covered(heads []int, d int) bool {
	h := heads[d]
	for k := min(d, h) + 1; k < max(d, h); k++ {
		a := k
		for a >= 0 && a != h {
			a = heads[a]
		}
		if a < 0 {
			return false
		}
	}
	return true
}
