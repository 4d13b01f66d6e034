package io.github.fullstackmaven.deploy;

import io.github.fullstackmaven.model.Finding;
import java.time.Duration;

/** Hears what a deployment does, while it does it. */
public interface Progress {
    /** An operation begins. */
    default void begins(Operation operation) {}

    /** An operation has ended well. */
    default void ended(Operation operation, Duration took) {}

    /** Something worth a line: a line of a pull, what cleaning up could not do. */
    default void note(String line) {}

    /** What went wrong and did not keep a release from going live. */
    default void warning(Finding finding) {
        note(finding.toString());
    }
}
