package io.github.fullstackmaven.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Secrets that processes find in variables. A container's own variables say which, by name: what
 * they hold is read from the files when a process is started, so that no answer of an engine has
 * it.
 */
public final class SecretVariables {
    /** The variable that names them: {@code VARIABLE=SECRET}, with blanks between. */
    public static final String NAMES = "FULLSTACK_SECRET_VARIABLES";

    /** The file in the build context that becomes {@link #PROGRAM}. */
    public static final String FILE = "fullstack-secrets";

    /** Becomes the program that its arguments name, with the variables set. */
    public static final String PROGRAM = "/usr/local/bin/" + FILE;

    private SecretVariables() {}

    /** Returns what {@link #NAMES} says; absent when there are none. */
    public static Optional<String> names(Application application) {
        List<String> pairs = new ArrayList<>();
        for (Secret secret : application.surroundings().secrets()) {
            secret.variables().forEach(variable -> pairs.add(variable + "=" + secret.name()));
        }
        return pairs.isEmpty() ? Optional.empty() : Optional.of(String.join(" ", pairs));
    }

    /** Returns the words that come before a program's own, so that it has them; none: no words. */
    public static List<String> start(Application application) {
        return names(application).isPresent() ? List.of(PROGRAM) : List.of();
    }
}
