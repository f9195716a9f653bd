package api

import (
	"context"
	"net/http"

	"github.com/danielgtaylor/huma/v2"
)

// Health says that the server is well.
type Health struct {
	Status string `json:"status" enum:"ok"`
}

func (a *api) health() {
	huma.Register(a.huma, huma.Operation{
		OperationID: "health", Method: http.MethodGet, Path: "/healthz", Summary: "Whether the record can be read",
		Errors: []int{http.StatusServiceUnavailable}, Tags: []string{"server"},
	}, func(ctx context.Context, _ *struct{}) (*answer[Health], error) {
		if _, err := a.Store.Digested(ctx); err != nil {
			a.Log.Error("the record cannot be read", "error", err)
			return nil, huma.Error503ServiceUnavailable("the record cannot be read")
		}
		return &answer[Health]{Health{"ok"}}, nil
	})
}
