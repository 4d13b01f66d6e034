/**
 * An application becomes build stages as data: what is installed, built and copied, in which order.
 * Knows no file format: {@code render} writes them down.
 */
package io.github.fullstackmaven.stages;
