package io.github.fullstackmaven.stages;

import static io.github.fullstackmaven.stages.ShellCommand.shell;

import io.github.fullstackmaven.model.BuildFacts;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Keeps what Cargo compiled of the repository's own packages from build to build, where there are
 * several: those that did not change are not compiled again. The dependencies are in a layer, with
 * or without that.
 */
final class LocalCrates {
    /** The generated program that does it. */
    static final String FILE = "fullstack-local-crates";

    private final Part part;
    private final BuildFacts.Rust facts;
    private final KeepingProgram program;

    LocalCrates(Part part, BuildFacts.Rust facts) {
        this.part = part;
        this.facts = facts;
        this.program = new KeepingProgram(FILE, part);
    }

    /** Returns the step that brings the program. */
    List<Step> program() {
        return facts.keepsLocalPackages() ? List.of(program.step()) : List.of();
    }

    /** Returns the caches of the step that compiles them. */
    List<CacheMount> caches(List<CacheMount> others) {
        return facts.keepsLocalPackages() ? program.and(others) : others;
    }

    /** What came of the empty sources could be taken for newer than the true ones. */
    List<ShellCommand> withoutStandIns(String target) {
        if (!facts.keepsLocalPackages()) {
            return List.of();
        }
        String clean = "cargo clean --quiet --release";
        String packages = " --package %s".repeat(facts.localPackages().size());
        // What runs while it is built, macros and build scripts, is compiled for the builder.
        return Stream.concat(
                        Stream.of(clean, clean + target)
                                .distinct()
                                .map(
                                        command ->
                                                new ShellCommand(
                                                        command + packages, facts.localPackages())),
                        Stream.of(shell(FILE + " compiled " + RustStages.TARGET_DIRECTORY)))
                .toList();
    }

    /**
     * Packages that stand for published ones are compiled with the dependencies. They come once
     * more with the sources, and whatever time they have then must not make them look changed.
     */
    List<ShellCommand> replacements() {
        return facts.directories().replacements().stream()
                .map(Sources::directory)
                .map(each -> shell("find %s -type f -exec touch -t 200001010000 {} +", each))
                .toList();
    }

    /** Returns the commands after which Cargo compiles what changed, and nothing else. */
    List<ShellCommand> restored() {
        List<ShellCommand> commands = new ArrayList<>();
        if (facts.keepsLocalPackages()) {
            // What is generated changes for other reasons than the sources do.
            commands.add(shell("rm -rf %s", "/src/" + part.generated().output()));
            List<String> before = facts.directories().before();
            commands.add(new ShellCommand(local("restore") + " %s".repeat(before.size()), before));
        } else if (!facts.skeleton().isEmpty()) {
            // Copied files keep their old times, and Cargo would take the skeleton's for the newer
            // ones.
            List<String> before =
                    facts.directories().before().stream()
                            .filter(this::isInWorkspace)
                            .map(each -> "./" + Sources.below(facts.workspace(), each))
                            .toList();
            commands.add(
                    new ShellCommand(
                            "find ."
                                    + " -path %s -prune -o".repeat(before.size())
                                    + " -type f -name '*.rs' -exec touch {} +",
                            before));
        }
        commands.addAll(replacements());
        return commands;
    }

    private boolean isInWorkspace(String directory) {
        return facts.workspace().equals(".") || directory.startsWith(facts.workspace() + "/");
    }

    /** Returns the command that keeps what was compiled for the next build. */
    List<ShellCommand> kept() {
        return facts.keepsLocalPackages() ? List.of(shell(local("keep"))) : List.of();
    }

    private String local(String command) {
        return FILE + " " + command + " " + RustStages.TARGET_DIRECTORY + " /src " + program.kept();
    }
}
