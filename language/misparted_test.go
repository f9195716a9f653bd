package language

import "testing"

// TestMisparted reads sentences whose first reading a word corrects.
func TestMisparted(t *testing.T) {
	tests := []struct{ name, text, word, head string }{
		{"a participle as a subject", "The Kenyan pilot shot down over Chad on Monday walked home.", "pilot", "walked"},
		{"a time before a subject", "In the spring of the following year nationalist fighters seized the villages of the north.", "fighters", "seized"},
		{"a month as an object", "Ruiz and Mora met the following March and drew up a treaty.", "March", "met"},
		{"where, behind a comma", "Swiss mediators brought the delegates to Geneva, where a pact was signed in May.", "signed", "Geneva"},
		{"a second verb behind a place", "The envoys of Peru and Chile assembled at the palace in May and at their second meeting called upon the Swedes to cease fire.", "called", "assembled"},
		{"which, behind an agent", "Peru rejects the claim, a story spread by Chile, which says that its boats were fired upon.", "says", "Chile"},
		{"a participle with an agent", "The peace treaty concluded by the two kings at Lund in December 1660 had ended the fighting but not the hatred.", "treaty", "ended"},
		{"a report before a semicolon", "Most of the rebels had been killed there, Kenya's army chief said; Chad's envoy maintained that they lived.", "maintained", "killed"},
		{"a description behind a place", "Ardavan of Armenia, a Roman ally, offered them horses.", "ally", "Ardavan"},
		{"a list in a relative clause", "Ships were lent to the Swedish king, who landed in Chad two months after the battle, defeated the Danes and seized the port.", "defeated", "landed"},
		{"a date behind of", "In the early hours of 8 May 1941 Swedish soldiers came ashore at several points of the coast.", "soldiers", "came"},
		{"a time before a subject that is interrupted", "In October of the same year Chad, by the Treaty of Tripoli, recognised the border.", "Chad", "recognised"},
		{"a phrase behind a relative clause", "It grew worse once Ruiz had overthrown President Mora, to whom Chile gave shelter, in January 1971.", "January", "overthrown"},
		{"who is taken prisoner", "The marines took the Peruvian governor prisoner.", "governor", "took"},
		{"a subject behind a time", "Mora sent the army in on 3 May 1961; the next day the governor, Juan Ruiz, ignoring an order to fight on, surrendered with his men.", "governor", "surrendered"},
		{"a subject behind a colon", "Harmony was short-lived: Chile, alarmed by the league that Mora had forged out of its neighbours, declared war on it in May 1836.", "Chile", "declared"},
		{"the subject of whom", "The attachés whom France, Great Britain and Italy sent to the spot were able to say that the army had left.", "France", "sent"},
		{"a second agent", "The pact was signed in Lima by Prime Minister Juan Ruiz, who had landed a day earlier, and by his host, President Ana Mora.", "host", "Juan"},
		{"a report in between", "The council adopted a statement; Chile, diplomats said, had objected to it.", "diplomats", "said"},
		{"what is due to be done", "The Turkish minister is due to visit Athens.", "visit", "due"},
		{"where somebody is due", "He is due in Athens on Thursday.", "Athens", "due"},
		{"what is due to something", "The cuts are due to the war.", "due", "war"},
		{"a bare verb behind a demand", "The demand that Chad leave was ignored.", "that", "leave"},
		{"a list behind a date", "On 5 June Saudi Arabia, the United Arab Emirates, Bahrain and Egypt cut their ties with Qatar.", "Arabia", "cut"},
		{"a remark on a thing", "At the time Turkey accused Greece of abetting terrorism, which Athens denied.", "denied", "accused"},
		{"what is said later", "The Kenyan spokesman said a day later that they had landed without leave, some of them hiding their trade, and that they would be tried.", "landed", "said"},
		{"whom somebody had arrested", "Kenyan prosecutors had two clerks, Ana Lima and Juan Paz, arrested on suspicion of treason.", "arrested", "had"},
		{"a list that somebody had arrested", "Peruvian prosecutors had two Chilean engineers, Ana Lima and Jon Bly, arrested in May.", "arrested", "had"},
		{"what somebody had done to the one", "Peru had the envoy of Chile imprisoned in 1921.", "imprisoned", "had"},
		{"what tells which one somebody had", "Spain had a treaty signed in 1920.", "signed", "treaty"},
		{"what somebody had of another", "The rebels had the support promised by Chad.", "promised", "support"},
		{"a noun before a verb that may be one", "20 August 1980: A Libyan gunboat forces the rig to stop work.", "gunboat", "forces"},
		{"what an allegation says, behind who spread it", "The authors found nothing to support the allegation, spread at the time by Radio Lima, that Chilean pilots had bombed Oruro.", "bombed", "allegation"},
		{"what those who met were prevented from", "The Greeks prevented the summit held in Bucharest in April 2008 from inviting their neighbour.", "inviting", "prevented"},
		{"when those withdrew who did", "Following the withdrawal of the last Peruvian troops in September 1989, talks resumed in Oslo.", "September", "withdrawal"},
		{"what was not done", "Rather than deport the miners, Chile gave them shelter in 1907.", "Rather", "deport"},
		{"above all", "The men took part in the struggle, above all in the risings of the north.", "above", "all"},
		{"what was said to a court", "In March 2018 Peruvian lawyers argued before the International Court of Justice that Chile had promised to negotiate.", "promised", "argued"},
		{"a year that is early", "As early as 1992 Togo attacked Ghana.", "1992", "attacked"},
		{"a clause about a person", "Amin attacked Obote, to whom Nyerere gave shelter.", "gave", "Obote"},
		{"how foolish somebody would not be", "He would not be so foolish, he added, as to recall his envoy from Lima.", "recall", "foolish"},
		{"a day that is late", "By 22 votes to two, the league late on Friday called on Nicaragua and Costa Rica to pull back their soldiers.", "Friday", "called"},
		{"who her counterpart is", "Peruvian President Ana Mora and her Chilean counterpart, Juan Paz, spoke by telephone on Saturday.", "Juan", "counterpart"},
		{"who the guest is", "A treaty was signed by President Ana Mora and her Chilean guest, Juan Paz, who had arrived in Lima on Wednesday.", "Juan", "guest"},
		{"persona non grata", "The Peruvian Congress declared the Colombian president persona non grata.", "president", "declared"},
		{"several agents in a place", "The treaty concluded by the two presidents in Lima had ended the war.", "Lima", "concluded"},
	}
	for _, tt := range tests {
		s := read(t, tt.text)[0]
		if got := headOf(&s, tt.word); got != tt.head {
			t.Errorf("%s: %q hangs on %q, want %q", tt.name, tt.word, got, tt.head)
		}
	}
}

// TestInvertedPassive shows the subject of a passive behind its auxiliary.
func TestInvertedPassive(t *testing.T) {
	s := read(t, "Only in 1931 was the harbour handed back to Peru.")[0]
	for i := range s.Tokens {
		if s.Tokens[i].Form == "harbour" && s.Tokens[i].Rel != "nsubj:pass" {
			t.Errorf("harbour is %s, want nsubj:pass", s.Tokens[i].Rel)
		}
	}
}
