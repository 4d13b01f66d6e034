package main

import (
	"context"
	"errors"
	"log"
	"net"
	"net/http"
	"os"
	"os/signal"
	"syscall"
	"time"
)

func main() {
	if err := run(); err != nil {
		log.Fatal(err)
	}
}

func run() error {
	database, err := openDatabase(setting("DATABASE_FILE", "app.db"))
	if err != nil {
		return err
	}
	defer database.Close()

	server := &http.Server{
		Addr:              net.JoinHostPort(setting("HOST", "0.0.0.0"), setting("PORT", "3000")),
		Handler:           newHandler(database),
		ReadHeaderTimeout: 10 * time.Second,
	}

	stop, cancel := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer cancel()
	stopped := make(chan error, 1)
	go func() {
		<-stop.Done()
		// Requests in flight are still answered.
		stopped <- server.Shutdown(context.Background())
	}()

	log.Printf("listening on %s", server.Addr)
	if err := server.ListenAndServe(); !errors.Is(err, http.ErrServerClosed) {
		return err
	}
	return <-stopped
}

func setting(name, otherwise string) string {
	if value := os.Getenv(name); value != "" {
		return value
	}
	return otherwise
}
