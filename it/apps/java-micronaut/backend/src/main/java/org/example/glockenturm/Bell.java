package org.example.glockenturm;

import io.micronaut.serde.annotation.Serdeable;

/** A bell and the time at which it is rung. */
@Serdeable
public record Bell(String name, String rings) {}
