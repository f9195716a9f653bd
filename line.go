package annals

// Kind says what a record line is.
type Kind string

// The three kinds of record line.
const (
	Event Kind = "event" // happened at a time
	State Kind = "state" // held over a time
	Claim Kind = "claim" // a proposition that somebody states and that is no codable event or state
)

// Status says whether a line is told as fact.
type Status string

// The values of Line.Status.
const (
	Actual       Status = "actual"
	Future       Status = "future"
	Hypothetical Status = "hypothetical"
	Negated      Status = "negated"
)

// Line is one line of the record: what one sentence of one document says.
// A field that the text does not fix is left out, never guessed.
type Line struct {
	ID         string        `json:"id"`       // hash of what the line says and where; the same on every machine
	Kind       Kind          `json:"kind"`     // event, state or claim
	Document   string        `json:"document"` // id of the document
	Sentence   Quote         `json:"sentence"`
	Type       string        `json:"type,omitempty"`    // events: a PLOVER type or MOVE; states: office, seat, capital, ...
	Mode       string        `json:"mode,omitempty"`    // PLOVER mode: visit, arrest, ...
	Context    []string      `json:"context,omitempty"` // PLOVER contexts: military, election, ...
	CAMEO      string        `json:"cameo,omitempty"`   // CAMEO code
	Score      *float64      `json:"score,omitempty"`   // PLOVER cooperation-conflict score, -10 to +10
	Trigger    *Words        `json:"trigger,omitempty"` // the word that carries it
	Text       string        `json:"text,omitempty"`    // states and claims: the words of the proposition
	Actor      []Participant `json:"actor,omitempty"`
	Recipient  []Participant `json:"recipient,omitempty"`
	When       *When         `json:"when,omitempty"`
	Where      []Place       `json:"where,omitempty"`
	Status     Status        `json:"status"`
	SaidBy     []Attribution `json:"said_by,omitempty"`    // outermost speaker first
	BecauseOf  []string      `json:"because_of,omitempty"` // ids of lines that the text names as its cause
	Rank       *Rank         `json:"rank,omitempty"`       // "the first ... in ..."
	Quantity   []Quantity    `json:"quantity,omitempty"`
	Citations  []string      `json:"citations,omitempty"` // reference marks of the source text
	Confidence float64       `json:"confidence"`          // 0..1
	Coder      string        `json:"coder"`               // version of program, codebook and models
}

// Quote is the sentence behind a line.
type Quote struct {
	Index int    `json:"index"` // 0 for the first sentence of the document
	Span  Span   `json:"span"`
	Text  string `json:"text"`
}

// Participant is somebody who acts, is acted upon, or speaks.
type Participant struct {
	Text    string   `json:"text"` // the words
	Span    Span     `json:"span"`
	ID      string   `json:"id,omitempty"`      // whom they were resolved to; stable across documents
	Name    string   `json:"name,omitempty"`    // the name that goes with the id
	Country string   `json:"country,omitempty"` // ISO 3166-1 alpha-3
	Sector  []string `json:"sector,omitempty"`  // PLOVER/CAMEO sectors: GOV MIL OPP REB CVL IGO MED ...
	Role    string   `json:"role,omitempty"`    // the office that the text names: "former president"
}

// Attribution is one link of the chain "according to whom".
type Attribution struct {
	Participant
	Cue    string `json:"cue,omitempty"`    // the word: "claimed", "according to"
	When   *When  `json:"when,omitempty"`   // when it was said
	Stance Stance `json:"stance,omitempty"` // how the speaker stands to what is said
}

// Stance is how a speaker stands to what is said.
type Stance string

// The values of Attribution.Stance.
const (
	States   Stance = "states"
	Claims   Stance = "claims"
	Denies   Stance = "denies"
	Doubts   Stance = "doubts"
	Confirms Stance = "confirms"
)

// When says when, as precisely as the text does and no more.
type When struct {
	Text  string `json:"text,omitempty"`
	Span  *Span  `json:"span,omitempty"`
	EDTF  string `json:"edtf,omitempty"` // ISO 8601-2, level 1 or 2
	From  string `json:"from,omitempty"` // first possible day, YYYY-MM-DD
	To    string `json:"to,omitempty"`   // last possible day
	Basis Basis  `json:"basis"`          // what fixed it
}

// Basis says what fixed a date.
type Basis string

// The values of When.Basis.
const (
	BasisText      Basis = "text"      // the words alone
	BasisDocument  Basis = "document"  // the words and the date of publication
	BasisNarrative Basis = "narrative" // the words and an earlier sentence
	BasisNone      Basis = "none"      // words of time that fix no date: "since ancient times"
)

// Place is where something happened.
type Place struct {
	Text    string   `json:"text"`
	Span    Span     `json:"span"`
	Name    string   `json:"name,omitempty"`
	Country string   `json:"country,omitempty"` // ISO 3166-1 alpha-3
	Lat     *float64 `json:"lat,omitempty"`     // degrees, WGS 84
	Lon     *float64 `json:"lon,omitempty"`
}

// Rank is a place in an order that the text claims: the first among something.
type Rank struct {
	Ordinal int    `json:"ordinal"` // 1 for the first, -1 for the last
	Among   string `json:"among"`   // the words: "Lithuanian head of state"
}

// Quantity is a number that the text gives.
type Quantity struct {
	Text  string  `json:"text"`
	Span  Span    `json:"span"`
	Value float64 `json:"value"`
	Of    string  `json:"of,omitempty"` // what was counted, in the text's words: "killed", "passengers"
}
