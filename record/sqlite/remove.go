package sqlite

import (
	"strings"

	"annals/record"
)

// remove takes away the blocks of a document and what the indexes say of them. The
// indexes of words have to be told what they were told when it was added.
func (a *addition) remove(document int64, id string) error {
	stored, err := blocksOfDocument(a.ctx, a.tx, document)
	if err != nil {
		return err
	}
	for i := range stored {
		if err := a.removeBlock(&stored[i], id); err != nil {
			return err
		}
	}
	for _, table := range []string{"blocks", "prints", "copied"} {
		if _, err := a.tx.ExecContext(a.ctx, `DELETE FROM `+table+` WHERE document = $1`, document); err != nil {
			return err
		}
	}
	return nil
}

func (a *addition) removeBlock(stored *storedBlock, id string) error {
	b, err := a.codec.open(stored)
	if err != nil {
		return err
	}
	for i, text := range b.sentences() {
		if err := a.forget("words", stored.firstSentence+int64(i), foldedText(text)); err != nil {
			return err
		}
	}
	ids, err := idsOf(a.ctx, a.tx, stored)
	if err != nil {
		return err
	}
	for i := range b.lines {
		line, err := b.line(i, &origin{document: id}, ids[i])
		if err != nil {
			return err
		}
		if err := a.removeLine(stored.firstLine+int64(i), marksOf(line)); err != nil {
			return err
		}
	}
	return nil
}

// removeLine takes a line out of all that is known of lines. The event that it reports loses
// it, and keeps its other reports.
func (a *addition) removeLine(number int64, marks string) error {
	if err := a.settle(number, marks, settling{}); err != nil {
		return err
	}
	if err := a.forget("marks", number, marks); err != nil {
		return err
	}
	for _, from := range []string{"lines WHERE number", "members WHERE line"} {
		if _, err := a.tx.ExecContext(a.ctx, `DELETE FROM `+from+` = $1`, number); err != nil {
			return err
		}
	}
	return nil
}

// settle keeps what is known of a line beside what was coded, whose marks are given, in the place
// of what was known before.
func (a *addition) settle(number int64, coded string, now settling) error {
	before, err := a.settlingOf(number)
	if err != nil {
		return err
	}
	if before.marks != now.marks {
		if err := a.forget("marks", number, allMarks(coded, before.marks)); err != nil {
			return err
		}
		if _, err := a.mark.ExecContext(a.ctx, number, allMarks(coded, now.marks)); err != nil {
			return err
		}
	}
	switch {
	case now.isEmpty() && before.isEmpty():
	case now.isEmpty():
		_, err = a.tx.ExecContext(a.ctx, `DELETE FROM settled WHERE line = $1`, number)
	default:
		_, err = a.tx.ExecContext(a.ctx, `INSERT OR REPLACE INTO settled (line, names, more) VALUES ($1, $2, $3)`,
			number, append([]byte{}, now.names...), now.marks)
	}
	return err
}

// settlingOf returns what is known of a line beside what was coded.
func (a *addition) settlingOf(number int64) (settling, error) {
	var s settling
	rows, err := a.tx.QueryContext(a.ctx, `SELECT names, more FROM settled WHERE line = $1`, number)
	if err != nil {
		return s, err
	}
	defer rows.Close()
	if rows.Next() {
		err = rows.Scan(&s.names, &s.marks)
	}
	if err == nil {
		err = rows.Err()
	}
	return s, err
}

// foldedText is a sentence as the index of words has it.
func foldedText(sentence string) string { return strings.Join(record.Fold(sentence), " ") }

// forget takes a row out of an index of words.
func (a *addition) forget(index string, number int64, text string) error {
	_, err := a.tx.ExecContext(a.ctx, `INSERT INTO `+index+` (`+index+`, rowid, text) VALUES ('delete', $1, $2)`, number, text)
	return err
}
