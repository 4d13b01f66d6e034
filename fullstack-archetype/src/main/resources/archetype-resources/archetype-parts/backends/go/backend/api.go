package main

import (
	"encoding/json"
	"log"
	"net/http"
	"unicode/utf8"
)

type api struct {
	database *Database
}

// newHandler returns what the server answers.
func newHandler(database *Database) http.Handler {
	api := api{database}
	mux := http.NewServeMux()
	mux.HandleFunc("GET /health", api.health)
	mux.HandleFunc("GET /api/v1/greetings", api.greetings)
	mux.HandleFunc("POST /api/v1/greetings", api.greet)
	return mux
}

func (api api) health(w http.ResponseWriter, r *http.Request) {
	if err := api.database.Ping(r.Context()); err != nil {
		fail(w, err)
		return
	}
	answer(w, http.StatusOK, map[string]string{"status": "ok"})
}

func (api api) greetings(w http.ResponseWriter, r *http.Request) {
	greetings, err := api.database.Greetings(r.Context())
	if err != nil {
		fail(w, err)
		return
	}
	answer(w, http.StatusOK, greetings)
}

func (api api) greet(w http.ResponseWriter, r *http.Request) {
	var body struct {
		Text string `json:"text"`
	}
	if err := json.NewDecoder(http.MaxBytesReader(w, r.Body, 1<<16)).Decode(&body); err != nil {
		answer(w, http.StatusBadRequest, map[string]string{"error": err.Error()})
		return
	}
	if length := utf8.RuneCountInString(body.Text); length < 1 || length > 200 {
		answer(w, http.StatusBadRequest, map[string]string{"error": "text: between 1 and 200 characters"})
		return
	}
	greeting, err := api.database.Greet(r.Context(), body.Text)
	if err != nil {
		fail(w, err)
		return
	}
	answer(w, http.StatusCreated, greeting)
}

func answer(w http.ResponseWriter, status int, body any) {
	w.Header().Set("Content-Type", "application/json")
	w.WriteHeader(status)
	if err := json.NewEncoder(w).Encode(body); err != nil {
		log.Print(err)
	}
}

func fail(w http.ResponseWriter, err error) {
	log.Print(err)
	answer(w, http.StatusInternalServerError, map[string]string{"error": "the server failed"})
}
