package io.github.fullstackmaven.stages;

import static io.github.fullstackmaven.stages.ShellCommand.shell;

import io.github.fullstackmaven.model.BuildFacts;
import java.util.ArrayList;
import java.util.List;

/**
 * Keeps what Cargo compiled of the dependencies from build to build: when one is added, the others
 * are not compiled again. Without that their layer still serves whenever none is added.
 */
final class KeptDependencies {
    /** The generated program that does it. */
    static final String FILE = "fullstack-dependencies";

    private static final String KEPT = "/var/cache/" + FILE;

    private final Part part;
    private final BuildFacts.Rust facts;

    KeptDependencies(Part part, BuildFacts.Rust facts) {
        this.part = part;
        this.facts = facts;
    }

    /** Returns the step that brings the program. */
    List<Step> program() {
        return facts.keepsDependencies()
                ? List.of(
                        Step.Copy.of(List.of(part.generated().file(FILE)), "/usr/local/bin/")
                                .withMode("0755"))
                : List.of();
    }

    /** Cargo looks at what it finds, so that two repositories of one name may share. */
    List<CacheMount> caches(List<CacheMount> others) {
        if (!facts.keepsDependencies()) {
            return others;
        }
        List<CacheMount> caches = new ArrayList<>(others);
        String id = FILE + "-" + part.application().name() + "-" + part.service().name();
        caches.add(new CacheMount(id, KEPT));
        return caches;
    }

    /** Returns what has to be done before the dependencies are compiled. */
    List<ShellCommand> seeded() {
        return command("seed");
    }

    /** Returns what has to be done after. */
    List<ShellCommand> kept() {
        return command("keep");
    }

    private List<ShellCommand> command(String command) {
        return facts.keepsDependencies()
                ? List.of(
                        shell(
                                FILE
                                        + " "
                                        + command
                                        + " "
                                        + RustStages.TARGET_DIRECTORY
                                        + " "
                                        + KEPT))
                : List.of();
    }
}
