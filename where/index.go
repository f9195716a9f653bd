package where

import (
	"strings"

	"annals/phrase"
)

// index finds the longest of many thousand names that a list of words begins
// with. It does what phrase.Trie does, with a map of whole names in place of a
// tree of maps, because filling it is most of what the program's start costs.
type index struct {
	names map[string]int32 // a name, its words joined by spaces, to the first of its entries
	first map[string]int8  // the first word of a name to the most words of such a name
	items []item

	firsts phrase.Filter // of the first words
}

// item is one place of a name, in a list.
type item struct {
	site *site
	next int32 // the next place of the same name, 0 for none
}

// newIndex makes an index with room for so many names.
func newIndex(size int) index {
	return index{
		names: make(map[string]int32, size),
		first: make(map[string]int8, size),
		items: make([]item, 1, size), // item 0 stands for none
	}
}

// add lists a site under a name; a site that is there already is not listed
// twice.
func (x *index) add(name string, s *site) {
	head := x.names[name]
	for at := head; at != 0; at = x.items[at].next {
		if x.items[at].site == s {
			return
		}
	}
	x.items = append(x.items, item{s, head})
	x.names[name] = int32(len(x.items) - 1)
	word, _, _ := strings.Cut(name, " ")
	x.firsts.Add(word)
	if n := int8(1 + strings.Count(name, " ")); n > x.first[word] {
		x.first[word] = n
	}
}

// longestName bounds the bytes of a name that is looked for.
const longestName = 128

// longest returns the sites of the longest name that word(0), word(1), ...
// begin with, and its length in words. The function word must return "" past
// the end.
func (x *index) longest(word func(i int) string) (sites []*site, length int) {
	head := word(0)
	if !x.firsts.MayHave(head) {
		return nil, 0
	}
	most := int(x.first[head])
	if most == 0 {
		return nil, 0
	}
	var buffer [longestName]byte
	var ends [longestName]int
	name, count := buffer[:0], 0
	for ; count < most; count++ {
		w := word(count)
		if w == "" || len(name)+1+len(w) > longestName {
			break
		}
		if count > 0 {
			name = append(name, ' ')
		}
		name = append(name, w...)
		ends[count] = len(name)
	}
	for ; count > 0; count-- {
		if at := x.names[string(name[:ends[count-1]])]; at != 0 {
			return x.list(at), count
		}
	}
	return nil, 0
}

// named returns the sites of a name whose words are separated by spaces.
func (x *index) named(name string) []*site { return x.list(x.names[name]) }

func (x *index) list(at int32) []*site {
	var out []*site
	for ; at != 0; at = x.items[at].next {
		out = append(out, x.items[at].site)
	}
	return out
}
