package io.github.fullstackmaven.render;

import io.github.fullstackmaven.model.Application;
import io.github.fullstackmaven.model.Health;
import io.github.fullstackmaven.model.Layout;
import io.github.fullstackmaven.model.RequestLimits;
import io.github.fullstackmaven.model.Route;
import io.github.fullstackmaven.model.Service;
import io.github.fullstackmaven.model.UnitSettings;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Writes the configuration of the nginx inside the application. */
final class GatewayRenderer {
    private static final int WORKERS = 2;
    private static final int MOST_WORKERS = 8;

    private final TemplateEngine engine;

    GatewayRenderer(TemplateEngine engine) {
        this.engine = engine;
    }

    /**
     * A process that answers requests.
     *
     * @param name the upstream's name
     * @param port where it listens
     * @param health the path that answers when it is well; absent: none is known
     */
    public record Upstream(String name, int port, Optional<String> health) {}

    /**
     * A part of the URL space that a process answers.
     *
     * @param path the prefix without a trailing slash; never the root, which is the front end's
     * @param upstream the process
     * @param stripPrefix whether the prefix is taken off
     * @param healthPath where {@code <path>/health} goes, if that lies outside the prefix
     */
    public record ProxiedRoute(
            String path, String upstream, boolean stripPrefix, Optional<String> healthPath) {}

    Artefact render(Application application) {
        UnitSettings settings = UnitSettings.of(application);
        Map<String, Object> values = new HashMap<>();
        List<Upstream> upstreams = upstreams(application);
        RequestLimits limits = application.resources().requests();
        values.put("nginx", new NginxText());
        values.put("workers", workers(application));
        values.put("shutdownSeconds", (int) settings.gatewayDrain().toSeconds() - 1);
        values.put("maxBody", limits.maxBody());
        values.put("port", settings.gatewayPort());
        values.put("upstreams", upstreams);
        boolean split = application.layout() == Layout.SPLIT;
        // In one container a supervisor waits for the ports of those that name no health path.
        values.put(
                "checked",
                upstreams.stream().filter(u -> split || u.health().isPresent()).toList());
        values.put("split", split);
        values.put("routes", routes(application));
        values.put("pages", application.frontend().isPresent() && servesPages(application));
        values.put("notFoundPage", PageAddresses.eachHasAPage(application));
        values.put(
                "rootUpstream",
                application.root().filter(Service::isProcess).map(Service::name).orElse(""));
        values.put("answerSeconds", (int) limits.answer().toSeconds());
        values.put("rateLimit", limits.rate());
        values.put("burst", limits.rate().orElse(0) * 2);
        return Artefact.file("context/nginx.conf", engine.fill("nginx.conf.vm", values));
    }

    /**
     * Returns the processes in containers of their own, by names that only the gateway's start
     * knows.
     */
    Artefact upstreamsOf(Application application) {
        return Artefact.file(
                "context/upstreams.conf",
                engine.fill(
                        "upstreams.conf.vm",
                        Map.of("nginx", new NginxText(), "upstreams", upstreams(application))));
    }

    /** A front end may also lie inside a process that answers the root itself. */
    private static boolean servesPages(Application application) {
        return application.root().filter(Service::isProcess).isEmpty();
    }

    private static List<Upstream> upstreams(Application application) {
        return application.processes().stream()
                .filter(process -> process.port().isPresent())
                .map(
                        process ->
                                new Upstream(
                                        process.name(),
                                        process.port().get().value(),
                                        process.health().map(Health::path)))
                .toList();
    }

    private static List<ProxiedRoute> routes(Application application) {
        return application.routes().stream()
                .filter(route -> !route.path().equals("/"))
                .flatMap(
                        route ->
                                application
                                        .service(route.service())
                                        .filter(Service::isProcess)
                                        .map(service -> proxied(route, service))
                                        .stream())
                .toList();
    }

    private static ProxiedRoute proxied(Route route, Service process) {
        Optional<String> health =
                process.health()
                        .map(Health::path)
                        .filter(p -> !route.stripPrefix() && !p.startsWith(route.path() + "/"));
        return new ProxiedRoute(route.path(), process.name(), route.stripPrefix(), health);
    }

    /** As many as there are processors for this container, which nginx itself cannot see. */
    private static int workers(Application application) {
        return application
                .resources()
                .cpus()
                .map(cpus -> new BigDecimal(cpus).setScale(0, RoundingMode.CEILING).intValue())
                .map(cpus -> Math.max(1, Math.min(MOST_WORKERS, cpus)))
                .orElse(WORKERS);
    }
}
