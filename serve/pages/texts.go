package pages

import (
	"cmp"
	"context"
	"net/http"

	"annals"
	"annals/ask"
	"annals/serve/questions"
)

// documentView is a document with its text and what was read in it.
type documentView struct {
	*questions.DocumentAnswer
	Passages []passage
	First    map[string]string // by the id of a line: the first line of the passage that it was read in
}

func (p *Pages) document(ctx context.Context, r *http.Request, _ *questions.Query, v *view) error {
	params := r.URL.Query()
	answer, err := p.desk.Document(ctx, params.Get("id"))
	if err != nil {
		return err
	}
	v.Title = quiet(cmp.Or(answer.Document.Title, answer.Document.ID))
	lines := make([]*annals.Line, 0, len(answer.Lines)+1)
	for i := range answer.Lines {
		lines = append(lines, &answer.Lines[i])
	}
	if start, end, ok := spanOf(params.Get("at")); ok {
		lines = append(lines, &annals.Line{Sentence: annals.Quote{Span: annals.Span{start, end}}}) // a sentence that was looked for
	}
	data := documentView{DocumentAnswer: answer, Passages: passagesOf(answer.Document.Text, lines), First: map[string]string{}}
	for _, p := range data.Passages {
		for _, id := range p.Lines {
			data.First[id] = p.Lines[0]
		}
	}
	v.Data = data
	return nil
}

// claimsView is who says what.
type claimsView struct {
	*questions.ClaimsAnswer
	Pager *pager
}

func (p *Pages) claims(ctx context.Context, _ *http.Request, q *questions.Query, v *view) error {
	v.Title = "Claims"
	var answer *questions.ClaimsAnswer
	err := together(ctx,
		func(ctx context.Context) (err error) { answer, err = p.desk.Claims(ctx, q); return },
		func(ctx context.Context) (err error) { v.Filters, err = p.filters(ctx, "/claims", q); return },
	)
	if err != nil {
		return err
	}
	v.Data = claimsView{answer, pagerOf("/claims", q, answer.Paging)}
	return nil
}

// stateView is what held on a day.
type stateView struct {
	*questions.StateAnswer // nil while no day is named
	Day                    string
	Groups                 []holdings
}

// holdings are states of one kind.
type holdings struct {
	State string
	All   []ask.Holding
}

func (p *Pages) state(ctx context.Context, _ *http.Request, q *questions.Query, v *view) error {
	v.Title = "State on a day"
	data := &stateView{}
	v.Data = data
	v.Filters = &filters{Path: "/state", Query: q}
	copy(v.Filters.Party[:], q.Parties)
	if q.On == "" {
		return nil
	}
	answer, err := p.desk.State(ctx, q)
	if err != nil {
		return err
	}
	data.StateAnswer, data.Day = answer, dateOf(q.On)
	v.Title = "What held on " + data.Day
	for _, h := range answer.Holdings {
		if n := len(data.Groups); n == 0 || data.Groups[n-1].State != h.State {
			data.Groups = append(data.Groups, holdings{State: h.State})
		}
		g := &data.Groups[len(data.Groups)-1]
		g.All = append(g.All, h)
	}
	return nil
}

// searchView is sentences that hold some words.
type searchView struct {
	*questions.SearchAnswer // nil while no words are named
	Pager                   *pager
}

func (p *Pages) search(ctx context.Context, _ *http.Request, q *questions.Query, v *view) error {
	v.Title = "Search"
	data := searchView{}
	if q.Text != "" {
		answer, err := p.desk.Search(ctx, q)
		if err != nil {
			return err
		}
		v.Title = "Search: " + quiet(q.Text)
		data.SearchAnswer = answer
		pages := answer.Page
		if answer.More {
			pages++
		}
		data.Pager = pagerOf("/search", q, questions.Paging{Page: answer.Page, Pages: pages})
	}
	v.Data = data
	return nil
}

// sourcesView is the documents of the record.
type sourcesView struct {
	*questions.SourcesAnswer
	Pager *pager
}

func (p *Pages) sources(ctx context.Context, _ *http.Request, q *questions.Query, v *view) error {
	v.Title = "Sources"
	answer, err := p.desk.Sources(ctx, q)
	if err != nil {
		return err
	}
	v.Data = sourcesView{answer, pagerOf("/sources", q, answer.Paging)}
	return nil
}

func (p *Pages) add(_ context.Context, _ *http.Request, _ *questions.Query, v *view) error {
	v.Title = "Add documents"
	if p.queue != nil {
		v.Data = p.queue.Jobs() // for browsers without scripts
	}
	return nil
}
