package export

import (
	"bufio"
	"encoding/json"
	"fmt"
	"io"
	"net/url"
	"strings"

	"annals"
)

// JSONLD writes record lines, and events with the lines that tell of them, as JSON-LD 1.1:
// what each line says as a prov:Entity with the names of the record, and where its words
// stand as a Web Annotation, by position and by quotation. The context stands in the file, so that nothing need be fetched. Flush
// ends the file: no line may follow.
type JSONLD struct {
	out   *bufio.Writer
	began bool
}

// NewJSONLD returns a Writer of JSON-LD.
func NewJSONLD(w io.Writer) *JSONLD { return &JSONLD{out: bufio.NewWriter(w)} }

// jsonldContext maps the keys of the file to terms. A key that it does not map belongs to
// the vocabulary of the record, the names of README.md, "The record".
const jsonldContext = `{
  "@version": 1.1,
  "@vocab": "urn:annals:record#",
  "oa": "http://www.w3.org/ns/oa#",
  "prov": "http://www.w3.org/ns/prov#",
  "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
  "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
  "schema": "http://schema.org/",
  "xsd": "http://www.w3.org/2001/XMLSchema#",
  "id": "@id",
  "a": "@type",
  "label": "rdfs:label",
  "body": {"@id": "oa:hasBody", "@type": "@id"},
  "target": "oa:hasTarget",
  "source": {"@id": "oa:hasSource", "@type": "@id"},
  "selector": "oa:hasSelector",
  "motivation": {"@id": "oa:motivatedBy", "@type": "@id"},
  "start": {"@id": "oa:start", "@type": "xsd:nonNegativeInteger"},
  "end": {"@id": "oa:end", "@type": "xsd:nonNegativeInteger"},
  "exact": "oa:exact",
  "from": {"@id": "urn:annals:record#from", "@type": "xsd:date"},
  "to": {"@id": "urn:annals:record#to", "@type": "xsd:date"},
  "lat": {"@id": "schema:latitude", "@type": "xsd:double"},
  "lon": {"@id": "schema:longitude", "@type": "xsd:double"},
  "actor": {"@container": "@list"},
  "recipient": {"@container": "@list"},
  "other_actor": {"@container": "@list"},
  "other_recipient": {"@container": "@list"},
  "said_by": {"@container": "@list"},
  "because_of": {"@type": "@id"},
  "derived_from": {"@id": "prov:wasDerivedFrom", "@type": "@id"},
  "generated_by": {"@id": "prov:wasGeneratedBy"},
  "associated_with": {"@id": "prov:wasAssociatedWith", "@type": "@id"},
  "attributed_to": {"@id": "prov:wasAttributedTo", "@type": "@id"}
 }`

