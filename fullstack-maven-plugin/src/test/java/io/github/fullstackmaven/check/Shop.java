package io.github.fullstackmaven.check;

import io.github.fullstackmaven.model.ApiBase;
import io.github.fullstackmaven.model.Application;
import io.github.fullstackmaven.model.Ecosystem;
import io.github.fullstackmaven.model.Edge;
import io.github.fullstackmaven.model.Images;
import io.github.fullstackmaven.model.Layout;
import io.github.fullstackmaven.model.NodeFacts;
import io.github.fullstackmaven.model.Resources;
import io.github.fullstackmaven.model.Route;
import io.github.fullstackmaven.model.Service;
import io.github.fullstackmaven.model.ServiceKind;
import io.github.fullstackmaven.model.Sourced;
import io.github.fullstackmaven.model.Timing;
import io.github.fullstackmaven.model.Variables;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Pages in {@code frontend} and a program in {@code backend} that listens on 3000. */
final class Shop {
    Map<String, List<String>> origins = Map.of();
    Optional<String> domain = Optional.empty();
    boolean stripPrefix;
    Sourced<Integer> port = new Sourced<>(3000, "backend/src/main.rs:41");
    List<ApiBase> apiBases = List.of();
    List<String> publicVariables = List.of();

    Application application() {
        Service frontend =
                Service.at("frontend", ServiceKind.STATIC_FRONTEND, Ecosystem.NODE)
                        .output(Optional.of("dist"))
                        .facts(facts())
                        .service();
        Service backend =
                Service.at("backend", ServiceKind.BACKEND, Ecosystem.RUST)
                        .port(Optional.of(port))
                        .service();
        return new Application(
                "shop",
                "DEV",
                domain,
                Layout.SINGLE,
                List.of(frontend, backend),
                List.of(
                        new Route("/", "frontend", false, "default"),
                        new Route("/api", "backend", stripPrefix, "default")),
                Variables.NONE,
                List.of(),
                List.of(),
                new Edge(true, 8080, 8443),
                Optional.empty(),
                origins,
                Timing.DEFAULT,
                Resources.DEFAULT,
                new Images("shop:1", Map.of()),
                3);
    }

    private NodeFacts facts() {
        return new NodeFacts(
                "frontend",
                List.of(),
                Optional.empty(),
                List.of(),
                List.of(),
                Map.of(),
                Map.of(),
                List.of(),
                apiBases,
                publicVariables,
                List.of(),
                Optional.empty());
    }
}
