/** What can be known of Go modules without Go: programs, ports, routes, and what is linked in. */
package io.github.fullstackmaven.detect.go;
