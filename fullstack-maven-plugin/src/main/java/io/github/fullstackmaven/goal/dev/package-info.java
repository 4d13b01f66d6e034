/**
 * What the goal {@code dev} starts, with which variables and on which ports, and how it is kept.
 */
package io.github.fullstackmaven.goal.dev;
