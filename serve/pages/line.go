package pages

import (
	"cmp"
	"context"
	"net/http"
	"slices"
	"strings"

	"annals"
	"annals/record"
	"annals/serve/questions"
)

// lineView is one line of the record, why it says so, and the form to correct it.
type lineView struct {
	*questions.LineAnswer
	Parts     []part
	Why       *annals.Explanation // nil unless asked for
	Asked     bool                // the explanation
	NoWhy     string              // why there is none
	ByHand    bool                // it was corrected
	Machine   *annals.Line        // what was corrected; nil if nothing was
	Corrected bool                // just now
}

// part is a part of a sentence, and what it is to the line: "who", "when"; "" for nothing.
type part struct{ Text, Is string }

func (p *Pages) line(ctx context.Context, r *http.Request, _ *questions.Query, v *view) error {
	answer, err := p.desk.Line(ctx, r.PathValue("id"))
	if err != nil {
		return err
	}
	v.Title = headline(&answer.Line)
	data := lineView{LineAnswer: answer, Parts: partsOf(&answer.Line), Asked: r.URL.Query().Has("why")}
	data.ByHand, data.Corrected = strings.HasPrefix(answer.Line.Coder, record.ByHand), r.URL.Query().Has("corrected")
	if data.ByHand {
		if data.Machine, err = p.asCoded(ctx, answer.Line.ID); err != nil {
			return err
		}
	}
	if data.Asked {
		why, err := p.desk.Explain(ctx, answer.Line.ID)
		if err != nil {
			data.NoWhy = err.Error()
		}
		data.Why = why
	}
	v.Data = data
	return nil
}

// partsOf cuts a sentence where the words of its line begin and end. Of words that overlap
// those that begin first count.
func partsOf(line *annals.Line) []part {
	runes := []rune(line.Sentence.Text)
	offset := line.Sentence.Span.Start()
	marks := marksOf(line)
	slices.SortStableFunc(marks, func(a, b spanned) int { return cmp.Compare(a.span.Start(), b.span.Start()) })
	var out []part
	at := 0
	for _, m := range marks {
		start, end := m.span.Start()-offset, m.span.End()-offset
		if start < at || end <= start || end > len(runes) {
			continue
		}
		if start > at {
			out = append(out, part{Text: string(runes[at:start])})
		}
		out = append(out, part{string(runes[start:end]), m.is})
		at = end
	}
	if at < len(runes) {
		out = append(out, part{Text: string(runes[at:])})
	}
	return out
}

type spanned struct {
	span annals.Span
	is   string
}

func marksOf(line *annals.Line) []spanned {
	var out []spanned
	if line.Trigger != nil {
		out = append(out, spanned{line.Trigger.Span, "what"})
	}
	for i := range line.Actor {
		out = append(out, spanned{line.Actor[i].Span, "who"})
	}
	for i := range line.Recipient {
		out = append(out, spanned{line.Recipient[i].Span, "to whom"})
	}
	if line.When != nil && line.When.Span != nil {
		out = append(out, spanned{*line.When.Span, "when"})
	}
	for i := range line.Where {
		out = append(out, spanned{line.Where[i].Span, "where"})
	}
	for i := range line.SaidBy {
		out = append(out, spanned{line.SaidBy[i].Span, "according to"})
	}
	return out
}
