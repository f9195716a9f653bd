package pages

import (
	"cmp"
	"context"
	"fmt"
	"net/http"
	"slices"
	"strconv"
	"strings"

	"annals"
	"annals/record/merge"
	"annals/serve/questions"
)

// eventView is an event with its reports side by side.
type eventView struct {
	*questions.EventAnswer
	Headline *annals.Line // the report that says most
	Fields   []compared
	Joins    []join
}

// compared is a field of an event with the values that its reports give.
type compared struct {
	Name    string
	Differs bool
	Values  []given
}

// given is a value with the reports that give it, by their numbers on the page.
type given struct {
	Text    string
	Reports []int
}

// join says in words why a report is one of the event.
type join struct {
	Report, With int
	Reasons      []string
}

func (p *Pages) event(ctx context.Context, r *http.Request, _ *questions.Query, v *view) error {
	answer, err := p.desk.Event(ctx, r.PathValue("id"))
	if err != nil {
		return err
	}
	data := eventView{EventAnswer: answer}
	numbers := map[string]int{} // of the reports, by id
	for i := range answer.Reports {
		line := &answer.Reports[i].Line
		numbers[line.ID] = i + 1
		if data.Headline == nil || len(line.Actor)+len(line.Recipient) > len(data.Headline.Actor)+len(data.Headline.Recipient) {
			data.Headline = line
		}
	}
	v.Title = headline(data.Headline)
	data.Fields = fieldsOf(answer, numbers)
	for _, j := range answer.Event.Joins {
		out := join{Report: numbers[j.Line], With: numbers[j.With]}
		for _, reason := range j.Reasons {
			why := fmt.Sprintf("%s: %s", reason.Field, reason.How)
			if reason.Points != 0 {
				why += fmt.Sprintf(" (%+.1f)", reason.Points)
			}
			out.Reasons = append(out.Reasons, why)
		}
		data.Joins = append(data.Joins, out)
	}
	v.Data = data
	return nil
}

// fieldsOf puts the values of an event side by side.
func fieldsOf(a *questions.EventAnswer, numbers map[string]int) []compared {
	e := a.Event
	all := []compared{
		values("actor", "Who", e.Actor, numbers, partyText),
		values("recipient", "To whom", e.Recipient, numbers, partyText),
		values("mode", "How", e.Mode, numbers, func(m string) string { return m }),
		values("when", "When", e.When, numbers, func(w annals.When) string {
			return cmp.Or(dateName(w.EDTF, w.From, w.To), w.Text)
		}),
		values("where", "Where", e.Where, numbers, func(p annals.Place) string { return cmp.Or(p.Name, p.Text) }),
		values("quantity", "How many", e.Quantity, numbers, func(q annals.Quantity) string {
			return strings.TrimSpace(strconv.FormatFloat(q.Value, 'f', -1, 64) + " " + q.Of)
		}),
	}
	var out []compared
	for _, f := range all {
		key, name, _ := strings.Cut(f.Name, "|")
		f.Name, f.Differs = name, slices.Contains(a.Differ, key)
		if len(f.Values) > 0 {
			out = append(out, f)
		}
	}
	return out
}

// values writes the values of a field; those that read the same are one.
func values[T any](key, name string, all []merge.Value[T], numbers map[string]int, text func(T) string) compared {
	out := compared{Name: key + "|" + name}
	for _, v := range all {
		said := text(v.Value)
		at := slices.IndexFunc(out.Values, func(g given) bool { return g.Text == said })
		if at < 0 {
			at = len(out.Values)
			out.Values = append(out.Values, given{Text: said})
		}
		for _, id := range v.Lines {
			if n := numbers[id]; n > 0 && !slices.Contains(out.Values[at].Reports, n) {
				out.Values[at].Reports = append(out.Values[at].Reports, n)
			}
		}
		slices.Sort(out.Values[at].Reports)
	}
	return out
}

func partyText(p annals.Participant) string {
	name := cmp.Or(p.Name, p.Text)
	if p.Role != "" && !strings.Contains(name, p.Role) {
		name += ", " + p.Role
	}
	return name
}
