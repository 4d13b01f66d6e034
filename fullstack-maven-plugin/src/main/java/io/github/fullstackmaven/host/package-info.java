/**
 * Where every effect goes through: commands, files, the clock, ids, the environment. Knows nothing
 * of the rest.
 */
package io.github.fullstackmaven.host;
