// The server of the timetable.
package main

import (
	"context"
	"errors"
	"log/slog"
	"net/http"
	"os"
	"os/signal"
	"syscall"
	"time"

	"example.org/strassenbahn/internal/timetable"
	"example.org/strassenbahn/internal/web"
)

func main() {
	if err := serve(); err != nil {
		slog.Error("ended", "problem", err)
		os.Exit(1)
	}
}

func serve() error {
	table, err := timetable.Embedded()
	if err != nil {
		return err
	}
	port := os.Getenv("PORT")
	if port == "" {
		port = "8081"
	}
	server := &http.Server{
		Addr:              os.Getenv("HOST") + ":" + port,
		Handler:           web.Router(table),
		ReadHeaderTimeout: 10 * time.Second,
	}

	asked, stop := signal.NotifyContext(context.Background(), syscall.SIGTERM, os.Interrupt)
	defer stop()
	failed := make(chan error, 1)
	go func() { failed <- server.ListenAndServe() }()
	slog.Info("listening", "address", server.Addr)

	select {
	case err := <-failed:
		return err
	case <-asked.Done():
		slog.Info("stopping")
		limit, cancel := context.WithTimeout(context.Background(), 10*time.Second)
		defer cancel()
		if err := server.Shutdown(limit); err != nil {
			return err
		}
		if err := <-failed; !errors.Is(err, http.ErrServerClosed) {
			return err
		}
		return nil
	}
}
