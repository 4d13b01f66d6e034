package io.github.fullstackmaven.render;

import io.github.fullstackmaven.model.Application;
import io.github.fullstackmaven.model.Health;
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
     * A part of the URL space that the back end answers.
     *
     * @param path the prefix without a trailing slash
     * @param stripPrefix whether the prefix is taken off
     * @param healthPath where {@code <path>/health} goes, if that lies outside the prefix
     */
    public record BackendRoute(String path, boolean stripPrefix, Optional<String> healthPath) {}

    Artefact render(Application application) {
        Service backend = application.backend().orElseThrow();
        UnitSettings settings = UnitSettings.of(application);
        Map<String, Object> values = new HashMap<>();
        values.put("nginx", new NginxText());
        values.put("workers", workers(application));
        values.put("shutdownSeconds", (int) settings.gatewayDrain().toSeconds() - 1);
        values.put("maxBody", UnitSettings.MAX_BODY);
        values.put("port", settings.gatewayPort());
        values.put("backendPort", backend.port().orElseThrow().value());
        values.put("routes", backendRoutes(application, backend));
        values.put("health", backend.health().map(Health::path));
        values.put("rateLimit", application.resources().rateLimit());
        values.put("burst", application.resources().rateLimit().orElse(0) * 2);
        return Artefact.file("context/nginx.conf", engine.fill("nginx.conf.vm", values));
    }

    private static List<BackendRoute> backendRoutes(Application application, Service backend) {
        return application.routes().stream()
                .filter(route -> route.service().equals(backend.name()))
                .map(route -> backendRoute(route, backend))
                .toList();
    }

    private static BackendRoute backendRoute(Route route, Service backend) {
        String path = route.path().equals("/") ? "" : route.path();
        Optional<String> health =
                backend.health()
                        .map(Health::path)
                        .filter(p -> !route.stripPrefix() && !p.startsWith(path + "/"));
        return new BackendRoute(path, route.stripPrefix(), health);
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
