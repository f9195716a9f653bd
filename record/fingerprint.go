package record

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"

	"annals"
)

// fingerprintBytes is the length of a fingerprint before it is written in
// hexadecimal.
const fingerprintBytes = 16

// FingerprintOf returns a hash of all that the lines of a document depend on: the
// document and the version of the coder. A document with the same fingerprint need
// not be coded again.
func FingerprintOf(doc *annals.Document, coder string) string {
	sum := sha256.New()
	out := json.NewEncoder(sum)
	for _, part := range []any{doc, coder} {
		if err := out.Encode(part); err != nil {
			panic("record: a document does not marshal: " + err.Error()) // it holds strings alone
		}
	}
	return hex.EncodeToString(sum.Sum(nil)[:fingerprintBytes])
}
