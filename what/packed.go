package what

// packed keeps short lists side by side in memory. A verb has dozens of rows, each
// with its conditions and values, and all of them are looked at wherever it stands:
// read one after the other they come much faster than from all over the memory.
type packed[T any] struct {
	free []T
}

// packedSize is how many items are made room for at a time.
const packedSize = 1024

// keep returns a copy of a list that lies behind the one kept before.
func (p *packed[T]) keep(list []T) []T {
	if len(list) > len(p.free) {
		p.free = make([]T, max(len(list), packedSize))
	}
	n := copy(p.free, list)
	kept := p.free[:n:n]
	p.free = p.free[n:]
	return kept
}
