package table

import (
	"fmt"
	"strings"

	"annals"
	"annals/ask"
)

// whenCell is the date: as the text says it, with the EDTF date where the
// words alone do not fix it.
func whenCell(line *annals.Line) []word {
	if why := ask.WhyUndated(line); why != "" && (line.When == nil || line.When.EDTF == "") {
		return words(why, faint)
	}
	when := line.When
	if when.Text == "" {
		return words(when.EDTF, plain)
	}
	cell := words(when.Text, plain)
	if when.Basis != annals.BasisText || isOpen(when.EDTF) {
		cell = append(cell, words("("+when.EDTF+")", faint)...)
	}
	return cell
}

// isOpen reports whether an EDTF interval has no end or no beginning: "after the
// vote of 2020" is 2020/.., though its words are those of the vote.
func isOpen(edtf string) bool {
	return strings.HasSuffix(edtf, "/..") || strings.HasPrefix(edtf, "../")
}

// whatCell is the kind of line: of an event the mode or else the word that
// carries it, with the type; and the status of what is not told as fact.
func whatCell(line *annals.Line) []word {
	var cell []word
	switch {
	case line.Kind == annals.Event:
		cell = append(words(eventWord(line), plain), words("("+line.Type+")", scoreStyle(line.Score))...)
	case line.Type != "":
		cell = words(fmt.Sprintf("%s (%s)", line.Type, line.Kind), plain)
	default:
		cell = words(string(line.Kind), plain)
	}
	if line.Status != annals.Actual && line.Status != "" {
		cell = append(cell, words(string(line.Status), warning)...)
	}
	return cell
}

func eventWord(line *annals.Line) string {
	switch {
	case line.Mode != "":
		return line.Mode
	case line.Trigger != nil && line.Trigger.Text != "":
		return line.Trigger.Text
	}
	return strings.ToLower(line.Type)
}

func scoreStyle(score *float64) style {
	switch {
	case score == nil || *score == 0:
		return plain
	case *score > 0:
		return friendly
	}
	return hostile
}

// whoCell is a list of participants. Those that the same words name together
// ("both countries") share the words.
func whoCell(all []annals.Participant) []word {
	var cell []word
	for i := range all {
		who := participant(&all[i])
		if i > 0 && all[i].Span == all[i-1].Span && all[i].Name != "" {
			who = withCountry(all[i].Name, all[i].Country)
		}
		if i < len(all)-1 {
			who += ";"
		}
		cell = append(cell, words(who, strong)...)
	}
	return cell
}

// participant is who the words name: the words if they hold the name, the name
// if it holds the words, and else both, as for pronouns.
func participant(p *annals.Participant) string {
	who := p.Text
	switch {
	case p.Name == "" || strings.Contains(p.Text, p.Name):
	case p.Text == "" || strings.Contains(p.Name, p.Text):
		who = p.Name
	default:
		who = p.Text + " = " + p.Name
	}
	if p.Role != "" && !strings.Contains(who, p.Role) {
		who += ", " + p.Role
	}
	return withCountry(who, p.Country)
}

func withCountry(who, country string) string {
	if country == "" {
		return who
	}
	return who + " (" + country + ")"
}

// whereCell is a list of places.
func whereCell(all []annals.Place) []word {
	var cell []word
	for i, p := range all {
		name := p.Text
		if i < len(all)-1 {
			name += ";"
		}
		cell = append(cell, words(name, plain)...)
	}
	return cell
}

// accordingTo is the chain of attribution, outermost speaker first.
func accordingTo(chain []annals.Attribution) string {
	links := make([]string, len(chain))
	for i := range chain {
		links[i] = speaker(&chain[i])
	}
	return strings.Join(links, " → ")
}

// speaker is a link of the chain: who, and in which words, when, how.
func speaker(a *annals.Attribution) string {
	who := participant(&a.Participant)
	if who == "" {
		who = "nobody named"
	}
	var how []string
	if a.Cue != "" {
		how = append(how, "“"+a.Cue+"”")
	}
	if a.Stance != "" && a.Stance != annals.States {
		how = append(how, string(a.Stance))
	}
	if a.When != nil && a.When.EDTF != "" {
		how = append(how, a.When.EDTF)
	}
	if len(how) == 0 {
		return who
	}
	return who + " [" + strings.Join(how, ", ") + "]"
}

// ordinal is a rank in words.
func ordinal(n int) string {
	switch n {
	case 1:
		return "the first"
	case 2:
		return "the second"
	case 3:
		return "the third"
	case -1:
		return "the last"
	}
	return fmt.Sprintf("number %d", n)
}
