package readers_test

import (
	"database/sql"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	_ "github.com/duckdb/duckdb-go/v2"
	"github.com/google/go-cmp/cmp"
)

// duck opens a database that finds the exported files by their names.
func duck(t *testing.T) *sql.DB {
	t.Helper()
	db, err := sql.Open("duckdb", "")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { db.Close() })
	db.SetMaxOpenConns(1) // settings are those of a connection
	if _, err := db.Exec("SET file_search_path = '" + folder + "'"); err != nil {
		t.Fatal(err)
	}
	return db
}

// ask returns the rows of an answer as text, values separated by " | ".
func ask(t *testing.T, db *sql.DB, question string) []string {
	t.Helper()
	rows, err := db.Query(question)
	if err != nil {
		t.Fatalf("%s: %v", question, err)
	}
	defer rows.Close()
	columns, err := rows.Columns()
	if err != nil {
		t.Fatal(err)
	}
	out := []string{strings.Join(columns, " | ")}
	for rows.Next() {
		values, into := make([]any, len(columns)), make([]any, len(columns))
		for i := range values {
			into[i] = &values[i]
		}
		if err := rows.Scan(into...); err != nil {
			t.Fatal(err)
		}
		texts := make([]string, len(values))
		for i, v := range values {
			texts[i] = textOf(v)
		}
		out = append(out, strings.Join(texts, " | "))
	}
	if err := rows.Err(); err != nil {
		t.Fatal(err)
	}
	return out
}

func textOf(v any) string {
	switch v := v.(type) {
	case nil:
		return "NULL"
	case time.Time:
		return v.Format(time.DateOnly)
	}
	return fmt.Sprint(v)
}

// TestDuckDBExample holds that what docs/exports.md shows is so.
func TestDuckDBExample(t *testing.T) {
	code, want := example(t, "sql")
	db := duck(t)
	var got []string
	for question := range strings.SplitSeq(code, ";\n") {
		if strings.TrimSpace(question) != "" {
			got = append(got, strings.Join(ask(t, db, question), "\n"))
		}
	}
	if diff := cmp.Diff(want, strings.Join(got, "\n\n")+"\n"); diff != "" {
		t.Errorf("(-docs +got)\n%s", diff)
	}
}

// TestDuckDBTypes holds the types of the columns: days are dates, numbers numbers, lists
// lists and records records.
func TestDuckDBTypes(t *testing.T) {
	db := duck(t)
	for _, test := range []struct {
		file string
		want map[string]string
	}{
		{"lines.parquet", map[string]string{
			"id": "VARCHAR", "cameo": "VARCHAR", "sentence_index": "INTEGER", "sentence_start": "BIGINT", "score": "DOUBLE", "confidence": "DOUBLE",
			"when_from": "DATE", "when_to": "DATE", "when_from_year": "INTEGER", "rank": "INTEGER", "context": "VARCHAR[]", "citations": "VARCHAR[]",
			"actor":    `STRUCT("text" VARCHAR, "start" BIGINT, "end" BIGINT, id VARCHAR, "name" VARCHAR, country VARCHAR, sector VARCHAR[], "role" VARCHAR)[]`,
			"quantity": `STRUCT("text" VARCHAR, "value" DOUBLE, "of" VARCHAR)[]`,
			"where":    `STRUCT("text" VARCHAR, "start" BIGINT, "end" BIGINT, "name" VARCHAR, country VARCHAR, lat DOUBLE, lon DOUBLE)[]`,
		}},
		{"events.parquet", map[string]string{
			"id": "VARCHAR", "score": "DOUBLE", "denied": "BOOLEAN", "when_from": "DATE", "reports": "INTEGER", "sources": "INTEGER", "report_ids": "VARCHAR[]",
			"other_when": `STRUCT(edtf VARCHAR, "from" DATE, "to" DATE, reports INTEGER)[]`,
			"quantity":   `STRUCT("value" DOUBLE, "of" VARCHAR, reports INTEGER)[]`,
		}},
		{"lines.csv", map[string]string{
			"cameo": "VARCHAR", "sentence_index": "BIGINT", "score": "DOUBLE", "when_from": "DATE", "when_to": "DATE", "when_from_year": "BIGINT", "confidence": "DOUBLE",
		}},
		{"events.csv", map[string]string{"denied": "BOOLEAN", "when_from": "DATE", "reports": "BIGINT", "score": "DOUBLE"}},
	} {
		t.Run(test.file, func(t *testing.T) {
			got := map[string]string{}
			for _, row := range ask(t, db, "SELECT column_name, column_type FROM (DESCRIBE SELECT * FROM '"+test.file+"')") {
				name, typ, _ := strings.Cut(row, " | ")
				if _, asked := test.want[name]; asked {
					got[name] = typ
				}
			}
			if diff := cmp.Diff(test.want, got); diff != "" {
				t.Errorf("(-want +got)\n%s", diff)
			}
		})
	}
}

