package train

import (
	"bufio"
	"fmt"
	"strings"

	"annals/language/conllu"
)

// ReadNames reads names in the format of Universal NER, gzipped
// where the name of the file ends in .gz: "# sent_id = ..."
// comments, then a line a word with number, form and IOB2 tag, then an empty
// line. It returns the tags of each sentence by its id.
func ReadNames(path string) (map[string][]string, error) {
	file, err := conllu.Open(path)
	if err != nil {
		return nil, fmt.Errorf("reading names: %w", err)
	}
	defer file.Close()
	names := map[string][]string{}
	lines := bufio.NewScanner(file)
	lines.Buffer(nil, 1<<20)
	id := ""
	for number := 1; lines.Scan(); number++ {
		line := lines.Text()
		if value, ok := strings.CutPrefix(line, "# sent_id = "); ok {
			id = value
			continue
		}
		if line == "" || line[0] == '#' {
			continue
		}
		fields := strings.Split(line, "\t")
		if len(fields) < 3 {
			return nil, fmt.Errorf("reading names: %s:%d: %d columns, but at least 3 are needed", path, number, len(fields))
		}
		names[id] = append(names[id], knownName(fields[2]))
	}
	if err := lines.Err(); err != nil {
		return nil, fmt.Errorf("reading names %s: %w", path, err)
	}
	return names, nil
}

// knownName keeps the tags of the three kinds of name that the reader knows;
// all else ("B-OTH", and the slip "B-O") is no name.
func knownName(tag string) string {
	switch tag {
	case "B-PER", "I-PER", "B-ORG", "I-ORG", "B-LOC", "I-LOC":
		return tag
	}
	return "O"
}

// Mark gives the sentences their names. Sentences whose id or length is not
// that of a sentence with names stay unmarked; it returns how many were marked.
func Mark(sentences []Sentence, names map[string][]string) int {
	marked := 0
	for i := range sentences {
		tags := names[sentences[i].ID]
		if len(tags) != len(sentences[i].Tokens) {
			continue
		}
		sentences[i].Silver = false
		for k := range tags {
			sentences[i].Tokens[k].Name = tags[k]
		}
		marked++
	}
	return marked
}
