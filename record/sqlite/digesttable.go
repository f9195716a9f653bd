package sqlite

import (
	"bytes"
	"context"
	"database/sql"

	"annals"
	"annals/record"
	"annals/record/actors"
	"annals/record/copies"
	"annals/record/digest"
	"annals/record/merge"
)

// digestTable is a digest as the tables are to hold it.
type digestTable struct {
	corpus *corpus
	codec  *codec
	place  map[string]int // of each line among those of the corpus, by id

	names   *numbering[name]
	reasons *numbering[string]

	settled map[int64]settling
	members map[int64]int64  // lines of events of several reports: the head
	groups  map[int64]string // by head
	links   map[int64]string // by head
	copied  map[int64]string // by document
	tenures map[int64]string
	counts  map[string]string // by pair
	aliases map[string]string // by id
	tally   tally
}

func newDigestTable(c *corpus, codec *codec) *digestTable {
	return &digestTable{
		corpus: c, codec: codec, names: newNumbering[name](), reasons: newNumbering[string](),
		settled: map[int64]settling{}, members: map[int64]int64{}, groups: map[int64]string{},
		links: map[int64]string{}, copied: map[int64]string{}, tenures: map[int64]string{},
		counts: map[string]string{}, aliases: map[string]string{}, tally: tally{{}: newCount()},
	}
}

// readNumbers reads which names and reasons have numbers. Reasons of other rules count no more.
func (t *digestTable) readNumbers(ctx context.Context, tx *sql.Tx, rules string) error {
	names, err := tx.QueryContext(ctx, `SELECT number, id, name, country FROM names`)
	if err != nil {
		return err
	}
	defer names.Close()
	for names.Next() {
		var number int64
		var n name
		if err := names.Scan(&number, &n.id, &n.name, &n.country); err != nil {
			return err
		}
		t.names.known(n, number)
	}
	if err := names.Err(); err != nil {
		return err
	}
	if rules != digest.Rules {
		return nil
	}
	reasons, err := tx.QueryContext(ctx, `SELECT number, data FROM reasons`)
	if err != nil {
		return err
	}
	defer reasons.Close()
	for reasons.Next() {
		var number int64
		var data string
		if err := reasons.Scan(&number, &data); err != nil {
			return err
		}
		t.reasons.known(data, number)
	}
	return reasons.Err()
}

// settle puts a line as it was settled in the place of what it was.
func (t *digestTable) settle(i int, settled annals.Line) {
	line, number := &t.corpus.lines[i], t.corpus.numbers[i]
	names := settledNames(line, &settled, t.names.of)
	coded, corrected := t.corpus.coded[number]
	if len(names) == 0 && !corrected {
		return
	}
	if !corrected {
		coded = marksOf(line)
		t.corpus.coded[number] = coded
	}
	s := settling{names: names, marks: moreMarks(coded, &settled)}
	if !s.isEmpty() {
		t.settled[number] = s
	}
	*line = settled
}

// index notes where the lines are. Of lines with one id the first counts, as in merging.
func (t *digestTable) index() {
	t.place = make(map[string]int, len(t.corpus.lines))
	for i := len(t.corpus.lines) - 1; i >= 0; i-- {
		t.place[t.corpus.lines[i].ID] = i
	}
}

func (t *digestTable) number(line string) int64 { return t.corpus.numbers[t.place[line]] }

// codedMarks returns the marks that a line has had when it was added.
func (t *digestTable) codedMarks(i int) string {
	if coded, differs := t.corpus.coded[t.corpus.numbers[i]]; differs {
		return coded
	}
	return marksOf(&t.corpus.lines[i])
}

// addEvent enters an event of several reports or with links. Any other leaves no trace but
// in the counts.
func (t *digestTable) addEvent(e *merge.Event) {
	t.tally.add(happening{e.Type, record.MonthOf(e.From, e.To), len(e.Reports), record.IsFact(e)}, record.PairsOf(e))
	head := t.number(e.Reports[0])
	if len(e.Reports) > 1 {
		t.addGroup(e, head)
	}
	if len(e.Links) == 0 {
		return
	}
	links := make([]linked, len(e.Links))
	for i := range e.Links {
		first, _ := merge.FirstReport(e.Links[i].Event)
		links[i] = linked{t.number(first), t.reason(&why{e.Links[i].Points, e.Links[i].Reasons})}
	}
	t.links[head] = encodeLinks(head, links)
}