// The objects of the graph.
type (
	jsonldLine struct {
		ID          string           `json:"id"`
		Kinds       []string         `json:"a"`
		Type        string           `json:"type,omitempty"`
		Mode        string           `json:"mode,omitempty"`
		Context     []string         `json:"context,omitempty"`
		CAMEO       string           `json:"cameo,omitempty"`
		Score       *float64         `json:"score,omitempty"`
		Trigger     *jsonldWords     `json:"trigger,omitempty"`
		Text        string           `json:"text,omitempty"`
		Actor       []jsonldMention  `json:"actor,omitempty"`
		Recipient   []jsonldMention  `json:"recipient,omitempty"`
		When        *jsonldWhen      `json:"when,omitempty"`
		Where       []jsonldPlace    `json:"where,omitempty"`
		Status      string           `json:"status"`
		SaidBy      []jsonldMention  `json:"said_by,omitempty"`
		BecauseOf   []string         `json:"because_of,omitempty"`
		Rank        *jsonldRank      `json:"rank,omitempty"`
		Quantity    []jsonldQuantity `json:"quantity,omitempty"`
		Citations   []string         `json:"citations,omitempty"`
		Confidence  float64          `json:"confidence"`
		Derived     string           `json:"derived_from"`
		Attributed  []string         `json:"attributed_to,omitempty"`
		GeneratedBy *jsonldActivity  `json:"generated_by"`
	}
	jsonldWords struct {
		Text  string         `json:"text"`
		Words *jsonldPointer `json:"words,omitempty"`
	}
	jsonldRank struct {
		Ordinal int    `json:"ordinal"`
		Among   string `json:"among"`
	}
	// jsonldQuantity is a number that a line, or some of the reports of an event, give.
	jsonldQuantity struct {
		Kind    string         `json:"a"`
		Value   float64        `json:"value"`
		Of      string         `json:"of,omitempty"`
		Text    string         `json:"text,omitempty"`
		Reports int            `json:"reports,omitempty"`
		Words   *jsonldPointer `json:"words,omitempty"`
	}
	jsonldActivity struct {
		Kind string `json:"a"`
		With string `json:"associated_with"`
	}
	// jsonldMention is how a line speaks of somebody. It has no id: what one line says
	// of an agent is not what all of them say.
	jsonldMention struct {
		Kind    string         `json:"a"`
		Who     jsonldAgent    `json:"who"`
		Text    string         `json:"text,omitempty"`
		Country string         `json:"country,omitempty"`
		Sector  []string       `json:"sector,omitempty"`
		Role    string         `json:"role,omitempty"`
		Cue     string         `json:"cue,omitempty"`
		Stance  string         `json:"stance,omitempty"`
		When    *jsonldWhen    `json:"when,omitempty"`
		Reports int            `json:"reports,omitempty"`
		Words   *jsonldPointer `json:"words,omitempty"`
	}
	// jsonldAgent is somebody, known by an id or by the name alone.
	jsonldAgent struct {
		ID    string `json:"id,omitempty"`
		Kind  string `json:"a"`
		Label string `json:"label"`
	}
	jsonldWhen struct {
		Text  string `json:"text,omitempty"`
		EDTF  string `json:"edtf,omitempty"`
		From  string `json:"from,omitempty"`
		To    string `json:"to,omitempty"`
		Basis string `json:"basis,omitempty"`
	}
	jsonldPlace struct {
		Kind    string   `json:"a"`
		Label   string   `json:"label"`
		Country string   `json:"country,omitempty"`
		Lat     *float64 `json:"lat,omitempty"`
		Lon     *float64 `json:"lon,omitempty"`
		Reports int      `json:"reports,omitempty"`
	}
	jsonldAnnotation struct {
		ID         string        `json:"id"`
		Kind       string        `json:"a"`
		Motivation string        `json:"motivation"`
		Body       string        `json:"body"`
		Target     jsonldPointer `json:"target"`
	}
	// jsonldPointer points to words of a document.
	jsonldPointer struct {
		Kind      string           `json:"a"`
		Source    string           `json:"source"`
		Selectors []jsonldSelector `json:"selector,omitempty"`
	}
	jsonldSelector struct {
		Kind  string `json:"a"`
		Start *int   `json:"start,omitempty"`
		End   *int   `json:"end,omitempty"`
		Exact string `json:"exact,omitempty"`
	}
)

// Write implements Writer.
func (j *JSONLD) Write(line *annals.Line) error {
	for _, object := range []any{jsonldOf(line), annotationOf(line)} {
		if err := j.object(object); err != nil {
			return fmt.Errorf("writing line %s as JSON-LD: %w", line.ID, err)
		}
	}
	return nil
}

// object writes an object of the graph.
func (j *JSONLD) object(object any) error {
	separator := ",\n"
	if !j.began {
		separator = j.head()
	}
	if _, err := j.out.WriteString(separator); err != nil {
		return err
	}
	var text strings.Builder
	enc := json.NewEncoder(&text)
	enc.SetEscapeHTML(false)
	if err := enc.Encode(object); err != nil {
		return err
	}
	_, err := j.out.WriteString("  " + strings.TrimSuffix(text.String(), "\n"))
	return err
}

// head is what stands before the first object.
func (j *JSONLD) head() string {
	j.began = true
	return "{\n \"@context\": " + jsonldContext + ",\n \"@graph\": [\n"
}

// Flush implements Writer. It writes the end of the file.
func (j *JSONLD) Flush() error {
	end := "\n ]\n}\n"
	if !j.began {
		end = j.head() + end
	}
	if _, err := j.out.WriteString(end); err != nil {
		return fmt.Errorf("writing the end of the JSON-LD file: %w", err)
	}
	return j.out.Flush()
}

