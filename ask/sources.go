package ask

import (
	"cmp"
	"slices"
	"strings"

	"annals"
)

// SourceEntry is a document, with what the record has from it.
type SourceEntry struct {
	Document  string   `json:"document"`
	Sentences int      `json:"sentences"` // that give lines
	Events    int      `json:"events"`
	States    int      `json:"states"`
	Claims    int      `json:"claims"`
	Said      int      `json:"said"`               // lines that it tells as what somebody says
	Speakers  []string `json:"speakers,omitempty"` // who they are, in the order of the lines
	Coders    []string `json:"coders"`             // what coded it
	First     string   `json:"first,omitempty"`    // EDTF of the line with the first possible day
	Last      string   `json:"last,omitempty"`     // EDTF of the line with the last possible day
}

// lines is how many lines the document gives.
func (s *SourceEntry) lines() int { return s.Events + s.States + s.Claims }

// Sources returns the documents of the lines that are asked for, those with the most
// lines first, then by name.
func Sources(lines []annals.Line, q *Query) []SourceEntry {
	all := map[string]*sourceEntry{}
	for i := range lines {
		line := &lines[i]
		if !q.Match(line) {
			continue
		}
		s := all[line.Document]
		if s == nil {
			s = &sourceEntry{SourceEntry: SourceEntry{Document: line.Document}, sentences: map[int]bool{}}
			all[line.Document] = s
		}
		s.add(line)
	}
	out := make([]SourceEntry, 0, len(all))
	for _, s := range all {
		s.Sentences, s.First, s.Last = len(s.sentences), s.first.edtf, s.last.edtf
		out = append(out, s.SourceEntry)
	}
	slices.SortFunc(out, func(a, b SourceEntry) int {
		return cmp.Or(cmp.Compare(b.lines(), a.lines()), strings.Compare(a.Document, b.Document))
	})
	return out
}

// sourceEntry is a SourceEntry in the making.
type sourceEntry struct {
	SourceEntry
	dates
	sentences map[int]bool // by their index
}

func (s *sourceEntry) add(line *annals.Line) {
	s.note(line)
	switch line.Kind {
	case annals.Event:
		s.Events++
	case annals.State:
		s.States++
	case annals.Claim:
		s.Claims++
	}
	if line.Sentence.Text != "" {
		s.sentences[line.Sentence.Index] = true
	}
	if isAttributed(line) {
		s.Said++
	}
	for i := range line.SaidBy {
		if name := NameOf(&line.SaidBy[i].Participant); name != "" && !slices.Contains(s.Speakers, name) {
			s.Speakers = append(s.Speakers, name)
		}
	}
	if !slices.Contains(s.Coders, line.Coder) {
		s.Coders = append(s.Coders, line.Coder)
	}
}
