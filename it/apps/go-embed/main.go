// Wetterhahn serves the weather over five roofs, and the page that shows it.
package main

import (
	"cmp"
	"context"
	"embed"
	"errors"
	"io/fs"
	"log"
	"net/http"
	"os"
	"os/signal"
	"syscall"
	"time"

	"example.org/wetterhahn/weather"
)

//go:embed all:web/dist
var built embed.FS

func main() {
	pages, err := fs.Sub(built, "web/dist")
	if err != nil {
		log.Fatal(err)
	}
	mux := http.NewServeMux()
	mux.Handle("/api/", weather.API())
	mux.Handle("/", page(pages))

	server := &http.Server{
		Addr:              cmp.Or(os.Getenv("HOST"), "0.0.0.0") + ":" + cmp.Or(os.Getenv("PORT"), "8085"),
		Handler:           mux,
		ReadHeaderTimeout: 5 * time.Second,
	}
	asked, stop := signal.NotifyContext(context.Background(), syscall.SIGTERM, syscall.SIGINT)
	defer stop()
	go func() {
		if err := server.ListenAndServe(); !errors.Is(err, http.ErrServerClosed) {
			log.Fatal(err)
		}
	}()
	log.Printf("listening on %s", server.Addr)

	<-asked.Done()
	limit, cancel := context.WithTimeout(context.Background(), 10*time.Second)
	defer cancel()
	if err := server.Shutdown(limit); err != nil {
		log.Fatal(err)
	}
}

// page serves the built files; every other path is one of the page's own.
func page(files fs.FS) http.Handler {
	server := http.FileServerFS(files)
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if info, err := fs.Stat(files, r.URL.Path[1:]); r.URL.Path != "/" && (err != nil || info.IsDir()) {
			http.ServeFileFS(w, r, files, "index.html")
			return
		}
		server.ServeHTTP(w, r)
	})
}
