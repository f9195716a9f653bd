package what

import (
	"slices"

	"annals/language"
)

// Use is a word between two actors: one that could tell what the one does to the
// other.
type Use struct {
	Token     int
	Word      string // lemma
	POS       string // verb, noun or adjective
	Slot      string // of the second actor: obj, or a preposition
	Actor     Party
	Recipient Party
	Covered   bool // a row fits, or the word is light and hands on a noun's row
	Known     bool // the codebook has rows of the word, be it that none of them fits here
}

// Uses returns the words of a sentence that stand between two actors, in their
// order: verbs and adjectives with an actor as subject and another as object or
// behind a preposition, and nouns that are no actors themselves with the like
// ("the quarrel of Chad with Togo").
func (c *Codebook) Uses(s *language.Sentence, parties Parties) []Use {
	m := c.matcher(s, parties)
	defer c.pool.Put(m)
	var out []Use
	for i := range s.Tokens {
		if u, ok := m.use(i); ok {
			out = append(out, u)
		}
	}
	return out
}

// nounUse are the slots of the two actors of a noun: wider than those that a row
// has by default, since no row says yet which of them acts.
var nounUse = defaults{
	actor:     append(slices.Clone(nounDefaults.actor), "of", "from"),
	recipient: nounDefaults.recipient,
}

// use returns what stands between two actors at a token.
func (m *matcher) use(token int) (Use, bool) {
	u := Use{Token: token, Word: m.lemma(token)}
	actor, recipient := verbDefaults.actor, []string(nil)
	switch m.s.Tokens[token].UPOS {
	case "VERB":
		u.POS, u.Known = "verb", m.book.verbs[u.Word] != nil || m.book.particles[u.Word] != nil
	case "ADJ":
		u.POS, u.Known = "adjective", m.book.adjectives[u.Word] != nil
	case "NOUN":
		u.POS, u.Known = "noun", m.book.nouns[u.Word] != nil
		actor, recipient = nounUse.actor, nounUse.recipient
		if len(m.parties.At(token)) > 0 {
			return u, false // "the Polish envoy to Chad"
		}
	default:
		return u, false
	}
	if !m.isPredicate(token) || !m.between(&u, actor, recipient) {
		return u, false
	}
	u.Covered = m.entry(token) != nil || m.lightObject(token) >= 0
	return u, true
}

// between finds the two actors of a use: one in the slots of an actor and another
// in those of a recipient, or in any other slot if none are given.
func (m *matcher) between(u *Use, actor, recipient []string) bool {
	f := m.frame(u.Token)
	first := -1
	for _, slot := range actor {
		for _, a := range f.args {
			if p := m.parties.At(a.token); first < 0 && a.slot == slot && len(p) > 0 {
				u.Actor, first = p[0], a.token
			}
		}
	}
	if first < 0 {
		return false
	}
	if p := m.parties.At(first); len(p) > 1 && f.first("between") == first {
		u.Recipient, u.Slot = p[1], "between" // "the quarrel between Chad and Togo"
		return true
	}
	for _, a := range f.args {
		if a.token == first || recipient != nil && !slices.Contains(recipient, a.slot) || recipient == nil && a.slot == "subj" {
			continue
		}
		if p := without(m.parties.At(a.token), []Party{u.Actor}); len(p) > 0 {
			u.Recipient, u.Slot = p[0], a.slot
			return true
		}
	}
	return false
}
