package timetable

import (
	"strings"
	"testing"
)

func TestWhatHasLeftIsNotShown(t *testing.T) {
	table, err := Embedded()
	if err != nil {
		t.Fatal(err)
	}
	if left, _ := table.After("oelmuehle", "08:10"); len(left) != 1 {
		t.Errorf("%v", left)
	}
}

func TestAWrongTimeIsNamedWithItsLine(t *testing.T) {
	_, err := Read(strings.NewReader("stop,name,line,to,at\na,A,1,B,25:00\n"))
	if err == nil || !strings.Contains(err.Error(), "line 2") {
		t.Errorf("%v", err)
	}
}
