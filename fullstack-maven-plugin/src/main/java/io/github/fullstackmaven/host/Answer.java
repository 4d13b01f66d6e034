package io.github.fullstackmaven.host;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What a site answered.
 *
 * @param status the status; 0 where there was no answer
 * @param headers the headers by name in lower case, the values of one that came twice in order
 * @param text the body, read as UTF-8; empty for an answer that goes on
 * @param problem why there was no answer, or no whole one; absent when there was
 */
public record Answer(
        int status, Map<String, List<String>> headers, String text, Optional<String> problem) {
    public Answer {
        headers = new TreeMap<>(headers);
    }

    /** Returns that there was no answer. */
    public static Answer none(String problem) {
        return new Answer(0, Map.of(), "", Optional.of(problem));
    }

    /** Returns a header, its values with commas; empty where it is missing. */
    public String header(String name) {
        return String.join(", ", headers.getOrDefault(name.toLowerCase(Locale.ROOT), List.of()));
    }

    /** Returns the content type in lower case and without parameters; empty where it is missing. */
    public String type() {
        return header("content-type").split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
    }

    /** Returns status and type in a few words. */
    public String summary() {
        return problem.filter(p -> status == 0)
                .orElseGet(() -> status + (type().isEmpty() ? "" : " " + type()));
    }
}
