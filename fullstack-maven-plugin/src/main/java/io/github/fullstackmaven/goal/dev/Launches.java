package io.github.fullstackmaven.goal.dev;

import io.github.fullstackmaven.detect.evidence.Manifests;
import io.github.fullstackmaven.detect.node.DevProject;
import io.github.fullstackmaven.model.BuildFacts;
import io.github.fullstackmaven.model.GoFacts;
import io.github.fullstackmaven.model.JavaFacts;
import io.github.fullstackmaven.model.NodeFacts;
import io.github.fullstackmaven.model.PythonFacts;
import io.github.fullstackmaven.model.Service;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How processes are started, by ecosystem. */
final class Launches {
    private final Manifests manifests;
    private final Machine machine;
    private final Wanted wanted;

    Launches(Manifests manifests, Machine machine, Wanted wanted) {
        this.manifests = manifests;
        this.machine = machine;
        this.wanted = wanted;
    }

    /** Returns how a process is started; empty where nobody here knows. */
    Optional<Launch> of(Service service) {
        Optional<Launch> said = said(service);
        if (said.isPresent()) {
            return said;
        }
        if (service.facts() instanceof JavaFacts java) {
            return JavaLaunch.of(service, java);
        }
        if (service.start().argv().isEmpty()) {
            return Optional.empty();
        }
        if (service.facts() instanceof NodeFacts) {
            return Optional.of(
                    NodeLaunch.of(
                            service,
                            DevProject.of(manifests, service.path()),
                            manifests.tree(),
                            machine::onPath));
        }
        if (service.facts() instanceof GoFacts go) {
            return Optional.of(GoLaunch.of(service, go, manifests.tree(), machine::onPath));
        }
        if (service.facts() instanceof BuildFacts.Rust rust) {
            return Optional.of(RustLaunch.of(service, rust));
        }
        if (service.facts() instanceof PythonFacts python) {
            return Optional.of(PythonLaunch.of(service, python, manifests.tree()));
        }
        return Optional.empty();
    }

    /** Returns what the user says of a service. */
    Optional<Launch> said(Service service) {
        return Optional.ofNullable(wanted.commands().get(service.name()))
                .map(
                        line ->
                                new Launch(
                                        List.of(),
                                        line,
                                        Optional.empty(),
                                        Map.of(),
                                        List.of(),
                                        List.of()));
    }
}
