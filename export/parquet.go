package export

import (
	"fmt"
	"io"

	"github.com/parquet-go/parquet-go"

	"annals"
)

// Parquet writes record lines as Parquet: a row a line with the fields of the record
// under their own names, typed, lists as lists and records as records. when_from and
// when_to are dates.
type Parquet struct {
	out *parquet.GenericWriter[parquetLine]
}

// rowsPerGroup bounds the memory that rows take before they are written.
const rowsPerGroup = 100_000

// NewParquet returns a Writer of Parquet. Flush ends the file: no line may follow.
func NewParquet(w io.Writer) *Parquet {
	return &Parquet{parquet.NewGenericWriter[parquetLine](w, parquetOptions()...)}
}

func parquetOptions() []parquet.WriterOption {
	return []parquet.WriterOption{parquet.Compression(&parquet.Zstd), parquet.MaxRowsPerRowGroup(rowsPerGroup), parquet.CreatedBy("annals", "1", "0")}
}

// Write implements Writer.
func (p *Parquet) Write(line *annals.Line) error {
	if _, err := p.out.Write([]parquetLine{parquetOf(line)}); err != nil {
		return fmt.Errorf("writing line %s as Parquet: %w", line.ID, err)
	}
	return nil
}

// Flush implements Writer. It writes the end of the file.
func (p *Parquet) Flush() error {
	if err := p.out.Close(); err != nil {
		return fmt.Errorf("writing the end of the Parquet file: %w", err)
	}
	return nil
}

// parquetLine is a row. What a text does not fix is null, or an empty list.
type parquetLine struct {
	ID            string               `parquet:"id"`
	Kind          string               `parquet:"kind,dict"`
	Document      string               `parquet:"document,dict"`
	SentenceIndex int32                `parquet:"sentence_index"`
	SentenceStart int64                `parquet:"sentence_start"`
	SentenceEnd   int64                `parquet:"sentence_end"`
	Sentence      string               `parquet:"sentence"`
	Type          *string              `parquet:"type,optional,dict"`
	Mode          *string              `parquet:"mode,optional,dict"`
	Context       []string             `parquet:"context,list"`
	CAMEO         *string              `parquet:"cameo,optional,dict"`
	Score         *float64             `parquet:"score,optional"`
	Trigger       *string              `parquet:"trigger,optional"`
	Text          *string              `parquet:"text,optional"`
	Actor         []parquetParticipant `parquet:"actor,list"`
	Recipient     []parquetParticipant `parquet:"recipient,list"`
	When          *string              `parquet:"when,optional"`
	WhenEDTF      *string              `parquet:"when_edtf,optional"`
	WhenFrom      *int32               `parquet:"when_from,optional,date"`
	WhenTo        *int32               `parquet:"when_to,optional,date"`
	WhenFromYear  *int32               `parquet:"when_from_year,optional"`
	WhenToYear    *int32               `parquet:"when_to_year,optional"`
	WhenBasis     *string              `parquet:"when_basis,optional,dict"`
	Where         []parquetPlace       `parquet:"where,list"`
	Status        string               `parquet:"status,dict"`
	SaidBy        []parquetSpeaker     `parquet:"said_by,list"`
	BecauseOf     []string             `parquet:"because_of,list"`
	Rank          *int32               `parquet:"rank,optional"`
	RankAmong     *string              `parquet:"rank_among,optional"`
	Quantity      []parquetQuantity    `parquet:"quantity,list"`
	Citations     []string             `parquet:"citations,list"`
	Confidence    float64              `parquet:"confidence"`
	Coder         string               `parquet:"coder,dict"`
}

type parquetParticipant struct {
	Text    string   `parquet:"text"`
	Start   int64    `parquet:"start"`
	End     int64    `parquet:"end"`
	ID      *string  `parquet:"id,optional"`
	Name    *string  `parquet:"name,optional"`
	Country *string  `parquet:"country,optional,dict"`
	Sector  []string `parquet:"sector,list"`
	Role    *string  `parquet:"role,optional"`
}

