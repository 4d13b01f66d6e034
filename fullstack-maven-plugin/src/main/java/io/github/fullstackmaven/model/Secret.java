package io.github.fullstackmaven.model;

import java.util.List;
import java.util.Optional;

/**
 * A secret that a unit finds as a file, {@code /run/secrets/NAME}, and its processes in variables
 * where that is asked for. It is in no variable of a container.
 *
 * @param name the file's name
 * @param source where it is here: an absolute path, or {@code env:VARIABLE}
 * @param content its bytes, in base64; absent as long as nobody needs them
 * @param variables the variables of processes that hold it, sorted
 */
public record Secret(String name, String source, Optional<String> content, List<String> variables) {
    /** Where a unit finds its secrets. */
    public static final String DIRECTORY = "/run/secrets";

    private static final String VARIABLE = "env:";

    public Secret {
        variables = variables.stream().sorted().toList();
    }

    /** Takes a secret that is a file alone. */
    public Secret(String name, String source, Optional<String> content) {
        this(name, source, content, List.of());
    }

    /** Returns the variable that it comes from, if it comes from one. */
    public Optional<String> variable() {
        return source.startsWith(VARIABLE)
                ? Optional.of(source.substring(VARIABLE.length()))
                : Optional.empty();
    }

    /** Returns the same secret with its bytes, in base64. */
    public Secret with(String bytes) {
        return new Secret(name, source, Optional.of(bytes), variables);
    }

    /** Returns name and source, never the content. */
    @Override
    public String toString() {
        return "Secret[" + name + " from " + source + "]";
    }
}
