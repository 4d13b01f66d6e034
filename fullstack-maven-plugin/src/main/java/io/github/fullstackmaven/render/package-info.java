/**
 * Model and stages become text: Dockerfile, nginx, supervisor, compose. Pure functions; the same
 * application gives the same bytes. Templates in Velocity look like the file that they make, and
 * only text that was escaped for its place can get into them.
 */
package io.github.fullstackmaven.render;
