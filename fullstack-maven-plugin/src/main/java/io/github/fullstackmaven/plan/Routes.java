package io.github.fullstackmaven.plan;

import io.github.fullstackmaven.detect.evidence.DevProxy;
import io.github.fullstackmaven.model.Finding;
import io.github.fullstackmaven.model.Route;
import io.github.fullstackmaven.model.Service;
import io.github.fullstackmaven.model.ServiceKind;
import io.github.fullstackmaven.model.Sourced;
import io.github.fullstackmaven.scan.Tree;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** Decides which part of the URL space each service answers. */
final class Routes {
    private static final String DEFAULT_PREFIX = "/api";

    private final Request request;
    private final Map<String, ServiceRequest> said;
    private final Tree tree;
    private final List<DevProxy> proxies;
    private final List<Finding> findings = new ArrayList<>();

    Routes(Request request, Map<String, ServiceRequest> said, Tree tree, List<DevProxy> proxies) {
        this.request = request;
        this.said = Map.copyOf(said);
        this.tree = tree;
        this.proxies = proxies.stream().filter(p -> RequestChecks.isPrefix(p.prefix())).toList();
    }

    List<Finding> findings() {
        return findings;
    }

    /** Returns the routes, those of back ends first, the root last. */
    List<Route> of(List<Service> services) {
        List<Service> backends =
                services.stream().filter(s -> s.isBackend() && s.port().isPresent()).toList();
        Optional<Service> frontend =
                services.stream()
                        .filter(
                                s ->
                                        s.kind() == ServiceKind.STATIC_FRONTEND
                                                || s.kind() == ServiceKind.SSR_FRONTEND)
                        .findFirst();
        Optional<Service> owner =
                frontend.flatMap(pages -> Embedding.owner(pages, backends))
                        .or(() -> frontend.isEmpty() ? backends.stream().findFirst() : frontend);
        List<Service> below = backends.stream().filter(b -> !owner.equals(Optional.of(b))).toList();
        List<Route> routes = new ArrayList<>();
        if (below.size() == 1 && (owner.isEmpty() || !owner.get().isBackend())) {
            alone(below.get(0), frontend, routes);
        } else {
            below.forEach(backend -> mounted(backend, routes));
        }
        owner.ifPresent(s -> routes.add(new Route("/", s.name(), false, Sourced.DEFAULT)));
        return routes;
    }

    /** Beside a front end that answers below {@code /api} itself, a back end has a place there. */
    private void alone(Service backend, Optional<Service> frontend, List<Route> routes) {
        Optional<String> taken = frontend.flatMap(pages -> ApiOfFrontend.in(tree, pages));
        boolean clear = prefix(backend).isPresent() || main(backend).isPresent();
        if (taken.isPresent() && !clear) {
            mounted(backend, routes);
        } else {
            backend(backend, routes);
        }
    }

    /**
     * One of several: where the dev server hands prefixes on to its port, those; else {@code
     * /api/<name>}, which is taken off, since the program does not know the name that it has here.
     */
    private void mounted(Service backend, List<Route> routes) {
        Optional<Sourced<String>> own = said(backend).apiPrefix();
        if (own.isPresent()) {
            boolean strip = said(backend).apiStripPrefix().map(Sourced::value).orElse(false);
            routes.add(new Route(own.get().value(), backend.name(), strip, own.get().source()));
            return;
        }
        List<DevProxy> handedOn = handedOn(backend, routes);
        handedOn.forEach(
                p ->
                        routes.add(
                                new Route(
                                        p.prefix(), backend.name(), p.stripPrefix(), p.source())));
        if (handedOn.isEmpty()) {
            byName(backend, routes);
        }
    }

    private List<DevProxy> handedOn(Service backend, List<Route> routes) {
        return proxies.stream()
                .filter(p -> p.targetPort().isPresent() && isFor(p, backend))
                .filter(p -> routes.stream().noneMatch(r -> r.path().equals(p.prefix())))
                .toList();
    }

    private ServiceRequest said(Service backend) {
        return said.getOrDefault(backend.name(), ServiceRequest.DETECTED);
    }

    private Optional<Sourced<String>> prefix(Service backend) {
        return said(backend).apiPrefix().or(request::apiPrefix);
    }

    private void byName(Service backend, List<Route> routes) {
        String base = request.apiPrefix().map(Sourced::value).orElse(DEFAULT_PREFIX);
        String path = (base.equals("/") ? "" : base) + "/" + backend.name();
        boolean strip = request.apiStripPrefix().map(Sourced::value).orElse(true);
        routes.add(new Route(path, backend.name(), strip, Sourced.DEFAULT));
        findings.add(
                Finding.info(
                        "FS-ROUTE-003",
                        "no dev proxy says which requests "
                                + backend.name()
                                + " answers: it gets those below "
                                + path
                                + (strip ? ", without that prefix" : ""),
                        "hand its prefix on in the dev server's proxy, or list the back ends in"
                                + " <backends>"));
    }

    private void backend(Service backend, List<Route> routes) {
        Optional<DevProxy> main = main(backend);
        Sourced<String> prefix =
                prefix(backend)
                        .or(() -> main.map(proxy -> new Sourced<>(proxy.prefix(), proxy.source())))
                        .orElse(Sourced.byDefault(DEFAULT_PREFIX));
        Optional<DevProxy> same =
                proxies.stream().filter(p -> p.prefix().equals(prefix.value())).findFirst();
        boolean strip =
                said(backend)
                        .apiStripPrefix()
                        .or(request::apiStripPrefix)
                        .map(Sourced::value)
                        .orElse(same.map(DevProxy::stripPrefix).orElse(false));
        routes.add(new Route(prefix.value(), backend.name(), strip, prefix.source()));
        same.ifPresent(proxy -> compare(proxy, backend));
        if (prefix(backend).isPresent()) {
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
