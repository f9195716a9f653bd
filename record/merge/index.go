package merge

// grain is how long the stretch of time is under which events are looked up.
type grain uint8

const (
	byDay       grain = iota // the day of an event
	byMonth                  // thirty-two days that it touches
	byPublished              // the day of publication of an event without a date
)

// block is what events are looked up by. Events of two countries stand under their pair, so
// that the many events of a great power are told apart; those of one under it alone; and
// all under each of their countries, for the reports that know of one country only.
type block struct {
	grain grain
	told  told
	alone bool  // events of one country only
	a, b  int32 // countries; b is -1 for events of a, whoever else is in them
	time  int32 // number of the day or month
}

// index finds the events of a type that a report may tell of.
type index struct {
	blocks map[block][]int32
	facts  map[string][]int32 // by parties and place, at whatever time
	quotes map[string][]int32 // by the sentence, of events without a day
	seen   []int32            // by event: the search that met it last
	search int32
}

func newIndex() *index {
	return &index{blocks: map[block][]int32{}, facts: map[string][]int32{}, quotes: map[string][]int32{}}
}

// stretches of time that a span may touch before it is left out of the index: nobody
// finds one event by "the nineties".
const stretches = 64

// each calls do for each stretch of size days that a span touches.
func each(s span, size int32, do func(time int32)) {
	first, last := floor(s.from, size), floor(s.to, size)
	if last-first >= stretches {
		return
	}
	for t := first; t <= last; t++ {
		do(t)
	}
}

func floor(day, size int32) int32 {
	if day < 0 {
		return (day - size + 1) / size
	}
	return day / size
}

// month is the days of a stretch.
const month = 32

// put enters a report of an event.
func (x *index) put(event int32, r *report) {
	if fact := r.fact(); fact != "" {
		x.facts[fact] = append(x.facts[fact], event)
	}
	if len(r.line.Sentence.Text) >= longSentence && !r.date.ok {
		x.quotes[r.line.Sentence.Text] = append(x.quotes[r.line.Sentence.Text], event)
	}
	for i, a := range r.keys {
		b := block{told: r.told, a: a, b: -1}
		x.enter(b, r, event)
		if len(r.keys) == 1 {
			b.alone = true
			x.enter(b, r, event)
		}
		for _, other := range r.keys[i+1:] {
			b.b = other
			x.enter(b, r, event)
		}
	}
}

// enter enters an event in a block for each stretch of its time.
func (x *index) enter(b block, r *report, event int32) {
	at := func(g grain, time int32) {
		b.grain, b.time = g, time
		if list := x.blocks[b]; len(list) == 0 || list[len(list)-1] != event {
			x.blocks[b] = append(list, event)
		}
	}
	switch {
	case r.date.ok:
		if r.date.days() == 1 {
			at(byDay, r.date.from)
		}
		each(r.date, month, func(t int32) { at(byMonth, t) })
	case r.dated:
		at(byPublished, r.published)
	}
}

// find calls do once for each event that a report may tell of.
func (x *index) find(r *report, do func(event int32)) {
	x.search++
	if !r.date.ok {
		x.offer(x.quotes[r.line.Sentence.Text], do)
	}
	if r.exactness() == never {
		x.offer(x.facts[r.fact()], do)
		return
	}
	for i, a := range r.keys {
		b := block{told: r.told, a: a, b: -1}
		b.alone = len(r.keys) > 1
		x.look(b, r, do)
		b.alone = false
		for _, other := range r.keys[i+1:] {
			b.b = other
			x.look(b, r, do)
		}
	}
}

// look looks into a block for each stretch of time in which a report may be.
func (x *index) look(b block, r *report, do func(event int32)) {
	at := func(g grain, time int32) {
		b.grain, b.time = g, time
		x.offer(x.blocks[b], do)
	}
	switch r.exactness() {
	case aDay:
		at(byDay, r.date.from)
	case aMonth, longer:
		each(r.date, month, func(t int32) { at(byMonth, t) })
	case newsOnly:
		for d := int32(0); d <= newsDays; d++ {
			at(byDay, r.published-d)
		}
		for d := int32(-bothDays); d <= bothDays; d++ {
			at(byPublished, r.published+d)
		}
	}
}

// offer calls do for the events that this search has not met yet.
func (x *index) offer(events []int32, do func(event int32)) {
	for _, event := range events {
		if x.seen[event] != x.search {
			x.seen[event] = x.search
			do(event)
		}
	}
}