type parquetSpeaker struct {
	Text     string   `parquet:"text"`
	Start    int64    `parquet:"start"`
	End      int64    `parquet:"end"`
	ID       *string  `parquet:"id,optional"`
	Name     *string  `parquet:"name,optional"`
	Country  *string  `parquet:"country,optional,dict"`
	Sector   []string `parquet:"sector,list"`
	Role     *string  `parquet:"role,optional"`
	Cue      *string  `parquet:"cue,optional,dict"`
	WhenEDTF *string  `parquet:"when_edtf,optional"`
	Stance   *string  `parquet:"stance,optional,dict"`
}

type parquetPlace struct {
	Text    string   `parquet:"text"`
	Start   int64    `parquet:"start"`
	End     int64    `parquet:"end"`
	Name    *string  `parquet:"name,optional"`
	Country *string  `parquet:"country,optional,dict"`
	Lat     *float64 `parquet:"lat,optional"`
	Lon     *float64 `parquet:"lon,optional"`
}

type parquetQuantity struct {
	Text  string  `parquet:"text"`
	Value float64 `parquet:"value"`
	Of    *string `parquet:"of,optional"`
}

func parquetOf(l *annals.Line) parquetLine {
	w := when(l)
	row := parquetLine{
		ID: l.ID, Kind: string(l.Kind), Document: l.Document,
		SentenceIndex: int32(l.Sentence.Index), SentenceStart: int64(l.Sentence.Span.Start()), SentenceEnd: int64(l.Sentence.Span.End()), Sentence: l.Sentence.Text,
		Type: given(l.Type), Mode: given(l.Mode), Context: l.Context, CAMEO: given(l.CAMEO), Score: l.Score,
		Trigger: given(trigger(l).Text), Text: given(l.Text),
		Actor: mapped(l.Actor, parquetParticipantOf), Recipient: mapped(l.Recipient, parquetParticipantOf),
		When: given(w.Text), WhenEDTF: given(w.EDTF), WhenFrom: dayNumber(w.From), WhenTo: dayNumber(w.To),
		WhenFromYear: yearOf(w.From), WhenToYear: yearOf(w.To), WhenBasis: given(string(w.Basis)),
		Where: mapped(l.Where, parquetPlaceOf), Status: string(l.Status), SaidBy: mapped(l.SaidBy, parquetSpeakerOf), BecauseOf: l.BecauseOf,
		RankAmong: given(among(l)), Quantity: mapped(l.Quantity, parquetQuantityOf), Citations: l.Citations, Confidence: l.Confidence, Coder: l.Coder,
	}
	if l.Rank != nil {
		ordinal := int32(l.Rank.Ordinal)
		row.Rank = &ordinal
	}
	return row
}

func parquetParticipantOf(p *annals.Participant) parquetParticipant {
	return parquetParticipant{p.Text, int64(p.Span.Start()), int64(p.Span.End()), given(p.ID), given(p.Name), given(p.Country), p.Sector, given(p.Role)}
}

func parquetSpeakerOf(a *annals.Attribution) parquetSpeaker {
	return parquetSpeaker{
		a.Text, int64(a.Span.Start()), int64(a.Span.End()), given(a.ID), given(a.Name), given(a.Country), a.Sector, given(a.Role),
		given(a.Cue), given(saidWhen(a)), given(string(a.Stance)),
	}
}

func parquetPlaceOf(p *annals.Place) parquetPlace {
	return parquetPlace{p.Text, int64(p.Span.Start()), int64(p.Span.End()), given(p.Name), given(p.Country), p.Lat, p.Lon}
}

func parquetQuantityOf(q *annals.Quantity) parquetQuantity {
	return parquetQuantity{q.Text, q.Value, given(q.Of)}
}

// given is a text that may be missing: null where it is empty.
func given(text string) *string {
	if text == "" {
		return nil
	}
	return &text
}

// mapped turns each element of a list into another.
func mapped[E, F any](elements []E, turn func(*E) F) []F {
	out := make([]F, len(elements))
	for i := range elements {
		out[i] = turn(&elements[i])
	}
	return out
}
