package io.github.fullstackmaven.stages;

import static io.github.fullstackmaven.stages.ShellCommand.shell;

import io.github.fullstackmaven.model.BuildFacts;
import java.util.List;

/**
 * Keeps what Cargo compiled of the dependencies from build to build: when one is added, the others
 * are not compiled again. Without that their layer still serves whenever none is added.
 */
final class KeptCrates {
    /** The generated program that does it. */
    static final String FILE = "fullstack-kept-crates";

    private final BuildFacts.Rust facts;
    private final KeepingProgram program;

    KeptCrates(Part part, BuildFacts.Rust facts) {
        this.facts = facts;
        this.program = new KeepingProgram(FILE, part);
    }

    /** Returns the step that brings the program. */
    List<Step> program() {
        return facts.keepsDependencies() ? List.of(program.step()) : List.of();
    }

    /** Returns the caches of the step that compiles the dependencies. */
    List<CacheMount> caches(List<CacheMount> others) {
        return facts.keepsDependencies() ? program.and(others) : others;
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
        String words = command + " " + RustStages.TARGET_DIRECTORY + " " + program.kept();
        return facts.keepsDependencies() ? List.of(shell(FILE + " " + words)) : List.of();
    }
}
