package io.github.fullstackmaven.goal.verify;

import java.util.List;
import java.util.Optional;

/**
 * What is to be looked at besides what the model says.
 *
 * @param webSockets paths that take WebSockets
 * @param eventStreams paths that answer with a stream of events
 * @param preDeploy whether the hook before a release is run first
 * @param browser the executable of a Chromium, or {@code none}; absent: one that is on {@code PATH}
 */
public record Wanted(
        List<String> webSockets,
        List<String> eventStreams,
        boolean preDeploy,
        Optional<String> browser) {
    public Wanted {
        webSockets = List.copyOf(webSockets);
        eventStreams = List.copyOf(eventStreams);
    }
}
