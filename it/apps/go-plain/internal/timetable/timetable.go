// Package timetable knows all departures.
package timetable

import (
	"bytes"
	_ "embed"
	"encoding/csv"
	"fmt"
	"io"
	"slices"
	"strings"
	"time"
)

//go:embed departures.csv
var departures []byte

// Stop is where trams stop.
type Stop struct {
	ID   string `json:"id"`
	Name string `json:"name"`
}

// Departure is a tram that leaves.
type Departure struct {
	Line string `json:"line"`
	To   string `json:"to"`
	At   string `json:"at"`
}

// Table is a timetable; it never changes.
type Table struct {
	stops      []Stop
	departures map[string][]Departure
}

// Embedded returns the timetable that is built in.
func Embedded() (*Table, error) {
	return Read(bytes.NewReader(departures))
}

// Read reads a timetable and says in which line it is wrong.
func Read(from io.Reader) (*Table, error) {
	reader := csv.NewReader(from)
	reader.FieldsPerRecord = 5
	rows, err := reader.ReadAll()
	if err != nil {
		return nil, err
	}
	table := &Table{departures: map[string][]Departure{}}
	for number, row := range rows {
		if number == 0 {
			continue
		}
		if !Time(row[4]) {
			return nil, fmt.Errorf("line %d: %q is no time of day", number+1, row[4])
		}
		if _, known := table.departures[row[0]]; !known {
			table.stops = append(table.stops, Stop{row[0], row[1]})
		}
		table.departures[row[0]] = append(table.departures[row[0]], Departure{row[2], row[3], row[4]})
	}
	for _, list := range table.departures {
		slices.SortFunc(list, func(a, b Departure) int { return strings.Compare(a.At, b.At) })
	}
	return table, nil
}

// Time says whether a text is a time of day.
func Time(text string) bool {
	_, err := time.Parse("15:04", text)
	return err == nil
}

// Stops returns all stops.
func (t *Table) Stops() []Stop {
	return t.stops
}

// After returns what leaves from a stop at a time or later.
func (t *Table) After(stop, at string) ([]Departure, bool) {
	all, known := t.departures[stop]
	first := slices.IndexFunc(all, func(d Departure) bool { return d.At >= at })
	if first < 0 {
		return []Departure{}, known
	}
	return all[first:], known
}
