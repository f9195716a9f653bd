package train

import (
	"slices"
	"strconv"
	"strings"

	"annals/language/conllu"
)

// mention is a mention of an entity in the annotation of GUM
// (gucorpling.org/gum): the column MISC holds
// Entity=(id-type-status-salience-centering-minspan-link-identity ... id).
type mention struct {
	id, kind    string
	minspan     string // its core words, counted from 1 in the mention: "2,4"
	first, last int    // positions of words
}

// entityNames reads names off the entities of a sentence: those persons,
// organizations and places whose core words are proper nouns by their tags.
// Where names nest, the longest counts.
func entityNames(rows []conllu.Row, words []int) []string {
	names := make([]string, len(words))
	for i := range names {
		names[i] = "O"
	}
	mentions := entityMentions(rows, words)
	slices.SortStableFunc(mentions, func(a, b mention) int { return (b.last - b.first) - (a.last - a.first) })
	for _, m := range mentions {
		kind := map[string]string{"person": "PER", "organization": "ORG", "place": "LOC"}[m.kind]
		first, last, ok := core(m, rows, words)
		if kind == "" || !ok || slices.ContainsFunc(names[first:last+1], func(n string) bool { return n != "O" }) {
			continue
		}
		if kind == "PER" && rows[words[m.first]][conllu.UPOS] == "DET" {
			continue // "the Secretary": an office, not a name
		}
		names[first] = "B-" + kind
		for k := first + 1; k <= last; k++ {
			names[k] = "I-" + kind
		}
	}
	return names
}

// core returns the first and last word of the proper name that a mention is
// built around.
func core(m mention, rows []conllu.Row, words []int) (first, last int, ok bool) {
	var proper []int
	for part := range strings.SplitSeq(m.minspan, ",") {
		n, err := strconv.Atoi(part)
		at := m.first + n - 1
		if err != nil || n < 1 || at > m.last {
			return 0, 0, false
		}
		if tag := rows[words[at]][conllu.XPOS]; tag == "NNP" || tag == "NNPS" {
			proper = append(proper, at)
		} else if len(proper) > 0 {
			break
		}
	}
	if len(proper) == 0 {
		return 0, 0, false
	}
	first, last = proper[0], proper[0]
	for _, at := range proper[1:] {
		if slices.ContainsFunc(words[last:at], func(w int) bool { return rows[w][conllu.Form] == "," }) {
			break
		}
		last = at
	}
	return first, last, true
}

// entityMentions reads the brackets of the column MISC.
func entityMentions(rows []conllu.Row, words []int) []mention {
	var open, closed []mention
	for i, at := range words {
		field := rows[at].Feature(conllu.Misc, "Entity")
		for field != "" {
			end := strings.IndexByte(field, ')')
			if begins := field[0] == '('; begins {
				if next := strings.IndexByte(field[1:], '(') + 1; next > 0 && (end < 0 || next < end) {
					end = next - 1
				}
				body := field[1:]
				closes := end >= 0 && field[end] == ')'
				if end >= 0 {
					body = field[1 : end+1]
				}
				parts := strings.SplitN(strings.TrimSuffix(body, ")"), "-", 8)
				if len(parts) >= 6 {
					open = append(open, mention{id: parts[0], kind: parts[1], minspan: parts[5], first: i, last: i})
					if closes {
						closed = append(closed, open[len(open)-1])
						open = open[:len(open)-1]
					}
				}
			} else if end >= 0 {
				id, _, _ := strings.Cut(field[:end], "-")
				for k := len(open) - 1; k >= 0; k-- {
					if open[k].id == id {
						open[k].last = i
						closed = append(closed, open[k])
						open = slices.Delete(open, k, k+1)
						break
					}
				}
			}
			if end < 0 {
				break
			}
			field = field[end+1:]
		}
	}
	return closed
}
