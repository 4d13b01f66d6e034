package io.github.fullstackmaven.deploy;

import io.github.fullstackmaven.deploy.Observed.EdgeState;
import io.github.fullstackmaven.deploy.Observed.Unit;
import io.github.fullstackmaven.engine.ContainerState;
import io.github.fullstackmaven.engine.Engine;
import io.github.fullstackmaven.engine.ExecResult;
import io.github.fullstackmaven.model.Application;
import io.github.fullstackmaven.model.Volume;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads the state of the engine. Few commands: this is all that an unchanged redeploy does. */
final class Observer {
    private static final Duration LIMIT = Duration.ofSeconds(60);

    private final Engine engine;

    Observer(Engine engine) {
        this.engine = engine;
    }

    Observed observe(Application application) {
        List<ContainerState> containers = engine.containers(Labels.of(application));
        String edge = Names.edge(application.edge());
        Optional<ContainerState> edgeContainer = engine.container(edge);
        boolean running = edgeContainer.filter(ContainerState::isRunning).isPresent();
        boolean volume = running || engine.hasVolume(edge);
        boolean image =
                edgeContainer.isPresent() || engine.image(Specs.edgeImage(application)).isPresent();
        EdgeFacts facts = facts(application, running, volume && image);
        return new Observed(
                new EdgeState(
                        edgeContainer.isPresent(),
                        running,
                        image,
                        running || engine.hasNetwork(edge),
                        volume,
                        edgeContainer
                                .map(c -> c.ports().get(8443))
                                .map(OptionalInt::of)
                                .orElse(OptionalInt.empty()),
                        facts.version()),
                facts.slot(),
                running ? facts.generation() : "",
                containers.stream()
                        .filter(c -> c.label(Labels.ROLE).filter("app"::equals).isPresent())
                        .map(Observer::unit)
                        .toList(),
                facts.upstreams(),
                facts.records(),
                facts.sites(),
                facts.certificates(),
                volumes(application),
                containers.stream()
                        .filter(c -> c.name().equals(Names.lock(application)))
                        .map(c -> c.label(Labels.HOLDER).orElse("somebody"))
                        .findFirst());
    }

    private EdgeFacts facts(Application application, boolean running, boolean readable) {
        List<String> program =
                List.of(
                        "/bin/sh",
                        "-c",
                        EdgeFiles.script("observe"),
                        "observe",
                        Names.project(application),
                        Names.key(application));
        if (running) {
            ExecResult result = engine.exec(Names.edge(application.edge()), program, "", LIMIT);
            if (!result.ok()) {
                throw Problems.edgeSilent(application, result.complaint());
            }
            return EdgeFacts.parse(result.out());
        }
        if (!readable) {
            return EdgeFacts.parse("");
        }
        ExecResult result =
                engine.run(
                        Specs.onEdgeVolume(application, program.toArray(String[]::new)), "", LIMIT);
        if (!result.ok()) {
            throw Problems.edgeSilent(application, result.complaint());
        }
        return EdgeFacts.parse(result.out());
    }

    private Set<String> volumes(Application application) {
        return Specs.engineVolumes(application).stream()
                .filter(Volume::isNamed)
                .map(Volume::source)
                .filter(engine::hasVolume)
                .collect(Collectors.toSet());
    }

    private static Unit unit(ContainerState container) {
        return new Unit(
                container.label(Labels.RELEASE).orElse(""),
                container.name(),
                container.id(),
                container.imageId(),
                container.label(Labels.MODEL).orElse(""),
                container.status(),
                container.health(),
                container.startedAt());
    }
}
