/** New repositories: what the archetype makes of every combination, and what it refuses. */
package io.github.fullstackmaven.it.archetype;
