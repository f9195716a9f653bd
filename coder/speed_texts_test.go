package coder

import (
	"fmt"
	"os"
	"strings"
	"testing"

	"annals"
	"annals/eval"
	"annals/synthetic"
)

// A collection is some documents of one kind that speed is measured on.
type collection struct {
	name   string
	docs   []*annals.Document
	tokens int // of all documents
}

// markedDocuments returns the marked news sentences, which tell more events than
// any text does, as documents of some sentences each; none if ../shared is absent.
func markedDocuments(tb testing.TB) []*annals.Document {
	tb.Helper()
	f, err := os.Open("../../shared/data/plv/PLV_train.tsv")
	if err != nil {
		return nil
	}
	defer f.Close()
	pairs, err := eval.ReadPairs(f)
	if err != nil {
		tb.Fatal(err)
	}
	const paragraphs = 20
	var docs []*annals.Document
	for i := 0; i+paragraphs <= len(pairs); i += paragraphs {
		texts := make([]string, 0, paragraphs)
		for k := range pairs[i : i+paragraphs] {
			texts = append(texts, pairs[i+k].Text)
		}
		docs = append(docs, &annals.Document{ID: fmt.Sprint(i), Text: strings.Join(texts, "\n\n")})
	}
	return docs
}

// speedTexts returns the collections that speed is measured on.
func speedTexts(tb testing.TB) []collection {
	tb.Helper()
	c := theCoder(tb)
	all := []collection{{name: "examples", docs: []*annals.Document{examples(tb)}}}
	for _, style := range synthetic.Styles() {
		all = append(all, collection{name: style.Name, docs: style.Documents(8)})
	}
	if docs := markedDocuments(tb); docs != nil {
		all = append(all, collection{name: "marked", docs: docs})
	}
	for i := range all {
		for _, doc := range all[i].docs {
			for _, s := range c.reader.Read(doc) {
				all[i].tokens += len(s.Tokens)
			}
		}
	}
	return all
}
