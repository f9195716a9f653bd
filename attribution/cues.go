package attribution

import (
	"embed"
	"fmt"
	"io/fs"
	"strings"

	"annals"
	"annals/datafile"
)

//go:embed en
var embedded embed.FS

// Cues is the knowledge of the package. It is safe for concurrent use.
type Cues struct {
	verbs        map[string]cue            // reporting verbs by lemma
	nouns        map[string]cue            // reporting nouns
	adverbs      map[string]cue            // "reportedly"
	prepositions map[string]cue            // "according to"
	opinions     map[string]cue            // "widely": stands for who holds an opinion
	raised       map[string]bool           // verbs that report in the passive: "is said to have won"
	verdicts     map[string]cue            // verbs of judgement: "condemn ... as", an opinion where no judge is named
	regards      map[string]cue            // verbs of opinion: "regard ... as"
	sights       map[string]bool           // those verbs of opinion that also tell what the eyes do: "see ... as"
	quoted       map[string]bool           // verbs whose object speaks: "quoted him as saying"
	presenting   map[string]bool           // verbs that without an object have it in the noun before them: "the evidence that they presented"
	contacts     map[string]bool           // what one does to say something: "phoned to say"
	firstPerson  map[string]bool           // "I", "we": the speaker
	generic      map[string]bool           // "you", "one": nobody in particular
	records      map[string]bool           // verbs of what stands in a source: "is recorded in"
	media        map[string]annals.Row     // sources: "chronicle", "charter"
	views        map[string]cue            // "in opinion": prepositions with nouns for what somebody holds
	retold       map[string]cue            // verbs that report behind "as", or with "it": "as he tells it"
	alleged      map[string]cue            // verbs whose object is an event told of: "alleged an attack"
	shows        map[string]cue            // verbs of evidence: "show", "indicate"
	charges      map[string]map[string]cue // verbs that charge with a deed, by the word before the deed: "accuse", "of"

	auxiliaries  map[string]annals.Status // "may", "will"
	governors    map[string]annals.Status // words whose complement is no fact: "hope", "plan"
	negations    map[string]bool          // "not", "never", "no"
	affirmations map[string]bool          // "not only"
	markers      map[string]annals.Status // "if", "unless"
	occurrences  map[string]annals.Status // "happen", said of an event
	speech       map[string]annals.Status // "offer", done by saying so
	refutations  map[string]annals.Status // "wrong", said of a report
	modifiers    map[string]annals.Status // "planned", "possible"

	causeVerbs        map[string][]causeVerb
	causePrepositions map[string]annals.Row
	causeMarkers      map[string]annals.Row

	modality map[modalWord]annals.Row // where the words of no fact stand
}

// cue is a word that reports.
type cue struct {
	stance annals.Stance
	row    annals.Row
}

// Load returns the cues that are embedded in the program.
func Load() (*Cues, error) {
	files, err := fs.Sub(embedded, "en")
	if err != nil {
		return nil, fmt.Errorf("opening the embedded cues: %w", err)
	}
	return LoadFS(files)
}

// LoadFS returns the cues of a folder laid out like en/. Errors name the file
// and the line.
func LoadFS(files fs.FS) (*Cues, error) {
	c := &Cues{}
	if err := c.loadCues(files); err != nil {
		return nil, err
	}
	if err := c.loadModality(files); err != nil {
		return nil, err
	}
	return c, c.loadCauses(files)
}

