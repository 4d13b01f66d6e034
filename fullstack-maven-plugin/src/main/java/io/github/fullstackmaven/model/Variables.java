package io.github.fullstackmaven.model;

import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Run-time variables of the back end. Their values may be secret: they are not printed, not
 * rendered and not put into an image; {@link #toString} gives the names alone.
 */
public final class Variables {
    /** No variables. */
    public static final Variables NONE = new Variables(Map.of());

    /** The source of those that stand in the POM itself, which everybody may read. */
    public static final String POM = "<variables>";

    private final Map<String, Sourced<String>> values;

    public Variables(Map<String, Sourced<String>> values) {
        this.values = Collections.unmodifiableMap(new TreeMap<>(values));
    }

    /** Returns the names, sorted. */
    public Set<String> names() {
        return values.keySet();
    }

    /** Returns names, values and sources, sorted by name. */
    public Map<String, Sourced<String>> values() {
        return values;
    }

    /** Returns the values of one source, by name. */
    public Map<String, String> from(String source) {
        Map<String, String> found = new TreeMap<>();
        values.forEach(
                (name, value) -> {
                    if (value.source().equals(source)) {
                        found.put(name, value.value());
                    }
                });
        return found;
    }

    /** Returns these variables laid over others: where both have a name, these win. */
    public Variables over(Variables others) {
        Map<String, Sourced<String>> merged = new TreeMap<>(others.values);
        merged.putAll(values);
        return new Variables(merged);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Variables that && values.equals(that.values);
    }

    @Override
    public int hashCode() {
        return values.hashCode();
    }

    @Override
    public String toString() {
        return "Variables" + names();
    }
}
