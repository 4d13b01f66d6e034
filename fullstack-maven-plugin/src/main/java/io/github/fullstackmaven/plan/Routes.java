package io.github.fullstackmaven.plan;

import io.github.fullstackmaven.detect.evidence.DevProxy;
import io.github.fullstackmaven.model.Finding;
import io.github.fullstackmaven.model.Route;
import io.github.fullstackmaven.model.Service;
import io.github.fullstackmaven.model.ServiceKind;
import io.github.fullstackmaven.model.Sourced;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Decides which part of the URL space each service answers. */
final class Routes {
    private static final String DEFAULT_PREFIX = "/api";

    private final Request request;
    private final List<DevProxy> proxies;
    private final List<Finding> findings = new ArrayList<>();

    Routes(Request request, List<DevProxy> proxies) {
        this.request = request;
        this.proxies = proxies.stream().filter(p -> RequestChecks.isPrefix(p.prefix())).toList();
    }

    List<Finding> findings() {
        return findings;
    }

    /** Returns the routes, those of the back end first, the API prefix at their head. */
    List<Route> of(List<Service> services) {
        List<Route> routes = new ArrayList<>();
        services.stream()
                .filter(service -> service.kind() == ServiceKind.BACKEND)
                .findFirst()
                .ifPresent(backend -> backend(backend, routes));
        services.stream()
                .filter(service -> service.kind() == ServiceKind.STATIC_FRONTEND)
                .findFirst()
                .ifPresent(s -> routes.add(new Route("/", s.name(), false, Sourced.DEFAULT)));
        return routes;
    }

    private void backend(Service backend, List<Route> routes) {
        Optional<DevProxy> main = main(backend);
        Sourced<String> prefix =
                request.apiPrefix()
                        .or(() -> main.map(proxy -> new Sourced<>(proxy.prefix(), proxy.source())))
                        .orElse(Sourced.byDefault(DEFAULT_PREFIX));
        Optional<DevProxy> same =
                proxies.stream().filter(p -> p.prefix().equals(prefix.value())).findFirst();
        boolean strip =
                request.apiStripPrefix()
                        .map(Sourced::value)
                        .orElse(same.map(DevProxy::stripPrefix).orElse(false));
        routes.add(new Route(prefix.value(), backend.name(), strip, prefix.source()));
        same.ifPresent(proxy -> compare(proxy, backend));
        if (request.apiPrefix().isPresent()) {
            return;
        }
        for (DevProxy proxy : proxies) {
            boolean known = routes.stream().anyMatch(r -> r.path().equals(proxy.prefix()));
            if (!known && isFor(proxy, backend)) {
                routes.add(
                        new Route(
                                proxy.prefix(),
                                backend.name(),
                                proxy.stripPrefix(),
                                proxy.source()));
            } else if (!known) {
                compare(proxy, backend);
            }
        }
    }

    /** {@code /api} if it is handed on; else the first prefix that leads to the back end's port. */
    private Optional<DevProxy> main(Service backend) {
        return proxies.stream()
                .filter(proxy -> proxy.prefix().equals(DEFAULT_PREFIX))
                .findFirst()
                .or(() -> proxies.stream().filter(proxy -> isFor(proxy, backend)).findFirst());
    }

    private static boolean isFor(DevProxy proxy, Service backend) {
        OptionalInt port = proxy.targetPort();
        return port.isEmpty()
                || backend.port().isEmpty()
                || backend.port().get().value() == port.getAsInt();
    }

    private void compare(DevProxy proxy, Service backend) {
        if (!isFor(proxy, backend)) {
            Sourced<Integer> port = backend.port().orElseThrow();
            findings.add(
                    Finding.warning(
                                    "FS-ROUTE-001",
                                    "the dev server hands "
                                            + proxy.prefix()
                                            + " on to port "
                                            + proxy.targetPort().orElseThrow()
                                            + ", but the back end listens on "
                                            + port.value()
                                            + " ("
                                            + port.source()
                                            + ")",
                                    "correct the proxy, or set fullstack.backendPort")
                            .at(proxy.file(), proxy.line()));
        }
    }
}
