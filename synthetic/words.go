package synthetic

import "slices"

// Country is a country of the reports: its name and its code of ISO 3166-1.
type Country struct{ Name, Code string }

// Countries returns the countries of the reports.
func Countries() []Country { return slices.Clone(countries) }

var countries = []Country{
	{"Albania", "ALB"},
	{"Algeria", "DZA"},
	{"Angola", "AGO"},
	{"Argentina", "ARG"},
	{"Armenia", "ARM"},
	{"Austria", "AUT"},
	{"Bangladesh", "BGD"},
	{"Belgium", "BEL"},
	{"Bolivia", "BOL"},
	{"Botswana", "BWA"},
	{"Bulgaria", "BGR"},
	{"Cambodia", "KHM"},
	{"Canada", "CAN"},
	{"Chile", "CHL"},
	{"Colombia", "COL"},
	{"Croatia", "HRV"},
	{"Cuba", "CUB"},
	{"Denmark", "DNK"},
	{"Ecuador", "ECU"},
	{"Egypt", "EGY"},
	{"Estonia", "EST"},
	{"Ethiopia", "ETH"},
	{"Finland", "FIN"},
	{"Gabon", "GAB"},
	{"Ghana", "GHA"},
	{"Greece", "GRC"},
	{"Hungary", "HUN"},
	{"Iceland", "ISL"},
	{"Ireland", "IRL"},
	{"Jamaica", "JAM"},
	{"Japan", "JPN"},
	{"Jordan", "JOR"},
	{"Kenya", "KEN"},
	{"Kuwait", "KWT"},
	{"Laos", "LAO"},
	{"Latvia", "LVA"},
	{"Lebanon", "LBN"},
	{"Malaysia", "MYS"},
	{"Malta", "MLT"},
	{"Mexico", "MEX"},
	{"Mongolia", "MNG"},
	{"Morocco", "MAR"},
	{"Namibia", "NAM"},
	{"Nepal", "NPL"},
	{"Norway", "NOR"},
	{"Oman", "OMN"},
	{"Panama", "PAN"},
	{"Paraguay", "PRY"},
	{"Peru", "PER"},
	{"Poland", "POL"},
	{"Portugal", "PRT"},
	{"Romania", "ROU"},
	{"Senegal", "SEN"},
	{"Serbia", "SRB"},
	{"Slovenia", "SVN"},
	{"Sweden", "SWE"},
	{"Thailand", "THA"},
	{"Tunisia", "TUN"},
	{"Uruguay", "URY"},
	{"Zambia", "ZMB"},
}

// deed is what one country does to another.
type deed struct {
	words, event, cameo string
	score               float64
}

var deeds = []deed{
	{"praised", "SUPPORT", "051", 5},
	{"met envoys of", "CONSULT", "040", 2.5},
	{"signed a treaty with", "AGREE", "057", 3},
	{"sent aid to", "AID", "070", 7},
	{"accused", "ACCUSE", "112", -4},
	{"rejected a proposal of", "REJECT", "120", -4},
	{"threatened", "THREATEN", "130", -5},
	{"expelled diplomats of", "SANCTION", "161", -6},
	{"arrested citizens of", "COERCE", "173", -7},
	{"attacked", "ASSAULT", "190", -9},
}

var topics = []string{
	"fishing rights", "border crossings", "the price of grain", "the new dam", "arms exports",
	"two disputed islands", "coal and timber", "a railway line", "water rights", "tariffs on steel",
	"the treatment of prisoners", "a gas pipeline", "air traffic", "stolen paintings", "nuclear waste",
	"the return of refugees", "forged passports", "a shipwreck", "cattle disease", "a radio station",
}

var months = []string{
	"January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December",
}
