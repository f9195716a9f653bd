package token

// Sentence is one sentence of a text.
type Sentence struct {
	Tokens    []Token // never empty
	Marks     []Mark  // the reference marks that belong to it
	Paragraph int     // 0 for the first paragraph
}

// Mark is a reference mark as a byte range of the text, brackets and all.
type Mark struct{ Start, End int }

// maxTokens is how long a sentence may get; what is longer is a list, a table or
// no language at all, and is cut.
const maxTokens = 400

// Split cuts a text into sentences.
func Split(lex *Lexicon, text string) []Sentence {
	if lex.Boundaries == nil {
		return split(lex, text, nil)
	}
	return split(lex, text, func(_ int, e *Evidence) bool { return lex.Boundaries.ends(e) })
}

// split cuts a text into sentences; decide, if it is not nil, is asked where the
// rules are not sure.
func split(lex *Lexicon, text string, decide func(end int, e *Evidence) bool) []Sentence {
	sc := scanner{lex: lex, text: text, tokens: make([]Token, 0, len(text)/5+1)}
	sc.run()
	var out []Sentence
	var seen Evidence
	first, number, brackets := 0, 0, 0
	for i := range sc.tokens {
		brackets = max(0, brackets+sc.bracket(i))
		if i > 0 && sc.tokens[i].gap == paragraph {
			number++
		}
		if i+1 < len(sc.tokens) && i+1-first < maxTokens && !sc.endsDateline(first, i) {
			ends := sc.boundary(i)
			switch {
			case sc.isNote(i + 1):
				continue
			case sc.isNote(i):
				ends = true
			case decide != nil && sc.open(i, brackets > 0):
				sc.evidence(first, i, ends, &seen)
				ends = decide(sc.tokens[i].End, &seen)
			}
			if !ends {
				continue
			}
		}
		at := number
		out = append(out, Sentence{Tokens: sc.tokens[first : i+1 : i+1], Paragraph: at})
		first, brackets = i+1, 0
	}
	cite(out, sc.marks)
	return out
}

// mostNote is how many digits the number of a note has.
const mostNote = 3

// isNote reports whether token i is the number of a note that has lost its place above the
// line: it stands alone behind the end of a sentence, and at the end of a paragraph or before
// a word that begins one. "The rebels fled. 7 The army did not follow."
func (sc *scanner) isNote(i int) bool {
	t := sc.tokens[i]
	if i == 0 || t.gap != space || t.End-t.Start > mostNote {
		return false
	}
	for k := t.Start; k < t.End; k++ {
		if !isDigit(rune(sc.text[k])) {
			return false
		}
	}
	final := sc.final(i - 1)
	if final < 0 || sc.tokens[final].abbr != noAbbreviation {
		return false
	}
	if i+1 == len(sc.tokens) || sc.tokens[i+1].gap == paragraph {
		return true
	}
	next := sc.tokens[i+1]
	return next.gap != glued && sc.lex.starters[sc.text[next.Start:next.End]]
}

// cite gives each mark to the sentence with the token before it, and marks at
// the very beginning to the first sentence.
func cite(sentences []Sentence, marks []mark) {
	if len(sentences) == 0 {
		return
	}
	k, end := 0, len(sentences[0].Tokens)
	for _, m := range marks {
		for m.before > end {
			k++
			end += len(sentences[k].Tokens)
		}
		sentences[k].Marks = append(sentences[k].Marks, m.Mark)
	}
}

// boundary reports whether a sentence ends between token i and the next.
func (sc *scanner) boundary(i int) bool {
	next := sc.tokens[i+1]
	if next.gap == paragraph {
		return true
	}
	if next.gap == line && !(sc.tokens[i].abbr == beforeName) {
		return true
	}
	if next.gap == glued && !sc.typo(i) {
		return false
	}
	final := sc.final(i)
	if final < 0 {
		return false
	}
	return sc.begins(i+1, sc.tokens[final].abbr)
}

// typo reports whether token i is a period that the next sentence follows
// without a space.
func (sc *scanner) typo(i int) bool {
	t, next := sc.tokens[i], sc.tokens[i+1]
	if i == 0 || t.gap != glued || t.End-t.Start != 1 || !isFinal(rune(sc.text[t.Start])) {
		return false
	}
	r, _ := runeAt(sc.text, next.Start)
	return isUpper(r) && isLower(runeBefore(sc.text, t.Start))
}

// final returns the position of the token that ends the sentence whose last
// token may be i: i itself, or one that closing quotes and brackets follow up to
// i. It returns -1 if there is none.
func (sc *scanner) final(i int) int {
	for k := i; k >= 0; k-- {
		t := sc.tokens[k]
		r, _ := runeAt(sc.text, t.Start)
		if isFinal(r) || t.abbr != noAbbreviation {
			return k
		}
		if !isCloser(r) || t.gap != glued {
			return -1
		}
	}
	return -1
}

// begins reports whether a sentence can begin with token i, after a final mark
// or, if abbr says so, an abbreviation.
func (sc *scanner) begins(i int, abbr kind) bool {
	if abbr == beforeName {
		return false
	}
	for k := i; k < len(sc.tokens) && k < i+4; k++ {
		t := sc.tokens[k]
		r, _ := runeAt(sc.text, t.Start)
		switch {
		case isOpener(r):
			continue
		case abbr == mayEnd:
			return isUpper(r) && sc.lex.starters[sc.text[t.Start:t.End]]
		case isLetter(r):
			return !isLower(r)
		}
		return isDigit(r) || r == '$' || r == '£' || r == '€' || r == '#' || r == '@' || r == '-' || r == '—' || r == '•' || r == '*'
	}
	return true
}
