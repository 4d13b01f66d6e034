package io.github.fullstackmaven.model;

import java.util.List;

/**
 * A variable of a front end's build from which the pages take the base of their calls.
 *
 * @param variable its name, like {@code VITE_API_URL}
 * @param paths what the pages put behind it, as far as it is written there: {@code /api/v1/towns}
 */
public record ApiBase(String variable, List<String> paths) {
    public ApiBase {
        paths = List.copyOf(paths);
    }

    /**
     * Returns what the build has to be told: the prefix, or nothing where the pages put the prefix
     * behind it by themselves and would call {@code /api/api}.
     */
    public String value(String prefix) {
        boolean theirs =
                prefix.length() > 1
                        && paths.stream()
                                .anyMatch(p -> p.equals(prefix) || p.startsWith(prefix + "/"));
        return theirs ? "" : prefix;
    }
}
