package io.github.fullstackmaven.it.deployment;

import io.github.fullstackmaven.it.maven.MavenRun;
import java.util.List;

/** The operations that a goal printed, in their order. */
final class Operations {
    private Operations() {}

    static List<String> in(MavenRun run) {
        throw new UnsupportedOperationException(run.output());
    }
}
