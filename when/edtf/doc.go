// Package edtf reads, writes and measures dates in the Extended Date/Time
// Format, which is part of ISO 8601-2:2019.
//
// In comes a string such as "2010-10-27", "183X", "1830/1831" or "1991/..";
// out come a Value, its canonical string, and its first and last possible day.
//
// What is read: level 0 and 1 in full, except years of more than four digits;
// of level 2 the sub-year groupings 25 to 41 (seasons by hemisphere, quarters,
// thirds and halves of a year). A time of day is read and dropped: the record
// is kept by days.
//
// Three conventions where the standard leaves room:
//
//   - Years are astronomical: 0000 is 1 BC, -0043 is 44 BC.
//   - Seasons 21 to 24 are the northern ones by whole months: spring is March
//     to May, winter is December to February of the next year.
//   - A qualifier (? ~ %) does not widen the bounds, since it names no width:
//     the bounds of 1250~ are those of 1250.
package edtf
