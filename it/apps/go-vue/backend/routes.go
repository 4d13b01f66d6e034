package main

import (
	"encoding/json"
	"net/http"
	"strconv"

	"example.org/pegel/gauges"
)

func routes(all *gauges.Gauges) http.Handler {
	mux := http.NewServeMux()
	mux.HandleFunc("GET /healthz", func(w http.ResponseWriter, _ *http.Request) {
		answer(w, http.StatusOK, map[string]string{"status": "ok"})
	})
	mux.HandleFunc("GET /api/gauges", func(w http.ResponseWriter, _ *http.Request) {
		answer(w, http.StatusOK, all.List())
	})
	mux.HandleFunc("GET /api/gauges/{id}", func(w http.ResponseWriter, r *http.Request) {
		gauge, found := all.Find(id(r))
		if !found {
			problem(w, http.StatusNotFound, "no such gauge")
			return
		}
		answer(w, http.StatusOK, gauge)
	})
	mux.HandleFunc("POST /api/gauges/{id}/readings", func(w http.ResponseWriter, r *http.Request) {
		var reading struct {
			Centimetres int `json:"centimetres"`
		}
		err := json.NewDecoder(http.MaxBytesReader(w, r.Body, 1024)).Decode(&reading)
		if err != nil || reading.Centimetres < 0 {
			problem(w, http.StatusBadRequest, "centimetres: a number from 0 on")
			return
		}
		gauge, found := all.Read(id(r), reading.Centimetres)
		if !found {
			problem(w, http.StatusNotFound, "no such gauge")
			return
		}
		answer(w, http.StatusCreated, gauge)
	})
	mux.HandleFunc("/", func(w http.ResponseWriter, _ *http.Request) {
		problem(w, http.StatusNotFound, "no such route")
	})
	return mux
}

func id(r *http.Request) int {
	number, err := strconv.Atoi(r.PathValue("id"))
	if err != nil {
		return 0
	}
	return number
}

func problem(w http.ResponseWriter, status int, message string) {
	answer(w, status, map[string]string{"error": message})
}

func answer(w http.ResponseWriter, status int, value any) {
	w.Header().Set("Content-Type", "application/json; charset=utf-8")
	w.WriteHeader(status)
	_ = json.NewEncoder(w).Encode(value)
}
