package table

import (
	"slices"
	"strings"

	"annals"
)

// branch is how many columns a level of the tree takes.
const branch = 3

// tree draws the words of a sentence from top to bottom in the order of the
// text, each beside the word that it depends on: what stands above its head
// hangs from the line down to it, what stands below from the line up. Where
// branches cross, as free word order makes them, a line has a gap; the column
// "of" names the head all the same.
func (t *Table) tree(nodes []annals.Node) {
	rows := make([][5]string, len(nodes)) // branches and form, tag, relation, head, part
	var widths [4]int
	spans := spansOf(nodes)
	for i := range nodes {
		n := &nodes[i]
		rows[i] = [5]string{branches(nodes, spans, i) + clean(n.Form), clean(n.UPOS), clean(n.Rel), "", strings.Join(n.Part, ", ")}
		if n.Head >= 0 && n.Head < len(nodes) {
			rows[i][3] = "of " + clean(nodes[n.Head].Form)
		}
		for c := range widths {
			widths[c] = max(widths[c], textWidth(rows[i][c]))
		}
	}
	widths[0] = min(widths[0], max(t.width-widths[1]-widths[2]-40, 20))
	widths[3] = min(widths[3], 20)
	for i := range rows {
		t.node(&nodes[i], rows[i], widths)
	}
}

// node writes a row of the tree. Branches that are too long are cut at their
// beginning, words at their end.
func (t *Table) node(n *annals.Node, row [5]string, widths [4]int) {
	styles := [5]style{plain, faint, faint, faint, warning}
	if len(n.Part) > 0 {
		styles[0] = strong
	}
	if slices.Contains(n.Part, "trigger") {
		styles[0] = heading
	}
	pending := 0
	for c, text := range row {
		if c == 0 {
			text = cutStart(text, widths[0])
		} else if c < len(widths) {
			text = cutEnd(text, widths[c])
		}
		if text != "" {
			t.out.WriteString(strings.Repeat(" ", pending))
			pending = 0
			paint(&t.out, text, styles[c], t.colour)
		}
		if c < len(widths) {
			pending += widths[c] - textWidth(text) + gap
		}
	}
	t.out.WriteByte('\n')
}

// spansOf returns for each word the first and the last row of the line that its
// dependents hang on.
func spansOf(nodes []annals.Node) [][2]int {
	spans := make([][2]int, len(nodes))
	for i := range spans {
		spans[i] = [2]int{i, i}
	}
	for i := range nodes {
		if h := nodes[i].Head; h >= 0 && h < len(nodes) {
			spans[h][0], spans[h][1] = min(spans[h][0], i), max(spans[h][1], i)
		}
	}
	return spans
}

// branches returns what is drawn before a word: the lines that pass it, and the
// one that it hangs on.
func branches(nodes []annals.Node, spans [][2]int, i int) string {
	var levels []string // from the word to the root
	node := i
	for range nodes {
		head := nodes[node].Head
		if head < 0 || head >= len(nodes) {
			break
		}
		level := "   "
		switch {
		case node == i && i == spans[head][0]:
			level = "┌─ "
		case node == i && i == spans[head][1]:
			level = "└─ "
		case node == i:
			level = "├─ "
		case spans[head][0] < i && i < spans[head][1]:
			level = "│  "
		}
		levels = append(levels, level)
		node = head
	}
	slices.Reverse(levels)
	return strings.Join(levels, "")
}

// clean drops the control characters of a word.
func clean(text string) string { return strings.Map(visible, text) }

// cutStart cuts a text at its beginning to fit into some columns.
func cutStart(text string, columns int) string {
	if textWidth(text) <= columns {
		return text
	}
	letters := []rune(text)
	for len(letters) > 0 && textWidth(string(letters))+1 > columns {
		letters = letters[1:]
	}
	return "…" + string(letters)
}

// cutEnd cuts a text at its end to fit into some columns.
func cutEnd(text string, columns int) string {
	if textWidth(text) <= columns {
		return text
	}
	letters := []rune(text)
	for len(letters) > 0 && textWidth(string(letters))+1 > columns {
		letters = letters[:len(letters)-1]
	}
	return string(letters) + "…"
}
