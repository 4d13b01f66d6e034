package io.github.fullstackmaven.config;

import io.github.fullstackmaven.model.Sourced;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What the user set, by name without the prefix {@code fullstack.}, with the order of precedence of
 * the manual: {@code -D} over everything, then the nested element, then the flat one, then {@code
 * <properties>}. Maven itself would let an element win over {@code -D}.
 */
public final class Settings {
    /** The prefix of every property. */
    public static final String PREFIX = "fullstack.";

    private final Map<String, Sourced<String>> values;

    private Settings(Map<String, Sourced<String>> values) {
        this.values = values;
    }

    /**
     * Lays the sources over one another.
     *
     * @param user {@code -D} properties, with their prefix
     * @param project the project's properties, with their prefix
     * @param elements what Maven injected into the flat parameters; may stem from properties
     * @param nested what nested elements hold, under flat names
     */
    public static Settings of(
            Map<String, String> user,
            Map<String, String> project,
            Map<String, String> elements,
            Map<String, String> nested) {
        Map<String, Sourced<String>> merged = new LinkedHashMap<>();
        project.forEach((name, value) -> put(merged, name, value, "<properties> " + name));
        elements.forEach(
                (name, value) -> {
                    boolean fromProperty =
                            value.equals(project.get(PREFIX + name))
                                    || value.equals(user.get(PREFIX + name));
                    if (!fromProperty) {
                        put(merged, PREFIX + name, value, "<" + name + ">");
                    }
                });
        nested.forEach((name, value) -> put(merged, PREFIX + name, value, Flat.asElement(name)));
        user.forEach((name, value) -> put(merged, name, value, "-D" + name));
        return new Settings(merged);
    }

    private static void put(
            Map<String, Sourced<String>> into, String name, String value, String source) {
        if (name.startsWith(PREFIX) && value != null && !value.isBlank()) {
            into.put(name.substring(PREFIX.length()), new Sourced<>(value.strip(), source));
        }
    }

    /** Returns a setting, if the user made it. */
    public Optional<Sourced<String>> text(String name) {
        return Optional.ofNullable(values.get(name));
    }

    /** Returns what was typed on the command line, by name without the prefix, sorted. */
    public SortedMap<String, String> typed() {
        SortedMap<String, String> typed = new TreeMap<>();
        values.forEach(
                (name, value) -> {
                    if (value.source().equals("-D" + PREFIX + name)) {
                        typed.put(name, value.value());
                    }
                });
        return typed;
    }
}
