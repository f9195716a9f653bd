package language

// repair puts right what English grammar says cannot be.
func (s *Sentence) repair() {
	s.letters()
	s.flats()
	s.conjunctions()
	s.Link()
	s.halves()
	s.Link()
	s.weekdays()
	s.titles()
	s.inclusions()
	s.Link()
	s.voices()
	s.predicates()
	s.objectPredicates()
	s.pointers()
	s.strayParticles()
	s.subjectsBehindMark()
	s.subjectsBehindPreposition()
	s.invertedPassives()
	s.timeObjects()
	s.partedNames()
	s.captives()
	s.placesOfAgents()
	s.Link()
	s.courses()
	s.insertedReports()
	s.nearAgents()
	s.thirdObjects()
	s.bare()
	s.agentParticiples()
	s.verbalNouns()
	s.particleObjects()
	s.doubleSubjects()
	s.brackets()
	s.likes()
	s.tenses()
	s.semicolons()
	s.adverbials()
	s.contents()
	s.descriptions()
	s.Link()
	s.each(argumentCorrections[:])
	if s.gerundSubjects() || s.barePassive() || s.mainClause() {
		s.Link()
	}
	s.each(clauseCorrections[:])
	s.contents()
	s.barePasts()
	s.reportedBefore()
	s.conditionalContent()
	s.Link()
	s.lateClosure()
	s.bareSubjects()
	s.nearPartners()
	s.ownAdjectives()
	s.gerundContents()
	s.ranks()
	s.bareAppositions()
	s.namesOfConjuncts()
	s.wholeAppositions()
	s.lateAppositions()
	s.nearAppositions()
	s.Link()
	s.contracted()
}

// each makes corrections in turn; where one has changed the tree, children are linked anew.
func (s *Sentence) each(corrections []func(*Sentence) bool) {
	for _, correct := range corrections {
		if correct(s) {
			s.Link()
		}
	}
}

// argumentCorrections say whose subjects, objects, times and places are whose. Later ones count on earlier ones.
var argumentCorrections = [...]func(*Sentence) bool{
	(*Sentence).compoundSubjects,
	(*Sentence).activeRoots,
	(*Sentence).hinderedGerunds,
	(*Sentence).alternatives,
	(*Sentence).consequences,
	(*Sentence).nearCases,
	(*Sentence).timesOfDeeds,
	(*Sentence).subjectsBehindColon,
	(*Sentence).subjectsOfRelatives,
	(*Sentence).namesBehindHosts,
	(*Sentence).moreAgents,
	(*Sentence).placesOfPersons,
	(*Sentence).verbSubjects,
	(*Sentence).listedVerbs,
	(*Sentence).reducedAgents,
	(*Sentence).coordinatedActives,
	(*Sentence).whereClauses,
	(*Sentence).agentClauses,
	(*Sentence).timesBehindSemicolon,
	(*Sentence).timesBehindAdverbs,
	(*Sentence).relativeTimes,
	(*Sentence).pluralSubjects,
	(*Sentence).datesBehindOf,
	(*Sentence).clausesOfPersons,
	(*Sentence).phrasesBehindRelatives,
	(*Sentence).insertedParticiples,
	(*Sentence).remarks,
	(*Sentence).subjunctives,
	(*Sentence).due,
	(*Sentence).tellings,
	(*Sentence).causatives,
	(*Sentence).eras,
	(*Sentence).years,
	(*Sentence).openings,
	(*Sentence).listsBehindDates,
	(*Sentence).secondObjects,
	(*Sentence).crossedSubjects,
	(*Sentence).crossedObjects,
	(*Sentence).gapped,
	(*Sentence).contentOfSubject,
}

// clauseCorrections say which clause is the main one and what the others are to it. Later ones count on earlier ones.
var clauseCorrections = [...]func(*Sentence) bool{
	(*Sentence).thatClauses,
	(*Sentence).participles,
	(*Sentence).verbless,
	(*Sentence).missingSubject,
	(*Sentence).stolenSubject,
	(*Sentence).reduced,
	(*Sentence).nestedContent,
	(*Sentence).insertedContents,
}
