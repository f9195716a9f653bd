package questions

import (
	"net/url"
	"reflect"
	"strconv"
	"strings"
)

// Parameter is a parameter of URLs that say a Query.
type Parameter struct {
	Name   string
	Doc    string
	Many   bool     // it may be given more than once
	Number bool     // its value is a whole number
	Enum   []string // if not nil, the values that it may have
	field  reflect.Value
}

// Parameters returns the parameters of a Query in their order, as its fields name and
// describe them.
func Parameters() []Parameter { return parametersOf(&Query{}) }

func parametersOf(q *Query) []Parameter {
	value := reflect.ValueOf(q).Elem()
	out := make([]Parameter, value.NumField())
	for i := range out {
		field := value.Type().Field(i)
		name, _, _ := strings.Cut(field.Tag.Get("json"), ",")
		out[i] = Parameter{
			Name: name, Doc: field.Tag.Get("jsonschema"), field: value.Field(i),
			Many: field.Type.Kind() == reflect.Slice, Number: field.Type.Kind() == reflect.Int, Enum: enumOf(name),
		}
	}
	return out
}

func enumOf(name string) []string {
	switch name {
	case "kind":
		return []string{"event", "state", "claim"}
	case "status":
		return []string{"actual", "future", "hypothetical", "negated"}
	case "by":
		return []string{"month", "year", "country", "actor"}
	}
	return nil
}

// values are the values of a parameter as a URL says them.
func (p *Parameter) values() []string {
	switch {
	case p.Many:
		out := make([]string, p.field.Len())
		for i := range out {
			out[i] = p.field.Index(i).String()
		}
		return out
	case p.field.IsZero():
		return nil
	case p.Number:
		return []string{strconv.FormatInt(p.field.Int(), 10)}
	}
	return []string{p.field.String()}
}

// set reads the values of a URL. Empty ones, such as those of a form that was left
// empty, say nothing.
func (p *Parameter) set(values []string) error {
	var said []string
	for _, v := range values {
		if v = strings.TrimSpace(v); v != "" {
			said = append(said, v)
		}
	}
	switch {
	case len(said) == 0:
		return nil
	case p.Many:
		list := reflect.MakeSlice(p.field.Type(), len(said), len(said))
		for i, v := range said {
			list.Index(i).SetString(v)
		}
		p.field.Set(list)
		return nil
	case len(said) > 1:
		return wrong("%s: it is given %d times, and can be given once", p.Name, len(said))
	case p.Number:
		n, err := strconv.Atoi(said[0])
		if err != nil {
			return wrong("%s: %q is no whole number", p.Name, said[0])
		}
		p.field.SetInt(int64(n))
		return nil
	}
	p.field.SetString(said[0])
	return nil
}

// ReadQuery reads a query from the parameters of a URL. Parameters that no query has are
// passed over: they are somebody else's. Errors wrap ErrQuery.
func ReadQuery(values url.Values) (*Query, error) {
	q := &Query{}
	for _, p := range parametersOf(q) {
		if err := p.set(values[p.Name]); err != nil {
			return nil, err
		}
	}
	return q, q.Check()
}

// Values returns the parameters of a URL that say the query. ReadQuery reads them back.
func (q *Query) Values() url.Values {
	out := url.Values{}
	for _, p := range parametersOf(q) {
		if values := p.values(); len(values) > 0 {
			out[p.Name] = values
		}
	}
	return out
}

// String returns the query as the parameters of a URL, in the order of their names.
func (q *Query) String() string { return q.Values().Encode() }

// With returns the query with a value more of a parameter, or with that value where it can
// have but one, on the first page. Unknown names change nothing.
func (q *Query) With(name, value string) *Query {
	values := q.Values()
	many := false
	for _, p := range parametersOf(q) {
		many = many || p.Name == name && p.Many
	}
	if many {
		values.Add(name, value)
	} else {
		values.Set(name, value)
	}
	return changed(values)
}

// Without returns the query without a value of a parameter, on the first page.
func (q *Query) Without(name, value string) *Query {
	values := q.Values()
	var rest []string
	for _, v := range values[name] {
		if v != value {
			rest = append(rest, v)
		}
	}
	values[name] = rest
	return changed(values)
}

// Has reports whether a parameter of the query has a value.
func (q *Query) Has(name, value string) bool {
	for _, v := range q.Values()[name] {
		if v == value {
			return true
		}
	}
	return false
}

// changed reads values that were a query's before something else was asked.
func changed(values url.Values) *Query {
	values.Del("page")
	out := &Query{}
	for _, p := range parametersOf(out) {
		if err := p.set(values[p.Name]); err != nil {
			return &Query{} // only a number can be wrong, and none was changed
		}
	}
	return out
}
