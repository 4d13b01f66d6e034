package io.github.fullstackmaven.deploy;

import io.github.fullstackmaven.deploy.Observed.EdgeState;
import io.github.fullstackmaven.deploy.Observed.ReleaseRecord;
import io.github.fullstackmaven.deploy.Observed.Site;
import io.github.fullstackmaven.deploy.Observed.Trace;
import io.github.fullstackmaven.deploy.Observed.Unit;
import io.github.fullstackmaven.engine.ContainerState;
import io.github.fullstackmaven.engine.EngineInfo;
import io.github.fullstackmaven.model.Application;
import io.github.fullstackmaven.model.Digest;
import io.github.fullstackmaven.model.Ecosystem;
import io.github.fullstackmaven.model.Edge;
import io.github.fullstackmaven.model.Images;
import io.github.fullstackmaven.model.Layout;
import io.github.fullstackmaven.model.Resources;
import io.github.fullstackmaven.model.Service;
import io.github.fullstackmaven.model.ServiceKind;
import io.github.fullstackmaven.model.Sourced;
import io.github.fullstackmaven.model.Timing;
import io.github.fullstackmaven.model.Variables;
import io.github.fullstackmaven.model.Volume;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Stream;

/** An application and the states in which an engine may have it. */
final class Examples {
    static final EngineInfo PODMAN = podman(false);
    static final String IMAGE = "sha256:" + "a".repeat(64);
    static final String OTHER_IMAGE = "sha256:" + "b".repeat(64);
    static final EdgeState NO_EDGE = edge(false, false, true, false, false, OptionalInt.empty(), 0);
    static final EdgeState EDGE =
            edge(true, true, true, true, true, OptionalInt.of(8443), EdgeFiles.VERSION);
    static final Site OWN = own(application(), Optional.empty());
    static final Observed NOTHING =
            new Observed(
                    NO_EDGE,
                    "",
                    "",
                    List.of(),
                    List.of(),
                    List.of(),
                    List.of(),
                    List.of(),
                    Set.of(),
                    Trace.NONE,
                    Optional.empty(),
                    Optional.empty());
    static final Certificate CERTIFICATE =
            new Certificate("chain", "key", List.of("shop.test"), Instant.EPOCH);

    private Examples() {}

    static EngineInfo podman(boolean rootless) {
        return new EngineInfo("podman", "5.8", "5.8", "linux/amd64", rootless, EngineInfo.HERE);
    }

    /** An edge that has its ports itself, with nothing left of an upgrade. */
    static EdgeState edge(
            boolean container,
            boolean running,
            boolean image,
            boolean network,
            boolean volume,
            OptionalInt httpsPort,
            int version) {
        return new EdgeState(
                container,
                running,
                image,
                network,
                volume,
                httpsPort,
                version,
                Optional.empty(),
                Optional.empty());
    }

    static Application application(Optional<String> domain, List<Volume> volumes, String token) {
        return application("shop", domain, volumes, token);
    }

    static Application application(
            String name, Optional<String> domain, List<Volume> volumes, String token) {
        return application(name, domain, volumes, token, List.of(), Timing.DEFAULT);
    }

    static Application application(Timing timing) {
        return application(
                "shop", Optional.of("shop.test"), List.of(), "secret", List.of(), timing);
    }

    /** The example with a static front end. */
    static Application withPages() {
        Service pages = Service.at("web", ServiceKind.STATIC_FRONTEND, Ecosystem.NODE).service();
        return application(
                "shop",
                Optional.of("shop.test"),
                List.of(),
                "secret",
                List.of(pages),
                Timing.DEFAULT);
    }

    /** The example with a container a process. */
    static Application split(List<Service> processes, Volume volume) {
        return application(
                Layout.SPLIT,
                "shop",
                Optional.of("shop.test"),
                List.of(volume),
                "secret",
                processes,
                Timing.DEFAULT);
    }

