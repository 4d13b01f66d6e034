package io.github.fullstackmaven.detect.go;

import io.github.fullstackmaven.detect.evidence.Hints;
import io.github.fullstackmaven.model.Finding;
import io.github.fullstackmaven.model.Sourced;
import io.github.fullstackmaven.scan.RepositoryPath;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Chooses the program that is started: the user's, the one in the module's own directory, the only
 * one, the one with a server's name, the one that serves. It is never guessed beyond that.
 */
final class ProgramChoice {
    private static final Set<String> SERVER_NAMES =
            Set.of("server", "api", "web", "app", "main", "backend", "service");

    /** Directories of programs that help with the work on others. */
    private static final Set<String> HELPERS =
            Set.of("tools", "tool", "hack", "scripts", "script", "internal", "example", "docs");

    /** The rule by which a Procfile names the program. */
    static final String PROCFILE = "go.program.procfile";

    private final GoModule module;
    private final List<String> candidates;
    private final Predicate<String> serves;

    /**
     * @param module the module
     * @param programs the directories of its programs
     * @param serves whether a program is a server
     */
    ProgramChoice(GoModule module, List<String> programs, Predicate<String> serves) {
        this.module = module;
        List<String> own = programs.stream().filter(program -> !isHelper(program)).toList();
        this.candidates = own.isEmpty() ? List.copyOf(programs) : own;
        this.serves = serves;
    }

    /** What was chosen, and by which rule. */
    record Chosen(String directory, String rule) {}

    /**
     * Returns the choice; empty when there is none, which {@link #undecided} explains.
     *
     * @param written the directory of the program that the project's own Procfile starts
     */
    Optional<Chosen> choose(Hints hints, Optional<String> written) {
        if (isNamed(hints)) {
            String wanted = wanted(hints);
            return one(program -> name(program).equals(wanted), "set");
        }
        if (written.isPresent()) {
            return Optional.of(new Chosen(written.get(), PROCFILE));
        }
        if (candidates.contains(module.directory())) {
            return Optional.of(new Chosen(module.directory(), "go.program.root"));
        }
        if (candidates.size() == 1) {
            return Optional.of(new Chosen(candidates.get(0), "go.program.single"));
        }
        return one(program -> RepositoryPath.name(program).equals(module.name()), "module-name")
                .filter(chosen -> serves.test(chosen.directory()))
                .or(() -> one(this::hasServersName, "server-name"))
                .or(() -> one(serves, "serves"))
                .or(() -> one(p -> serves.test(p) && hasServersName(p), "serving-server-name"))
                .or(
                        () ->
                                one(
                                        program ->
                                                RepositoryPath.name(program).equals(module.name()),
                                        "module-name"));
    }

    /** Returns the program's name, as {@code go build} gives it. */
    String name(String directory) {
        return directory.equals(module.directory())
                ? module.name()
                : RepositoryPath.name(directory);
    }

    /** Returns true for the directory of a program. */
    boolean has(String directory) {
        return candidates.contains(directory);
    }

    /** Returns the directory of the one program of a name. */
    Optional<String> named(String name) {
        return one(program -> name(program).equals(name), "named").map(Chosen::directory);
    }

    /** Returns why there is no choice, with the setting that makes one. */
    Finding undecided(Hints hints) {
        String place = module.manifest().map(GoManifest::path).orElse(module.directory());
        if (candidates.isEmpty()) {
            return Finding.error(
                            "FS-GO-002",
                            "the module has no package main",
                            "add a main.go, or set fullstack.backendDir to the module that has"
                                    + " a program")
                    .at(place);
        }
        String names = String.join(", ", candidates.stream().map(this::name).sorted().toList());
        if (isNamed(hints)) {
            return Finding.error(
                            "FS-GO-003",
                            "no program is named "
                                    + wanted(hints)
                                    + ", as "
                                    + hints.start().or(hints::output).orElseThrow().source()
                                    + " says",
                            "set fullstack.backendStart to one of: " + names)
                    .at(place);
        }
        return Finding.error(
                        "FS-GO-003",
                        "several programs could be the server: " + names,
                        "set fullstack.backendStart to the one to start")
                .at(place);
    }

    private boolean hasServersName(String program) {
        return SERVER_NAMES.contains(RepositoryPath.name(program));
    }

    private boolean isHelper(String program) {
        String below = RepositoryPath.relative(module.directory(), program);
        return List.of(below.split("/")).stream().anyMatch(HELPERS::contains);
    }

    private Optional<Chosen> one(Predicate<String> wanted, String rule) {
        List<String> left = candidates.stream().filter(wanted).toList();
        return left.size() == 1
                ? Optional.of(new Chosen(left.get(0), "go.program." + rule))
                : Optional.empty();
    }

    /** Whether the user names a program; of a build of the user's own it is not known which. */
    private static boolean isNamed(Hints hints) {
        return !hints.ownBuild() && (hints.start().isPresent() || hints.output().isPresent());
    }

    private static String wanted(Hints hints) {
        Sourced<String> said = hints.start().or(hints::output).orElseThrow();
        return RepositoryPath.name(said.value().strip().split("\\s+")[0]);
    }
}
