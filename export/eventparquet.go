package export

import (
	"fmt"
	"io"

	"github.com/parquet-go/parquet-go"

	"annals"
	"annals/record/merge"
)

// EventParquet writes events as Parquet: a row an event, under the names of the CSV,
// lists as lists and records as records.
type EventParquet struct {
	out *parquet.GenericWriter[parquetEvent]
}

// NewEventParquet returns an EventWriter of Parquet. Flush ends the file: no event may
// follow.
func NewEventParquet(w io.Writer) *EventParquet {
	return &EventParquet{parquet.NewGenericWriter[parquetEvent](w, parquetOptions()...)}
}

// WriteEvent implements EventWriter.
func (p *EventParquet) WriteEvent(e *Event) error {
	if _, err := p.out.Write([]parquetEvent{parquetEventOf(tell(e))}); err != nil {
		return fmt.Errorf("writing event %s as Parquet: %w", e.ID, err)
	}
	return nil
}

// Flush implements EventWriter. It writes the end of the file.
func (p *EventParquet) Flush() error {
	if err := p.out.Close(); err != nil {
		return fmt.Errorf("writing the end of the Parquet file: %w", err)
	}
	return nil
}

type parquetEvent struct {
	ID             string          `parquet:"id"`
	Type           string          `parquet:"type,dict"`
	Mode           *string         `parquet:"mode,optional,dict"`
	OtherMode      []parquetMode   `parquet:"other_mode,list"`
	Context        []string        `parquet:"context,list"`
	CAMEO          *string         `parquet:"cameo,optional,dict"`
	Score          *float64        `parquet:"score,optional"`
	Status         string          `parquet:"status,dict"`
	Denied         bool            `parquet:"denied"`
	Actor          []parquetParty  `parquet:"actor,list"`
	OtherActor     []parquetParty  `parquet:"other_actor,list"`
	Recipient      []parquetParty  `parquet:"recipient,list"`
	OtherRecipient []parquetParty  `parquet:"other_recipient,list"`
	WhenEDTF       *string         `parquet:"when_edtf,optional"`
	WhenFrom       *int32          `parquet:"when_from,optional,date"`
	WhenTo         *int32          `parquet:"when_to,optional,date"`
	WhenFromYear   *int32          `parquet:"when_from_year,optional"`
	WhenToYear     *int32          `parquet:"when_to_year,optional"`
	OtherWhen      []parquetWhen   `parquet:"other_when,list"`
	Where          []parquetWhere  `parquet:"where,list"`
	OtherWhere     []parquetWhere  `parquet:"other_where,list"`
	Quantity       []parquetAmount `parquet:"quantity,list"`
	Reports        int32           `parquet:"reports"`
	Documents      int32           `parquet:"documents"`
	Sources        int32           `parquet:"sources"`
	ReportIDs      []string        `parquet:"report_ids,list"`
	DocumentIDs    []string        `parquet:"document_ids,list"`
}

// The records of an event; each says how many reports give it.
type (
	parquetMode struct {
		Mode    string `parquet:"mode,dict"`
		Reports int32  `parquet:"reports"`
	}
	parquetParty struct {
		Text    string   `parquet:"text"`
		ID      *string  `parquet:"id,optional"`
		Name    *string  `parquet:"name,optional"`
		Country *string  `parquet:"country,optional,dict"`
		Sector  []string `parquet:"sector,list"`
		Role    *string  `parquet:"role,optional"`
		Reports int32    `parquet:"reports"`
	}
	parquetWhen struct {
		EDTF    *string `parquet:"edtf,optional"`
		From    *int32  `parquet:"from,optional,date"`
		To      *int32  `parquet:"to,optional,date"`
		Reports int32   `parquet:"reports"`
	}
	parquetWhere struct {
		Name    string   `parquet:"name"`
		Country *string  `parquet:"country,optional,dict"`
		Lat     *float64 `parquet:"lat,optional"`
		Lon     *float64 `parquet:"lon,optional"`
		Reports int32    `parquet:"reports"`
	}
	parquetAmount struct {
		Value   float64 `parquet:"value"`
		Of      *string `parquet:"of,optional"`
		Reports int32   `parquet:"reports"`
	}
)

func parquetEventOf(t *told) parquetEvent {
	return parquetEvent{
		ID: t.ID, Type: t.Type, Mode: given(t.modeText()), Status: string(t.Status), Denied: t.Denied,
		OtherMode: mapped(t.otherMode, func(v *merge.Value[string]) parquetMode { return parquetMode{v.Value, count(v)} }),
		Context:   t.coded.Context, CAMEO: given(t.coded.CAMEO), Score: t.coded.Score,
		Actor: mapped(t.actor, parquetPartyOf), OtherActor: mapped(t.otherActor, parquetPartyOf),
		Recipient: mapped(t.recipient, parquetPartyOf), OtherRecipient: mapped(t.otherRecipient, parquetPartyOf),
		WhenEDTF: given(t.edtf()), WhenFrom: dayNumber(t.From), WhenTo: dayNumber(t.To), WhenFromYear: yearOf(t.From), WhenToYear: yearOf(t.To),
		OtherWhen: mapped(t.otherWhen, func(v *merge.Value[annals.When]) parquetWhen {
			return parquetWhen{given(v.Value.EDTF), dayNumber(v.Value.From), dayNumber(v.Value.To), count(v)}
		}),
		Where: mapped(t.where, parquetWhereOf), OtherWhere: mapped(t.otherWhere, parquetWhereOf),
		Quantity: mapped(t.Quantity, func(v *merge.Value[annals.Quantity]) parquetAmount {
			return parquetAmount{v.Value.Value, given(v.Value.Of), count(v)}
		}),
		Reports: int32(len(t.Reports)), Documents: int32(t.Documents), Sources: int32(t.Sources), ReportIDs: t.Reports, DocumentIDs: t.documents,
	}
}

func parquetPartyOf(v *merge.Value[annals.Participant]) parquetParty {
	p := &v.Value
	return parquetParty{p.Text, given(p.ID), given(p.Name), given(p.Country), p.Sector, given(p.Role), count(v)}
}

func parquetWhereOf(v *merge.Value[annals.Place]) parquetWhere {
	p := &v.Value
	return parquetWhere{placeName(p), given(p.Country), p.Lat, p.Lon, count(v)}
}

// count is how many lines give a value.
func count[T any](v *merge.Value[T]) int32 { return int32(len(v.Lines)) }
