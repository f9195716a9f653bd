package questions

import (
	"cmp"
	"context"
	"hash/fnv"
	"slices"

	"annals"
	"annals/record"
)

// catalogue is the whole record in short, as it was at some moment: of each line what
// questions choose and count by, with what many lines share kept once. What is shown of a
// line, its sentence above all, is read from the record when it is shown. So a question
// about a million lines need not read them.
type catalogue struct {
	version string
	kept    []*record.Kept
	numbers map[string]int32 // of documents, by their ids
	rows    []row            // in order of time
	added   []int32          // the rows in the order in which the lines were added; those of a document stand together
	events  []event          // those of several reports

	whats  table[gist]
	sides  table[[]annals.Participant]
	chains table[[]annals.Attribution]
	whens  table[*annals.When]
	wheres table[[]annals.Place]
	texts  table[string]

	eventNumbers map[string]int32 // by their ids
	happened     int              // how many events there are, those of one report too

	dates  []placing // of whens
	firsts []int32   // where the rows of each document begin in added, and at the end where the last one's end
	key    key       // room for keys, while the catalogue is made
}

// row is a line in short; all but the id are numbers in the tables, none where there is
// nothing.
type row struct {
	id        string
	document  int32
	sentence  int32
	what      int32
	actor     int32
	recipient int32
	saidBy    int32
	when      int32
	where     int32
	text      int32 // of states and claims
	trigger   int32
	event     int32  // of several reports
	placed    int32  // the when by which it stands in a timeline: that of its event
	added     int32  // where it stands in the order in which the lines were added
	words     uint64 // hash of the sentence
}

// event is a merged event of several reports, in short.
type event struct {
	ID                 string
	Status             annals.Status
	Denied             bool
	From, To           string
	Documents, Sources int
	Links              []string // ids of other events
	Rows               []int32
}

func emptyCatalogue(version string) *catalogue {
	return &catalogue{
		version: version, numbers: map[string]int32{}, eventNumbers: map[string]int32{},
		whats: newTable[gist](), sides: newTable[[]annals.Participant](), chains: newTable[[]annals.Attribution](),
		whens: newTable[*annals.When](), wheres: newTable[[]annals.Place](), texts: newTable[string](),
	}
}

// newCatalogue reads the whole record.
func newCatalogue(ctx context.Context, store record.Store, version string) (*catalogue, error) {
	c := emptyCatalogue(version)
	for kept, err := range store.Documents(ctx) {
		if err != nil {
			return nil, err
		}
		c.numbers[kept.Document.ID] = int32(len(c.kept))
		c.kept = append(c.kept, kept)
	}
	for line, err := range store.Lines(ctx, nil) {
		if err != nil {
			return nil, err
		}
		c.add(line)
	}
	if err := c.merge(ctx, store); err != nil {
		return nil, err
	}
	c.arrange()
	for _, numbers := range []map[string]int32{c.whats.numbers, c.sides.numbers, c.chains.numbers, c.whens.numbers, c.wheres.numbers, c.texts.numbers} {
		clear(numbers) // nothing is added any more
	}
	return c, nil
}

// add adds a line. One whose document came after the documents were read waits for the
// next catalogue.
func (c *catalogue) add(line *annals.Line) {
	document, known := c.numbers[line.Document]
	if !known {
		return
	}
	r := row{
		id: line.ID, document: document, sentence: int32(line.Sentence.Index), what: c.what(line),
		actor: c.participants(line.Actor), recipient: c.participants(line.Recipient), saidBy: c.chain(line.SaidBy),
		when: c.date(line.When), where: c.places(line.Where), text: c.words(line.Text), trigger: none, event: none,
	}
	if line.Trigger != nil {
		r.trigger = c.words(line.Trigger.Text)
	}
	r.placed, r.words = r.when, hashOf(line.Sentence.Text)
	c.rows = append(c.rows, r)
}

