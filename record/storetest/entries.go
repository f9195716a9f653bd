package storetest

import (
	"fmt"
	"strings"

	"annals"
	"annals/record"
)

// coder is the version of the coder in the entries.
const coder = "test 1"

// entry returns a document of some sentences with its lines. Words of other scripts
// and words that are not in the text are among them.
func entry(id, published string, sentences []string, lines ...annals.Line) record.Entry {
	e := record.Entry{
		Document: annals.Document{
			ID: id, Published: published, Title: "On " + id, URL: "https://example.org/" + id,
			Source: "The Daily Courier", Language: "en",
		},
		Coder: coder, Origin: id + ".jsonl", Added: "2026-01-02T03:04:05Z", Lines: lines,
	}
	text, at := "  ", 2
	for i, s := range sentences {
		length := len([]rune(s))
		e.Sentences = append(e.Sentences, annals.Span{at, at + length})
		for k := range lines {
			if lines[k].Sentence.Index == i {
				lines[k].Sentence = annals.Quote{Index: i, Span: annals.Span{at, at + length}, Text: s}
				lines[k].Document = id
				if lines[k].Coder == "" {
					lines[k].Coder = coder
				}
				eachParty(&lines[k], func(p *annals.Participant) { place(p, s, at) })
			}
		}
		text, at = text+s+"\n\n", at+length+2
	}
	e.Document.Text = text
	e.Fingerprint = record.FingerprintOf(&e.Document, e.Coder)
	return e
}

// place says where in its sentence a participant stands.
func place(p *annals.Participant, sentence string, at int) {
	if i := strings.Index(sentence, p.Text); i >= 0 && p.Text != "" {
		start := at + len([]rune(sentence[:i]))
		p.Span = annals.Span{start, start + len([]rune(p.Text))}
	}
}

func eachParty(line *annals.Line, do func(*annals.Participant)) {
	for i := range line.Actor {
		do(&line.Actor[i])
	}
	for i := range line.Recipient {
		do(&line.Recipient[i])
	}
	for i := range line.SaidBy {
		do(&line.SaidBy[i].Participant)
	}
}

// state is a participant that is a country.
func state(words, code string) annals.Participant {
	return annals.Participant{Text: words, ID: code, Name: words, Country: code}
}

// on is a date of one day, or of a span of days.
func on(from, to string) *annals.When {
	edtf := from
	if from != to {
		edtf = from + "/" + to
	}
	return &annals.When{EDTF: edtf, From: from, To: to, Basis: annals.BasisText}
}

// entries returns some documents, the same ones every time.
func entries() []record.Entry {
	score := -9.5
	chile, peru := state("Chile", "CHL"), state("Peru", "PER")
	pinera := annals.Participant{Text: "Piñera", ID: "person:pinera", Name: "Sebastián Piñera", Country: "CHL", Sector: []string{"GOV"}, Role: "president"}
	return []record.Entry{
		entry("treaty", "1929-07-01", []string{"Chile signed a treaty with Peru on 3 June 1929.", "Peruvian newspapers were glad.", "Piñera met Peru’s president in Łódź."},
			annals.Line{
				ID: "00aa00000000000000000001", Kind: annals.Event, Type: "AGREE", Mode: "sign", Context: []string{"diplomatic"}, CAMEO: "057", Score: &score,
				Actor: []annals.Participant{chile}, Recipient: []annals.Participant{peru}, When: on("1929-06-03", "1929-06-03"), Status: annals.Actual, Confidence: 0.9,
				Trigger: &annals.Words{Text: "signed", Span: annals.Span{8, 14}},
			},
			annals.Line{
				ID: "00aa00000000000000000002", Kind: annals.Event, Type: "CONSULT", Mode: "visit", Sentence: annals.Quote{Index: 2},
				Actor: []annals.Participant{pinera}, Recipient: []annals.Participant{peru}, Status: annals.Actual, Confidence: 0.5,
				BecauseOf: []string{"00aa00000000000000000001"}, Rank: &annals.Rank{Ordinal: 1, Among: "president"}, Citations: []string{"4"},
			}),
		entry("war", "", []string{"Chile attacked Peru.", "The war lasted from 1879 to 1883, Bolivia said.", "= and == are signs."},
			annals.Line{
				ID: "ffbb00000000000000000001", Kind: annals.Event, Type: "ASSAULT", Actor: []annals.Participant{chile}, Recipient: []annals.Participant{peru, state("=", "BOL")},
				Trigger: &annals.Words{Text: "Át-tacked", Span: annals.Span{8, 16}},
				When:    on("1879-04-05", "1883-10-20"), Status: annals.Actual, Coder: "another coder", Quantity: []annals.Quantity{{Text: "nine", Value: 9, Of: "ships"}},
			},
			annals.Line{
				ID: "ffbb00000000000000000002", Kind: annals.Claim, Text: "The war lasted", Sentence: annals.Quote{Index: 1}, Status: annals.Hypothetical,
				SaidBy: []annals.Attribution{{Participant: state("Bolivia", "BOL"), Cue: "said", Stance: annals.States, When: on("1884-01-01", "1884-12-31")}},
				Actor:  []annals.Participant{peru},
			},
			annals.Line{ID: "not hexadecimal", Kind: annals.State, Type: "capital", Sentence: annals.Quote{Index: 2}, Status: annals.Negated, When: on("-0043-03-15", "-0043-03-15")},
			annals.Line{ID: "ffbb00000000000000000003", Kind: annals.State, Type: "capital", Sentence: annals.Quote{Index: 1}, Status: annals.Future, When: &annals.When{From: "1990-01-01", Basis: annals.BasisText}}),
		entry("silence", "2020", []string{"Nothing happened."}),
		longEntry(),
	}
}

// longEntry is a document of many sentences with a line for each second one.
func longEntry() record.Entry {
	var sentences []string
	var lines []annals.Line
	for i := range 100 {
		sentences = append(sentences, fmt.Sprintf("In the year %d Peru warned Chile for the %dth time.", 1900+i, i))
		if i%2 == 0 {
			day := fmt.Sprintf("%d-%02d-11", 1900+i, 1+i%12)
			lines = append(lines, annals.Line{
				ID: fmt.Sprintf("0c%022d", i), Kind: annals.Event, Type: "THREATEN", Sentence: annals.Quote{Index: i}, Status: annals.Actual,
				Actor: []annals.Participant{state("Peru", "PER")}, Recipient: []annals.Participant{state("Chile", "CHL")}, When: on(day, day),
			})
		}
	}
	return entry("long", "2001-01-01", sentences, lines...)
}
