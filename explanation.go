package annals

// Explanation says why a line of the record says what it says: the words, the
// tree over them, the rows of the tables that fired, and what words were taken
// up from elsewhere.
type Explanation struct {
	Line       Line            `json:"line"`
	Tree       []Node          `json:"tree"`                 // the words of the sentence, in the order of the text
	Type       []Reason        `json:"type"`                 // why this type and mode
	Actor      []PartyReason   `json:"actor,omitempty"`      // one for each of Line.Actor
	Recipient  []PartyReason   `json:"recipient,omitempty"`  // one for each of Line.Recipient
	When       *DateReason     `json:"when,omitempty"`       // nil where the line has no date
	Where      []PlaceReason   `json:"where,omitempty"`      // one for each of Line.Where
	Status     []Reason        `json:"status"`               // why it is told as fact, or why not
	SaidBy     []SpeakerReason `json:"said_by,omitempty"`    // one for each of Line.SaidBy
	BecauseOf  []CauseReason   `json:"because_of,omitempty"` // one for each of Line.BecauseOf
	Context    []Reason        `json:"context,omitempty"`    // one for each of Line.Context
	Confidence Reason          `json:"confidence"`           // where the number comes from
}

// Row is the row of a table that bears something out.
type Row struct {
	Entry string `json:"entry"` // the words of the row: "call off"
	File  string `json:"file"`  // path in the sources of the program, or of a table of the user
	Line  int    `json:"line"`  // 1 for the first line of the file
}

// Reason is one step of an explanation.
type Reason struct {
	Says string `json:"says"`           // the step in words
	Rows []Row  `json:"rows,omitempty"` // the rows that bear it out
	From *Quote `json:"from,omitempty"` // the sentence that it rests on, where that is another one
}

// Node is a word of a sentence with its place in the tree of Universal
// Dependencies.
type Node struct {
	Form  string   `json:"form"`
	Lemma string   `json:"lemma"`
	UPOS  string   `json:"upos"`
	Head  int      `json:"head"`           // index of the word that it depends on, -1 for none
	Rel   string   `json:"rel"`            // how it depends on it: nsubj, obj, ...
	Part  []string `json:"part,omitempty"` // what it is to the line: trigger, actor, recipient, when, where, cue, speaker
}

// PartyReason says why words denote a participant, and why this one is a party.
type PartyReason struct {
	Text        string       `json:"text"` // the words that the sentence has for the party, maybe a pronoun
	Span        Span         `json:"span"`
	Slot        string       `json:"slot,omitempty"` // of the frame of the word that carries the line: subj, obj, with, ...
	By          string       `json:"by"`             // how the words denote: name, adjective, role, pronoun, description, number, place, thing, speaker
	ID          string       `json:"id,omitempty"`
	Antecedents []Antecedent `json:"antecedents,omitempty"` // whom a pronoun or a description takes up
	Reasons     []Reason     `json:"reasons,omitempty"`
}

// Antecedent is the mention that a pronoun or a description takes up.
type Antecedent struct {
	Text     string `json:"text"`
	Span     Span   `json:"span"`
	Sentence Quote  `json:"sentence"`
	ID       string `json:"id,omitempty"`
}

// DateReason says how words became a date.
type DateReason struct {
	Text   string   `json:"text"`
	Span   *Span    `json:"span,omitempty"`
	Basis  Basis    `json:"basis"`
	Anchor *Anchor  `json:"anchor,omitempty"` // what a relative date counts from
	Steps  []Reason `json:"steps"`            // the arithmetic, in its order
	EDTF   string   `json:"edtf,omitempty"`
	From   string   `json:"from,omitempty"`
	To     string   `json:"to,omitempty"`
}

// Anchor is a date from which another is counted.
type Anchor struct {
	EDTF string `json:"edtf"`
	Text string `json:"text,omitempty"` // the words that told it; empty for the date of publication
	From *Quote `json:"from,omitempty"` // the sentence of these words
}

// PlaceReason says why words denote a place, and why it is the place of the
// line.
type PlaceReason struct {
	Text    string   `json:"text"`
	Span    Span     `json:"span"`
	Role    string   `json:"role"` // how what is told stands to the place: at, from, to, via
	Reasons []Reason `json:"reasons,omitempty"`
}

// SpeakerReason is the reason for one link of the chain "according to whom".
type SpeakerReason struct {
	Cue     string      `json:"cue"`
	Stance  Stance      `json:"stance"`
	Speaker PartyReason `json:"speaker"`
	When    *DateReason `json:"when,omitempty"`
	Reasons []Reason    `json:"reasons,omitempty"`
}

// CauseReason says in which words the text names a line as the cause.
type CauseReason struct {
	ID      string   `json:"id"` // of the line that is the cause
	Text    string   `json:"text"`
	Reasons []Reason `json:"reasons,omitempty"`
}
