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
	Title     string   `json:"title,omitempty"`
	URL       string   `json:"url,omitempty"`
	Publisher string   `json:"publisher,omitempty"`
	Published string   `json:"published,omitempty"` // EDTF
	Origin    string   `json:"origin,omitempty"`    // documents of one origin are one source
	Copies    []string `json:"copies,omitempty"`    // other documents here with the same text, sorted
	Sentences int      `json:"sentences"`           // that give lines
	Events    int      `json:"events"`              // different ones
	Reports   int      `json:"reports"`             // lines that tell of them
	Alone     int      `json:"alone"`               // events that no other source here tells of
	States    int      `json:"states"`
	Claims    int      `json:"claims"`
	Said      int      `json:"said"`               // lines that it tells as what somebody says
	Speakers  []string `json:"speakers,omitempty"` // who they are, in the order of the lines
	Coders    []string `json:"coders"`             // what coded it
	First     string   `json:"first,omitempty"`    // EDTF of the line with the first possible day
	Last      string   `json:"last,omitempty"`     // EDTF of the line with the last possible day
}

// lines is how many lines the document gives.
func (s *SourceEntry) lines() int { return s.Reports + s.States + s.Claims }

// Sources returns the documents of the events, states and claims that are asked for, those
// with the most lines first, then by name.
func Sources(told *Told, q *Query) []SourceEntry {
	all := map[string]*sourceEntry{}
	matches := map[*Event]bool{}
	for i := range told.Events {
		matches[&told.Events[i]] = q.MatchEvent(&told.Events[i])
	}
	for i := range told.Lines {
		line := &told.Lines[i]
		if e := told.EventOf(line.ID); e != nil && !matches[e] || e == nil && !q.Match(line) {
			continue
		}
		s := all[line.Document]
		if s == nil {
			s = newSourceEntry(told, line.Document)
			all[line.Document] = s
		}
		s.add(told, line)
	}
	out := make([]SourceEntry, 0, len(all))
	for _, s := range all {
		s.Sentences, s.First, s.Last = len(s.sentences), s.first.edtf, s.last.edtf
		out = append(out, s.SourceEntry)
	}
	slices.SortFunc(out, func(a, b SourceEntry) int {
		return cmp.Or(cmp.Compare(b.lines(), a.lines()), strings.Compare(a.Document, b.Document))
	})
	findCopies(out)
	return out
}

// copied begins the origin of documents that are copies of one text (record/copies).
const copied = "copy:"

// findCopies names the copies of each document.
func findCopies(all []SourceEntry) {
	of := map[string][]string{}
	for i := range all {
		if origin := all[i].Origin; strings.HasPrefix(origin, copied) {
			of[origin] = append(of[origin], all[i].Document)
		}
	}
	for i := range all {
		for _, document := range of[all[i].Origin] {
			if document != all[i].Document {
				all[i].Copies = append(all[i].Copies, document)
			}
		}
		slices.Sort(all[i].Copies)
	}
}

// sourceEntry is a SourceEntry in the making.
type sourceEntry struct {
	SourceEntry
	dates
	sentences map[int]bool // by their index
	events    map[*Event]bool
}

func newSourceEntry(told *Told, document string) *sourceEntry {
	d := told.Documents[document]
	return &sourceEntry{
		SourceEntry: SourceEntry{Document: document, Title: d.Title, URL: d.URL, Publisher: d.Source, Published: d.Published, Origin: d.Origin},
		sentences:   map[int]bool{}, events: map[*Event]bool{},
	}
}

func (s *sourceEntry) add(told *Told, line *annals.Line) {
	s.note(line)
	switch line.Kind {
	case annals.Event:
		s.Reports++
		if e := told.EventOf(line.ID); !s.events[e] {
			s.events[e] = true
			s.Events++
			if _, sources := told.sources(e.Lines); sources == 1 {
				s.Alone++
			}
		}
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
