package main

import (
	"context"
	"database/sql"
	"embed"
	"fmt"

	_ "modernc.org/sqlite"
)

//go:embed migrations/*.sql
var migrations embed.FS

// While a new release starts, the one before it still has the file open.
const pragmas = "?_pragma=busy_timeout(5000)&_pragma=journal_mode(wal)&_pragma=temp_store(memory)&_txlock=immediate"

// Greeting is a row of the table greetings.
type Greeting struct {
	ID   int64  `json:"id"`
	Text string `json:"text"`
}

// Database is the SQLite database.
type Database struct {
	db *sql.DB
}

// openDatabase opens a file, making it if need be, and brings it up to date.
func openDatabase(file string) (*Database, error) {
	db, err := sql.Open("sqlite", "file:"+file+pragmas)
	if err != nil {
		return nil, err
	}
	if err := migrate(db); err != nil {
		db.Close()
		return nil, fmt.Errorf("%s: %w", file, err)
	}
	return &Database{db}, nil
}

// migrate runs what is new in migrations; the database's user_version is the number of those that it has had.
func migrate(db *sql.DB) error {
	files, err := migrations.ReadDir("migrations")
	if err != nil {
		return err
	}
	tx, err := db.Begin()
	if err != nil {
		return err
	}
	defer tx.Rollback()
	var done int
	if err := tx.QueryRow("PRAGMA user_version").Scan(&done); err != nil {
		return err
	}
	for i, file := range files {
		if i < done {
			continue
		}
		statements, err := migrations.ReadFile("migrations/" + file.Name())
		if err != nil {
			return err
		}
		if _, err := tx.Exec(string(statements)); err != nil {
			return fmt.Errorf("%s: %w", file.Name(), err)
		}
		if _, err := tx.Exec(fmt.Sprintf("PRAGMA user_version = %d", i+1)); err != nil {
			return err
		}
	}
	return tx.Commit()
}

// Close closes the database.
func (d *Database) Close() error {
	return d.db.Close()
}

// Ping says whether the database answers.
func (d *Database) Ping(ctx context.Context) error {
	return d.db.PingContext(ctx)
}

// Greetings returns all of them, the oldest first.
func (d *Database) Greetings(ctx context.Context) ([]Greeting, error) {
	rows, err := d.db.QueryContext(ctx, "SELECT id, text FROM greetings ORDER BY id")
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	greetings := []Greeting{}
	for rows.Next() {
		var greeting Greeting
		if err := rows.Scan(&greeting.ID, &greeting.Text); err != nil {
			return nil, err
		}
		greetings = append(greetings, greeting)
	}
	return greetings, rows.Err()
}

// Greet adds one.
func (d *Database) Greet(ctx context.Context, text string) (Greeting, error) {
	var greeting Greeting
	row := d.db.QueryRowContext(ctx, "INSERT INTO greetings (text) VALUES (?) RETURNING id, text", text)
	err := row.Scan(&greeting.ID, &greeting.Text)
	return greeting, err
}
