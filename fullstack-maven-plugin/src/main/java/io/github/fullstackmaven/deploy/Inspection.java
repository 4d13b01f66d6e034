package io.github.fullstackmaven.deploy;

import io.github.fullstackmaven.deploy.Observed.Unit;
import io.github.fullstackmaven.engine.Engine;
import io.github.fullstackmaven.engine.LogQuery;
import io.github.fullstackmaven.model.Application;
import io.github.fullstackmaven.model.UnitPart;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Looks at a deployed application and changes nothing. */
public final class Inspection {
    private final Engine engine;
    private final Observer observer;

    public Inspection(Engine engine) {
        this.engine = engine;
        this.observer = new Observer(engine);
    }

    /** Returns how the application is doing. */
    public Status status(Application named) {
        Optional<String> upgrading = UpgradeUnderWay.by(engine, named.edge());
        Observed observed = observer.observe(named);
        if (upgrading.isEmpty() && observed.edge().unsettled().isPresent()) {
            // It may have been begun between the two looks.
            upgrading = UpgradeUnderWay.by(engine, named.edge());
        }
        Application application = Served.by(named.on(engine.info().host()), observed);
        Optional<Unit> live = observed.unit(observed.live());
        return new Status(
                application.name(),
                application.environment(),
                Optional.of(observed.live()).filter(r -> !r.isEmpty()),
                live.map(Unit::imageId),
                live.map(Unit::health).orElse("missing"),
                live.map(u -> u.containers().get(0).since()),
                application.publicUrl(),
                observed.units().stream().flatMap(Inspection::rows).toList(),
                observed.beside().accessories().stream()
                        .map(
                                a ->
                                        new Status.Accessory(
                                                a.name(),
                                                a.container(),
                                                a.id(),
                                                a.image(),
                                                a.state()))
                        .toList(),
                Names.edge(application.edge()),
                observed.edge().running(),
                observed.edge().running()
                        ? EdgeControl.version(engine, application)
                        : Optional.empty(),
                outdated(application),
                upgrading,
                expires(application, observed),
                observed.lockHolder(),
                observed.sites().stream().flatMap(s -> EdgeProblems.setAside(s).stream()).toList(),
                Stream.concat(
                                leftOver(observed).stream(),
                                // An edge that somebody is just upgrading is left by nobody.
                                upgrading.isPresent() ? Stream.empty() : leftOver(observed.edge()))
                        .toList(),
                new Status.Ports(application.edge().httpPort(), observed.edge().httpsPort()),
                new DiskUse(engine, application).of(observed));
    }

    private Optional<String> outdated(Application application) {
        String image = Specs.edgeImage(application);
        return engine.container(Names.edge(application.edge()))
                .flatMap(edge -> EdgeOrigin.outdated(edge, image, engine.image(image)));
    }

    private static List<String> leftOver(Observed observed) {
        List<String> all = new ArrayList<>();
        observed.units().stream()
                .filter(u -> !u.release().equals(observed.live()))
                .flatMap(u -> u.containers().stream())
                .forEach(c -> all.add("container " + c.name()));
        observed.trace()
                .unfinished()
                .ifPresent(r -> all.add("the deployment of " + r + ", which never came to an end"));
        return all;
    }

    private static Stream<String> leftOver(Observed.EdgeState edge) {
        return edge
                .unsettled()
                .map(why -> "the edge: " + why)
                .or(
                        () ->
                                edge.holder()
                                        .filter(h -> !edge.running())
                                        .map(
                                                h ->
                                                        "container "
                                                                + h
                                                                + ", which stands in for the edge"))
                .stream();
    }

    /** Returns the application's releases, newest first; empty when it was never deployed. */
    public List<Release> releases(Application application) {
        Observed observed = observer.observe(application);
        if (observed.edge().version() == 0) {
            return List.of();
        }
        EdgeVolume volume = new EdgeVolume(engine, application, observed.edge().running());
        return ReleaseHistory.of(
                volume.ask("history", Names.project(application)),
                observed,
                image -> engine.image(image).isPresent());
    }

    /** Hands on the log of the live unit; of the last one when none is live. */
    public void logs(Application application, LogQuery query, Consumer<String> line) {
        Unit unit = logging(application, observer.observe(application));
        if (unit.containers().size() > 1) {
            new UnitLogs(engine, unit).all(query, line);
        } else {
            engine.logs(unit.containers().get(0).name(), query, line);
        }
    }

    /**
     * The same for one service of the unit alone: {@code gateway}, or the name of a process; or for
     * an accessory.
     */
    public void logs(
            Application application, String service, LogQuery query, Consumer<String> line) {
        Observed observed = observer.observe(application);
        Optional<Observed.Accessory> accessory =
                observed.beside().accessories().stream()
                        .filter(a -> a.name().equals(service))
                        .findFirst();
        if (accessory.isPresent()) {
            engine.logs(accessory.get().container(), query, line);
            return;
        }
        List<String> accessories =
                observed.beside().accessories().stream().map(Observed.Accessory::name).toList();
        Unit unit = logging(application, observed);
        if (unit.containers().stream().noneMatch(c -> c.role().equals(UnitPart.APP))) {
            new UnitLogs(engine, unit).of(service, accessories, query, line);
            return;
        }
        List<String> processes =
                new Archive(engine, application).processes(unit.release(), observed);
        Predicate<String> wanted = LogLines.of(service, processes, accessories);
        if (query.follow() || query.tail().isEmpty()) {
            engine.logs(
                    unit.name().name(), query, l -> Optional.of(l).filter(wanted).ifPresent(line));
            return;
        }
        // So many lines of this service: the engine counts those of all.
        LogLines.Last last = new LogLines.Last(query.tail().getAsInt());
        LogQuery all = new LogQuery(OptionalInt.empty(), query.since(), false);
        engine.logs(unit.name().name(), all, l -> Optional.of(l).filter(wanted).ifPresent(last));
        last.lines().forEach(line);
    }

    private static Unit logging(Application application, Observed observed) {
        return observed.unit(observed.live())
                .or(() -> observed.units().stream().reduce((a, b) -> b))
                .orElseThrow(() -> Problems.notDeployed(application));
    }

    private static Stream<Status.Row> rows(Unit unit) {
        return unit.containers().stream()
                .map(
                        c ->
                                new Status.Row(
                                        unit.release(),
                                        c.name(),
                                        c.id(),
                                        c.status()
                                                + c.health().map(h -> " (" + h + ")").orElse("")));
    }

    private Optional<Instant> expires(Application application, Observed observed) {
        if (!observed.edge().running() || observed.certificates().isEmpty()) {
            return Optional.empty();
        }
        // The one that its site names; which is the newest no clock has to tell.
        List<String> used =
                List.of(
                        "/bin/sh",
                        "-c",
                        "cat \"/edge/$(sed -n 's|^  ssl_certificate \\(certs/[^;]*\\);$|\\1|p'"
                                + " \"/edge/projects/$1.conf\" | head -n 1)\"",
                        "certificate",
                        Names.project(application));
        String pem =
                engine.exec(Names.edge(application.edge()), used, "", Duration.ofSeconds(60)).out();
        return Certificates.expires(pem);
    }
}
