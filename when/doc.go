// Package when turns time words into dates.
//
// In come a language.Sentence and a Reference (the day of publication, the
// date told last); out come Expressions: dates, periods, durations and
// frequencies with their words, their EDTF value, their first and last possible
// day, what fixed them, and how the phrase relates the event to them.
//
// The way of a sentence: lex.go cuts its tokens into lexemes and looks each up;
// match.go finds the longest pattern of en/patterns.tsv at a lexeme; find.go
// puts preposition, qualifier and pattern together; accept.go refuses numbers
// that are no dates, and early.go those of three digits that are amounts; resolve.go and relative.go compute the date. What is
// English is data in en/; the calendar is package when/edtf. explain.go says how a
// date came about.
//
// What EDTF cannot say is said so:
//
//   - "early 1970s", "mid-19th century", "late May 2019" are intervals with
//     approximate ends, by the table en/modifiers.tsv: 1970~/1973~.
//   - A century is 18XX (1800 to 1899), a decade 199X. "The 1800s" is a
//     century, "the 2000s" a decade. Centuries before Christ are intervals.
//   - "After 1945" is 1945/.. with the relation "after", "before 2010" is
//     ../2010 with "before": EDTF cannot leave out the end itself.
//   - "Last week" is the week from Monday to Sunday. "Two weeks ago" is a day
//     with ~; "three years ago" is a year, "two months ago" a month.
package when
