package when

import (
	"strconv"
	"strings"

	"annals"
	"annals/when/edtf"
)

// Number returns the value of a number in digits or words: "2,000", "three". It
// reports false for other words and for vague amounts such as "several".
func (r *Rules) Number(form string) (float64, bool) {
	if w := r.words.find(form); w != nil && w.class&cNumber != 0 && w.amount != few {
		return float64(w.amount), true
	}
	value, err := strconv.ParseFloat(strings.ReplaceAll(form, ",", ""), 64)
	return value, err == nil
}

// Ordinal returns the value of an ordinal word: 1 for "first".
func (r *Rules) Ordinal(form string) (int, bool) {
	w := r.words.find(form)
	if w == nil || w.class&cOrdinal == 0 {
		return 0, false
	}
	return w.amount, true
}

// Open returns the date of an event that is told by a preposition to come after
// or before something dated: "after the 2020 election" is 2020/... It reports
// false for prepositions that say neither, and for dates without bounds.
func (r *Rules) Open(preposition string, dated *annals.When) (*annals.When, bool) {
	fields := strings.Fields(preposition)
	p, length := r.prepositions.Longest(func(i int) string {
		if i >= len(fields) {
			return ""
		}
		return fields[i]
	})
	if length == 0 || length != len(fields) || p.relation != "after" && p.relation != "before" {
		return nil, false
	}
	w := *dated
	start, end, interval := strings.Cut(dated.EDTF, "/")
	if !interval {
		end = start
	}
	if p.opens == "end" {
		w.EDTF = start + "/.."
	} else {
		w.EDTF = "../" + end
	}
	var err error
	w.From, w.To, err = edtf.Bounds(w.EDTF)
	return &w, err == nil
}
