package io.github.fullstackmaven.goal.dev;

import io.github.fullstackmaven.model.Application;
import io.github.fullstackmaven.model.Finding;
import io.github.fullstackmaven.model.Route;
import io.github.fullstackmaven.model.Service;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/** What the dev server of the pages has to hand on to whom. */
final class Handovers {
    private final Application application;
    private final BackendPorts ports;
    private final List<Finding> findings = new ArrayList<>();

    Handovers(Application application, BackendPorts ports) {
        this.application = application;
        this.ports = ports;
    }

    /** Returns what is handed on as it should be; of the rest there are findings then. */
    List<Handover> of(PagesLaunch pages) {
        List<Handover> handovers = new ArrayList<>();
        ProxyCheck check = new ProxyCheck(pages);
        for (Service backend : application.services()) {
            OptionalInt port = ports.of(backend);
            if (!backend.isBackend() || port.isEmpty()) {
                continue;
            }
            for (Route route : routes(application, backend)) {
                List<Finding> said = check.of(route, backend, port.getAsInt());
                findings.addAll(said);
                if (said.isEmpty()) {
                    handovers.add(handover(backend, port.getAsInt(), route));
                }
            }
        }
        return handovers;
    }

    List<Finding> findings() {
        return findings;
    }

    /** Returns the routes of a back end that a dev server can tell from its own pages. */
    static List<Route> routes(Application application, Service backend) {
        return application.routes().stream()
                .filter(route -> route.service().equals(backend.name()))
                .filter(route -> !route.path().equals("/"))
                .toList();
    }

    private static Handover handover(Service backend, int port, Route route) {
        String health = backend.health().map(h -> h.path()).orElse("");
        String prefix = route.path();
        if (route.stripPrefix()) {
            String rest = health.isEmpty() ? "/" : health;
            return new Handover(backend.name(), port, prefix + rest, rest);
        }
        String path = health.startsWith(prefix + "/") ? health : prefix + "/";
        return new Handover(backend.name(), port, path, path);
    }
}
