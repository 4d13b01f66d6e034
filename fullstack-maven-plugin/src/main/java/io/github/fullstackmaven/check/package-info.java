/**
 * The guards: what a built page may contain. Each has an id and a remedy. Pure functions over what
 * was built.
 */
package io.github.fullstackmaven.check;
