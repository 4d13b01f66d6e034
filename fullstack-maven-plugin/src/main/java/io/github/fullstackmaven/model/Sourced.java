package io.github.fullstackmaven.model;

import java.util.Objects;
import java.util.function.Function;

/**
 * A value together with the place it comes from.
 *
 * @param value the value
 * @param source where it comes from: {@code file:line}, a property's name, or {@code default}
 * @param <T> the type of the value
 */
public record Sourced<T>(T value, String source) {
    /** The source of a value that nobody set. */
    public static final String DEFAULT = "default";

    public Sourced {
        Objects.requireNonNull(value, "value");
        Objects.requireNonNull(source, "source");
    }

    /** Returns a value that comes from a built-in default. */
    public static <T> Sourced<T> byDefault(T value) {
        return new Sourced<>(value, DEFAULT);
    }

    /** Returns true when nobody set the value. */
    public boolean isDefault() {
        return source.equals(DEFAULT);
    }

    /** Returns another value from the same source. */
    public <R> Sourced<R> map(Function<? super T, ? extends R> change) {
        return new Sourced<>(change.apply(value), source);
    }
}
