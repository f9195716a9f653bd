package merge

// Field is what a reason is about.
type Field uint8

// The fields that are compared.
const (
	FieldType Field = iota
	FieldMode
	FieldActor
	FieldRecipient
	FieldParties // actor and recipient together, of what is done by both
	FieldDate
	FieldPlace
	FieldQuantity
	FieldTrigger
	FieldMatter // what the sentence is about, apart from the other fields
)

var fieldNames = [...]string{"type", "mode", "actor", "recipient", "parties", "date", "place", "quantity", "trigger", "matter"}

// String returns the name of the field.
func (f Field) String() string { return fieldNames[f] }

// MarshalText writes the name of the field.
func (f Field) MarshalText() ([]byte, error) { return []byte(f.String()), nil }

// How is how a field of two reports agrees or differs.
type How uint8

// The ways in which fields agree, and those that forbid a merge.
const (
	SameValue     How = iota // the same mode, place, number
	SameActor                // resolved to the same id
	SameOffice               // a person and the office that the person holds
	SameSurname              // a surname and a full name that has it
	ForState                 // a state and those who act for it
	SamePeople               // the same sort of people of the same country
	Compatible               // nothing against it: a country and its people, people and fishermen
	Named                    // a party that the other report names in its sentence
	SameDay                  // the same day
	WithinDates              // a day within a month, a month within a year
	DatesMeet                // less precise dates that overlap
	NearPublished            // one report has no date, and was published within days of the other's
	BothPublished            // both have no date, and were published within days
	SameTown                 // the same town or site
	WithinCountry            // a town and its country
	NearNumber               // numbers that differ by less than a half
	FarNumber                // numbers that differ by more than three times
	SameWord                 // the same word tells it
	SameSentence             // word by word the same sentence, in two documents
	SameMatter               // both sentences speak of the same things
	OtherMatter              // the sentences share no word beside the parties
	OtherStatus              // linked only: told as planned, denied or supposed
	OtherType                // against: another type
	OtherMode                // against: another mode
	OtherParty               // against: other participants
	OtherDate                // against: dates that do not overlap
	OtherPlace               // against: another place
	OtherAct                 // against: another word of the same sentence tells another act
	NoEvidence               // against: too little agrees
)

var howTexts = [...]string{
	"the same", "the same actor", "the holder and the office", "the surname and the name", "the state and who acts for it",
	"the same people", "compatible", "named in the other report", "the same day", "one date within the other", "the dates overlap",
	"no date, but published within days", "no dates, but published within days", "the same place", "a place and its country",
	"numbers close to each other", "numbers far apart", "the same word", "word by word the same sentence", "about the same things", "about other things", "told as planned, denied or supposed",
	"another type", "another mode", "other participants", "another date", "another place", "another act of the sentence", "too little agrees",
}

// String says it in words.
func (h How) String() string { return howTexts[h] }

// MarshalText writes the words.
func (h How) MarshalText() ([]byte, error) { return []byte(h.String()), nil }

// Reason is one field of two reports that speaks for, or against, their being one.
type Reason struct {
	Field  Field   `json:"field"`
	How    How     `json:"how"`
	Points float32 `json:"points"` // what it counts; 0 for a reason that forbids
}

// IsKnown reports whether the rules have such a field and such a way to agree or differ; other
// reasons, which a damaged file may hold, cannot be written.
func (r *Reason) IsKnown() bool { return int(r.Field) < len(fieldNames) && int(r.How) < len(howTexts) }
