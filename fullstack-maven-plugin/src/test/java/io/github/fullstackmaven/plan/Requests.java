package io.github.fullstackmaven.plan;

import io.github.fullstackmaven.model.Builder;
import io.github.fullstackmaven.model.Layout;
import io.github.fullstackmaven.model.Resources;
import io.github.fullstackmaven.model.Sourced;
import io.github.fullstackmaven.model.Timing;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Builds requests for tests; everything that is not named is detected or the default. */
final class Requests {
    String name = "shop";
    String environment = "DEV";
    boolean strict;
    Map<String, String> ignored = Map.of();
    Optional<Sourced<String>> domain = Optional.empty();
    int httpPort = 8080;
    Optional<Sourced<String>> certificate = Optional.empty();
    Optional<Sourced<String>> key = Optional.empty();
    ServiceRequest frontend = ServiceRequest.DETECTED;
    ServiceRequest backend = ServiceRequest.DETECTED;
    Optional<Sourced<String>> prefix = Optional.empty();
    Map<String, List<String>> origins = Map.of();
    Sourced<Builder> builder = Sourced.byDefault(Builder.NATIVE);
    Optional<List<String>> envFiles = Optional.empty();
    Map<String, String> variables = Map.of();
    List<Sourced<String>> volumes = List.of();
    Optional<String> baseRegistry = Optional.empty();
    Map<String, String> baseImages = Map.of();
    Map<String, Sourced<String>> secrets = Map.of();
    Map<String, Sourced<String>> secretVariables = Map.of();
    HooksRequest hooks = HooksRequest.NONE;
    AccessoriesRequest accessories = AccessoriesRequest.NONE;

    static Sourced<String> set(String value, String property) {
        return new Sourced<>(value, "fullstack." + property);
    }

    static ServiceRequest service(
            String dir, String build, String output, String start, Integer port, String health) {
        return new ServiceRequest(
                Optional.empty(),
                Optional.ofNullable(dir).map(v -> set(v, "backendDir")),
                Optional.ofNullable(build).map(v -> set(v, "backendBuild")),
                Optional.ofNullable(output).map(v -> set(v, "backendOutput")),
                Optional.ofNullable(start).map(v -> set(v, "backendStart")),
                Optional.ofNullable(port).map(v -> new Sourced<>(v, "fullstack.backendPort")),
                Optional.ofNullable(health).map(v -> set(v, "backendHealth")),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    Request request() {
        return new Request(
                set(name, "name"),
                set(environment, "env"),
                strict,
                ignored,
                domain,
                new Sourced<>(httpPort, "fullstack.httpPort"),
                Sourced.byDefault(8443),
                certificate,
                key,
                frontend,
                List.of(backend),
                prefix,
                Optional.empty(),
                origins,
                envFiles,
                variables,
                volumes,
                Sourced.byDefault(Layout.SINGLE),
                builder,
                true,
                Sourced.byDefault(name + ":1.0"),
                baseRegistry,
                baseImages,
                Map.of(),
                Timing.DEFAULT,
                Resources.DEFAULT,
                3,
                hooks,
                secrets,
                secretVariables,
                accessories);
    }
}
