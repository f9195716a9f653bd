package language

// An abbreviation is a name of the kind of what it abbreviates (Schwartz and Hearst 2003):
// a document that speaks of the "Housing Union of Lima" means the same by "HUL". So both are
// named alike, by what the network says of all their places together.

// The letters of an abbreviation, and the most words that it stands for.
const (
	shortestAbbreviation = 3
	longestAbbreviation  = 8
	mostWords            = 12
)

// doubt is by how much no name may seem likelier than the best kind: of what is abbreviated
// in the same text, three quarters are names (the training part of EWT).
const doubt = 1

// span is some tokens of a sentence of a document.
type span struct {
	sentence, first, end int
	row                  int // where the scores of the first token lie
}

// abbreviation is one of a document, with its places and those where its words stand in full.
type abbreviation struct {
	short, full []span
}

// abbreviations are those of a document. It is reused from one to the next.
type abbreviations struct {
	number map[string]int
	all    []abbreviation
}

// matchAbbreviations gives abbreviations and what they stand for the labels of one kind.
// Scores count from any number up.
func (r *Reader) matchAbbreviations(sentences []Sentence, scores []float32, a *abbreviations) {
	labels := len(r.labels)
	if !a.collect(sentences, labels) {
		return
	}
	a.expand(sentences, labels)
	for i := range a.all {
		if x := &a.all[i]; len(x.full) > 0 {
			x.agree(sentences, scores, labels)
		}
	}
}

// collect finds the abbreviations of a document.
func (a *abbreviations) collect(sentences []Sentence, labels int) bool {
	clear(a.number)
	a.all = a.all[:0]
	row := 0
	for i := range sentences {
		tokens := sentences[i].Tokens
		if isShouted(tokens) {
			row += len(tokens) * labels
			continue
		}
		for k := range tokens {
			if isAbbreviation(tokens[k].Form) {
				a.add(tokens[k].Form, span{i, k, k + 1, row})
			}
			row += labels
		}
	}
	return len(a.all) > 0
}

func (a *abbreviations) add(form string, place span) {
	if a.number == nil {
		a.number = map[string]int{}
	}
	n, ok := a.number[form]
	if !ok {
		n = len(a.all)
		a.number[form] = n
		if n == cap(a.all) {
			a.all = append(a.all, abbreviation{})
		} else { // on the memory of one of another document
			a.all = a.all[:n+1]
			a.all[n].short, a.all[n].full = a.all[n].short[:0], a.all[n].full[:0]
		}
	}
	a.all[n].short = append(a.all[n].short, place)
}

// isAbbreviation reports whether a form is some capital letters.
func isAbbreviation(form string) bool {
	if len(form) < shortestAbbreviation || len(form) > longestAbbreviation {
		return false
	}
	for i := range len(form) {
		if form[i] < 'A' || form[i] > 'Z' {
			return false
		}
	}
	return true
}

// expand finds where the words of the abbreviations stand in full.
func (a *abbreviations) expand(sentences []Sentence, labels int) {
	row := 0
	for i := range sentences {
		tokens := sentences[i].Tokens
		if !isShouted(tokens) {
			for k := range tokens {
				if isCapitalised(tokens[k].Form) && !isAbbreviation(tokens[k].Form) {
					a.expandAt(tokens, span{sentence: i, first: k, row: row + k*labels})
				}
			}
		}
		row += len(tokens) * labels
	}
}

// expandAt finds what begins with the first token of a span: its words have the letters of an
// abbreviation as their first ones, small words with theirs or without.
func (a *abbreviations) expandAt(tokens []Token, at span) {
	var all, capitals [mostWords]byte
	n, m := 0, 0
	for k := at.first; k < len(tokens) && n < mostWords; k++ {
		form := tokens[k].Form
		switch {
		case isCapitalised(form) && form[0] <= 'Z' && !isAbbreviation(form):
			all[n], capitals[m] = form[0], form[0]
			n, m = n+1, m+1
		case isSmall(&tokens[k]):
			all[n] = form[0] - 'a' + 'A'
			n++
			continue
		default:
			return
		}
		number, ok := a.number[string(capitals[:m])]
		if !ok {
			number, ok = a.number[string(all[:n])]
		}
		if ok {
			at.end = k + 1
			a.all[number].full = append(a.all[number].full, at)
		}
	}
}

// isSmall reports whether a token joins the words of a name: "of", "and", "the".
func isSmall(t *Token) bool {
	switch t.UPOS {
	case "ADP", "CCONJ", "DET":
		return t.Form[0] >= 'a' && t.Form[0] <= 'z'
	}
	return false
}

// agree gives all places of an abbreviation and of its words the labels of the kind that is
// likeliest in them together.
func (x *abbreviation) agree(sentences []Sentence, scores []float32, labels int) {
	kinds := (labels + 1) / 2
	best, most, none := 0, float32(0), float32(0)
	for kind := range kinds {
		sum := mean(x.short, sentences, scores, labels, kind) + mean(x.full, sentences, scores, labels, kind)
		switch {
		case kind == 0:
			none = sum
		case best == 0 || sum > most:
			best, most = kind, sum
		}
	}
	if best == 0 || most < none-2*doubt {
		return
	}
	for _, places := range [][]span{x.short, x.full} {
		for _, s := range places {
			s.claim(scores, labels, best)
		}
	}
}

// mean is how likely a kind is for the capitalised words of some spans, counted from the best
// label down.
func mean(places []span, sentences []Sentence, scores []float32, labels, kind int) float32 {
	sum, n := float32(0), 0
	for _, s := range places {
		for k := range s.end - s.first {
			if !isCapitalised(sentences[s.sentence].Tokens[s.first+k].Form) {
				continue
			}
			row := scores[s.row+k*labels:][:labels]
			top := highest(row)
			sum += max(max(row[2*kind], row[max(0, 2*kind-1)])-top, unlikely)
			n++
		}
	}
	return sum / float32(n)
}

// claim makes the labels of a kind the best ones of a span.
func (s *span) claim(scores []float32, labels, kind int) {
	for k := range s.end - s.first {
		row := scores[s.row+k*labels:][:labels]
		top := highest(row)
		label := 2*kind - 1
		if k > 0 {
			label = 2 * kind // inside
		}
		row[label] = top + bodyBonus
	}
}
