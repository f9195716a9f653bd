package readers_test

import (
	"encoding/json"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/piprate/json-gold/ld"
)

// offline is a loader of documents that has none: the context must stand in the file.
type offline struct{}

func (offline) LoadDocument(address string) (*ld.RemoteDocument, error) {
	return nil, errors.New(address + " would have to be fetched")
}

// triples expands an exported file and returns it as N-Quads.
func triples(t *testing.T, name string) string {
	t.Helper()
	data, err := os.ReadFile(filepath.Join(folder, name))
	if err != nil {
		t.Fatal(err)
	}
	var file any
	if err := json.Unmarshal(data, &file); err != nil {
		t.Fatal(err)
	}
	options := ld.NewJsonLdOptions("")
	options.DocumentLoader, options.Format, options.SafeMode = offline{}, "application/n-quads", true
	quads, err := ld.NewJsonLdProcessor().ToRDF(file, options)
	if err != nil {
		t.Fatal(err)
	}
	return quads.(string)
}

const (
	prov   = "http://www.w3.org/ns/prov#"
	oa     = "http://www.w3.org/ns/oa#"
	vocab  = "urn:annals:record#"
	isA    = "<http://www.w3.org/1999/02/22-rdf-syntax-ns#type>"
	xsd    = "http://www.w3.org/2001/XMLSchema#"
	schema = "http://schema.org/"
)

// TestJSONLD holds that a processor finds the triples of PROV-O and Web Annotation that
// docs/exports.md promises. A * stands for a node without a name, the same in all triples
// of a case.
func TestJSONLD(t *testing.T) {
	for _, test := range []struct {
		file string
		want []string
	}{
		{"lines.jsonld", []string{
			"<urn:annals:line:r1> " + isA + " <" + vocab + "Event> .",
			"<urn:annals:line:r1> " + isA + " <" + prov + "Entity> .",
			"<urn:annals:line:r8> " + isA + " <" + vocab + "Claim> .",
			"<urn:annals:line:r1> <" + prov + "wasDerivedFrom> <urn:annals:document:agency.txt> .",
			"<urn:annals:line:r5> <" + prov + "wasAttributedTo> <urn:annals:actor:PER> .",
			"<urn:annals:actor:PER> " + isA + " <" + prov + "Agent> .",
			`<urn:annals:actor:PER> <http://www.w3.org/2000/01/rdf-schema#label> "Peru" .`,
			`<urn:annals:line:r4> <` + vocab + `cameo> "042" .`,
			`<urn:annals:line:r5> <` + vocab + `status> "negated" .`,
		}},
		{"lines.jsonld", []string{
			"<urn:annals:line:r1> <" + prov + "wasGeneratedBy> * .",
			"* " + isA + " <" + prov + "Activity> .",
			"* <" + prov + "wasAssociatedWith> <urn:annals:coder:hand> .",
		}},
		{"lines.jsonld", []string{
			"<urn:annals:line:r4#words> <" + oa + "hasTarget> * .",
			"* " + isA + " <" + oa + "SpecificResource> .",
			"* <" + oa + "hasSource> <urn:annals:document:morning.txt> .",
		}},
		{"lines.jsonld", []string{
			"<urn:annals:line:r4#words> " + isA + " <" + oa + "Annotation> .",
			"<urn:annals:line:r4#words> <" + oa + "hasBody> <urn:annals:line:r4> .",
			"<urn:annals:line:r4#words> <" + oa + "motivatedBy> <" + oa + "describing> .",
		}},
		{"lines.jsonld", []string{
			"* " + isA + " <" + oa + "TextPositionSelector> .",
			`* <` + oa + `start> "100"^^<` + xsd + `nonNegativeInteger> .`,
			`* <` + oa + `end> "203"^^<` + xsd + `nonNegativeInteger> .`,
		}},
		{"lines.jsonld", []string{
			"* " + isA + " <" + oa + "TextQuoteSelector> .",
			`* <` + oa + `exact> "In June 2019 Chile arrested Peruvian fishermen." .`,
		}},
		{"lines.jsonld", []string{
			`* <` + vocab + `edtf> "2019-10-14" .`,
			`* <` + vocab + `from> "2019-10-14"^^<` + xsd + `date> .`,
		}},
		{"lines.jsonld", []string{
			"* " + isA + " <" + schema + "Place> .",
			`* <` + schema + `latitude> "-1.205E1"^^<` + xsd + `double> .`,
		}},
		{"lines.jsonld", []string{ // who denies something is no denier everywhere
			"* <" + vocab + "who> <urn:annals:actor:PER> .",
			`* <` + vocab + `stance> "denies" .`,
		}},
		{"events.jsonld", []string{
			"<urn:annals:event:event-r1> " + isA + " <" + vocab + "MergedEvent> .",
			"<urn:annals:event:event-r1> " + isA + " <" + prov + "Entity> .",
			"<urn:annals:event:event-r1> <" + prov + "wasDerivedFrom> <urn:annals:line:r1> .",
			"<urn:annals:event:event-r1> <" + prov + "wasDerivedFrom> <urn:annals:line:r2> .",
			"<urn:annals:event:event-r1> <" + prov + "wasDerivedFrom> <urn:annals:line:r3> .",
			"<urn:annals:line:r3> <" + prov + "wasDerivedFrom> <urn:annals:document:yearbook.txt> .",
			`<urn:annals:event:event-r1> <` + vocab + `reports> "3"^^<` + xsd + `integer> .`,
		}},
	} {
		quads := strings.Split(triples(t, test.file), "\n")
		if !haveAll(quads, test.want) {
			t.Errorf("%s lacks some of\n%s\nit has\n%s", test.file, strings.Join(test.want, "\n"), strings.Join(quads[:min(60, len(quads))], "\n"))
		}
	}
}

// haveAll reports whether all triples are there, with one node for the asterisk.
func haveAll(quads, want []string) bool {
	there := map[string]bool{}
	nodes := map[string]bool{"": true}
	for _, quad := range quads {
		there[quad] = true
		for word := range strings.FieldsSeq(quad) {
			if strings.HasPrefix(word, "_:") {
				nodes[word] = true
			}
		}
	}
	for node := range nodes {
		found := true
		for _, triple := range want {
			found = found && there[strings.ReplaceAll(triple, "* ", node+" ")]
		}
		if found {
			return true
		}
	}
	return false
}

// TestJSONLDMentions holds that nothing that one line says of an actor is said of the
// actor himself: his node has a class and a name alone.
func TestJSONLDMentions(t *testing.T) {
	for quad := range strings.Lines(triples(t, "lines.jsonld")) {
		if strings.HasPrefix(quad, "<urn:annals:actor:") && !strings.Contains(quad, isA) && !strings.Contains(quad, "rdf-schema#label") {
			t.Errorf("an actor has %s", quad)
		}
	}
}
