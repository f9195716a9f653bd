package questions

// Quad returns the quad category that the codebook gives a type and mode:
// verbal-cooperation, material-cooperation, verbal-conflict, material-conflict, neutral, or
// "" for what it lacks.
func (d *Desk) Quad(typ, mode string) string { return d.quad(typ, mode) }
