package copies_test

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"annals/record/copies"
)

const (
	agency = `Fishermen from two villages on the northern shore of the lake stopped work on Monday after
the coast guard of the neighbouring country towed away three of their boats. The harbour master
said that the boats had crossed the line that both governments drew eight years ago. The owners
deny it and want their boats back. A delegation will travel to the capital at the end of the week
to put the case before the minister. The mayor of the larger village asked both sides for patience
and recalled that the catch of the past season had been shared without any quarrel at all.`
	own = `Three boats were taken by the coast guard on Monday, and nobody on the northern shore fishes
any more. "They were on our side of the line," says one of the owners, whose family has lived
from the lake for five generations. Our reporter found the quay crowded and the mood bitter. The
harbour master refused to speak with us. In the capital a delegation is expected on Friday, but
few believe that the minister will listen to them this time.`
)

// half is the first half of a text, as a newspaper without space prints it.
func half(text string) string {
	words := strings.Fields(text)
	return strings.Join(words[:len(words)/2], " ")
}

// TestCopyOf holds what counts as a copy of an agency's report.
func TestCopyOf(t *testing.T) {
	report := copies.Of(agency)
	tests := []struct {
		name string
		text string
		copy bool
	}{
		{"the same", agency, true},
		{"other line breaks, capitals and stops", strings.ToUpper(strings.Join(strings.Fields(agency), "\n")) + "!!", true},
		{"a dateline before it", "LAKESIDE (Agency) - " + agency, true},
		{"two words changed", strings.NewReplacer("larger", "bigger", "deny", "dispute").Replace(agency), true},
		{"cut to half", half(agency), true},
		{"the newspaper's own report of it", own, false},
		{"own report that quotes one sentence", own + " A delegation will travel to the capital at the end of the week to put the case before the minister.", false},
		{"no text", "", false},
	}
	for _, tt := range tests {
		f := copies.Of(tt.text)
		if got := report.CopyOf(&f); got != tt.copy {
			t.Errorf("%s: a copy %v, want %v (similarity %.2f)", tt.name, got, tt.copy, report.Similarity(&f))
		}
		if report.CopyOf(&f) != f.CopyOf(&report) {
			t.Errorf("%s: it matters which of the two is asked", tt.name)
		}
	}
}

// TestOrigins counts sources: three prints of an agency's report, a newspaper's own two
// reports, and a report of unknown origin are three.
func TestOrigins(t *testing.T) {
	docs := []copies.Document{
		{ID: "a", Publisher: "Morning Post", Fingerprint: copies.Of(agency)},
		{ID: "b", Publisher: "Evening Post", Fingerprint: copies.Of("(Agency) " + half(agency))},
		{ID: "c", Publisher: "Lake Gazette", Fingerprint: copies.Of(agency + " Readers may write to us.")},
		{ID: "d", Publisher: "Lake Gazette", Fingerprint: copies.Of(own)},
		{ID: "e", Publisher: "Lake Gazette", Fingerprint: copies.Of("The boats are still in the harbour of the coast guard, as we could see on Tuesday.")},
		{ID: "f", Fingerprint: copies.Of("Nothing new from the lake, where both sides wait for the minister to decide.")},
		{ID: "g", Fingerprint: copies.Of("")},
		{ID: "h", Fingerprint: copies.Of("")},
	}
	want := map[string]string{
		"a": "copy:a", "b": "copy:a", "c": "copy:a", "d": "publisher:Lake Gazette", "e": "publisher:Lake Gazette",
		"f": "document:f", "g": "document:g", "h": "document:h",
	}
	for range 10 {
		rand.Shuffle(len(docs), func(i, k int) { docs[i], docs[k] = docs[k], docs[i] })
		got := copies.Origins(docs)
		for id, origin := range want {
			if got[id] != origin {
				t.Errorf("the origin of %s is %q, want %q", id, got[id], origin)
			}
		}
	}
}

// TestSimilarity compares the estimate with the exact index of two texts that share a known
// part of their words.
func TestSimilarity(t *testing.T) {
	words := make([]string, 1500)
	for i := range words {
		words[i] = fmt.Sprint("w", i)
	}
	for _, cut := range []int{100, 500, 900} {
		a, b := copies.Of(strings.Join(words[:1000], " ")), copies.Of(strings.Join(words[cut:cut+500], " "))
		both := float64(max(0, min(1000, cut+500)-cut-4))
		exact := both / float64(996+496-int(both))
		if got := a.Similarity(&b); got < exact-0.15 || got > exact+0.15 {
			t.Errorf("words %d to %d: estimated %.3f, exact %.3f", cut, cut+500, got, exact)
		}
	}
}

// TestBinary holds that a fingerprint that was kept is the same again, and that other bytes are
// refused.
func TestBinary(t *testing.T) {
	want := copies.Of(agency)
	data, err := want.MarshalBinary()
	if err != nil {
		t.Fatal(err)
	}
	var got copies.Fingerprint
	if err := got.UnmarshalBinary(data); err != nil || got != want {
		t.Errorf("read again: %v, the same %v", err, got == want)
	}
	if got.UnmarshalBinary(data[1:]) == nil {
		t.Error("a truncated fingerprint is read")
	}
}

func FuzzOf(f *testing.F) {
	f.Add(agency)
	f.Add("")
	f.Add("Łódź \xff 12 ’")
	f.Fuzz(func(t *testing.T, text string) {
		a := copies.Of(text)
		b := copies.Of("  " + text + "\n")
		if a != b {
			t.Error("space around a text changes its fingerprint")
		}
		if words := strings.Fields(text); len(words) == 0 && a.Shingles != 0 {
			t.Error("a text without words has shingles")
		}
	})
}

// texts are made-up documents, of which every third is a copy of an earlier one.
func texts(n, length int) []string {
	r := rand.New(rand.NewPCG(1, 2))
	out := make([]string, n)
	for i := range out {
		if i%3 == 2 {
			out[i] = half(out[r.IntN(i)]) // perhaps of a copy
			continue
		}
		words := make([]string, length)
		for k := range words {
			words[k] = fmt.Sprint("w", r.IntN(5000))
		}
		out[i] = strings.Join(words, " ")
	}
	return out
}

func BenchmarkOf(b *testing.B) {
	text := texts(1, 500)[0]
	b.SetBytes(int64(len(text)))
	for b.Loop() {
		copies.Of(text)
	}
}

// BenchmarkOrigins finds the copies among 20,000 documents.
func BenchmarkOrigins(b *testing.B) {
	var docs []copies.Document
	for i, text := range texts(20_000, 60) {
		docs = append(docs, copies.Document{ID: fmt.Sprintf("d%06d", i), Fingerprint: copies.Of(text)})
	}
	slices.Reverse(docs)
	for b.Loop() {
		copies.Origins(docs)
	}
	b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/float64(len(docs)), "ns/document")
}
