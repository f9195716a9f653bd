package language

// MainClause repairs and links a sentence, for tests outside the package.
func MainClause(s *Sentence) {
	if s.mainClause() {
		s.Link()
	}
}

// Brackets corrects relations across brackets, for tests outside the package.
func Brackets(s *Sentence) { s.brackets() }
