package io.github.fullstackmaven.detect.rust;

import io.github.fullstackmaven.detect.evidence.Hints;
import io.github.fullstackmaven.model.Finding;
import io.github.fullstackmaven.model.Sourced;
import io.github.fullstackmaven.scan.RepositoryPath;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Chooses the binary that is started: the user's, the only one, {@code default-run}, the one named
 * as its package, the one with a server's name, the one that depends on a web framework, the one of
 * the package above the others. It is never guessed beyond that.
 */
final class BinaryChoice {
    private static final Set<String> SERVER_NAMES =
            Set.of("server", "api", "web", "app", "main", "backend");

    private final List<Binary> candidates;
    private final Predicate<Binary> dependsOnWebFramework;
    private final Predicate<Binary> namesWebFramework;

    /**
     * @param candidates every binary that could be meant
     * @param dependsOnWebFramework whether a binary's package does
     * @param namesWebFramework whether a binary's own source does
     */
    BinaryChoice(
            List<Binary> candidates,
            Predicate<Binary> dependsOnWebFramework,
            Predicate<Binary> namesWebFramework) {
        this.candidates = List.copyOf(candidates);
        this.dependsOnWebFramework = dependsOnWebFramework;
        this.namesWebFramework = namesWebFramework;
    }

    /** What was chosen, and by which rule. */
    record Chosen(Binary binary, String rule) {}

    /** Returns the choice; empty when there is none, which {@link #undecided} explains. */
    Optional<Chosen> choose(Hints hints) {
        Optional<Chosen> byUser =
                named(hints.start().map(Sourced::value).map(BinaryChoice::firstWord))
                        .or(() -> named(hints.output().map(Sourced::value)))
                        .map(binary -> new Chosen(binary, "rust.binary.set"));
        if (byUser.isPresent() || isNamed(hints)) {
            return byUser;
        }
        if (candidates.size() == 1) {
            return Optional.of(new Chosen(candidates.get(0), "rust.binary.single"));
        }
        List<CargoPackage> crates = candidates.stream().map(Binary::crate).distinct().toList();
        if (crates.size() == 1) {
            return inOnePackage(candidates);
        }
        return amongPackages(crates);
    }

    /** Returns why there is no choice, with the setting that makes one. */
    Finding undecided(Hints hints, String manifest) {
        if (candidates.isEmpty()) {
            return Finding.error(
                            "FS-RUST-001",
                            "the package has no binary",
                            "add src/main.rs, or set fullstack.backendDir to the package that has"
                                    + " one")
                    .at(manifest);
        }
        String names = String.join(", ", candidates.stream().map(Binary::name).sorted().toList());
        if (isNamed(hints)) {
            Sourced<String> said = hints.start().or(hints::output).orElseThrow();
            return Finding.error(
                            "FS-RUST-003",
                            "no binary is named "
                                    + RepositoryPath.name(firstWord(said.value()))
                                    + ", as "
                                    + said.source()
                                    + " says",
                            "set fullstack.backendStart to one of: " + names)
                    .at(manifest);
        }
        return Finding.error(
                        "FS-RUST-002",
                        "several binaries could be the server: " + names,
                        "set fullstack.backendStart to the one to start, or default-run in the"
                                + " manifest")
                .at(manifest);
    }

    /** Whether the user names a binary; of a build of the user's own it is not known which. */
    private static boolean isNamed(Hints hints) {
        return !hints.ownBuild() && (hints.start().isPresent() || hints.output().isPresent());
    }

    private Optional<Chosen> amongPackages(List<CargoPackage> crates) {
        List<Binary> web = candidates.stream().filter(dependsOnWebFramework).toList();
        List<CargoPackage> webCrates = web.stream().map(Binary::crate).distinct().toList();
        if (webCrates.size() == 1) {
            return inOnePackage(of(webCrates.get(0)));
        }
        List<CargoPackage> rest = webCrates.isEmpty() ? crates : webCrates;
        List<CargoPackage> named =
                rest.stream()
                        .filter(
                                crate ->
                                        SERVER_NAMES.contains(crate.name())
                                                || SERVER_NAMES.contains(
                                                        RepositoryPath.name(crate.directory())))
                        .toList();
        return (named.size() == 1 ? Optional.of(named.get(0)) : above(rest))
                .flatMap(crate -> inOnePackage(of(crate)));
    }

    /** The package at the workspace's root is what cargo itself runs when it is told nothing. */
    private static Optional<CargoPackage> above(List<CargoPackage> crates) {
        return crates.stream()
                .filter(
                        crate ->
                                crates.stream()
                                        .allMatch(
                                                other ->
                                                        RepositoryPath.isWithin(
                                                                other.directory(),
                                                                crate.directory())))
                .findFirst();
    }

    private List<Binary> of(CargoPackage crate) {
        return candidates.stream().filter(binary -> binary.crate().equals(crate)).toList();
    }

    private Optional<Chosen> inOnePackage(List<Binary> binaries) {
        CargoPackage crate = binaries.get(0).crate();
        if (binaries.size() == 1) {
            return Optional.of(new Chosen(binaries.get(0), "rust.binary.single"));
        }
        Optional<String> defaultRun = crate.text("package.default-run");
        return one(binaries, b -> defaultRun.equals(Optional.of(b.name())), "default-run")
                .or(() -> one(binaries, b -> b.name().equals(crate.name()), "package-name"))
                .or(() -> one(binaries, b -> SERVER_NAMES.contains(b.name()), "server-name"))
                .or(() -> one(binaries, namesWebFramework, "web-framework"));
    }

    private static Optional<Chosen> one(
            List<Binary> binaries, Predicate<Binary> wanted, String rule) {
        List<Binary> left = new ArrayList<>(binaries);
        left.removeIf(wanted.negate());
        return left.size() == 1
                ? Optional.of(new Chosen(left.get(0), "rust.binary." + rule))
                : Optional.empty();
    }

    private Optional<Binary> named(Optional<String> pathOrName) {
        Optional<String> name = pathOrName.map(RepositoryPath::name);
        return candidates.stream().filter(b -> Optional.of(b.name()).equals(name)).findFirst();
    }

    private static String firstWord(String command) {
        return command.strip().split("\\s+")[0];
    }
}
