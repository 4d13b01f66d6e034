/** What a new {@code pom.xml} says, and what one that is there already does. */
package io.github.fullstackmaven.goal.init;
