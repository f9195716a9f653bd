package export

import (
	"fmt"

	"annals"
	"annals/record/merge"
)

// jsonldEvent is an event in the graph. It is derived from the lines that tell of it.
type jsonldEvent struct {
	ID             string           `json:"id"`
	Kinds          []string         `json:"a"`
	Type           string           `json:"type"`
	Mode           string           `json:"mode,omitempty"`
	OtherMode      []string         `json:"other_mode,omitempty"`
	Context        []string         `json:"context,omitempty"`
	CAMEO          string           `json:"cameo,omitempty"`
	Score          *float64         `json:"score,omitempty"`
	Status         string           `json:"status"`
	Denied         bool             `json:"denied"`
	Actor          []jsonldMention  `json:"actor,omitempty"`
	OtherActor     []jsonldMention  `json:"other_actor,omitempty"`
	Recipient      []jsonldMention  `json:"recipient,omitempty"`
	OtherRecipient []jsonldMention  `json:"other_recipient,omitempty"`
	When           *jsonldWhen      `json:"when,omitempty"`
	OtherWhen      []*jsonldWhen    `json:"other_when,omitempty"`
	Where          []jsonldPlace    `json:"where,omitempty"`
	OtherWhere     []jsonldPlace    `json:"other_where,omitempty"`
	Quantity       []jsonldQuantity `json:"quantity,omitempty"`
	Reports        int              `json:"reports"`
	Documents      int              `json:"documents"`
	Sources        int              `json:"sources"`
	DerivedFrom    []string         `json:"derived_from"`
}

// WriteEvent implements EventWriter. Behind the event stand the lines that tell of it.
func (j *JSONLD) WriteEvent(e *Event) error {
	if err := j.object(jsonldEventOf(tell(e))); err != nil {
		return fmt.Errorf("writing event %s as JSON-LD: %w", e.ID, err)
	}
	for _, line := range e.Lines {
		if err := j.Write(line); err != nil {
			return err
		}
	}
	return nil
}

func jsonldEventOf(t *told) *jsonldEvent {
	out := &jsonldEvent{
		ID: iri("event", t.ID), Kinds: []string{"MergedEvent", "prov:Entity"}, Type: t.Type, Mode: t.modeText(), OtherMode: valuesOf(t.otherMode),
		Context: t.coded.Context, CAMEO: t.coded.CAMEO, Score: t.coded.Score, Status: string(t.Status), Denied: t.Denied,
		Actor: mapped(t.actor, toldMention), OtherActor: mapped(t.otherActor, toldMention),
		Recipient: mapped(t.recipient, toldMention), OtherRecipient: mapped(t.otherRecipient, toldMention),
		Where: mapped(t.where, toldPlace), OtherWhere: mapped(t.otherWhere, toldPlace),
		Reports: len(t.Reports), Documents: t.Documents, Sources: t.Sources,
	}
	if t.edtf() != "" || t.From != "" {
		out.When = &jsonldWhen{EDTF: t.edtf(), From: t.From, To: t.To}
	}
	for i := range t.otherWhen {
		w := t.otherWhen[i].Value
		out.OtherWhen = append(out.OtherWhen, jsonldWhenOf(&w))
	}
	for i := range t.Quantity {
		v := &t.Quantity[i]
		out.Quantity = append(out.Quantity, jsonldQuantity{Kind: "Quantity", Value: v.Value.Value, Of: v.Value.Of, Reports: len(v.Lines)})
	}
	for _, id := range t.Reports {
		out.DerivedFrom = append(out.DerivedFrom, lineIRI(id))
	}
	return out
}

// toldMention is somebody in an event; the words stand with the lines.
func toldMention(v *merge.Value[annals.Participant]) jsonldMention {
	p := v.Value
	p.Span = annals.Span{}
	m := mentionOf(&p, "")
	m.Reports = len(v.Lines)
	return m
}

func toldPlace(v *merge.Value[annals.Place]) jsonldPlace {
	p := &v.Value
	return jsonldPlace{"schema:Place", placeName(p), p.Country, p.Lat, p.Lon, len(v.Lines)}
}
