// Package identity carries who asks from the guard of the server to those who keep what
// somebody has decided.
package identity

import "context"

type key struct{}

// With returns a context of a request by somebody.
func With(ctx context.Context, name string) context.Context {
	return context.WithValue(ctx, key{}, name)
}

// Of returns who asks, "" if that is not known.
func Of(ctx context.Context) string {
	name, _ := ctx.Value(key{}).(string)
	return name
}
