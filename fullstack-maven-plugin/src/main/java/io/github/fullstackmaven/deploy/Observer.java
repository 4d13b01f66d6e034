package io.github.fullstackmaven.deploy;

import io.github.fullstackmaven.deploy.Observed.Beside;
import io.github.fullstackmaven.deploy.Observed.EdgeState;
import io.github.fullstackmaven.deploy.Observed.Unit;
import io.github.fullstackmaven.engine.ContainerState;
import io.github.fullstackmaven.engine.Engine;
import io.github.fullstackmaven.model.Application;
import io.github.fullstackmaven.model.Volume;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads the state of the engine. Few commands: this is all that an unchanged redeploy does. */
final class Observer {
    private final Engine engine;

    Observer(Engine engine) {
        this.engine = engine;
    }

    Observed observe(Application application) {
        List<ContainerState> containers = engine.containers(Labels.of(application));
        String edge = Names.edge(application.edge());
        Optional<ContainerState> edgeContainer = engine.container(edge);
        if (edgeContainer.filter(c -> c.label(Labels.ROLE).isEmpty()).isPresent()) {
            throw Problems.foreign(edge);
        }
        boolean running = edgeContainer.filter(ContainerState::isRunning).isPresent();
        boolean volume = running || engine.hasVolume(edge);
        boolean image =
                edgeContainer.isPresent() || engine.image(Specs.edgeImage(application)).isPresent();
        EdgeFacts facts =
                running || (volume && image)
                        ? facts(new EdgeVolume(engine, application, running), application)
                        : EdgeFacts.parse("");
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
                units(containers),
                facts.upstreams(),
                facts.records(),
                facts.sites(),
                facts.certificates(),
                volumes(application),
                facts.trace(),
                facts.room(),
                containers.stream()
                        .filter(c -> c.name().equals(Names.lock(application)))
                        .map(c -> c.label(Labels.HOLDER).orElse("somebody"))
                        .findFirst(),
                new Beside(
                        containers.stream()
                                .filter(
                                        c ->
                                                c.label(Labels.ROLE)
                                                        .filter("hook"::equals)
                                                        .isPresent())
                                .map(ContainerState::name)
                                .toList(),
                        engine.volumes(Labels.of(application, "secrets"))));
    }

    private static EdgeFacts facts(EdgeVolume volume, Application application) {
        return EdgeFacts.parse(
                volume.ask("observe", Names.project(application), Names.key(application)));
    }

    private Set<String> volumes(Application application) {
        return Specs.engineVolumes(application).stream()
                .filter(Volume::isNamed)
                .map(Volume::source)
                .filter(engine::hasVolume)
                .collect(Collectors.toSet());
    }

    /** What has a release and a model is part of a unit, whatever its role. */
    private static List<Unit> units(List<ContainerState> containers) {
        Map<String, List<Observed.Container>> units = new LinkedHashMap<>();
        for (ContainerState container : containers) {
            Optional<String> release = container.label(Labels.RELEASE);
            if (release.isPresent() && container.label(Labels.MODEL).isPresent()) {
                units.computeIfAbsent(release.get(), r -> new ArrayList<>()).add(member(container));
            }
        }
        return units.entrySet().stream().map(u -> new Unit(u.getKey(), u.getValue())).toList();
    }

    private static Observed.Container member(ContainerState container) {
        return new Observed.Container(
                container.label(Labels.ROLE).orElse(""),
                container.name(),
                container.id(),
                container.imageId(),
                container.label(Labels.MODEL).orElse(""),
                container.status(),
                container.health(),
                container.startedAt());
    }
}
