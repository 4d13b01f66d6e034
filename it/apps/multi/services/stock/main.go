// Stock knows what lies on which table.
package main

import (
	"context"
	"log"
	"net/http"
	"os"
	"os/signal"
	"strconv"
	"syscall"
	"time"

	"github.com/gin-gonic/gin"
)

type thing struct {
	ID    int    `json:"id"`
	Name  string `json:"name"`
	Table int    `json:"table"`
}

var things = []thing{
	{1, "Kaffeemühle", 1},
	{2, "Boîte à musique", 2},
	{3, "Žárovka", 2},
	{4, "Çaydanlık", 3},
}

func main() {
	gin.SetMode(gin.ReleaseMode)
	port := os.Getenv("PORT")
	if port == "" {
		port = "8082"
	}
	server := &http.Server{Addr: os.Getenv("HOST") + ":" + port, Handler: router(), ReadHeaderTimeout: 5 * time.Second}

	stopped := make(chan struct{})
	go func() {
		asked := make(chan os.Signal, 1)
		signal.Notify(asked, syscall.SIGTERM, syscall.SIGINT)
		<-asked
		limit, cancel := context.WithTimeout(context.Background(), 10*time.Second)
		defer cancel()
		if err := server.Shutdown(limit); err != nil {
			log.Print(err)
		}
		close(stopped)
	}()

	log.Printf("stock listens on %s", server.Addr)
	if err := server.ListenAndServe(); err != http.ErrServerClosed {
		log.Fatal(err)
	}
	<-stopped
}

func router() *gin.Engine {
	router := gin.New()
	router.Use(gin.Recovery())
	api := router.Group("/api/stock")
	api.GET("/health", func(c *gin.Context) {
		c.JSON(http.StatusOK, gin.H{"status": "ok"})
	})
	api.GET("/things", func(c *gin.Context) {
		c.JSON(http.StatusOK, things)
	})
	api.GET("/things/:id", func(c *gin.Context) {
		id, err := strconv.Atoi(c.Param("id"))
		if err != nil || id < 1 || id > len(things) {
			c.JSON(http.StatusNotFound, gin.H{"error": "no such thing"})
			return
		}
		c.JSON(http.StatusOK, things[id-1])
	})
	return router
}
