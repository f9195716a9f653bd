package where

import "annals"

// Role is how an event stands to a place.
type Role string

// The roles of a place.
const (
	At   Role = "at"   // it happened there
	From Role = "from" // it began there
	To   Role = "to"   // it went there
	Via  Role = "via"  // it went through there
	Of   Role = "of"   // the place only belongs to a noun: "the president of Lithuania", "the Vilnius summit"
)

// Mention is one place in a sentence.
type Mention struct {
	First, Last int // half-open range of tokens
	Head        int // the token of the range that the tree attaches to a token outside it
	Place       annals.Place
	Role        Role
}
