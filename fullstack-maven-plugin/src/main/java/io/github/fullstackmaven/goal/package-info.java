/** One use case a goal, free of Maven. */
package io.github.fullstackmaven.goal;
