package io.github.fullstackmaven.deploy;

import io.github.fullstackmaven.deploy.Observed.Accessory;
import io.github.fullstackmaven.deploy.Observed.Beside;
import io.github.fullstackmaven.deploy.Observed.EdgeState;
import io.github.fullstackmaven.deploy.Observed.Unit;
import io.github.fullstackmaven.engine.ContainerState;
import io.github.fullstackmaven.engine.Engine;
import io.github.fullstackmaven.model.Application;
import io.github.fullstackmaven.model.FullstackException;
import io.github.fullstackmaven.model.Volume;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads the state of the engine. Few commands: this is all that an unchanged redeploy does. */
final class Observer {
    private final Engine engine;

    Observer(Engine engine) {
        this.engine = engine;
    }

    /**
     * Looks at an application.
     *
     * @throws FullstackException when it is on the edge of another port: to this one its units
     *     would be left over, and would be taken away while they serve
     */
    Observed observe(Application application) {
        List<ContainerState> containers = engine.containers(Labels.of(application));
        String edge = Names.edge(application.edge());
        elsewhere(edge, containers)
                .ifPresent(
                        other -> {
                            throw EdgeProblems.elsewhere(application, other);
                        });
        EdgeContainers edges = EdgeContainers.of(engine, application.edge());
        boolean there = edges.edge().isPresent();
        boolean answering = edges.edge().filter(ContainerState::isRunning).isPresent();
        boolean volume = answering || engine.hasVolume(edge);
        boolean image = there || engine.image(Specs.edgeImage(application)).isPresent();
        EdgeFacts facts =
                answering || (volume && image)
                        ? facts(new EdgeVolume(engine, application, answering), application)
                        : EdgeFacts.parse("");
        // One that has handed over runs, and serves nobody.
        boolean running = edges.serves() && !edges.hasTakenOver(facts.turn());
        return new Observed(
                new EdgeState(
                        there || edges.publisher().isPresent(),
                        running,
                        image,
                        running || engine.hasNetwork(edge),
                        volume,
                        edges.publisher()
                                .map(c -> c.ports().get(8443))
                                .map(OptionalInt::of)
                                .orElse(OptionalInt.empty()),
                        facts.version(),
                        edges.unsettled(facts.turn()),
                        edges.holder().map(ContainerState::name)),
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
                beside(application, containers));
    }

    /** Returns the port of the edge that the units are on, when none is on this one. */
    private static OptionalInt elsewhere(String edge, List<ContainerState> containers) {
        Set<String> networks =
                containers.stream()
                        .filter(c -> c.label(Labels.RELEASE).isPresent())
                        .flatMap(c -> c.networks().stream())
                        .collect(Collectors.toSet());
        return networks.contains(edge)
                ? OptionalInt.empty()
                : networks.stream().mapToInt(Names::portOfEdge).filter(port -> port > 0).min();
    }

    private Beside beside(Application application, List<ContainerState> containers) {
        List<Accessory> accessories =
                containers.stream()
                        .filter(c -> c.label(Labels.ROLE).filter("accessory"::equals).isPresent())
                        .map(Observer::accessory)
                        .toList();
        List<io.github.fullstackmaven.model.Accessory> wanted =
                application.surroundings().accessories();
        return new Beside(
                containers.stream()
                        .filter(c -> c.label(Labels.ROLE).filter("hook"::equals).isPresent())
                        .map(ContainerState::name)
                        .toList(),
                engine.volumes(Labels.of(application, "secrets")),
                accessories,
                hasOwnNetwork(application, containers),
                wanted.stream()
                        .map(io.github.fullstackmaven.model.Accessory::image)
                        .filter(
                                image ->
                                        accessories.stream().anyMatch(a -> a.image().equals(image))
                                                || engine.image(image).isPresent())
                        .collect(Collectors.toSet()));
    }

    /** Not asked for where a release runs well without it, which is nearly always. */
    private boolean hasOwnNetwork(Application application, List<ContainerState> containers) {
        String network = Names.ownNetwork(application);
        boolean matters =
                containers.isEmpty()
                        || !application.surroundings().accessories().isEmpty()
                        || containers.stream()
                                .anyMatch(
                                        c ->
                                                c.networks().contains(network)
                                                        || c.label(Labels.ACCESSORY).isPresent());
        return matters && engine.hasNetwork(network);
    }

    private static Accessory accessory(ContainerState container) {
        return new Accessory(
                container.label(Labels.ACCESSORY).orElse(""),
                container.name(),
                container.id(),
                container.image(),
                container.label(Labels.MODEL).orElse(""),
                container.status(),
                container.health());
    }

    private static EdgeFacts facts(EdgeVolume volume, Application application) {
        return EdgeFacts.parse(
                volume.ask("observe", Names.project(application), Names.key(application)));
    }

    private Set<String> volumes(Application application) {
        Stream<Volume> ofAccessories =
                application.surroundings().accessories().stream()
                        .flatMap(a -> Specs.engineVolumes(application, a.volumes()).stream());
        return Stream.concat(Specs.engineVolumes(application).stream(), ofAccessories)
                .filter(Volume::isNamed)
                .map(Volume::source)
                .distinct()
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
