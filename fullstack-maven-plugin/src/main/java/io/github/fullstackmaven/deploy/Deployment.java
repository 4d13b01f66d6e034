package io.github.fullstackmaven.deploy;

import io.github.fullstackmaven.model.Finding;
import io.github.fullstackmaven.model.FullstackException;
import java.util.List;
import java.util.Optional;

/**
 * What came of a deployment; what {@code deployment.json} says.
 *
 * @param outcome how it ended
 * @param application the application's name
 * @param environment the environment as the user wrote it
 * @param engine the engine's name
 * @param release the release that is live now
 * @param previous the release that was live before, when that is another one
 * @param url where the application answers
 * @param containers the containers of the live release
 * @param edge the edge
 * @param operations what was done
 * @param warnings what went wrong and did not keep it from going live
 * @param problem why it is not live; absent when it is
 */
public record Deployment(
        Outcome outcome,
        String application,
        String environment,
        String engine,
        Optional<String> release,
        Optional<String> previous,
        String url,
        List<Container> containers,
        EdgeInfo edge,
        List<Operation> operations,
        List<Finding> warnings,
        Optional<FullstackException> problem) {

    /** A container of the live release. */
    public record Container(String role, String name, String id) {}

    /** The edge that the application is reached through. */
    public record EdgeInfo(String name, int httpPort, int httpsPort) {}

    public Deployment {
        containers = List.copyOf(containers);
        operations = List.copyOf(operations);
        warnings = List.copyOf(warnings);
    }

    /** Returns true when what was asked for is live. */
    public boolean ok() {
        return outcome == Outcome.LIVE || outcome == Outcome.UNCHANGED;
    }
}
