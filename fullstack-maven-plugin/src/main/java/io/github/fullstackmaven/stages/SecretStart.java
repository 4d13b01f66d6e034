package io.github.fullstackmaven.stages;

import io.github.fullstackmaven.model.Application;
import io.github.fullstackmaven.model.SecretVariables;
import java.util.ArrayList;
import java.util.List;

/** What starts a process whose variables hold secrets. Without such it is nothing. */
final class SecretStart {
    private SecretStart() {}

    /** Returns the files of the context that it takes. */
    static List<String> files(Application application) {
        return SecretVariables.names(application).isPresent()
                ? List.of(SecretVariables.FILE)
                : List.of();
    }

    /**
     * Returns the words that come before the process's own.
     *
     * @param shell the words that call a shell, where the image has none in its usual place
     */
    static List<String> words(Application application, List<String> shell) {
        List<String> start = SecretVariables.start(application);
        List<String> words = new ArrayList<>(start.isEmpty() ? List.of() : shell);
        words.addAll(start);
        return words;
    }
}
