// Package merge finds the reports that tell of one event.
//
// In come lines of many documents, their actors settled (package actors), with what
// is known of the documents; out come Events: the reports of each, its fields with the
// values that the reports give side by side, the number of independent sources, and
// the reasons of each report to be there.
//
// Two reports are compared field by field (compare.go). A field can forbid that they
// are one: another day, another town, another person in the same office. What
// agrees counts, the more the more it tells: the same person more than two officials
// of one country, the same day more than the same year. Enough of it joins them.
// What is planned, denied or supposed is no report of what happened, but is linked to
// it (link.go).
//
// Reports are taken in an order of their own (order.go): the most exact first, so
// that vague ones find the event that they belong to, or find that there are two and
// stay alone. So the order of the input and the number of cores change nothing. A
// report is only compared with events of its day, type and country (index.go),
// which keeps the whole near-linear.
//
// Which sectors act for a state, which types are mutual and which modes agree are
// tables in data/.
package merge