// TestDuckDBValues holds that Parquet holds what JSON Lines hold, value by value, and that
// the CSV has as many rows.
func TestDuckDBValues(t *testing.T) {
	db := duck(t)
	data, err := os.ReadFile(filepath.Join(folder, "lines.jsonl"))
	if err != nil {
		t.Fatal(err)
	}
	want := []string{"id | sentence | type | score | from | year | actors | country | sectors | value | citations"}
	for row := range strings.Lines(string(data)) {
		var line struct {
			ID       string
			Sentence struct{ Text string }
			Type     *string
			Score    *float64
			Actor    []struct {
				Country string
				Sector  []string
			}
			When      struct{ From string }
			Quantity  []struct{ Value float64 }
			Citations []string
		}
		if err := json.Unmarshal([]byte(row), &line); err != nil {
			t.Fatal(err)
		}
		typ, score, from, year, country, sectors, value := "NULL", "NULL", "NULL", "NULL", "NULL", "NULL", "NULL"
		if line.Type != nil {
			typ, score = *line.Type, fmt.Sprint(*line.Score)
		}
		if line.When.From != "" {
			from = line.When.From
			if year = strings.TrimLeft(from[:4], "0"); from[0] == '-' {
				from, year = "NULL", "-"+strings.TrimLeft(from[1:5], "0")
			}
		}
		if len(line.Actor) > 0 {
			country, sectors = line.Actor[0].Country, fmt.Sprint(line.Actor[0].Sector)
		}
		if len(line.Quantity) > 0 {
			value = fmt.Sprint(line.Quantity[0].Value)
		}
		want = append(want, strings.Join([]string{
			line.ID, line.Sentence.Text, typ, score, from, year, fmt.Sprint(len(line.Actor)), country, sectors, value, fmt.Sprint(line.Citations),
		}, " | "))
	}
	got := ask(t, db, `SELECT id, sentence, type, score, when_from AS "from", when_from_year AS year, len(actor) AS actors, actor[1].country AS country,
		actor[1].sector AS sectors, quantity[1].value AS value, citations FROM 'lines.parquet'`)
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
	for _, name := range []string{"lines", "events"} {
		rows := ask(t, db, "SELECT (SELECT count(*) FROM '"+name+".csv') - (SELECT count(*) FROM '"+name+".parquet') AS d")
		if diff := cmp.Diff([]string{"d", "0"}, rows); diff != "" {
			t.Errorf("%s.csv and %s.parquet have different numbers of rows (-want +got)\n%s", name, name, diff)
		}
	}
	rows := ask(t, db, "SELECT count(*) AS n FROM 'lines.csv' WHERE when_from IS NULL AND when_from_year = -43")
	if rows[1] != "1" {
		t.Errorf("%s rows of the CSV are before our era, want 1", rows[1])
	}
}
