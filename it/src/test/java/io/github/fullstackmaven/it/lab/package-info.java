/** The engines of {@code it/lab}, as a test finds them. */
package io.github.fullstackmaven.it.lab;
