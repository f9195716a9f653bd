package gazetteer

import (
	"fmt"
	"iter"
	"strconv"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// spellings yields the ways in which a name stands in a tokenized text: as it
// is, without accents, with the other apostrophe, with hyphens and possessive
// endings as tokens of their own, abbreviations with stops, in British and in American English,
// and longer names in capitals throughout, as in headlines.
func spellings(name string) iter.Seq[string] {
	return func(yield func(string) bool) {
		if name == "" {
			return
		}
		forms := []string{name}
		if plain := withoutAccents(name); plain != name {
			forms = append(forms, plain)
		}
		if isAbbreviation(name) && len(name) <= 5 && !strings.ContainsAny(name, " -.") {
			forms = append(forms, strings.Join(strings.Split(name, ""), ".")+".")
		}
		if other := acrossTheAtlantic.Replace(name); other != name {
			forms = append(forms, other)
		}
		if len(name) > 4 && !isAbbreviation(name) {
			forms = append(forms, strings.ToUpper(name))
		}
		for _, form := range forms {
			for _, hyphen := range []string{"-", " - ", "–", " – "} {
				for _, apostrophe := range []string{"'", "’", " '", " ’"} {
					spelling := strings.ReplaceAll(form, "-", hyphen)
					spelling = strings.ReplaceAll(spelling, "'", apostrophe)
					if !yield(spelling) {
						return
					}
					if !strings.Contains(form, "'") {
						break
					}
				}
				if !strings.Contains(form, "-") {
					break
				}
			}
		}
	}
}

// acrossTheAtlantic writes a name in British English as Americans do, and the other way round.
var acrossTheAtlantic = strings.NewReplacer(
	"Defence", "Defense", "Defense", "Defence",
	"Labour", "Labor", "Labor", "Labour",
	"Organisation", "Organization", "Organization", "Organisation",
	"Centre", "Center", "Center", "Centre",
	"Programme", "Program", "Program", "Programme",
	"Harbour", "Harbor", "Harbor", "Harbour",
)

// isAbbreviation reports whether a name is written in capitals: "NATO", "U.S.".
func isAbbreviation(name string) bool {
	return len(name) > 1 && !strings.ContainsFunc(name, unicode.IsLower) && strings.ContainsFunc(name, unicode.IsUpper)
}

// withoutAccents returns a name as keyboards without accents write it.
func withoutAccents(name string) string {
	if isASCII(name) {
		return name
	}
	var b strings.Builder
	for _, r := range norm.NFD.String(name) {
		if !unicode.Is(unicode.Mn, r) {
			b.WriteRune(r)
		}
	}
	return plainLetters.Replace(b.String())
}

// plainLetters writes letters that have no accent to drop.
var plainLetters = strings.NewReplacer("ł", "l", "Ł", "L", "ø", "o", "Ø", "O", "đ", "d", "Đ", "D", "ß", "ss", "æ", "ae", "ı", "i", "ʻ", "'")

func isASCII(s string) bool {
	for i := 0; i < len(s); i++ {
		if s[i] >= 0x80 {
			return false
		}
	}
	return true
}

// checkYears reports an error if from or to is no EDTF date or from is later
// than to. Years before Christ count as in EDTF: "-0508" is 509 BC.
func checkYears(from, to string) error {
	a, err := year(from)
	if err != nil {
		return err
	}
	b, err := year(to)
	if err != nil {
		return err
	}
	if from != "" && to != "" && a > b {
		return fmt.Errorf("from %s is later than to %s", from, to)
	}
	return nil
}

// year returns the year that an EDTF day, month or year begins with.
func year(edtf string) (int, error) {
	if edtf == "" {
		return 0, nil
	}
	digits, sign := edtf, 1
	if rest, ok := strings.CutPrefix(edtf, "-"); ok {
		digits, sign = rest, -1
	}
	digits, _, _ = strings.Cut(digits, "-")
	n, err := strconv.Atoi(digits)
	if err != nil || len(digits) != 4 {
		return 0, fmt.Errorf("%q is no EDTF date", edtf)
	}
	return sign * n, nil
}
