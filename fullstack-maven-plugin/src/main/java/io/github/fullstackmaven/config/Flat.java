package io.github.fullstackmaven.config;

import java.util.LinkedHashMap;
import java.util.Map;

/** Names and values of a nested element, under the names that the flat parameters have. */
final class Flat {
    private Flat() {}

    /** Pairs of name and value; a pair without a value is left out. */
    static Map<String, String> of(String... namesAndValues) {
        Map<String, String> flat = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            String value = namesAndValues[i + 1];
            if (value != null && !value.isBlank()) {
                flat.put(namesAndValues[i], value.strip());
            }
        }
        return flat;
    }

    /**
     * How the user wrote a flat name as a nested element: {@code backendPort} is {@code
     * <backend><port>}.
     */
    static String asElement(String name) {
        for (String parent : new String[] {"frontend", "backend"}) {
            if (name.startsWith(parent) && name.length() > parent.length()) {
                char first = Character.toLowerCase(name.charAt(parent.length()));
                return "<" + parent + "><" + first + name.substring(parent.length() + 1) + ">";
            }
        }
        return "<" + name + ">";
    }
}
