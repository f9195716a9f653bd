package table

import (
	"annals/ask"
)

// Event draws why reports are one event: what they tell together, what made them one, what
// they say differently, which of them are copies, and how their actors were settled.
func (t *Table) Event(e *ask.EventExplanation) error {
	if t.named {
		t.out.WriteByte('\n')
	}
	t.named = true
	t.full(words(e.ID+"  "+kindAndType(e.Lines[0]), heading))
	t.full(words(counted(len(e.Lines), e.Documents, e.Sources), plain))
	for i, line := range e.Lines {
		label := ""
		if i == 0 {
			label = "reports"
		}
		if line.Sentence.Text != "" {
			t.part(label, words("“"+line.Sentence.Text+"”", strong))
			label = ""
		}
		t.part(label, words(Position(line)+"; "+line.ID, faint))
	}
	for i := range e.Joined {
		t.said(i, "one event", e.Joined[i].Says)
	}
	for i := range e.Differences {
		t.said(i, "differ in", fieldName(e.Differences[i].Field)+" "+sideBySide(&e.Differences[i])+".")
	}
	for i := range e.Copied {
		t.said(i, "copies", e.Copied[i].Says)
	}
	for i := range e.Related {
		t.said(i, "see also", e.Related[i].Says)
	}
	for i := range e.Settled {
		t.said(i, "actors", e.Settled[i].Says)
	}
	return t.Send()
}

// said draws a sentence under a label that only the first of its kind has.
func (t *Table) said(i int, label, sentence string) {
	if i > 0 {
		label = ""
	}
	t.part(label, words(sentence, plain))
}
