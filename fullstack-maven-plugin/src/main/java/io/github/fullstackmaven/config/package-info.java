/**
 * The mutable beans that Maven fills, turned at once into an immutable request with the source of
 * each value.
 */
package io.github.fullstackmaven.config;
