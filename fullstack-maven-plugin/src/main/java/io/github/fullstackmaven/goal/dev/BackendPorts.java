package io.github.fullstackmaven.goal.dev;

import io.github.fullstackmaven.detect.evidence.TargetVariable;
import io.github.fullstackmaven.model.Application;
import io.github.fullstackmaven.model.Finding;
import io.github.fullstackmaven.model.Service;
import io.github.fullstackmaven.model.Sourced;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;

/**
 * Where the programs behind the pages listen: on their own ports, or on others where those are
 * taken and the dev server can be told.
 */
final class BackendPorts {
    private final Application application;
    private final DevPorts ports;
    private final Map<String, Integer> portOf = new TreeMap<>();
    private final Map<String, String> targets = new TreeMap<>();
    private final List<Finding> findings = new ArrayList<>();

    BackendPorts(Application application, DevPorts ports) {
        this.application = application;
        this.ports = ports;
    }

    /** Takes note of somebody who is started by others. */
    void startedElsewhere(Service service) {
        service.port().ifPresent(p -> portOf.put(service.name(), p.value()));
    }

    /** Gives a program its port; where it cannot have one there is a finding then. */
    void give(Service service, Launch launch, Optional<PagesLaunch> pages) {
        if (service.port().isEmpty()) {
            return;
        }
        int own = service.port().get().value();
        Optional<TargetVariable> variable = pages.flatMap(found -> variable(found, service));
        boolean movable = takesPort(service, launch) && (pages.isEmpty() || variable.isPresent());
        if (!ports.isFree(own) && !movable) {
            findings.add(ports.taken(service.name(), own, remedy(own, pages)));
        }
        int port = movable ? ports.from(own) : ports.take(own);
        portOf.put(service.name(), port);
        variable.ifPresent(v -> targets.put(v.name(), v.value(port)));
    }

    /** Returns where a program listens. */
    OptionalInt of(Service service) {
        Integer port = portOf.get(service.name());
        return port == null ? OptionalInt.empty() : OptionalInt.of(port);
    }

    /** Returns where the first of them listens. */
    OptionalInt first() {
        return portOf.values().stream().mapToInt(Integer::intValue).findFirst();
    }

    /** Returns the variables by which the dev server is told where they are. */
    Map<String, String> targets() {
        return targets;
    }

    List<Finding> findings() {
        return findings;
    }

    /** Returns the service as it is found here. */
    Service moved(Service service) {
        OptionalInt port = of(service);
        return port.isPresent()
                ? service.but()
                        .port(Optional.of(new Sourced<>(port.getAsInt(), Sourced.DEFAULT)))
                        .service()
                : service;
    }

    private static String remedy(int own, Optional<PagesLaunch> pages) {
        return pages.isPresent()
                ? "stop that, or let the dev server's proxy take its target from a variable:"
                        + " process.env.API_URL ?? 'http://localhost:"
                        + own
                        + "'"
                : "stop that, or let the program take its port from PORT";
    }

    private Optional<TargetVariable> variable(PagesLaunch pages, Service backend) {
        ProxyCheck check = new ProxyCheck(pages);
        return Handovers.routes(application, backend).stream()
                .flatMap(route -> check.handing(route).stream())
                .flatMap(proxy -> proxy.variable().stream())
                .findFirst();
    }

    private static boolean takesPort(Service service, Launch launch) {
        return launch.line().contains("{port}")
                || service.variables().values().stream().anyMatch(v -> v.contains("{port}"))
                || service.evidence().stream().anyMatch(e -> e.rule().endsWith(".port-variable"));
    }
}
