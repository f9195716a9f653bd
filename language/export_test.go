package language

// MainClause repairs and links a sentence, for tests outside the package.
func MainClause(s *Sentence) {
	if s.mainClause() {
		s.Link()
	}
}
