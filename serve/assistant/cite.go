package assistant

import (
	"cmp"
	"context"
	"fmt"
	"strings"

	"annals"
	"annals/ask"
	"annals/serve/questions"
)

// citeTimeline writes entries, each with a quotation that can be cited.
func citeTimeline(t *questions.Timeline) string {
	var b strings.Builder
	fmt.Fprintf(&b, "Page %d of %d, %d entries in all.\n", t.Page, t.Pages, t.Total)
	for i := range t.Entries {
		e := &t.Entries[i]
		fmt.Fprintf(&b, "\n%s [%s %s]", headline(e.Line), e.Kind, e.ID)
		if e.Event != nil {
			fmt.Fprintf(&b, " %s, %s", count(e.Reports, "report"), count(e.Sources, "independent source"))
		}
		b.WriteByte('\n')
		quote(&b, e.Line, &e.Document)
	}
	return b.String()
}

// citeEvent writes the reports of an event.
func citeEvent(a *questions.EventAnswer) string {
	var b strings.Builder
	fmt.Fprintf(&b, "Event %s: %s, %s, %s.\n", a.Event.ID, a.Event.Type, count(len(a.Reports), "report"), count(a.Event.Sources, "independent source"))
	if len(a.Differ) > 0 {
		fmt.Fprintf(&b, "The reports differ in: %s.\n", strings.Join(a.Differ, ", "))
	}
	for i := range a.Reports {
		r := &a.Reports[i]
		fmt.Fprintf(&b, "\n%s\n", headline(&r.Line))
		quote(&b, &r.Line, &r.Document)
	}
	return b.String()
}

// citeLine writes a line.
func citeLine(a *questions.LineAnswer) string {
	var b strings.Builder
	fmt.Fprintf(&b, "%s\n", headline(&a.Line))
	quote(&b, &a.Line, &a.Document)
	if a.Event != "" {
		fmt.Fprintf(&b, "It reports the event %s.\n", a.Event)
	}
	return b.String()
}

// citeState writes what held.
func citeState(a *questions.StateAnswer) string {
	var b strings.Builder
	fmt.Fprintf(&b, "On %s, %s:\n", a.On, count(len(a.Holdings), "state"))
	for i := range a.Holdings {
		h := &a.Holdings[i]
		certain := "uncertain"
		if h.Certain {
			certain = "certain"
		}
		fmt.Fprintf(&b, "\n%s: %s, %s (%s: %s)\n", h.State, names(h.Holder), h.Words, certain, h.Why)
		for _, line := range h.Lines {
			doc := a.Sources[line.Document]
			quote(&b, line, &doc)
		}
	}
	return b.String()
}

// citeClaims writes who says what.
func citeClaims(a *questions.ClaimsAnswer) string {
	var b strings.Builder
	fmt.Fprintf(&b, "Page %d of %d, %d propositions in all.\n", a.Page, a.Pages, a.Total)
	for i := range a.Propositions {
		p := &a.Propositions[i]
		contested := ""
		if p.Contested {
			contested = "CONTESTED: "
		}
		fmt.Fprintf(&b, "\n%s%s\n", contested, strings.Join(strings.Fields(strings.Join([]string{p.Date, names(p.Actor), p.Type, p.Words, names(p.Recipient)}, " ")), " "))
		for _, s := range p.Statements {
			who := "the document itself"
			if n := len(s.SaidBy); n > 0 {
				who = ask.NameOf(&s.SaidBy[n-1].Participant)
			}
			fmt.Fprintf(&b, "%s %s:\n", who, s.Position)
			for _, line := range s.Lines {
				doc := a.Sources[line.Document]
				quote(&b, line, &doc)
			}
		}
	}
	return b.String()
}

// citeSearch writes sentences.
func citeSearch(a *questions.SearchAnswer) string {
	var b strings.Builder
	fmt.Fprintf(&b, "Page %d, %s", a.Page, count(len(a.Found), "sentence"))
	if a.More {
		b.WriteString("; there are more")
	}
	b.WriteString(".\n")
	for i := range a.Found {
		f := &a.Found[i]
		fmt.Fprintf(&b, "\n“%s”\n— %s\n", f.Sentence.Text, source(&f.Document, f.Document.ID, f.Sentence.Index))
	}
	return b.String()
}

// mostQuoted is how many lines are quoted below numbers.
const mostQuoted = 12

// quoted quotes the first of the lines that an answer rests on. get_line has the others.
func (t *tools) quoted(ctx context.Context, ids []string) string {
	var b strings.Builder
	fmt.Fprintf(&b, "\nIt rests on these lines; get_line has each by its id:\n")
	for _, id := range ids[:min(len(ids), mostQuoted)] {
		if a, err := t.desk.Line(ctx, id); err == nil { // else it is gone meanwhile
			b.WriteByte('\n')
			b.WriteString(citeLine(a))
		}
	}
	return b.String()
}

// linesOfNetwork returns a line of each pair.
func linesOfNetwork(a *questions.NetworkAnswer) []string {
	var out []string
	for i := range a.Dyads {
		out = append(out, a.Dyads[i].Lines[:min(len(a.Dyads[i].Lines), 1)]...)
	}
	return out
}

// linesOfActors returns a line of each actor.
func linesOfActors(a *questions.ActorsAnswer) []string {
	var out []string
	for i := range a.Actors {
		out = append(out, a.Actors[i].Lines[:min(len(a.Actors[i].Lines), 1)]...)
	}
	return out
}

// headline says a line in a few words: when, who, what, to whom, according to whom.
func headline(line *annals.Line) string {
	when := "undated"
	if line.When != nil && line.When.EDTF != "" {
		when = line.When.EDTF
	}
	what := strings.TrimSuffix(line.Type+"/"+line.Mode, "/")
	if line.Kind != annals.Event {
		what = cmp.Or(line.Type, string(line.Kind)) + ": " + line.Text
	}
	out := when + ": " + names(line.Actor)
	out = strings.TrimSpace(out) + " " + what
	if len(line.Recipient) > 0 {
		out += " → " + names(line.Recipient)
	}
	if line.Status != annals.Actual {
		out += " (" + string(line.Status) + ")"
	}
	for i := range line.SaidBy {
		out += ", according to " + ask.NameOf(&line.SaidBy[i].Participant)
	}
	return out
}

func names(all []annals.Participant) string {
	out := make([]string, len(all))
	for i := range all {
		out[i] = ask.NameOf(&all[i])
	}
	return strings.Join(out, ", ")
}

// quote writes the sentence of a line, where it stands, and the id by which it is found.
func quote(b *strings.Builder, line *annals.Line, doc *annals.Document) {
	fmt.Fprintf(b, "“%s”\n— %s; line %s\n", line.Sentence.Text, source(doc, line.Document, line.Sentence.Index), line.ID)
}

// source says where a sentence stands.
func source(doc *annals.Document, id string, sentence int) string {
	parts := []string{}
	for _, part := range []string{doc.Title, doc.Source, doc.Published, doc.URL} {
		if part != "" && part != id {
			parts = append(parts, part)
		}
	}
	parts = append(parts, "document "+id+", sentence "+fmt.Sprint(sentence+1))
	return strings.Join(parts, ", ")
}

func count(n int, what string) string {
	if n == 1 {
		return "1 " + what
	}
	return fmt.Sprintf("%d %ss", n, what)
}
