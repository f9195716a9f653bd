package coder

import (
	"strings"
	"testing"

	"annals"
)

// TestTelling holds single sentences to the lines that they give, and to those
// that they must not give.
func TestTelling(t *testing.T) {
	c := theCoder(t)
	tests := []struct {
		name, text string
		want       []string // parts of lines that must be there
		not        []string // parts of lines that must not
	}{
		{
			"harm on a condition is a threat to whom it would harm",
			"The French president told the Chadian envoy that Libya would be attacked if it did not withdraw.",
			[]string{"event THREATEN French president [FRA] > Libya [LBY] | actual"},
			[]string{"event ASSAULT"},
		},
		{
			"what is announced to nobody and on no condition is a forecast",
			"The economist said that Libya would be attacked.",
			[]string{"| future | economist said"},
			[]string{"event THREATEN"},
		},
		{
			"what came later has no date of before",
			"In May 1990 Chad signed a treaty with Libya and later expelled two Libyan envoys.",
			[]string{"| 1990-05 | actual | signed"},
			[]string{"| 1990-05 | actual | expelled"},
		},
		{
			"what a letter says is said on its date",
			"In a letter dated 3 May 1921, Persia accused Turkey of smuggling.",
			[]string{"event ACCUSE/allege Persia [IRN] > Turkey [TUR] | 1921-05-03"},
			nil,
		},
		{
			"an expectation binds nobody",
			"The Danish king is expected to visit Norway.",
			[]string{"| future | expected"},
			[]string{"| actual | expected"},
		},
		{
			"where a source sits is not where it happened",
			"According to the embassy in Rome, Chad attacked Libya.",
			[]string{"event ASSAULT Chad [TCD] > Libya [LBY] | actual"},
			[]string{"at Rome"},
		},
		{
			"a chronology dates its entries",
			"14 April 1864: Spanish marines seize the Perla Islands.\n\n3 May 1866 – Peru attacks the Spanish squadron.",
			[]string{"> Perla Islands | 1864-04-14 |", "> Spanish squadron [ESP] | 1866-05-03 | actual | attacks"},
			nil,
		},
		{
			"who wins a war over a state defeats it, and no rival",
			"The king defeated the Persians. The president defeated Ana Ruiz.",
			[]string{"event ASSAULT king > Persia [IRN]"},
			[]string{"Ruiz"},
		},
		{
			"an offer on a condition is made",
			"Chad offered Libya its ships if Togo was attacked.",
			[]string{"| actual | offered"},
			[]string{"| actual | attacked"},
		},
		{
			"a semicolon ends what is reported",
			"Most of the rebels had been killed there, Kenya's army chief said; Chad's envoy maintained that they lived.",
			[]string{"| Kenya's army chief said"},
			nil,
		},
		{
			"what the Hondurans do behind a semicolon is no report",
			"Alleging fraud, the Peruvian president broke off relations with Honduras in May; the Hondurans responded in kind a day later.",
			[]string{"event SANCTION/discontinue"},
			[]string{"| Hondurans"},
		},
		{
			"a clause with where has its scene",
			"Swiss mediators brought both sides to Geneva, where Chad and Libya signed a treaty in May 1990.",
			[]string{"| 1990-05 | at Geneva |"},
			nil,
		},
		{
			"what is entered is where it happens",
			"Kenyan troops entered Kampala in 1979 and marched to Basra, which they bombed.",
			[]string{"| 1979 | at Kampala |", "| at Basra | actual | bombed"},
			nil,
		},
		{
			"relations are those of the two that the text is about",
			"Chad and Libya concluded a pact in 1971. Diplomatic relations were broken off in 1983.",
			[]string{"event SANCTION/discontinue  > Chad [TCD] + Libya [LBY] | 1983"},
			nil,
		},
		{
			"whose view it is",
			"In the consul's opinion Chad attacked Libya. By the account of a Kenyan monk, Togo attacked Ghana. By order of the king, Peru attacked Chile.",
			[]string{"event ASSAULT Chad [TCD] > Libya [LBY] | actual | consul", "event ASSAULT Togo [TGO] > Ghana [GHA] | actual | Kenyan monk"},
			[]string{"king"},
		},
		{
			"what is considered is nobody's view",
			"In view of the danger, Chad attacked Libya. On account of the debt, Togo attacked Ghana. In the view of the consul, Peru attacked Chile.",
			[]string{"> Chile [CHL] | actual | consul"},
			[]string{"danger", "debt"},
		},
		{
			"as somebody tells it",
			"As Livy tells it, Chad attacked Libya. Legend has it that Togo attacked Ghana. As soon as the king told them, Peru attacked Chile.",
			[]string{"> Libya [LBY] | actual | Livy", "> Ghana [GHA] | actual | Legend"},
			[]string{"> Chile [CHL] | actual | king"},
		},
		{
			"or so they would have us believe",
			"Chad attacked Libya, or so the Kenyan chronicle would have us believe. The reply of Togo was that Ghana had attacked it.",
			[]string{"> Libya [LBY] | actual | the Kenyan chronicle", "event ASSAULT Ghana [GHA] > Togo [TGO] | actual | Togo"},
			nil,
		},
		{
			"an event that is reported or alleged as a noun",
			"The Kenyan press reported an attack by Chad on Libya. The minister let it be known that Togo had attacked Ghana.",
			[]string{"| actual | Kenyan press reported", "| actual | minister known"},
			nil,
		},
		{
			"an outcome is no purpose",
			"Chad made peace with Libya, only to attack Togo in 1955. Peru sent its ships to attack Chile.",
			[]string{"event ASSAULT Chad [TCD] > Togo [TGO] | 1955 | actual | attack"},
			[]string{"> Chile [CHL] | actual | attack"},
		},
		{
			"a ruler with a number is a public figure",
			"Murad IV was killed by his own followers in 1640. William Stone III was killed by his own followers.",
			[]string{"> Murad IV | 1640 | actual | killed"},
			[]string{"Stone"},
		},
		{
			"who has dealt with a state is no private person any more",
			"Prado attacked Chile in 1866. Prado killed his cousin. Ruiz killed his cousin.",
			[]string{"event ASSAULT Prado > Chile", "event ASSAULT Prado > cousin"},
			[]string{"Ruiz"},
		},
		{
			"what provokes protests threatens nobody",
			"The execution of the cleric, carried out by the Persian authorities, provoked protests in Kenya.",
			[]string{"event ASSAULT/targeted Persian authorities", "event PROTEST/demo"},
			[]string{"THREATEN", "event ASSAULT/targeted Persian authorities [IRN] > Kenya"},
		},
		{
			"a peace is made by those who were at war",
			"Sweden and Russia fought for years. Russia invaded Sweden in 1710. Peace was made in 1721. Peace came to the valley.",
			[]string{"> Sweden [SWE] + Russia [RUS] | 1721 | actual | made"},
			[]string{"valley"},
		},
		{
			"when somebody was born is not when he was arrested",
			"The Peruvian envoy, born in 1850 in Lima, was arrested by Chile. Officers led by a Chilean colonel took the port of Arica in July 1880.",
			[]string{"| 1880-07 |"},
			[]string{"| 1850"},
		},
		{
			"a date that something is compared with is not its own",
			"Unlike in 1990, Chad attacked Libya. Peru, as in 1991, attacked Chile. As early as 1992 Togo attacked Ghana.",
			[]string{"> Ghana [GHA] | 1992"},
			[]string{"1990", "1991"},
		},
		{
			"who did not, but another",
			"It was not Chad but Libya that attacked Togo. Peru attacked not Chile but Ghana.",
			[]string{"event ASSAULT Libya [LBY] > Togo", "event ASSAULT Peru [PER] > Ghana"},
			[]string{"Chad", "Chile"},
		},
		{
			"what an accused state denies is no state",
			"Chad accused Libya of having attacked Togo, which Libya denied.",
			[]string{"event REJECT Libya [LBY] | actual | denied"},
			[]string{"event REJECT Libya [LBY] > Togo"},
		},
		{
			"who abstains protests against nobody",
			"Chad abstained from a vote on Libya. Peru narrowly escaped an attack by Chile.",
			nil,
			[]string{"PROTEST", "MOVE"},
		},
		{
			"who backs an invasion backs the invader",
			"Libya backed Chad's invasion of Togo. Peru walked out of talks with Chile. Kenya lost the war against Ghana.",
			[]string{"event SUPPORT Libya [LBY] > Chad [TCD]", "event REJECT/meet Peru [PER] > Chile [CHL]", "event ASSAULT Kenya [KEN] > Ghana [GHA]"},
			[]string{"> Togo"},
		},
		{
			"what somebody demands of another is not done",
			"Peru's demand that Chile withdraw was rejected.",
			[]string{"event REJECT  > Peru [PER]"},
			[]string{"CONCEDE", "| actual | withdraw"},
		},
		{
			"arms of any kind",
			"Chile used Danish weapons against Ghana. The army used chlorine against the rebels of Chad.",
			[]string{"event ASSAULT Chile [CHL] > Ghana [GHA]", "event ASSAULT/unconventional"},
			nil,
		},
		{
			"what is due has not happened",
			"The Turkish minister is due to visit Athens. The Danish king is due in Oslo on Monday.",
			[]string{"event AGREE Turkish minister", "event CONSULT/visit Danish king"},
			[]string{"| actual | due"},
		},
		{
			"it is what the verb before has done it to",
			"The crusaders, diverted by Venice, stormed Constantinople and sacked it. Chad blamed Libya and attacked it.",
			[]string{"event ASSAULT Chad [TCD] > Libya [LBY]"},
			[]string{"> Republic of Venice"},
		},
		{
			"who is defeated between commas suffers it",
			"Sweden, defeated at Poltava in 1709, ceded Livonia to Russia.",
			[]string{"event ASSAULT  > Sweden [SWE] | 1709"},
			[]string{"event ASSAULT Sweden"},
		},
		{
			"from whom somebody has it",
			"A Danish envoy had it from a Kenyan minister that Togo had attacked Ghana. A report in a weekly, to the effect that Chad had attacked Libya, was denied.",
			[]string{"| actual | Kenyan minister", "| actual | A report in a weekly"},
			nil,
		},
		{
			"whom police arrested, though only the name says who she is",
			"That changed with the case of Ana Lima, a maid whom the Kenyan police arrested in May 1991 over the death of another woman.",
			[]string{"event COERCE/arrest Kenyan police [KEN] > Ana Lima | 1991-05"},
			nil,
		},
		{
			"the day behind what somebody establishes",
			"Peru and Kenya established formal ties on 16 May 1969. The two young states concluded a pact in 1970.",
			[]string{"event SUPPORT Peru [PER] + Kenya [KEN] | 1969-05-16", "event SUPPORT Peru [PER] + Kenya [KEN] | 1970"},
			nil,
		},
		{
			"a thing keeps its parties under its bare noun",
			"In 1974 Chad concluded a pact with Libya. The pact was cancelled in 1980.",
			[]string{"event SANCTION/discontinue  > Chad [TCD] + Libya [LBY] | 1980 | actual | cancelled"},
			nil,
		},
		{
			"a thing with words of its own is another one",
			"In 1974 Chad concluded a pact with Libya. The secret pact was cancelled in 1980.",
			nil,
			[]string{"| cancelled"},
		},
		{
			"a date that stands for itself comes before one that is counted",
			"In 1468 Persia took Shiraz. A century later, in 1591, Danish troops defeated the Swedish army.",
			[]string{"> Swedish army [SWE] | 1591 | actual | defeated"},
			nil,
		},
		{
			"an embassy does not stand in the country that it is of",
			"Rebels attacked guards outside the Danish embassy in Lomé.",
			[]string{"at Lomé"},
			[]string{"at Denmark"},
		},
		{
			"an opposition is at home where it is",
			"Opposition leaders in Lahore accused Chad of smuggling.",
			[]string{"event ACCUSE/allege Opposition leaders in Lahore [PAK] > Chad [TCD]"},
			nil,
		},
		{
			"a surname in capitals is the same name",
			"Raila ODINGA accused Uganda of smuggling.",
			[]string{"event ACCUSE/allege Raila Odinga [KEN] > Uganda [UGA]"},
			nil,
		},
		{
			"a decade is nobody",
			"Seoul had sent no envoy since the invasions of the 1590s.",
			nil,
			[]string{"> the 1590s"},
		},
		{
			"a treaty with a name is known without its parties",
			"The Simla Accord, signed in Shimla in July 1972, ended the war.",
			[]string{"event SUPPORT | 1972-07 | at Shimla | actual | signed"},
			nil,
		},
		{
			"a contract without a name is not",
			"The contract was signed in July 1972.",
			nil,
			[]string{"event"},
		},
		{
			"a means is nobody",
			"Zambian soldiers were warned by radio.",
			[]string{"event THREATEN  > Zambian soldiers [ZMB]"},
			nil,
		},
		{
			"who denies a report speaks for himself",
			"Chilean newspapers reported that Peru had armed rebels, a report that Bolivia denied.",
			[]string{"event REJECT Bolivia [BOL] > a report | actual | denied"},
			[]string{"| denied | Chilean"},
		},
		{
			"a step does not see itself as a snub",
			"Kenya took the dispute to a tribunal, a step widely seen as a snub.",
			[]string{"widely"},
			[]string{"| a step"},
		},
		{
			"a hyphen does not end a name",
			"President Moon Jae-in visited Chad. Kim Jong-un accused Libya of smuggling.",
			[]string{"Moon Jae-in [KOR] > Chad [TCD]", "Kim Jong-un [PRK] > Libya [LBY]"},
			nil,
		},
		{
			"a year behind a month counts no soldiers",
			"In 1822 Chad attacked Libya. In October 1937 soldiers attacked Libya.",
			[]string{"event ASSAULT soldiers > Libya [LBY] | 1937-10"},
			[]string{"1822-10"},
		},
		{
			"the town that is sacked is the place, and not of what comes next",
			"Copenhagen was sacked in 1368, and Chad attacked Libya.",
			[]string{"| 1368 | at Copenhagen | actual | sacked", "event ASSAULT Chad [TCD] > Libya [LBY] | 1368 | actual"},
			nil,
		},
		{
			"who mediates before a raid is called off does not call it off",
			"The raid was cancelled after mediation by Norway.",
			[]string{"event CONSULT/third-party Norway [NOR]"},
			[]string{"event RETREAT/ceasefire Norway"},
		},
		{
			"a peace has its day",
			"By the Peace of Stralsund of 24 May 1370, Denmark ceded four castles.",
			[]string{"event RETREAT/withdraw Denmark [DNK]", "| 1370-05-24 |"},
			nil,
		},
		{
			"an exile is sent somewhere",
			"The Chadian envoy was exiled to Germany.",
			[]string{"> Chadian envoy [TCD] | at Germany"},
			nil,
		},
		{
			"a treaty goes nowhere",
			"The treaty left Baghdad in Turkish hands.",
			nil,
			[]string{"event"},
		},
		{
			"what a clause between commas reports is its speaker's",
			"The Swedish ships, a Danish minister claimed in May, were burned.",
			[]string{"| actual | Danish minister claimed (claims) | burned"},
			nil,
		},
		{
			"what was to be done was not, but what was done instead was",
			"Kenya's president was to meet the Ugandan envoy on 3 May 1999, but cancelled the trip.",
			[]string{"future | meet", "actual | cancelled"},
			nil,
		},
		{
			"two lands share the last word of their names",
			"North and South Korea accused Chad of smuggling.",
			[]string{"event ACCUSE/allege North Korea [PRK] + South Korea [KOR] > Chad [TCD]"},
			nil,
		},
		{
			"who comes close to a deed does not do it",
			"Kenya was close to breaking off relations with Somalia.",
			[]string{"| hypothetical | breaking"},
			nil,
		},
		{
			"charters confirm nothing to anybody",
			"Their coexistence is confirmed by charters.",
			nil,
			[]string{"event"},
		},
		{
			"what is told of somebody besides has its own place and time",
			"The rebels, who were armed by Sudan, attacked the Ugandan army in Gulu in 1990.",
			[]string{"| 1990 | at Gulu | actual | attacked"},
			[]string{"| 1990 | actual | armed", "at Gulu | actual | armed"},
		},
		{
			"but where and when lead back to it",
			"In 1990 the rebels landed in Oran, where they attacked the Algerian navy.",
			[]string{"| 1990 | at Oran | actual | attacked"},
			nil,
		},
		{
			"a country that leads others holds no office",
			"The coalition led by Denmark withdrew its troops.",
			nil,
			[]string{"state office"},
		},
		{
			"of an office only the sentence that names it tells",
			"President Ana Vega of Peru visited Chile. Vega praised the Chilean government.",
			[]string{"1 state office Ana Vega"},
			[]string{"2 state office"},
		},
		{
			"what is done to a thing of somebody is not done to him",
			"The Danish bank invested in Peruvian rice.",
			nil,
			[]string{"COOPERATE"},
		},
		{
			"but words may be about a thing of somebody",
			"The Danish minister defended Norway's expansion of the port.",
			[]string{"Norway [NOR] | actual | defended"},
			nil,
		},
		{
			"people in numbers are somebody",
			"The Danish agencies helped hundreds of displaced people.",
			[]string{"event AID"},
			nil,
		},
		{
			"a name that somebody bears puts him into no office",
			"A Danish settler named Olsen met the Norwegian king.",
			nil,
			[]string{"event SUPPORT"},
		},
		{
			"a rule permits nothing on a day",
			"In Denmark all residents are allowed to vote.",
			nil,
			[]string{"event CONCEDE"},
		},
		{
			"things promise nothing",
			"The right to fish guarantees that Norway is safe.",
			nil,
			[]string{"event"},
		},
		{
			"any attack is none that was",
			"Any attack on Norway would bring war.",
			[]string{"| hypothetical | attack"},
			[]string{"| actual | attack"},
		},
		{
			"nor is one that would have its consequences",
			"An attack on Norway would end the truce.",
			[]string{"| hypothetical | attack"},
			[]string{"| actual | attack"},
		},
		{
			"a source behind a comma tells the whole sentence, and takes no part in it",
			"Norway and Denmark have agreed to share the port, according to Swedish officials.",
			[]string{"Swedish officials according to (states) | agreed"},
			[]string{"> Swedish officials"},
		},
		{
			"an occupation called after a country befalls it",
			"The Norway occupation cost Denmark dear.",
			[]string{"event ASSAULT  > Norway [NOR]"},
			nil,
		},
		{
			"one called by its adjective is its own",
			"The Norwegian occupation cost Denmark dear.",
			[]string{"event ASSAULT Norway [NOR]"},
			nil,
		},
		{
			"what a play tells is not told",
			"In the play the Danish king accuses the Norwegian envoy of spying.",
			nil,
			[]string{"event"},
		},
		{
			"doubts about whether it was done leave it open",
			"There were doubts about whether Denmark attacked Norway.",
			[]string{"| hypothetical |"},
			[]string{"| actual | attacked"},
		},
		{
			"the years of a life date no office",
			"Jens Olsen (3 May 1801 in Oslo – 2 June 1870 in Bergen) was a governor in Norway.",
			[]string{"state office Jens Olsen"},
			[]string{"| 18"},
		},
		{
			"a seat is an office in a public body",
			"Jens Olsen, a member of the Danish parliament, visited Oslo.",
			[]string{"state office Jens Olsen"},
			nil,
		},
		{
			"and in no other",
			"Jens Olsen, a member of a Danish choir, visited Oslo.",
			nil,
			[]string{"state office"},
		},
		{
			"a rank is no office",
			"General Olsen of Norway met Captain Lund in Oslo.",
			[]string{"CONSULT"},
			[]string{"state office"},
		},
		{
			"but with what it is of",
			"Jens Olsen, the captain of the royal guard of Norway, met Anna Lund in Oslo.",
			[]string{"state office Jens Olsen"},
			nil,
		},
		{
			"a longer name is that of another body",
			"The National Security Council of Norway accused Denmark of spying.",
			[]string{"Council of Norway [NOR] > Denmark [DNK]"},
			[]string{"United Nations"},
		},
		{
			"a day is nobody's name",
			"The Danish federal judge Thursday barred the Norwegian ships.",
			[]string{"Danish federal judge [DNK]"},
			[]string{"state office", "judge Thursday"},
		},
		{
			"who leads an army marches, and protests not",
			"Mora, the king of Peru, drove the army of Chile back; he marched on to Arica. Emperor Ruiz of Brazil marched against Chad. Thousands of Peruvian students marched in Lima.",
			[]string{"event ASSAULT Ruiz", "event PROTEST/demo"},
			[]string{"event PROTEST/demo Mora", "event PROTEST/demo Ruiz"},
		},
		{
			"agreeing on anything is agreeing",
			"Peru and Chile agreed in 1996 on a railway.",
			[]string{"event AGREE", "| 1996 |"},
			nil,
		},
		{
			"what somebody has done to the one is done by somebody",
			"Peru had the envoy of Chile imprisoned.",
			[]string{"event COERCE/arrest Peru [PER] > Chilean envoy [CHL]"},
			nil,
		},
		{
			"two neighbours of a text about two",
			"Kyrgyz guards fired at a post of Tajikistan. The two Central Asian neighbours agreed on a ceasefire on 3 May 2020.",
			[]string{"Kyrgyzstan [KGZ]", "Tajikistan [TJK]", "| 2020-05-03 |"},
			nil,
		},
		{
			"what is told of an accusation is the accuser's word",
			"Chad accused Libya of bombing its towns.",
			[]string{"Chad accused (claims)"},
			[]string{"claim |"},
		},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			var all strings.Builder
			for _, line := range c.Code(&annals.Document{ID: tt.name, Text: tt.text}) {
				all.WriteString(show(&line) + "\n")
			}
			got := all.String()
			for _, want := range tt.want {
				if !strings.Contains(got, want) {
					t.Errorf("%q is missing in\n%s", want, got)
				}
			}
			for _, not := range tt.not {
				if strings.Contains(got, not) {
					t.Errorf("%q is there:\n%s", not, got)
				}
			}
		})
	}
}