    private static Application application(
            String name,
            Optional<String> domain,
            List<Volume> volumes,
            String token,
            List<Service> services,
            Timing timing) {
        return application(Layout.SINGLE, name, domain, volumes, token, services, timing);
    }

    private static Application application(
            Layout layout,
            String name,
            Optional<String> domain,
            List<Volume> volumes,
            String token,
            List<Service> services,
            Timing timing) {
        return new Application(
                name,
                "PRO",
                domain,
                layout,
                services,
                List.of(),
                new Variables(Map.of("TOKEN", Sourced.byDefault(token))),
                List.of(),
                volumes,
                new Edge(true, 8080, 8443),
                Optional.empty(),
                Map.of(),
                timing,
                Resources.DEFAULT,
                new Images("shop:1", Map.of("edge", "nginx:1.30")),
                2);
    }

    static Application application() {
        return application(Optional.of("shop.test"), List.of(), "secret");
    }

    static Target target(Application application, String image) {
        return new Target(application, image, Optional.empty(), "anna");
    }

    static Target target() {
        return target(application(), IMAGE);
    }

    /** The place that an application has on the edge. */
    static Site own(Application application, Optional<Certificate> certificate) {
        return new Site(
                application.name(),
                application.environmentId(),
                application.domain().orElse("-"),
                certificate.isPresent(),
                Digest.of(EdgeFiles.site(application, certificate)),
                Optional.empty());
    }

    /** The unit that the target would give. */
    static Unit unit(String release, String status) {
        return unit(release, status, IMAGE);
    }

    static Unit unit(String release, String status, String image) {
        return unit(release, status, image, "healthy");
    }

    static Unit unit(String release, String status, String image, String health) {
        return new Unit(
                release,
                List.of(
                        new Observed.Container(
                                "app",
                                "fullstack-shop-pro-" + release,
                                "id-" + release,
                                image,
                                target().model(),
                                status,
                                Optional.of(health),
                                "")));
    }

    /** A running edge that serves a release, and these units. */
    static Observed serving(String generation, Unit... units) {
        return serving(generation, generation, units);
    }

    static Observed serving(String generation, String slot, Unit... units) {
        return new Observed(
                EDGE,
                slot,
                generation,
                List.of(units),
                Stream.of(units).map(Unit::release).toList(),
                Stream.of(units)
                        .filter(u -> Names.number(u.release()) <= Names.number(generation))
                        .map(u -> new ReleaseRecord(u.release(), u.imageIds()))
                        .toList(),
                List.of(OWN),
                List.of(),
                Set.of(),
                Trace.NONE,
                Optional.empty(),
                Optional.empty());
    }

    static Observed with(Observed observed, EdgeState edge) {
        return ObservedBut.like(observed).edge(edge).observed();
    }

    static Observed with(Observed observed, Site... sites) {
        return ObservedBut.like(observed).sites(List.of(sites)).observed();
    }

    static Observed with(Observed observed, ReleaseRecord... records) {
        return ObservedBut.like(observed).records(List.of(records)).observed();
    }

    static Observed with(Observed observed, Trace trace) {
        return ObservedBut.like(observed).trace(trace).observed();
    }

    /** A release that was live before, made again. */
    static Aim again(String release) {
        return new Aim.Again(
                application(), "anna", release, target().blueprint(release), Set.of(), List.of());
    }

    /** A container that runs, as an engine tells of it. */
    static ContainerState running(String name, Map<String, String> labels) {
        return new ContainerState(
                "id",
                name,
                "",
                "",
                "running",
                OptionalInt.empty(),
                0,
                "",
                Optional.empty(),
                List.of(),
                labels,
                Map.of(),
                List.of(),
                List.of());
    }

    /** Remembers what it is told. */
    static Progress progress(List<String> notes) {
        return new Progress() {
            @Override
            public void note(String line) {
                notes.add(line);
            }
        };
    }
}
