package ask

import (
	"io/fs"
	"slices"
	"strings"

	"annals"
	"annals/datafile"
)

// Where a state tells what it is about: the values of data/objects.tsv.
const (
	inPlaces    = "where"
	inRecipient = "recipient"
	inNames     = "names"
	inMatter    = "matter"
)

// readObjects reads data/objects.tsv.
func readObjects(files fs.FS) (map[string][]string, error) {
	table, err := datafile.Read(files, "data/objects.tsv", "state", "object")
	if err != nil {
		return nil, err
	}
	out := map[string][]string{}
	for i := range table.Rows {
		row := &table.Rows[i]
		list := row.List("object", "|")
		for _, where := range list {
			if !slices.Contains([]string{inPlaces, inRecipient, inNames, inMatter}, where) {
				return nil, row.Errorf("no line tells an object in %q", where)
			}
		}
		out[row.Get("state")] = list
	}
	return out, nil
}

// object returns what a line tells a state to be about, and true if it tells that by
// its matter, which must be compared. Where nothing else does the words tell it.
func (k *Knowledge) object(state string, line *annals.Line, holders []string) (key string, isMatter bool) {
	for _, where := range k.objects[state] {
		var found []string
		switch where {
		case inMatter:
			return "", true
		case inPlaces:
			for i := range line.Where {
				found = append(found, strings.TrimSpace(folded(line.Where[i].Text)))
			}
		case inRecipient:
			found = keysOf(line.Recipient)
		case inNames:
			found = k.names(line.Text)
		}
		found = slices.DeleteFunc(found, func(key string) bool { return key == "" || slices.Contains(holders, key) })
		if len(found) > 0 {
			slices.Sort(found)
			return strings.Join(slices.Compact(found), " "), false
		}
	}
	return folded(saidWords(line)), false
}

// saidWords are the words that tell a state, or of an event the sentence.
func saidWords(line *annals.Line) string {
	if line.Text != "" {
		return line.Text
	}
	return line.Sentence.Text
}

// names returns the ids of what the gazetteer knows by a name in some words.
func (k *Knowledge) names(text string) []string {
	words := strings.FieldsFunc(text, func(r rune) bool { return strings.ContainsRune(" \t\n,;:()[]“”\"", r) })
	var out []string
	for i := 0; i < len(words); i++ {
		match, length := k.known.Longest(func(j int) string {
			if i+j < len(words) {
				return words[i+j]
			}
			return ""
		})
		if length > 0 && match.Entry != nil {
			out = append(out, match.Entry.ID)
			i += length - 1
		}
	}
	return out
}

// How much of a word is compared, which its forms share, and how long it must be to tell
// what something is about.
const (
	matterLetters = 5
	matterLength  = 5
)

// matterOf returns the words that tell what a state is about: long ones that name neither
// parties nor the date, and do not carry the state. They are sorted.
func matterOf(line *annals.Line) []string {
	known := map[string]bool{}
	know := func(words string) {
		for word := range strings.FieldsSeq(folded(words)) {
			known[word] = true
		}
	}
	for _, side := range [][]annals.Participant{line.Actor, line.Recipient} {
		for i := range side {
			know(side[i].Text + " " + side[i].Name)
		}
	}
	if line.When != nil {
		know(line.When.Text)
	}
	if line.Trigger != nil {
		know(line.Trigger.Text)
	}
	var out []string
	for word := range strings.FieldsSeq(folded(saidWords(line))) {
		if len(word) >= matterLength && !known[word] && (word[0] < '0' || word[0] > '9') {
			out = append(out, word[:matterLetters])
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// sameMatter reports whether one of two lists of words holds all of the other.
func sameMatter(a, b []string) bool {
	if len(a) > len(b) {
		a, b = b, a
	}
	if len(a) == 0 {
		return len(b) == 0
	}
	return !slices.ContainsFunc(a, func(word string) bool { return !slices.Contains(b, word) })
}
