/** Reads a service's own Dockerfile: where it listens, what it starts, what it is made from. */
package io.github.fullstackmaven.detect.dockerfile;
