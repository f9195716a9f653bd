package where

import (
	"fmt"
	"io/fs"
	"path"
	"slices"
	"strings"

	"annals"
	"annals/datafile"
	"annals/language"
)

// cite names a row for explanations.
func cite(row *datafile.Row, entry string) annals.Row {
	return annals.Row{Entry: entry, File: path.Join("where", row.File), Line: row.Line}
}

// Explain says why words are a place and what gives it its role. The mention is
// one that Find returned for the same sentence and setting.
func (p *Places) Explain(s *language.Sentence, in *Setting, m *Mention) []annals.Reason {
	f := finder{p: p, s: s, setting: in, names: p.names(s)}
	return append(f.whyPlace(m), f.whyRole(m)...)
}

// whyPlace says which row knows the place.
func (f *finder) whyPlace(m *Mention) []annals.Reason {
	var out []annals.Reason
	for i := m.First; i < m.Last; i++ {
		kind, length := f.p.nounAt(f.s, i)
		if length == 0 || f.inName(i) {
			continue
		}
		words := f.s.Phrase(i, i+length).Text
		if row, ok := f.nounRow(i, length); ok {
			out = append(out, annals.Reason{Says: fmt.Sprintf("“%s” is a noun of place (%s)", words, kind), Rows: []annals.Row{row}})
		}
		i += length - 1
	}
	for i := range f.names {
		if n := &f.names[i]; m.First <= n.first && n.last <= m.Last {
			out = append(out, f.whyName(n, m))
		}
	}
	return out
}

// nounRow returns the row of a noun of place, by its words or its lemma.
func (f *finder) nounRow(first, length int) (annals.Row, bool) {
	words := make([]string, length)
	for i := range words {
		words[i] = strings.ToLower(f.s.Tokens[first+i].Form)
	}
	row, ok := f.p.words.nounRows[strings.Join(words, " ")]
	if !ok {
		words[0] = f.s.Tokens[first].Lemma
		row, ok = f.p.words.nounRows[strings.Join(words, " ")]
	}
	return row, ok
}

// whyName says which place a name names.
func (f *finder) whyName(n *name, m *Mention) annals.Reason {
	words := f.s.Phrase(n.first, n.last).Text
	if n.entry != nil && !f.setting.prefersNamesake(n) {
		match, _ := f.p.gazetteer.Longest(func(i int) string {
			if n.first+i >= n.last {
				return ""
			}
			return f.s.Tokens[n.first+i].Form
		})
		r := annals.Reason{Says: fmt.Sprintf("“%s” is %s (%s)", words, n.entry.Name, n.entry.Kind)}
		if match.Row != nil {
			r.Rows = []annals.Row{*match.Row}
		}
		return r
	}
	c := f.chosen(n, m)
	if c == nil {
		return annals.Reason{Says: fmt.Sprintf("“%s” is read as the name of a place, which no table knows", words)}
	}
	says := fmt.Sprintf("“%s” is %s", words, c.name)
	if c.country != "" {
		says += ", " + c.country
	}
	if len(n.sites) > 1 {
		says += fmt.Sprintf(", of %d places of that name the likeliest here", len(n.sites))
	}
	rows := f.p.siteRow(c)
	if c.kind == cityKind && len(rows) > 0 && rows[0].Entry != words {
		rows = append(rows, f.p.aliasRow(rows[0].Entry, c.country, words)...)
	}
	return annals.Reason{Says: says, Rows: rows}
}

// aliasRow returns the row that knows a city by another name than that of its own
// row.
func (p *Places) aliasRow(city, country, name string) []annals.Row {
	var out []annals.Row
	_ = p.eachRow(aliasFile, aliasColumns, func(row *datafile.Row) error { // read before without an error
		others := append(row.List("names", ";"), row.Get("name"))
		if row.Get("city") == city && row.Get("country") == country && slices.Contains(others, name) {
			out = append(out, cite(row, name))
		}
		return nil
	})
	return out
}

// chosen returns the one of the places of a name whose position a mention has,
// or else the likeliest; nil if there is none.
func (f *finder) chosen(n *name, m *Mention) *site {
	for _, c := range n.sites {
		if p := &m.Place; p.Lat != nil && *p.Lat == c.lat && *p.Lon == c.lon && p.Name == c.name {
			return c
		}
	}
	return f.p.choose(n.sites, nil, f.setting)
}

// siteFiles are the tables of the kinds of sites.
var siteFiles = map[kind]string{
	cityKind: "data/cities.tsv", provinceKind: "data/provinces.tsv", featureKind: "data/places.tsv",
}

// siteRow returns the row of a site. Its first cell, which need not be the usual
// English name, is read again: only explanations need it.
func (p *Places) siteRow(c *site) []annals.Row {
	file := siteFiles[c.kind]
	data, err := fs.ReadFile(p.files, file)
	if err != nil {
		return nil
	}
	number := 0
	for line := range strings.SplitSeq(string(data), "\n") {
		if number++; number == c.line {
			first, _, _ := strings.Cut(line, "\t")
			return []annals.Row{{Entry: first, File: path.Join("where", file), Line: c.line}}
		}
	}
	return nil
}

// whyRole says which word gives the place its role.
func (f *finder) whyRole(m *Mention) []annals.Reason {
	start := m.First
	if prep, length := f.prepositionEnding(f.beforeModifiers(start)); length > 0 {
		return []annals.Reason{{
			Says: fmt.Sprintf("“%s” before it: %s", prep.row.Entry, m.Role), Rows: []annals.Row{prep.row},
		}}
	}
	t := &f.s.Tokens[m.Head]
	if t.Head < 0 {
		return nil
	}
	if language.IsRel(t.Rel, "obj") {
		if v := f.p.words.verbs[lemma(&f.s.Tokens[t.Head])]; v != nil {
			return []annals.Reason{{
				Says: fmt.Sprintf("it is the object of “%s”: %s", f.s.Tokens[t.Head].Form, m.Role), Rows: []annals.Row{v.row},
			}}
		}
	}
	if language.IsRel(t.Rel, "conj") {
		return []annals.Reason{{Says: fmt.Sprintf("it is coordinated with “%s”: %s", f.s.Tokens[t.Head].Form, m.Role)}}
	}
	return nil
}
