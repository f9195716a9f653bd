package synthetic

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"iter"
	"math/rand/v2"
	"strings"

	"annals"
)

// Coder is what the lines of reports name as their coder.
const Coder = "synthetic"

// The years that reports tell of.
const (
	FirstYear = 1990
	LastYear  = 2019
)

// Report is a document with its sentences and lines, made without reading it.
type Report struct {
	Document  annals.Document
	Sentences []annals.Span
	Lines     []annals.Line
}

// reportSentences is how many sentences a report has, with a line for each.
const reportSentences = 20

// Reports yields reports with so many lines together. Each line is an event between two
// countries on a day of the years from FirstYear to LastYear; all pairs of Countries are
// equally frequent. The same seed gives the same reports.
func Reports(lines int, seed uint64) iter.Seq[*Report] {
	return func(yield func(*Report) bool) {
		random := rand.New(rand.NewPCG(seed, 1))
		for i := 0; lines > 0; i++ {
			r := newReport(fmt.Sprintf("report-%06d", i), min(lines, reportSentences), random)
			lines -= len(r.Lines)
			if !yield(r) {
				return
			}
		}
	}
}

func newReport(id string, lines int, random *rand.Rand) *Report {
	r := &Report{Document: annals.Document{
		ID: id, Published: "2020-01-01", Title: "Report " + id, Source: "Courier " + fmt.Sprint(random.IntN(20)),
	}}
	var text strings.Builder
	for i := range lines {
		e := newEvent(random)
		start := text.Len()
		text.WriteString(e.sentence())
		span := annals.Span{start, text.Len()}
		text.WriteString(" ")
		r.Sentences = append(r.Sentences, span)
		r.Lines = append(r.Lines, e.line(id, annals.Quote{Index: i, Span: span, Text: e.sentence()}))
	}
	r.Document.Text = text.String()
	return r
}

// event is what a sentence of a report tells.
type event struct {
	actor, recipient Country
	deed             deed
	topic, weekday   string
	year, month, day int
}

func newEvent(random *rand.Rand) event {
	a, b := random.IntN(len(countries)), random.IntN(len(countries)-1)
	if b >= a {
		b++
	}
	return event{
		actor: countries[a], recipient: countries[b], deed: deeds[random.IntN(len(deeds))],
		topic: topics[random.IntN(len(topics))], weekday: words["weekday"][random.IntN(len(words["weekday"]))],
		year: FirstYear + random.IntN(LastYear-FirstYear+1), month: 1 + random.IntN(12), day: 1 + random.IntN(28),
	}
}

func (e *event) sentence() string {
	return fmt.Sprintf("%s %s %s over %s on %s, %s.", e.actor.Name, e.deed.words, e.recipient.Name, e.topic, e.weekday, e.date())
}

// date is the day in the words of the sentence.
func (e *event) date() string {
	return fmt.Sprintf("%d %s %d", e.day, months[e.month-1], e.year)
}

func (e *event) line(document string, s annals.Quote) annals.Line {
	at := func(words string) annals.Span {
		start := s.Span.Start() + strings.Index(s.Text, words)
		return annals.Span{start, start + len(words)}
	}
	party := func(c Country) annals.Participant {
		return annals.Participant{Text: c.Name, Span: at(c.Name), ID: c.Code, Name: c.Name, Country: c.Code}
	}
	when, day := at(e.date()), fmt.Sprintf("%d-%02d-%02d", e.year, e.month, e.day)
	sum := sha256.Sum256(fmt.Append(nil, document, s.Index))
	return annals.Line{
		ID: hex.EncodeToString(sum[:12]), Kind: annals.Event, Document: document, Sentence: s,
		Type: e.deed.event, CAMEO: e.deed.cameo, Score: &e.deed.score,
		Trigger: &annals.Words{Text: e.deed.words, Span: at(e.deed.words)},
		Actor:   []annals.Participant{party(e.actor)}, Recipient: []annals.Participant{party(e.recipient)},
		When:   &annals.When{Text: e.date(), Span: &when, EDTF: day, From: day, To: day, Basis: annals.BasisText},
		Status: annals.Actual, Confidence: 0.9, Coder: Coder,
	}
}
