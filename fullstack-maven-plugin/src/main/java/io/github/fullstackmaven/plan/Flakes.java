package io.github.fullstackmaven.plan;

import io.github.fullstackmaven.model.BuildFacts;
import io.github.fullstackmaven.model.Builder;
import io.github.fullstackmaven.model.DockerfileFacts;
import io.github.fullstackmaven.model.Finding;
import io.github.fullstackmaven.model.NixFacts;
import io.github.fullstackmaven.model.Service;
import io.github.fullstackmaven.model.Sourced;
import io.github.fullstackmaven.model.Start;
import io.github.fullstackmaven.scan.RepositoryPath;
import io.github.fullstackmaven.scan.Tree;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Hands services over to the repository's flake. Which package of it is the service's is decided
 * where the image is built, by nix itself: a flake is a program, and its text does not tell.
 */
final class Flakes {
    private static final String FLAKE = "flake.nix";
    private static final String LOCK = "flake.lock";

    private final Tree tree;
    private final Request request;
    private final List<Finding> findings = new ArrayList<>();
    private boolean used;

    Flakes(Tree tree, Request request) {
        this.tree = tree;
        this.request = request;
    }

    List<Finding> findings() {
        return findings;
    }

    /** Says what builds a service. */
    Sourced<Builder> builder(ServiceRequest asked) {
        return asked.builder().orElse(request.builder());
    }

    /** Returns the service as it is built by what was asked for. */
    Service settled(Service service, ServiceRequest asked) {
        Sourced<Builder> builder = builder(asked);
        // Its Dockerfile was written for it, and a flake for the others; unless it is said.
        boolean own = service.facts() instanceof DockerfileFacts && asked.builder().isEmpty();
        if (builder.value() == Builder.NATIVE || own) {
            return service;
        }
        Optional<String> flake = nearest(service.path());
        if (flake.isEmpty()) {
            findings.add(
                    Finding.error(
                                    "FS-NIX-001",
                                    "there is no flake.nix in "
                                            + service.path()
                                            + " or above it, and nix is to build it",
                                    "add one, or let builder be native")
                            .at(builder.source()));
            return service;
        }
        used = true;
        return built(service, flake.get());
    }

    /** Mentions a flake that nothing is built with. */
    Optional<Finding> unused() {
        return used || !tree.isFile(FLAKE)
                ? Optional.empty()
                : Optional.of(
                        Finding.info(
                                        "FS-DETECT-007",
                                        "the flake is not used: the images are built without nix",
                                        "nothing has to be done, or set fullstack.builder to nix")
                                .at(FLAKE));
    }

    private Optional<String> nearest(String directory) {
        String at = directory;
        while (!tree.isFile(RepositoryPath.join(at, FLAKE))) {
            if (at.equals(RepositoryPath.ROOT)) {
                return Optional.empty();
            }
            at = RepositoryPath.parent(at);
        }
        return Optional.of(at);
    }

    private Service built(Service service, String flake) {
        boolean process = service.isProcess();
        NixFacts facts =
                new NixFacts(
                        flake,
                        tree.isFile(RepositoryPath.join(flake, LOCK)),
                        packages(service, flake),
                        process ? Optional.of(service.start()) : Optional.empty(),
                        results(service, flake),
                        service.facts());
        return process
                ? service.but().facts(facts).start(start(service)).service()
                : service.but().facts(facts).service();
    }

    /** Arguments are a program's; of a script they stand in what starts it. */
    private static Start start(Service service) {
        Start found = service.start();
        List<String> argv = new ArrayList<>(Start.ofBinary(service.name()).argv());
        if (found.kind().equals("binary")) {
            found.argv().stream().skip(1).forEach(argv::add);
        }
        return new Start("binary", argv, Optional.of(service.name()));
    }

    /** What a flake calls {@code default} is a program, unless it is the service's own flake. */
    private static List<String> packages(Service service, String flake) {
        Set<String> names = new LinkedHashSet<>();
        names.add(service.name());
        if (!service.path().equals(RepositoryPath.ROOT)) {
            names.add(RepositoryPath.name(service.path()));
        }
        if (service.facts() instanceof BuildFacts.Rust rust) {
            names.add(rust.packageName());
        }
        if (service.isProcess() || flake.equals(service.path())) {
            names.add("default");
        }
        return names.stream().filter(name -> name.matches("[A-Za-z0-9_-]+")).toList();
    }

    private static List<String> results(Service service, String flake) {
        String root = service.facts().root().orElse(service.path());
        return service.facts().built().stream()
                .flatMap(result -> RepositoryPath.resolve(root, result).stream())
                .map(result -> RepositoryPath.relative(flake, result))
                .toList();
    }
}