func jsonldOf(l *annals.Line) *jsonldLine {
	document := documentIRI(l.Document)
	out := &jsonldLine{
		ID: lineIRI(l.ID), Kinds: []string{kindTerm(l.Kind), "prov:Entity"}, Type: l.Type, Mode: l.Mode, Context: l.Context, CAMEO: l.CAMEO,
		Score: l.Score, Text: l.Text, When: jsonldWhenOf(l.When), Status: string(l.Status), Citations: l.Citations, Confidence: l.Confidence, Derived: document,
		GeneratedBy: &jsonldActivity{"prov:Activity", iri("coder", l.Coder)},
	}
	for i := range l.Actor {
		out.Actor = append(out.Actor, mentionOf(&l.Actor[i], document))
	}
	for i := range l.Recipient {
		out.Recipient = append(out.Recipient, mentionOf(&l.Recipient[i], document))
	}
	for i := range l.SaidBy {
		a := &l.SaidBy[i]
		mention := mentionOf(&a.Participant, document)
		mention.Cue, mention.Stance, mention.When = a.Cue, string(a.Stance), jsonldWhenOf(a.When)
		out.SaidBy = append(out.SaidBy, mention)
		if mention.Who.ID != "" {
			out.Attributed = append(out.Attributed, mention.Who.ID)
		}
	}
	for i := range l.Where {
		p := &l.Where[i]
		out.Where = append(out.Where, jsonldPlace{"schema:Place", placeName(p), p.Country, p.Lat, p.Lon, 0})
	}
	for _, id := range l.BecauseOf {
		out.BecauseOf = append(out.BecauseOf, lineIRI(id))
	}
	if l.Trigger != nil {
		out.Trigger = &jsonldWords{l.Trigger.Text, wordsOf(document, l.Trigger.Span, l.Trigger.Text)}
	}
	if l.Rank != nil {
		out.Rank = &jsonldRank{l.Rank.Ordinal, l.Rank.Among}
	}
	for i := range l.Quantity {
		q := &l.Quantity[i]
		out.Quantity = append(out.Quantity, jsonldQuantity{Kind: "Quantity", Value: q.Value, Of: q.Of, Text: q.Text, Words: wordsOf(document, q.Span, q.Text)})
	}
	return out
}

// annotationOf says where the sentence of a line stands.
func annotationOf(l *annals.Line) *jsonldAnnotation {
	return &jsonldAnnotation{
		ID: lineIRI(l.ID) + "#words", Kind: "oa:Annotation", Motivation: "oa:describing", Body: lineIRI(l.ID),
		Target: pointer(documentIRI(l.Document), l.Sentence.Span, l.Sentence.Text),
	}
}

// pointer points to words by their position in code points, and by what they are.
func pointer(document string, span annals.Span, text string) jsonldPointer {
	p := jsonldPointer{Kind: "oa:SpecificResource", Source: document}
	if text != "" {
		start, end := span.Start(), span.End()
		p.Selectors = []jsonldSelector{
			{Kind: "oa:TextPositionSelector", Start: &start, End: &end},
			{Kind: "oa:TextQuoteSelector", Exact: text},
		}
	}
	return p
}

func mentionOf(p *annals.Participant, document string) jsonldMention {
	m := jsonldMention{Kind: "Mention", Who: jsonldAgent{Kind: "prov:Agent", Label: nameOf(p)}, Text: p.Text, Country: p.Country, Sector: p.Sector, Role: p.Role}
	if p.ID != "" {
		m.Who.ID = iri("actor", p.ID)
	}
	m.Words = wordsOf(document, p.Span, p.Text)
	return m
}

// wordsOf points to words, or is nil where none are known: in lines of other data sets.
func wordsOf(document string, span annals.Span, text string) *jsonldPointer {
	if text == "" || span.End() <= span.Start() {
		return nil
	}
	words := pointer(document, span, text)
	return &words
}

func jsonldWhenOf(w *annals.When) *jsonldWhen {
	if w == nil {
		return nil
	}
	return &jsonldWhen{w.Text, w.EDTF, w.From, w.To, string(w.Basis)}
}

// kindTerm is the class of a kind of line.
func kindTerm(kind annals.Kind) string {
	switch kind {
	case annals.Event:
		return "Event"
	case annals.State:
		return "State"
	}
	return "Claim"
}

func lineIRI(id string) string { return iri("line", id) }

// documentIRI is the address of a document, or a name for what has none.
func documentIRI(id string) string {
	if u, err := url.Parse(id); err == nil && (u.Scheme == "http" || u.Scheme == "https") && u.Host != "" {
		return u.String()
	}
	return iri("document", id)
}

// iri is a name for what has no address.
func iri(what, id string) string { return "urn:annals:" + what + ":" + url.PathEscape(id) }
