// Pegel serves the water levels of the valley.
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

	"example.org/pegel/gauges"
)

func main() {
	address := net.JoinHostPort(variable("HOST", "0.0.0.0"), variable("PORT", "8090"))
	server := &http.Server{
		Addr:              address,
		Handler:           routes(gauges.New()),
		ReadHeaderTimeout: 10 * time.Second,
	}

	asked, stop := signal.NotifyContext(context.Background(), syscall.SIGTERM, syscall.SIGINT)
	defer stop()
	stopped := make(chan error, 1)
	go func() {
		<-asked.Done()
		log.Print("stopping")
		limit, cancel := context.WithTimeout(context.Background(), 10*time.Second)
		defer cancel()
		stopped <- server.Shutdown(limit)
	}()

	log.Printf("listening on %s", address)
	if err := server.ListenAndServe(); !errors.Is(err, http.ErrServerClosed) {
		log.Fatal(err)
	}
	if err := <-stopped; err != nil {
		log.Fatal(err)
	}
}

func variable(name, otherwise string) string {
	if value := os.Getenv(name); value != "" {
		return value
	}
	return otherwise
}
