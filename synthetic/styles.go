package synthetic

import "slices"

// Style is how documents are written: whole sentences with {slots}, which are
// filled at random from the words of that name.
type Style struct {
	Name       string
	paragraphs int // of a document
	sentences  []string
}

// Styles returns three kinds of text. They differ in how many events a sentence
// tells: a news item tells one or two, an article of an encyclopaedia about one,
// and a description of land and people hardly any.
func Styles() []Style { return slices.Clone(styles) }

var styles = []Style{
	{"news", 8, []string{
		"{CITY}, {month} {day} - {State} {expelled} {n} {statish} diplomats on {weekday}, accusing them of spying for {state}.",
		"{Office} {person} met {his} {statish} counterpart, {person}, in {city} on {weekday} to discuss {topic}.",
		"The {statish} government {condemned} the {attack} and called on {state} to {yield}.",
		"\"We will not {yield} under pressure,\" {person} told reporters in {city}.",
		"{State} said on {weekday} that it would {give} if {state} agreed to {yield}.",
		"{Statish} {troops} {attacked} a village near {city}, killing at least {n} civilians, according to {body}.",
		"{Body} {imposed} sanctions on {state} last {month} over {topic}.",
		"Police in {city} arrested {n} protesters, and {office} {person} accused {statish} agents of {paying} them.",
		"The two countries signed an agreement on {topic} after {n} days of talks in {city}.",
		"{Body} denied that it had {threatened} {state}.",
		"Thousands of people demonstrated in {city} on {weekday} against {topic}.",
		"{State} and {state} are expected to resume negotiations next week, a {statish} official said.",
	}},
	{"encyclopaedia", 6, []string{
		"Relations between {state} and {state} were established on {day} {month} {year}.",
		"In {year}, {state} {attacked} {state} and occupied the region around {city} until {month} {year}.",
		"{person} was born in {city} in {year} and studied law at the university there.",
		"From {year} to {year} {person} served as {office} of {state}.",
		"On {day} {month} {year}, the parliament of {state} ratified the treaty on {topic}, which had been signed in {city} a year earlier.",
		"Two years later, {body} recognized the independence of {state}.",
		"During the war, {statish} {troops} besieged {city} for {n} weeks before they withdrew.",
		"The {statish} embassy in {city} was opened in {year}.",
		"It was the first visit by a {statish} head of state to {state} since {year}.",
		"{Body} has {n} members and is based in {city}.",
		"According to several historians, the dispute over {topic} led to the expulsion of {n} {statish} families.",
	}},
	{"description", 6, []string{
		"The river rises in the hills north of {city} and flows through a wide plain before it reaches the sea.",
		"Most of the land is covered by forest, and fewer than {n} people live in each of its villages.",
		"{Statish} cooking makes much use of barley, mushrooms and smoked fish.",
		"The old town of {city} consists of narrow streets with wooden houses that are painted in bright colours.",
		"Winters are long and cold, while summers tend to be short and rainy.",
		"Its economy depends mainly on {topic}, and in {year} the income of a household was lower than that of its neighbours.",
		"The museum shows {n} paintings by {statish} artists, among them several large landscapes.",
		"A railway line runs along the coast from {city} to {city}.",
		"Many families keep bees, and the honey of the region is well known for its dark colour.",
		"{person} designed the library, a plain brick building with a tall tower.",
	}},
}

// words fill the slots of the sentences.
var words = map[string][]string{
	"state":      {"Norway", "Senegal", "Poland", "Japan", "Peru", "Kenya", "Turkey", "Thailand", "Morocco", "Hungary"},
	"statish":    {"Norwegian", "Senegalese", "Polish", "Japanese", "Peruvian", "Kenyan", "Turkish", "Thai", "Moroccan", "Hungarian"},
	"city":       {"Oslo", "Dakar", "Warsaw", "Osaka", "Lima", "Nairobi", "Ankara", "Bangkok", "Rabat", "Budapest"},
	"person":     {"Anna Lind", "Moussa Diop", "Jan Kowalik", "Keiko Mori", "Luis Prado", "Grace Wambui", "Emre Aydin", "Somchai Rattana", "Omar Benali", "Judit Varga"},
	"office":     {"President", "Prime Minister", "Foreign Minister", "Defence Minister"},
	"body":       {"the United Nations", "the European Union", "the African Union", "the foreign ministry", "the central bank", "the Supreme Court"},
	"topic":      {"fishing rights", "border crossings", "the price of grain", "the new dam", "arms exports", "two disputed islands", "coal and timber"},
	"attack":     {"attack", "raid", "invasion", "arrest of two journalists", "blockade"},
	"attacked":   {"attacked", "invaded", "bombed", "raided"},
	"condemned":  {"condemned", "criticized", "rejected", "denounced"},
	"expelled":   {"expelled", "detained", "released", "received"},
	"imposed":    {"imposed", "lifted", "extended"},
	"give":       {"send food and medicine", "reopen its embassy", "withdraw its ships", "pay a fine"},
	"yield":      {"release the prisoners", "pull back the army", "reopen the border", "pay the debt"},
	"paying":     {"paying", "training", "arming", "helping"},
	"threatened": {"threatened to attack", "offered help to", "spied on", "promised weapons to"},
	"troops":     {"troops", "soldiers", "rebels", "police officers", "fighters"},
	"his":        {"his", "her"},
	"month":      {"January", "March", "May", "July", "September", "November"},
	"weekday":    {"Monday", "Tuesday", "Wednesday", "Thursday", "Friday"},
}
