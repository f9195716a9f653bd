package coder

// Quotations go on after the sentence that names the speaker: "We were attacked,"
// said the minister. "We ask for help."

// isQuoted reports whether a sentence is quoted as a whole.
func (r *sentenceReading) isQuoted() bool { return isQuotationMark(r.s.Tokens[0].Form) }

// hasQuotation reports whether a sentence holds a quotation mark.
func (r *sentenceReading) hasQuotation() bool {
	for i := range r.s.Tokens {
		if isQuotationMark(r.s.Tokens[i].Form) {
			return true
		}
	}
	return false
}

func isQuotationMark(form string) bool {
	switch form {
	case "\"", "“", "”", "«", "»", "„", "``", "''":
		return true
	}
	return false
}

// keepQuotation remembers who spoke, for the quoted sentences that follow: the
// speaker of a sentence with a quotation. A sentence without one ends it.
func (r *sentenceReading) keepQuotation() {
	if !r.hasQuotation() {
		r.quotation = nil
		return
	}
	for i := len(r.said.Said) - 1; i >= 0; i-- {
		if said := &r.said.Said[i]; said.Speaker >= 0 {
			r.quotation = r.speakers(said.Source)
			r.quotedBy, r.quotedIn, r.quotedAt = said.Source, quote(r.s), r.at
			return
		}
	}
}
