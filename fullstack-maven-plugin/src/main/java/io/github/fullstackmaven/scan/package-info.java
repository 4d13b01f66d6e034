/** The repository as a read-only tree: what to look at, what never to walk into. */
package io.github.fullstackmaven.scan;
