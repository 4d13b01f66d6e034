package io.github.fullstackmaven.deploy;

import io.github.fullstackmaven.deploy.Observed.Unit;
import io.github.fullstackmaven.engine.Engine;
import io.github.fullstackmaven.engine.LogQuery;
import io.github.fullstackmaven.model.Application;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Looks at a deployed application and changes nothing. */
public final class Inspection {
    private final Engine engine;
    private final Observer observer;

    public Inspection(Engine engine) {
        this.engine = engine;
        this.observer = new Observer(engine);
    }

    /** Returns how the application is doing. */
    public Status status(Application application) {
        Observed observed = observer.observe(application);
        Optional<Unit> live = observed.unit(observed.live());
        return new Status(
                application.name(),
                application.environment(),
                Optional.of(observed.live()).filter(r -> !r.isEmpty()),
                live.map(Unit::imageId),
                health(live),
                live.map(Unit::since),
                application.publicUrl(),
                observed.units().stream()
                        .map(
                                u ->
                                        new Status.Row(
                                                u.release(),
                                                u.name(),
                                                u.containerId(),
                                                u.status()
                                                        + u.health()
                                                                .map(h -> " (" + h + ")")
                                                                .orElse("")))
                        .toList(),
                Names.edge(application.edge()),
                observed.edge().running(),
                expires(application, observed),
                observed.lockHolder(),
                observed.sites().stream().flatMap(s -> Problems.setAside(s).stream()).toList());
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
        Observed observed = observer.observe(application);
        Unit unit =
                observed.unit(observed.live())
                        .or(() -> observed.units().stream().reduce((a, b) -> b))
                        .orElseThrow(() -> Problems.notDeployed(application));
        engine.logs(unit.name(), query, line);
    }

    private static String health(Optional<Unit> live) {
        if (live.isEmpty()) {
            return "missing";
        }
        if (!live.get().isRunning()) {
            return "stopped";
        }
        return live.get().health().orElse("healthy");
    }

    private Optional<Instant> expires(Application application, Observed observed) {
        if (!observed.edge().running() || observed.certificates().isEmpty()) {
            return Optional.empty();
        }
        List<String> newest =
                List.of(
                        "/bin/sh",
                        "-c",
                        "cat \"$(ls -td /edge/certs/\"$1\"/* | head -n 1)/fullchain.pem\"",
                        "certificate",
                        Names.project(application));
        String pem =
                engine.exec(Names.edge(application.edge()), newest, "", Duration.ofSeconds(60))
                        .out();
        return Certificates.expires(pem);
    }
}