// addGroup enters an event of several reports. Its head gets the marks of all of them, so that the
// index finds it by a party of one report and another of the next.
func (t *digestTable) addGroup(e *merge.Event, head int64) {
	t.groups[head] = groupOf(e, t.number, t.reason).encode(head)
	lines := make([]*annals.Line, len(e.Reports))
	for i, id := range e.Reports {
		lines[i] = &t.corpus.lines[t.place[id]]
		t.members[t.number(id)] = head
	}
	coded := t.codedMarks(t.place[e.Reports[0]])
	if marks := moreMarks(coded, lines...); marks != "" {
		s := t.settled[head]
		s.marks = marks
		t.settled[head] = s
	}
}

func (t *digestTable) reason(w *why) int64 { return t.reasons.of(w.encode()) }

// addOrigins enters the documents that are copies. Of all others the origin is known.
func (t *digestTable) addOrigins(origins map[string]string) {
	for i := range t.corpus.documents {
		d := &t.corpus.documents[i]
		if origin := origins[d.ID]; origin != copies.Own(d.ID, d.Source) {
			t.copied[t.corpus.document[d.ID]] = origin
		}
	}
}

// storedTenure is a tenure as it lies in the file.
type storedTenure struct {
	actors.Tenure
	Lines []int64 `json:"lines"` // numbers
}

func (t *digestTable) addTenures(tenures []actors.Tenure) error {
	for i := range tenures {
		stored := storedTenure{Tenure: tenures[i]}
		for _, line := range tenures[i].Lines {
			stored.Lines = append(stored.Lines, t.number(line))
		}
		data, err := t.codec.packJSON(&stored)
		if err != nil {
			return err
		}
		t.tenures[int64(i+1)] = data
	}
	return nil
}

// addCounts enters what was counted.
func (t *digestTable) addCounts() error {
	all := t.tally.overviews()
	if o := all[[2]string{}]; o != nil {
		o.Documents, o.Sentences, o.Lines = len(t.corpus.documents), t.corpus.sentences, len(t.corpus.lines)
	}
	for pair, overview := range all {
		data, err := t.codec.packJSON(overview)
		if err != nil {
			return err
		}
		t.counts[pairKey(pair)] = data
	}
	return nil
}

// writeSettled writes the settlings that are not in the tables yet.
func (t *digestTable) writeSettled(a *addition) error {
	rows, err := a.tx.QueryContext(a.ctx, `SELECT line, names, more FROM settled`)
	if err != nil {
		return err
	}
	defer rows.Close()
	same := map[int64]bool{}
	var gone []int64
	for rows.Next() {
		var line int64
		var s settling
		if err := rows.Scan(&line, &s.names, &s.marks); err != nil {
			return err
		}
		if want, is := t.settled[line]; !is {
			gone = append(gone, line)
		} else if want.marks == s.marks && bytes.Equal(want.names, s.names) {
			same[line] = true
		}
	}
	if err := rows.Err(); err != nil {
		return err
	}
	for i, number := range t.corpus.numbers {
		if want, is := t.settled[number]; is && !same[number] {
			if err := a.settle(number, t.codedMarks(i), want); err != nil {
				return err
			}
		}
	}
	return t.unsettle(a, gone)
}

// unsettle takes away what is known of lines beside what was coded, except for those that
// are struck out: they are in no digest.
func (t *digestTable) unsettle(a *addition, numbers []int64) error {
	place := map[int64]int{}
	for _, number := range numbers {
		place[number] = -1
	}
	for i, number := range t.corpus.numbers {
		if _, is := place[number]; is {
			place[number] = i
		}
	}
	for _, number := range numbers {
		if i := place[number]; i >= 0 {
			if err := a.settle(number, t.codedMarks(i), settling{}); err != nil {
				return err
			}
		}
	}
	return nil
}
