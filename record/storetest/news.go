package storetest

import (
	"annals"
	"annals/record"
)

// news are documents that tell of the same few events, with other words and names, so that
// there is something to settle and to merge.
func news() []record.Entry {
	return []record.Entry{
		entry("courier", "2010-05-04",
			[]string{"On 3 May 2010 Chilean President Ana Rey visited Lima.", "Four fishermen were killed when Chilean police fired on them on 2 May 2010."},
			line("10a0", annals.State, "office", 0, func(l *annals.Line) { l.Actor, l.When = people(rey("president")), on("2010-05-03", "2010-05-03") }),
			line("10a1", annals.Event, "CONSULT", 0, func(l *annals.Line) {
				l.Mode, l.Actor, l.Recipient = "visit", people(rey("president")), people(state("Lima", "PER"))
				l.When, l.Where = on("2010-05-03", "2010-05-03"), []annals.Place{{Text: "Lima", Name: "Lima", Country: "PER"}}
			}),
			line("10a2", annals.Event, "ASSAULT", 1, func(l *annals.Line) { shots(l, "Four", 4) })),
		entry("post", "2010-05-04",
			[]string{"The president of Chile was in Peru on 3 May 2010.", "Six fishermen died on 2 May 2010 when the police of Chile fired at boats."},
			line("20a1", annals.Event, "CONSULT", 0, func(l *annals.Line) {
				l.Mode, l.Actor, l.Recipient = "visit", people(role("The president of Chile", "CHL:president")), people(state("Peru", "PER"))
				l.When = on("2010-05-03", "2010-05-03")
			}),
			line("20a2", annals.Event, "ASSAULT", 1, func(l *annals.Line) { shots(l, "Six", 6) })),
		entry("plan", "2010-04-20",
			[]string{"Ana Rey will visit Peru on 3 May 2010.", "Peru denies that its navy was near, Bolivia said."},
			line("30a1", annals.Event, "CONSULT", 0, func(l *annals.Line) {
				l.Mode, l.Actor, l.Recipient, l.Status = "visit", people(rey("")), people(state("Peru", "PER")), annals.Future
				l.When = on("2010-05-03", "2010-05-03")
			}),
			line("30a2", annals.Event, "MOBILIZE", 1, func(l *annals.Line) {
				l.Actor = people(state("Peru", "PER"))
				l.SaidBy = []annals.Attribution{{Participant: state("Bolivia", "BOL"), Stance: annals.States}, {Participant: state("Peru", "PER"), Cue: "denies", Stance: annals.Denies}}
			})),
		entry("agency", "1999-03-02", agency, agencyLine("40a1", "Anatoly Karpenko", "person:anatoly-karpenko")),
		entry("reprint", "1999-03-03", agency, agencyLine("50a1", "Anatoly Karpenko", "person:anatoly-karpenko")),
		entry("letter", "1999-04-02", []string{"Anatoliy Karpenka criticized Poland in 1999."},
			line("60a1", annals.Event, "ACCUSE", 0, func(l *annals.Line) {
				l.Actor, l.Recipient = people(person("Anatoliy Karpenka", "person:anatoliy-karpenka")), people(state("Poland", "POL"))
				l.When = on("1999-01-01", "1999-12-31")
			})),
	}
}

// agency is a text that two newspapers print.
var agency = []string{
	"The opposition politician Anatoly Karpenko accused Poland of silence on 1 March 1999.",
	"He spoke to some two hundred people in the rain before the old theatre, and said that he would come again.",
}

func agencyLine(id, words, who string) annals.Line {
	return line(id, annals.Event, "ACCUSE", 0, func(l *annals.Line) {
		l.Actor, l.Recipient = people(person(words, who)), people(state("Poland", "POL"))
		l.When = on("1999-03-01", "1999-03-01")
	})
}

// line is a line of the sentence with an index.
func line(id string, kind annals.Kind, name string, sentence int, more func(*annals.Line)) annals.Line {
	l := annals.Line{ID: id + "00000000000000000000", Kind: kind, Type: name, Sentence: annals.Quote{Index: sentence}, Status: annals.Actual, Confidence: 0.8}
	more(&l)
	return l
}

func shots(l *annals.Line, number string, killed float64) {
	l.Actor, l.Recipient = people(role("police", "CHL:police")), people(annals.Participant{Text: "fishermen", Sector: []string{"CVL"}})
	l.Actor[0].Sector = []string{"COP"}
	l.When = on("2010-05-02", "2010-05-02")
	l.Trigger = &annals.Words{Text: "fired"}
	l.Quantity = []annals.Quantity{{Text: number, Value: killed, Of: "killed"}}
}

func people(all ...annals.Participant) []annals.Participant { return all }

func rey(office string) annals.Participant {
	p := person("Ana Rey", "person:ana-rey")
	p.Country, p.Role = "CHL", office
	return p
}

func person(words, id string) annals.Participant {
	return annals.Participant{Text: words, ID: id, Name: words}
}

func role(words, id string) annals.Participant {
	return annals.Participant{Text: words, ID: id, Country: id[:3], Sector: []string{"GOV"}}
}
