package main

import (
	"encoding/json"
	"net/http"
	"net/http/httptest"
	"path/filepath"
	"strings"
	"testing"
)

func newTestHandler(t *testing.T) http.Handler {
	t.Helper()
	database, err := openDatabase(filepath.Join(t.TempDir(), "app.db"))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { database.Close() })
	return newHandler(database)
}

func ask(handler http.Handler, method, path, body string) *httptest.ResponseRecorder {
	recorder := httptest.NewRecorder()
	handler.ServeHTTP(recorder, httptest.NewRequest(method, path, strings.NewReader(body)))
	return recorder
}

func TestHealthSaysThatTheDatabaseAnswers(t *testing.T) {
	answer := ask(newTestHandler(t), "GET", "/health", "")
	if answer.Code != http.StatusOK {
		t.Fatalf("status %d: %s", answer.Code, answer.Body)
	}
}

func TestAGreetingThatWasSentIsInTheList(t *testing.T) {
	handler := newTestHandler(t)
	sent := ask(handler, "POST", "/api/v1/greetings", `{"text": "Bom dia"}`)
	if sent.Code != http.StatusCreated {
		t.Fatalf("status %d: %s", sent.Code, sent.Body)
	}
	var greetings []Greeting
	list := ask(handler, "GET", "/api/v1/greetings", "")
	if err := json.Unmarshal(list.Body.Bytes(), &greetings); err != nil {
		t.Fatal(err)
	}
	if last := greetings[len(greetings)-1]; last.Text != "Bom dia" {
		t.Errorf("last greeting: %q", last.Text)
	}
}

func TestAnEmptyGreetingIsRefused(t *testing.T) {
	answer := ask(newTestHandler(t), "POST", "/api/v1/greetings", `{"text": ""}`)
	if answer.Code != http.StatusBadRequest {
		t.Fatalf("status %d: %s", answer.Code, answer.Body)
	}
}
