// Package weather knows how it is over each roof.
package weather

import (
	"encoding/json"
	"net/http"
	"strconv"
)

type roof struct {
	ID      int     `json:"id"`
	Name    string  `json:"name"`
	Wind    string  `json:"wind"`
	Degrees float64 `json:"degrees"`
}

var roofs = []roof{
	{1, "Bäckerei Öhlmühl", "SW", 17.5},
	{2, "Église Saint-Ré", "W", 16.1},
	{3, "Dům U Žáby", "NW", 14.9},
	{4, "Torre del Cigüeñal", "S", 22.4},
	{5, "Rådhuset", "N", 9.8},
}

// API answers below /api.
func API() http.Handler {
	mux := http.NewServeMux()
	mux.HandleFunc("GET /api/health", func(w http.ResponseWriter, _ *http.Request) {
		answer(w, http.StatusOK, map[string]string{"status": "ok"})
	})
	mux.HandleFunc("GET /api/roofs", func(w http.ResponseWriter, _ *http.Request) {
		answer(w, http.StatusOK, roofs)
	})
	mux.HandleFunc("GET /api/roofs/{id}", func(w http.ResponseWriter, r *http.Request) {
		id, err := strconv.Atoi(r.PathValue("id"))
		if err != nil || id < 1 || id > len(roofs) {
			answer(w, http.StatusNotFound, map[string]string{"error": "no such roof"})
			return
		}
		answer(w, http.StatusOK, roofs[id-1])
	})
	return mux
}

func answer(w http.ResponseWriter, status int, value any) {
	w.Header().Set("Content-Type", "application/json; charset=utf-8")
	w.WriteHeader(status)
	_ = json.NewEncoder(w).Encode(value)
}
