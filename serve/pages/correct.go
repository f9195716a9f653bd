package pages

import (
	"cmp"
	"context"
	"encoding/json"
	"fmt"
	"net/http"
	"net/url"
	"strconv"
	"strings"
	"time"

	"annals"
	"annals/record"
	"annals/serve/identity"
	"annals/serve/questions"
)

// maxForm is how long a form that corrects a line may be, in bytes.
const maxForm = 64 << 10

// correct keeps what somebody has put right in a line by hand, and shows the line again. It
// is the API's correction as a form, for browsers without scripts too.
func (p *Pages) correct(w http.ResponseWriter, r *http.Request) {
	id := r.PathValue("id")
	r.Body = http.MaxBytesReader(w, r.Body, maxForm)
	if err := r.ParseForm(); err != nil {
		p.fail(w, r, fmt.Errorf("%w: the form cannot be read: %w", questions.ErrQuery, err))
		return
	}
	if err := p.keep(r.Context(), id, r.PostForm); err != nil {
		p.fail(w, r, err)
		return
	}
	http.Redirect(w, r, "/lines/"+url.PathEscape(id)+"?corrected", http.StatusSeeOther)
}

func (p *Pages) keep(ctx context.Context, id string, form url.Values) error {
	answer, err := p.desk.Line(ctx, id)
	takesBack := form.Has("take-back")
	if err != nil && !takesBack {
		return err
	}
	c := record.Correction{
		Line: id, By: cmp.Or(identity.Of(ctx), strings.TrimSpace(form.Get("by"))),
		At: time.Now().UTC().Format(time.RFC3339), Why: strings.TrimSpace(form.Get("why")),
	}
	if !takesBack {
		c.Struck = form.Has("struck")
		if !c.Struck {
			if c.Fields, err = changedFields(&answer.Line, form); err != nil {
				return err
			}
		}
		if c.IsEmpty() {
			return fmt.Errorf("%w: nothing in the form differs from the line", questions.ErrQuery)
		}
	}
	if err := c.Check(); err != nil {
		return fmt.Errorf("%w: %w", questions.ErrQuery, err)
	}
	if err := p.store.Correct(ctx, c); err != nil {
		return fmt.Errorf("keeping the correction of the line %s: %w", id, err)
	}
	_, err = p.queue.Redigest()
	return err
}

// changedFields are the fields of a line in which a form differs from it.
func changedFields(line *annals.Line, form url.Values) (map[string]json.RawMessage, error) {
	fields := map[string]json.RawMessage{}
	set := func(name string, value any) error {
		data, err := json.Marshal(value)
		fields[name] = data
		return err
	}
	for _, text := range []struct{ name, is string }{{"type", line.Type}, {"mode", line.Mode}, {"status", string(line.Status)}} {
		said := strings.TrimSpace(form.Get(text.name))
		switch {
		case !form.Has(text.name) || said == text.is:
		case said == "":
			fields[text.name] = json.RawMessage("null")
		default:
			if err := set(text.name, said); err != nil {
				return nil, err
			}
		}
	}
	for _, side := range []struct {
		name string
		all  []annals.Participant
	}{{"actor", line.Actor}, {"recipient", line.Recipient}} {
		if changed, differs := partiesOf(side.name, side.all, form); differs {
			if err := set(side.name, changed); err != nil {
				return nil, err
			}
		}
	}
	when, differs, err := whenFrom(line.When, form)
	if err == nil && differs {
		err = set("when", when)
	}
	return fields, err
}

// partiesOf returns the participants of one side as a form has them. Whoever gets another
// name or country is no more whom the machine took him for.
func partiesOf(side string, all []annals.Participant, form url.Values) (changed []annals.Participant, differs bool) {
	for i, p := range all {
		at := side + "-" + strconv.Itoa(i) + "-"
		if !form.Has(at + "name") {
			changed = append(changed, p)
			continue
		}
		name, country := strings.TrimSpace(form.Get(at+"name")), strings.ToUpper(strings.TrimSpace(form.Get(at+"country")))
		if name != p.Name || country != p.Country {
			differs = true
			p.Name, p.Country, p.ID = name, country, ""
		}
		changed = append(changed, p)
	}
	return changed, differs
}

// whenFrom returns the date of a line as a form has it: a day, month or year.
func whenFrom(when *annals.When, form url.Values) (*annals.When, bool, error) {
	said := strings.TrimSpace(form.Get("date"))
	is := ""
	out := annals.When{Basis: annals.BasisNone}
	if when != nil {
		is, out = when.EDTF, *when
	}
	switch {
	case !form.Has("date") || said == is:
		return nil, false, nil
	case said == "":
		out.EDTF, out.From, out.To = "", "", ""
		return &out, true, nil
	}
	first, last, ok := boundsOf(said)
	if !ok {
		return nil, false, fmt.Errorf("%w: date: %q is no day, month or year; write it as in 1995-03-01, 1995-03 or 1995", questions.ErrQuery, said)
	}
	out.EDTF, out.From, out.To = said, writeDay(first), writeDay(last)
	return &out, true, nil
}

// asCoded returns a line as the machine has it, without corrections.
func (p *Pages) asCoded(ctx context.Context, id string) (*annals.Line, error) {
	for line, err := range p.store.Lines(ctx, &record.Filter{ID: id, Raw: true}) {
		if err != nil {
			return nil, fmt.Errorf("reading the line %s as it was coded: %w", id, err)
		}
		if line.ID == id {
			return line, nil
		}
	}
	return nil, nil
}
