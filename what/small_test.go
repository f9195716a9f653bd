package what

import (
	"strings"
	"testing/fstest"

	"annals"
	"annals/language"
)

// small is a codebook of a few rows, so that the mechanism is tested apart from
// what the shipped tables say.
var small = fstest.MapFS{
	"plover/types.tsv": file(`type	mode	cameo	score	quad	befalls	definition
		AGREE	-	030	2.5	verbal-cooperation	-	agree
		AID	-	070	10	material-cooperation	-	help
		CONSULT	-	040	2.5	verbal-cooperation	-	talk
		CONSULT	visit	042	4	verbal-cooperation	-	visit
		ASSAULT	-	190	-9	material-conflict	games,scores	attack
		MOBILIZE	-	150	-5.5	material-conflict	-	ready
		SANCTION	-	160	-6	material-conflict	-	reduce relations
		RETREAT	-	087	6.5	material-cooperation	conditions	withdraw
		COERCE	arrest	173	-7	material-conflict	land	arrest
		ACCUSE	-	110	-3	verbal-conflict	doers,things	blame
		REQUEST	-	100	0	verbal-conflict	subjects	ask
		COERCE	-	170	-7	material-conflict	-	coerce
		COOPERATE	-	060	9.5	material-cooperation	-	trade`),
	"plover/intentions.tsv": file(`of	told	becomes
		COERCE/arrest	announced	=
		material-conflict	announced	ACCUSE
		SANCTION	foretold	COERCE/arrest
		+	denied	ACCUSE`),
	"plover/states.tsv": file(`state	titles	definition
		office	yes	an office
		ties	-	ties
		capital	-	a capital
		seat	-	a seat
		holds	-	land`),
	"plover/contexts.tsv": file(`context	definition
		military	armies
		election	elections`),
	"en/contexts.tsv": file(`context	words
		military	troops | armed force
		election	vote`),
	"en/grammar.tsv": file(`class	words
		office-holder	president | minister
		rank	general | captain
		ordinal	first | second | last | only
		become	become
		commanding	order
		refusing	veto
		answering	back
		intransitive	arrive
		not-held	former
		object-control	of | for | from
		locative	in | at
		earliest	first
		until	until
		apart	except
		site	harbour
		circumstance	response
		topic	regard | protest
		premises	mine
		partner	obj | with | to
		found	build
		taking-part	in | under
		place-names	territory | city
		partitive	some
		directional	to | from | against
		means	troops
		document	report
		player	striker
		trading	export
		later	later
		joint	together
		persons	people
		naming	name
		ruling	allow
		linking	stand
		person-endings	er | ant
		sure-person-endings	ist
		seat-holder	member
		seats	parliament
		obligation	must | have
		raised	by | against
		raised-from-name	from | to
		time	week
		medium	radio
		calendar	friday
		subject-control	promise`),
	"en/classes.tsv": file(`class	words
		weapon	missile | tank
		nature	storm
		city	town
		art	film
		arms	@weapon | rifle`),
	"en/verbs.tsv": file(`verb	if	actor	recipient	type	mode
		attack				ASSAULT	
		attack	obj=problem			-	
		agree	xcomp=+			AGREE	
		send	obj=@arms	subj	to,iobj	AID	
		visit				CONSULT	visit
		call off	obj=+			SANCTION	
		stop	obj=-			RETREAT	
		begin	xcomp			=	
		meet		subj	each	CONSULT	
		arrest				COERCE	arrest
		say	must=ACTOR	subj	must	REQUEST	
		demand		subj	of,obj,ccomp	REQUEST	
		drill	subj=ACTORS	subj	each	CONSULT	
		station	within=peace	subj	obj	AID	
		hit	obj=air raid	subj	obj	SANCTION	
		withdraw		subj	from,out of	RETREAT	
		take	obj=@city			ASSAULT	
		guard				MOBILIZE	
		guard	together	subj	with	COOPERATE	
		export		subj	to	COOPERATE	
		supply		subj	to	AID	
		blame				ACCUSE	`),
	"en/nouns.tsv": file(`noun	if	actor	recipient	type	mode
		attack				ASSAULT	
		withdrawal		poss,of,by	from	RETREAT	
		re-visit				ASSAULT	
		visit		poss,of,by	to	CONSULT	visit
		arrest				COERCE	arrest
		war		of		ASSAULT	
		talk		between,of	each	CONSULT	`),
	"en/adjectives.tsv": file(`adjective	if	actor	recipient	type	mode
		ready	xcomp=+			AGREE	`),
	"en/light.tsv": file(`verb	subject
		launch	actor
		pay	actor
		come under	recipient`),
	"en/states.tsv": file(`word	pos	if	type	holder	of
		capital	noun	of=ACTOR	capital	of	name
		restore	verb	obj=tie; subj=ACTOR	ties	subj+with	
		rule	verb	subj=ACTOR	holds	subj	
		base	verb		seat	obj	in`),
}

func file(text string) *fstest.MapFile {
	return &fstest.MapFile{Data: []byte(strings.ReplaceAll(text, "\n\t\t", "\n"))}
}

// names holds that every proper noun is an actor, and nothing else.
type names struct{ s *language.Sentence }

func (n names) At(token int) []annals.Participant {
	if t := &n.s.Tokens[token]; t.UPOS != "PROPN" || t.Lemma == "Basra" {
		return nil
	}
	var out []annals.Participant
	for i := token; i < len(n.s.Tokens); i++ {
		if t := &n.s.Tokens[i]; i == token || t.Head == token && t.Rel == "conj" {
			out = append(out, annals.Participant{Text: t.Form, Span: t.Span})
		}
	}
	return out
}

func (n names) Inside(token int) []annals.Participant {
	for c := range n.s.Children(token) {
		if p := n.At(c); len(p) > 0 {
			return p
		}
	}
	return nil
}

// Name knows nobody else.
func (n names) Name(int) []annals.Participant { return nil }

// Place holds that Basra is a place, and no actor.
func (n names) Place(token int) []annals.Participant {
	if t := &n.s.Tokens[token]; t.Lemma == "Basra" {
		return []annals.Participant{{Text: t.Form, Span: t.Span, Country: "IRQ"}}
	}
	return nil
}

// tell writes events as "TYPE/mode Actor > Recipient".
func tell(s *language.Sentence, found []Finding) string {
	var out []string
	for _, f := range found {
		text := f.Type
		if f.Mode != "" {
			text += "/" + f.Mode
		}
		out = append(out, strings.TrimSpace(text+" "+texts(f.Actor))+arrow(f.Recipient)+thing(s, &f))
	}
	return strings.Join(out, "; ")
}

// thing writes the thing that suffers an event as " > (thing)".
func thing(s *language.Sentence, f *Finding) string {
	if f.Thing < 0 || len(f.Recipient) > 0 {
		return ""
	}
	return " > (" + s.Tokens[f.Thing].Form + ")"
}

func texts(ps []Party) string {
	var out []string
	for _, p := range ps {
		out = append(out, p.Text)
	}
	return strings.Join(out, "+")
}

func arrow(ps []Party) string {
	if len(ps) == 0 {
		return ""
	}
	return " > " + texts(ps)
}
