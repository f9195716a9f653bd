package language

// MainClause and Repair are the repairs of trees, for tests outside the package.

func MainClause(s *Sentence) {
	if s.mainClause() {
		s.Link()
	}
}

func Repair(s *Sentence) { s.repair() }
