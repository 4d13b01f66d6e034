package io.github.fullstackmaven.detect.java;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How a framework is told where to listen, and where it says that it is well.
 *
 * @param places where its configuration lies, besides where everybody's does
 * @param ports the keys of its configuration that have the port
 * @param prefixes the keys that have the path under which everything is
 * @param variables what it takes from the environment
 * @param healthArtifact the artifact that adds a health check
 * @param healthBase the key that moves the health check, and where it is otherwise
 * @param healthPath where the check is below that
 */
record Framework(
        List<Configuration.Place> places,
        List<String> ports,
        List<String> prefixes,
        Map<String, String> variables,
        String healthArtifact,
        Map.Entry<String, String> healthBase,
        String healthPath) {
    private static final String JSON = ".*\\.json";
    private static final String YAML = ".*\\.ya?ml";

    private static final Map<String, Framework> KNOWN =
            Map.of(
                    "spring-boot",
                    new Framework(
                            List.of(),
                            List.of("server.port"),
                            List.of("server.servlet.context-path", "spring.webflux.base-path"),
                            Map.of(
                                    "SERVER_ADDRESS", "{host}",
                                    "SERVER_PORT", "{port}",
                                    "SERVER_SHUTDOWN", "graceful"),
                            "spring-boot-starter-actuator",
                            Map.entry("management.endpoints.web.base-path", "/actuator"),
                            "/health"),
                    "quarkus",
                    new Framework(
                            List.of(),
                            List.of("quarkus.http.port"),
                            List.of("quarkus.http.root-path"),
                            Map.of("QUARKUS_HTTP_HOST", "{host}", "QUARKUS_HTTP_PORT", "{port}"),
                            "quarkus-smallrye-health",
                            Map.entry("quarkus.http.non-application-root-path", "q"),
                            "/health"),
                    "micronaut",
                    new Framework(
                            List.of(),
                            List.of("micronaut.server.port"),
                            List.of("micronaut.server.context-path"),
                            Map.of(
                                    "MICRONAUT_SERVER_HOST", "{host}",
                                    "MICRONAUT_SERVER_PORT", "{port}"),
                            "micronaut-management",
                            Map.entry("endpoints.all.path", ""),
                            "/health"),
                    "helidon",
                    new Framework(
                            List.of(),
                            List.of("server.port"),
                            List.of(),
                            Map.of("SERVER_HOST", "{host}", "SERVER_PORT", "{port}"),
                            "helidon-microprofile-health",
                            Map.entry("health.endpoint", ""),
                            "/health"),
                    "vertx",
                    saidIn(
                            List.of(
                                    new Configuration.Place("conf", JSON),
                                    new Configuration.Place("src/main/conf", JSON),
                                    new Configuration.Place("src/main/resources/conf", JSON),
                                    new Configuration.Place("src/config", JSON)),
                            "http.port",
                            "http.server.port",
                            "server.port",
                            "server.http.port",
                            "port"),
                    "dropwizard",
                    saidIn(
                            List.of(
                                    new Configuration.Place(".", YAML),
                                    new Configuration.Place("config", YAML)),
                            "server.applicationConnectors[0].port",
                            "server.connector.port"));

    private static final Framework OTHER =
            saidIn(List.of(), "server.port", "http.port", "ktor.deployment.port");

    private static Framework saidIn(List<Configuration.Place> places, String... ports) {
        return new Framework(
                places, List.of(ports), List.of(), Map.of(), "", Map.entry("", ""), "");
    }

    Framework {
        places = List.copyOf(places);
        ports = List.copyOf(ports);
        prefixes = List.copyOf(prefixes);
        variables = Map.copyOf(variables);
    }

    static Framework of(Optional<String> name) {
        return name.map(KNOWN::get).orElse(OTHER);
    }

    /** Returns true when the framework takes the port from the environment. */
    boolean takesPort() {
        return !variables.isEmpty();
    }
}
