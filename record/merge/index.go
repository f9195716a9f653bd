package merge

// grain is how long the stretch of time is under which events are looked up.
type grain uint8

const (
	byDay       grain = iota // the day of an event
	byMonth                  // thirty-two days that it touches
	byYear                   // 366 days that it touches
	byPublished              // the day of publication of an event without a date
)

// block is what events are looked up by.
type block struct {
	grain grain
	told  told
	kind  int32 // the type
	key   int32 // country, or id
	time  int32 // number of the day, month, year
}

// index finds the events that a report may tell of.
type index struct {
	names  map[string]int32 // of types and keys
	blocks map[block][]int32
	facts  map[string][]int32 // by parties and place, at whatever time
	seen   []int32            // by event: the search that met it last
	search int32
	keys   []string
}

func newIndex(reports int) *index {
	return &index{names: make(map[string]int32, 1024), blocks: make(map[block][]int32, reports), facts: map[string][]int32{}}
}

func (x *index) name(s string) int32 {
	n, found := x.names[s]
	if !found {
		n = int32(len(x.names))
		x.names[s] = n
	}
	return n
}

// stretches of time that a span may touch before it is left out of the index: nobody
// finds one event by "the Middle Ages".
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

// Days of a stretch.
const (
	month = 32
	year  = 366
)

// put enters a report of an event.
func (x *index) put(event int32, r *report) {
	if fact := r.fact(); fact != "" {
		x.facts[fact] = append(x.facts[fact], event)
	}
	x.keys = r.keys(x.keys)
	kind := x.name(r.line.Type)
	for _, k := range x.keys {
		b := block{told: r.told, kind: kind, key: x.name(k)}
		enter := func(g grain, time int32) {
			b.grain, b.time = g, time
			if list := x.blocks[b]; len(list) == 0 || list[len(list)-1] != event {
				x.blocks[b] = append(list, event)
			}
		}
		switch {
		case r.date.ok:
			if r.date.days() == 1 {
				enter(byDay, r.date.from)
			}
			each(r.date, month, func(t int32) { enter(byMonth, t) })
			each(r.date, year, func(t int32) { enter(byYear, t) })
		case r.dated:
			enter(byPublished, r.published)
		}
	}
}

// find calls do once for each event that a report may tell of.
func (x *index) find(r *report, do func(event int32)) {
	x.search++
	if r.exactness() == never {
		for _, event := range x.facts[r.fact()] {
			do(event)
		}
		return
	}
	x.keys = r.keys(x.keys)
	kind := x.name(r.line.Type)
	for _, k := range x.keys {
		b := block{told: r.told, kind: kind, key: x.name(k)}
		look := func(g grain, time int32) {
			b.grain, b.time = g, time
			for _, event := range x.blocks[b] {
				if x.seen[event] != x.search {
					x.seen[event] = x.search
					do(event)
				}
			}
		}
		switch r.exactness() {
		case aDay:
			look(byDay, r.date.from)
		case aMonth:
			each(r.date, month, func(t int32) { look(byMonth, t) })
		case longer:
			each(r.date, year, func(t int32) { look(byYear, t) })
		case newsOnly:
			for d := int32(0); d <= newsDays; d++ {
				look(byDay, r.published-d)
			}
			for d := int32(-bothDays); d <= bothDays; d++ {
				look(byPublished, r.published+d)
			}
		}
	}
}