func (c *Cues) loadCues(files fs.FS) error {
	table, err := datafile.Read(files, "cues.tsv", "word", "kind", "stance")
	if err != nil {
		return err
	}
	kinds := map[string]*map[string]cue{
		"verb": &c.verbs, "noun": &c.nouns, "adverb": &c.adverbs,
		"preposition": &c.prepositions, "opinion": &c.opinions, "regard": &c.regards, "verdict": &c.verdicts, "show": &c.shows,
		"view": &c.views, "retold": &c.retold, "alleged": &c.alleged,
	}
	c.raised, c.firstPerson = map[string]bool{}, map[string]bool{}
	c.records, c.media = map[string]bool{}, map[string]annals.Row{}
	c.sights, c.quoted, c.presenting = map[string]bool{}, map[string]bool{}, map[string]bool{}
	c.contacts, c.generic = map[string]bool{}, map[string]bool{}
	plain := map[string]map[string]bool{
		"raised": c.raised, "speaker": c.firstPerson, "recorded": c.records,
		"sight": c.sights, "quoted": c.quoted, "presenting": c.presenting, "contact": c.contacts, "generic": c.generic,
	}
	for _, row := range table.Rows {
		if words := plain[row.Get("kind")]; words != nil {
			words[row.Get("word")] = true
			continue
		}
		switch row.Get("kind") {
		case "source":
			c.media[row.Get("word")] = cite(&row)
			continue
		case "charge":
			if err := c.addCharge(&row); err != nil {
				return err
			}
			continue
		}
		words := kinds[row.Get("kind")]
		if words == nil {
			return row.Errorf("kind %q must be adverb, alleged, charge, contact, generic, noun, opinion, preposition, presenting, quoted, raised, recorded, regard, retold, show, sight, source, speaker, verb, verdict or view", row.Get("kind"))
		}
		stance := annals.Stance(row.Get("stance"))
		switch stance {
		case annals.States, annals.Claims, annals.Denies, annals.Doubts, annals.Confirms:
		default:
			return row.Errorf("stance %q must be states, claims, denies, doubts or confirms", stance)
		}
		if *words == nil {
			*words = map[string]cue{}
		}
		(*words)[row.Get("word")] = cue{stance, cite(&row)}
	}
	return nil
}

// addCharge adds a verb of accusation, whose row names the word before the deed:
// "accuse of".
func (c *Cues) addCharge(row *datafile.Row) error {
	verb, word, ok := strings.Cut(row.Get("word"), " ")
	if !ok {
		return row.Errorf("a charge %q must be a verb and the word before the deed", row.Get("word"))
	}
	if c.charges == nil {
		c.charges = map[string]map[string]cue{}
	}
	if c.charges[verb] == nil {
		c.charges[verb] = map[string]cue{}
	}
	c.charges[verb][word] = cue{annals.Claims, cite(row)}
	return nil
}

// IsFirstPerson reports whether a form is a pronoun that means who is speaking.
func (c *Cues) IsFirstPerson(form string) bool { return c.firstPerson[strings.ToLower(form)] }

// IsGeneric reports whether a form is a pronoun that means whoever reads or anybody:
// "you", "one".
func (c *Cues) IsGeneric(form string) bool { return c.generic[strings.ToLower(form)] }

func (c *Cues) loadModality(files fs.FS) error {
	table, err := datafile.Read(files, "modality.tsv", "word", "kind", "status")
	if err != nil {
		return err
	}
	c.negations, c.affirmations, c.modality = map[string]bool{}, map[string]bool{}, map[modalWord]annals.Row{}
	kinds := map[string]*map[string]annals.Status{
		"auxiliary": &c.auxiliaries, "governor": &c.governors, "marker": &c.markers, "modifier": &c.modifiers, "refutation": &c.refutations, "occurrence": &c.occurrences, "speech": &c.speech,
	}
	for _, row := range table.Rows {
		status := annals.Status(row.Get("status"))
		switch status {
		case annals.Actual, annals.Future, annals.Hypothetical, annals.Negated:
		default:
			return row.Errorf("status %q must be actual, future, hypothetical or negated", status)
		}
		c.modality[modalWord{row.Get("kind"), row.Get("word")}] = cite(&row)
		switch row.Get("kind") {
		case "negation":
			c.negations[row.Get("word")] = true
			continue
		case "affirmation":
			c.affirmations[row.Get("word")] = true
			continue
		}
		words := kinds[row.Get("kind")]
		if words == nil {
			return row.Errorf("kind %q must be affirmation, auxiliary, governor, marker, modifier, negation, occurrence, refutation or speech", row.Get("kind"))
		}
		if *words == nil {
			*words = map[string]annals.Status{}
		}
		(*words)[row.Get("word")] = status
	}
	return nil
}
