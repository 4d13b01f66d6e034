// Package web answers questions about the timetable.
package web

import (
	"encoding/json"
	"net/http"

	"example.org/strassenbahn/internal/timetable"
	"github.com/go-chi/chi/v5"
	"github.com/go-chi/chi/v5/middleware"
)

// Router returns the routes of the API.
func Router(table *timetable.Table) http.Handler {
	router := chi.NewRouter()
	router.Use(middleware.Recoverer)
	router.Route("/api", func(api chi.Router) {
		api.Get("/health", func(w http.ResponseWriter, _ *http.Request) {
			answer(w, http.StatusOK, map[string]string{"status": "ok"})
		})
		api.Get("/stops", func(w http.ResponseWriter, _ *http.Request) {
			answer(w, http.StatusOK, table.Stops())
		})
		api.Get("/stops/{stop}/departures", func(w http.ResponseWriter, r *http.Request) {
			after := r.URL.Query().Get("after")
			if after != "" && !timetable.Time(after) {
				answer(w, http.StatusBadRequest, map[string]string{"error": "after: a time like 08:10"})
				return
			}
			departures, known := table.After(chi.URLParam(r, "stop"), after)
			if !known {
				answer(w, http.StatusNotFound, map[string]string{"error": "no such stop"})
				return
			}
			answer(w, http.StatusOK, departures)
		})
	})
	return router
}

func answer(w http.ResponseWriter, status int, value any) {
	w.Header().Set("Content-Type", "application/json; charset=utf-8")
	w.WriteHeader(status)
	_ = json.NewEncoder(w).Encode(value)
}
