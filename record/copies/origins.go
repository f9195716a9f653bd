package copies

import (
	"cmp"
	"slices"
)

// Document is a document with its fingerprint.
type Document struct {
	ID          string
	Publisher   string // who published it, "" if not known
	Fingerprint Fingerprint
}

// Origins returns for the id of each document its origin. Copies have one origin, named after
// the first id among them. What is no copy has the origin of its publisher, for a newspaper
// that reports twice is one source; where that is not known it is its own origin. The
// order of the documents changes nothing.
func Origins(documents []Document) map[string]string {
	docs := slices.Clone(documents)
	slices.SortFunc(docs, func(a, b Document) int {
		return cmp.Or(cmp.Compare(a.ID, b.ID), cmp.Compare(a.Fingerprint.Text, b.Fingerprint.Text))
	})
	sets := make(sets, len(docs))
	for i := range sets {
		sets[i] = int32(i)
	}
	joinEqual(docs, sets)
	for band := range bands {
		joinBand(docs, sets, band)
	}
	return name(docs, sets)
}

// joinEqual joins the documents with the same words.
func joinEqual(docs []Document, sets sets) {
	first := make(map[uint64]int32, len(docs))
	for i := range docs {
		if docs[i].Fingerprint.Text == offset {
			continue // a text without words
		}
		at, seen := first[docs[i].Fingerprint.Text]
		if !seen {
			first[docs[i].Fingerprint.Text] = int32(i)
			continue
		}
		sets.join(at, int32(i))
	}
}

// attempts is how many documents of one band a document is compared with. Documents that
// share a band mostly are copies and joined already; only texts made from one form
// share it and are none.
const attempts = 16

// joinBand compares the documents whose signatures agree in a band.
func joinBand(docs []Document, sets sets, band int) {
	seen := make(map[[rows]uint8][]int32, len(docs))
	for i := range docs {
		f := &docs[i].Fingerprint
		if f.Shingles < fewest {
			continue
		}
		key := [rows]uint8(f.Minima[band*rows:])
		list := seen[key]
		isNew := true
		for _, k := range list {
			if sets.root(k) == sets.root(int32(i)) {
				isNew = false
				continue
			}
			if f.CopyOf(&docs[k].Fingerprint) {
				sets.join(k, int32(i))
				isNew = false
			}
		}
		if isNew && len(list) < attempts {
			seen[key] = append(list, int32(i))
		}
	}
}

// name names the origin of each document.
func name(docs []Document, sets sets) map[string]string {
	size := make(map[int32]int, len(docs))
	for i := range docs {
		size[sets.root(int32(i))]++
	}
	out := make(map[string]string, len(docs))
	for i := range docs {
		d := &docs[i]
		root := sets.root(int32(i))
		if size[root] > 1 {
			out[d.ID] = copyOf + docs[root].ID
		} else {
			out[d.ID] = Own(d.ID, d.Publisher)
		}
	}
	return out
}

// copyOf begins the origin of a copy.
const copyOf = "copy:"

// Own returns the origin of a document that is no copy of another.
func Own(id, publisher string) string {
	if publisher != "" {
		return "publisher:" + publisher
	}
	return "document:" + id
}

// sets are disjoint sets of documents; the first of a set is its root.
type sets []int32

func (s sets) root(i int32) int32 {
	for s[i] != i {
		s[i] = s[s[i]]
		i = s[i]
	}
	return i
}

func (s sets) join(a, b int32) {
	a, b = s.root(a), s.root(b)
	s[max(a, b)] = min(a, b)
}
