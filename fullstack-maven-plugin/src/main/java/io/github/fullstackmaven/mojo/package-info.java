/** One thin class a goal: the only package that knows Maven. */
package io.github.fullstackmaven.mojo;