// merge notes which lines tell of one event.
func (c *catalogue) merge(ctx context.Context, store record.Store) error {
	at := make(map[string]int32, len(c.rows))
	for i := range c.rows {
		at[c.rows[i].id] = int32(i)
	}
	for e, err := range store.Events(ctx, &record.Filter{Merged: true}) {
		if err != nil {
			return err
		}
		number := int32(len(c.events))
		short := event{ID: e.ID, Status: e.Status, Denied: e.Denied, From: e.From, To: e.To, Documents: e.Documents, Sources: e.Sources}
		for _, link := range e.Links {
			short.Links = append(short.Links, link.Event)
		}
		placed := none
		if e.From != "" || e.To != "" {
			placed = c.date(&annals.When{EDTF: edtf(e.From, e.To), From: e.From, To: e.To, Basis: annals.BasisText})
		}
		for _, id := range e.Reports {
			i, known := at[id]
			if !known {
				continue
			}
			short.Rows = append(short.Rows, i)
			c.rows[i].event = number
			if placed != none {
				c.rows[i].placed = placed
			}
		}
		c.events = append(c.events, short)
	}
	return nil
}

// edtf writes the days of an event.
func edtf(from, to string) string {
	if from == to {
		return from
	}
	return from + "/" + to
}

// of returns the rows of a document, in the order of its text.
func (c *catalogue) of(document string) []int32 {
	number, known := c.numbers[document]
	if !known {
		return nil
	}
	return c.added[c.firsts[number]:c.firsts[number+1]]
}

// asAdded returns rows, each once, in the order in which their lines were added.
func (c *catalogue) asAdded(rows []int32) []int32 {
	if len(rows) < len(c.rows)/partly {
		out := slices.Clone(rows)
		slices.SortFunc(out, func(a, b int32) int { return cmp.Compare(c.rows[a].added, c.rows[b].added) })
		return slices.Compact(out)
	}
	wanted := make([]bool, len(c.rows))
	for _, i := range rows {
		wanted[i] = true
	}
	out := make([]int32, 0, len(rows))
	for _, i := range c.added {
		if wanted[i] {
			out = append(out, i)
		}
	}
	return out
}

// partly is the part of a record from which on it is faster to pass over all of it than to
// sort.
const partly = 16

// thin returns a line with what the catalogue has of it: enough for package ask to choose,
// order and count by, not to be shown.
func (c *catalogue) thin(i int32) annals.Line {
	r := &c.rows[i]
	w := &c.whats.values[r.what]
	line := annals.Line{
		ID: r.id, Kind: w.Kind, Document: c.kept[r.document].Document.ID, Type: w.Name, Mode: w.Mode, CAMEO: w.CAMEO,
		Context: w.Context, Score: w.Score, Status: w.Status,
	}
	line.Sentence.Index = int(r.sentence)
	if r.actor != none {
		line.Actor = c.sides.values[r.actor]
	}
	if r.recipient != none {
		line.Recipient = c.sides.values[r.recipient]
	}
	if r.saidBy != none {
		line.SaidBy = c.chains.values[r.saidBy]
	}
	if r.when != none {
		line.When = c.whens.values[r.when]
	}
	if r.where != none {
		line.Where = c.wheres.values[r.where]
	}
	if r.text != none {
		line.Text = c.texts.values[r.text]
	}
	if r.trigger != none {
		line.Trigger = &annals.Words{Text: c.texts.values[r.trigger]}
	}
	return line
}

// eventID returns the id of the event that a row reports.
func (c *catalogue) eventID(i int32) string {
	if e := c.rows[i].event; e != none {
		return c.events[e].ID
	}
	return eventPrefix + c.rows[i].id
}

// eventPrefix begins the ids of events, before that of their first report.
const eventPrefix = "event-"

// hashOf returns a hash of the words of a sentence.
func hashOf(text string) uint64 {
	h := fnv.New64a()
	h.Write([]byte(text))
	return h.Sum64()
}
