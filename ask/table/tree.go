package table

import (
	"slices"
	"strings"

	"annals"
)

// The widths of the columns beside a tree, at most. A narrow terminal has no
// column that names the head: the branches show it.
const (
	relWidth  = 13 // nmod:unmarked
	headWidth = 20
	partWidth = 20
	wideTree  = 80
)

// tree draws the words of a sentence from top to bottom in the order of the
// text, each beside the word that it depends on: what stands above its head
// hangs from the line down to it, what stands below from the line up. Where
// branches cross, as free word order makes them, a line has a gap; the column
// "of" names the head all the same.
func (t *Table) tree(nodes []annals.Node) {
	rows := make([][treeColumns]string, len(nodes)) // branches and form, tag, relation, head, part
	spans := spansOf(nodes)
	for i := range nodes {
		n := &nodes[i]
		rows[i] = [treeColumns]string{branches(nodes, spans, i) + clean(n.Form), clean(n.UPOS), clean(n.Rel), "", clean(strings.Join(n.Part, ", "))}
		if n.Head >= 0 && n.Head < len(nodes) && t.width >= wideTree {
			rows[i][3] = "of " + clean(nodes[n.Head].Form)
		}
	}
	widths := t.treeWidths(rows)
	for i := range rows {
		t.node(&nodes[i], rows[i], widths)
	}
}

const treeColumns = 5

// treeWidths shares the width out: the tree gets what the other columns leave.
func (t *Table) treeWidths(rows [][treeColumns]string) [treeColumns]int {
	var widths [treeColumns]int
	for i := range rows {
		for c, text := range rows[i] {
			widths[c] = max(widths[c], textWidth(text))
		}
	}
	most := [treeColumns]int{0, 5, relWidth, headWidth, partWidth}
	rest := t.width
	for c := 1; c < treeColumns; c++ {
		widths[c] = min(widths[c], most[c])
		rest -= widths[c] + gap
	}
	widths[0] = min(widths[0], rest)
	return widths
}

// node writes a row of the tree. Branches that are too long are cut at their
// beginning, words at their end.
func (t *Table) node(n *annals.Node, row [treeColumns]string, widths [treeColumns]int) {
	styles := [treeColumns]style{plain, faint, faint, faint, warning}
	if len(n.Part) > 0 {
		styles[0] = strong
	}
	if slices.Contains(n.Part, "trigger") {
		styles[0] = heading
	}
	pending := 0
	for c, text := range row {
		if widths[c] == 0 {
			continue
		}
		if c == 0 {
			text = cutStart(text, widths[c])
		} else {
			text = cutEnd(text, widths[c])
		}
		if text != "" {
			t.out.WriteString(strings.Repeat(" ", pending))
			pending = 0
			paint(&t.out, text, styles[c], t.colour)
		}
		pending += widths[c] - textWidth(text) + gap
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
