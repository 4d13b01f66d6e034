package main

// int twice(int number) { return 2 * number; }
import "C"

import (
	"fmt"
	"runtime"

	"github.com/google/uuid"
)

func main() {
	if C.twice(21) != 42 || uuid.New() == uuid.New() {
		panic("wrong")
	}
	fmt.Printf("shown: %s, a module fetched, C code linked in\n", runtime.Version())
}
