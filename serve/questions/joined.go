package questions

import (
	"context"

	"annals/ask"
	"annals/record/actors"
)

// aliases returns the ids that were joined to others.
func (d *Desk) aliases(ctx context.Context) ([]actors.Alias, error) {
	var out []actors.Alias
	for alias, err := range d.store.Aliases(ctx) {
		if err != nil {
			return nil, err
		}
		out = append(out, *alias)
	}
	return out, nil
}

// join has parties that are asked for by an id that was joined to another match who has the
// one that remains, so that addresses and notes from before go on to work.
func (d *Desk) join(ctx context.Context, a *asked) error {
	q := ask.Query{Between: a.parties, SaidBy: a.ask.SaidBy}
	if !q.NamesIDs() {
		return nil
	}
	aliases, err := d.aliases(ctx)
	if err != nil {
		return err
	}
	q.Join(aliases) // writes to the parties, which the question of package ask shares
	a.ask.SaidBy = q.SaidBy
	return nil
}

// remaining returns the id that an id was joined to, or the id itself.
func remaining(aliases []actors.Alias, id string) string {
	for i := range aliases {
		if aliases[i].ID == id {
			return aliases[i].Of
		}
	}
	return id
}
