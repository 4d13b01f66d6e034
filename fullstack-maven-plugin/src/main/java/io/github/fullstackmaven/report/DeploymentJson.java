package io.github.fullstackmaven.report;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.fullstackmaven.model.Finding;
import java.util.List;
import java.util.Optional;

/**
 * Writes {@code deployment.json}: what came of a deployment, also of one that failed.
 *
 * @param outcome {@code live}, {@code unchanged}, {@code unhealthy} …
 * @param application the application's name
 * @param environment the environment as the user wrote it
 * @param engine the engine's name; absent when none was found
 * @param release the release that is live now
 * @param previous the release that was live before
 * @param url where the application answers
 * @param containers the containers of the live release
 * @param edge the edge
 * @param warnings what went wrong and did not keep it from going live
 */
public record DeploymentJson(
        String outcome,
        String application,
        String environment,
        Optional<String> engine,
        Optional<String> release,
        Optional<String> previous,
        Optional<String> url,
        List<Container> containers,
        Optional<Edge> edge,
        List<Finding> warnings) {
    /** A container of the live release. */
    public record Container(String role, String name, String id) {}

    /** The edge that the application is reached through. */
    public record Edge(String name, int httpPort, int httpsPort) {}

    public DeploymentJson {
        containers = List.copyOf(containers);
        warnings = List.copyOf(warnings);
    }

    /** Returns what is to be said of a deployment that was not begun. */
    public static DeploymentJson refused(String application, String environment) {
        return new DeploymentJson(
                "refused",
                application,
                environment,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                Optional.empty(),
                List.of());
    }

    /** Returns the file's content. */
    public String text() {
        ObjectNode document =
                Json.document()
                        .put("outcome", outcome)
                        .put("application", application)
                        .put("environment", environment);
        engine.ifPresent(e -> document.put("engine", e));
        release.ifPresent(r -> document.put("release", r));
        previous.ifPresent(p -> document.put("previous", p));
        url.ifPresent(u -> document.put("url", u));
        var list = document.putArray("containers");
        containers.forEach(
                c ->
                        list.addObject()
                                .put("role", c.role())
                                .put("name", c.name())
                                .put("id", c.id()));
        edge.ifPresent(
                e ->
                        document.putObject("edge")
                                .put("name", e.name())
                                .put("httpPort", e.httpPort())
                                .put("httpsPort", e.httpsPort()));
        var said = document.putArray("warnings");
        warnings.forEach(
                w -> {
                    var warning = said.addObject().put("id", w.id());
                    w.file().ifPresent(file -> warning.put("file", file));
                    warning.put("message", w.message()).put("remedy", w.remedy());
                });
        return Json.text(document);
    }
}
