package merge

import "math"

// What agreement counts. The same participants on both sides and the same day are
// enough (3 + 2.5 + 2.5); a month or a year needs both sides and leaves no doubt only
// where no other event is in the way. Measured on testdata/reports.tsv, whose
// third part was put aside.
const (
	enough        = 6   // points that join two reports with dates
	enoughUndated = 7   // ... where one has none
	enoughNowhere = 9   // ... and is of a document of unknown date
	margin        = 0.5 // by which the best event must lead where dates are vague

	pointsDay         = 3.0
	pointsWithin      = 1.5
	pointsMeet        = 1.0
	pointsPublished   = 1.5
	pointsJustNow     = 2.0 // published within two days of the event
	pointsTown        = 2.0
	pointsCountry     = 0.5
	pointsMode        = 1.0
	pointsWord        = 0.5
	pointsNumber      = 1.0
	pointsNear        = 0.5
	pointsFar         = -1.0
	pointsMatter      = 1.0 // at most, half a point a word
	pointsOtherMatter = -5.0
	pointsSentence    = 4.0 // word by word the same sentence
)

// pointsOf is what a level of likeness of participants counts.
var pointsOf = [...]float32{unknown: 0, compatible: 1, alike: 2, same: 2.5, samePerson: 3}

// verdict is what comes of comparing two reports.
type verdict struct {
	reasons []Reason
	points  float32
	against bool // a field forbids it
}

func (v *verdict) add(field Field, how How, points float32) {
	v.reasons = append(v.reasons, Reason{field, how, points})
	v.points += points
}

// forbid records the field that forbids the merge and returns false.
func (v *verdict) forbid(field Field, how How) bool {
	v.reasons = append(v.reasons, Reason{Field: field, How: how})
	v.against = true
	return false
}

// compare compares two reports, which are of one type. It stops at the first field that
// forbids them to be one. In large records it takes most of the time, and looks at the
// lines only where the reports do not tell.
func (m *Merger) compare(a, b *report, v *verdict) bool {
	*v = verdict{reasons: v.reasons[:0]}
	if a.mode != b.mode && !m.modesAgree(a.line.Type, a.mode, b.mode) {
		return v.forbid(FieldMode, OtherMode)
	}
	sameWord := a.trigger != "" && a.stem == b.stem
	if !sameWord && a.trigger != "" && b.trigger != "" && a.line.Sentence.Text != "" && sameSentence(a, b) {
		return v.forbid(FieldTrigger, OtherAct)
	}
	v.add(FieldType, SameValue, 0)
	copied := sameWord && isCopied(a, b)
	if copied {
		v.add(FieldMatter, SameSentence, pointsSentence)
	}
	if !v.dates(a, b, copied) || !v.places(a, b) || !m.parties(a, b, v) {
		return false
	}
	if a.mode == b.mode && a.mode != "" {
		v.add(FieldMode, SameValue, pointsMode)
	}
	v.quantities(a, b)
	if sameWord {
		v.add(FieldTrigger, SameWord, pointsWord)
	}
	m.matters(a, b, v)
	if v.points < enough || !copied && v.points < threshold(a, b) {
		return v.forbid(FieldType, NoEvidence)
	}
	return true
}

// threshold returns the points that two reports need.
func threshold(a, b *report) float32 {
	switch {
	case a.date.ok && b.date.ok:
		return enough
	case (a.date.ok || a.dated) && (b.date.ok || b.dated):
		return enoughUndated
	}
	return enoughNowhere
}

// How many days before its publication a report without a date may tell of, and how many
// days apart two such reports may be published.
const (
	newsDays = 7
	bothDays = 2
)

func (v *verdict) dates(a, b *report, copied bool) bool {
	switch {
	case copied && !(a.date.ok && b.date.ok):
		return true // a sentence that is printed again tells of the same day
	case a.date.ok && b.date.ok:
		both := a.date.overlap(b.date)
		switch {
		case !both.ok:
			return v.forbid(FieldDate, OtherDate)
		case a.date == b.date && a.date.days() == 1:
			v.add(FieldDate, SameDay, pointsDay)
		case both == a.date || both == b.date:
			v.add(FieldDate, WithinDates, pointsWithin)
		default:
			v.add(FieldDate, DatesMeet, pointsMeet)
		}
	case a.date.ok && b.dated:
		return v.undated(&a.date, b.published)
	case b.date.ok && a.dated:
		return v.undated(&b.date, a.published)
	case a.dated && b.dated:
		if max(a.published, b.published)-min(a.published, b.published) > bothDays {
			return v.forbid(FieldDate, OtherDate)
		}
		v.add(FieldDate, BothPublished, pointsPublished)
	}
	return true
}

// undated compares the date of a report with the day on which another was published that
// has no date. News tells what was within days; what is told of another time has its date.
func (v *verdict) undated(date *span, published int32) bool {
	news := span{published - newsDays, published, true}
	if !date.overlap(news).ok {
		return v.forbid(FieldDate, OtherDate)
	}
	switch {
	case date.days() == 1 && published-date.to <= bothDays:
		v.add(FieldDate, NearPublished, pointsJustNow)
	case date.days() <= newsDays:
		v.add(FieldDate, NearPublished, pointsPublished)
	}
	return true
}

func (v *verdict) places(a, b *report) bool {
	how, known := placesAgree(a.places, b.places)
	switch {
	case !known:
	case how == OtherPlace:
		return v.forbid(FieldPlace, how)
	case how == SameTown:
		v.add(FieldPlace, how, pointsTown)
	default:
		v.add(FieldPlace, how, pointsCountry)
	}
	return true
}

// quantities compares numbers of the same: what was counted must have the same noun or be
// people on both sides. Numbers that differ are no reason against, for reports differ most
// in their numbers; but those far apart are a sign of another event.
func (v *verdict) quantities(a, b *report) {
	for i := range a.line.Quantity {
		for k := range b.line.Quantity {
			p, q := &a.line.Quantity[i], &b.line.Quantity[k]
			if p.Value <= 0 || q.Value <= 0 || singular(p.Of) != singular(q.Of) {
				continue
			}
			switch ratio := math.Max(p.Value, q.Value) / math.Min(p.Value, q.Value); {
			case ratio == 1:
				v.add(FieldQuantity, SameValue, pointsNumber)
			case ratio < 1.5:
				v.add(FieldQuantity, NearNumber, pointsNear)
			case ratio > 3:
				v.add(FieldQuantity, FarNumber, pointsFar)
			}
			return
		}
	}
}

// stem returns the beginning of a word that its forms share, roughly: "visit" of "visited".
func stem(word string) string {
	for _, ending := range []string{"ing", "ed", "es", "s", "e"} {
		if cut := len(word) - len(ending); cut >= 3 && word[cut:] == ending {
			return word[:cut]
		}
	}
	return word
}
