package io.github.fullstackmaven.plan;

import io.github.fullstackmaven.model.Builder;
import io.github.fullstackmaven.model.Sourced;
import java.util.Optional;

/**
 * What the user says about one service; what is absent is detected.
 *
 * @param name the service's name
 * @param dir the directory, relative to the repository
 * @param build the shell command that builds it
 * @param output what the build leaves, relative to {@code dir}
 * @param start the command that starts it
 * @param port where it listens
 * @param health the path where it says that it is well
 * @param apiPrefix the prefix of the requests that it answers
 * @param apiStripPrefix whether that prefix is taken off
 * @param builder what builds it
 */
public record ServiceRequest(
        Optional<Sourced<String>> name,
        Optional<Sourced<String>> dir,
        Optional<Sourced<String>> build,
        Optional<Sourced<String>> output,
        Optional<Sourced<String>> start,
        Optional<Sourced<Integer>> port,
        Optional<Sourced<String>> health,
        Optional<Sourced<String>> apiPrefix,
        Optional<Sourced<Boolean>> apiStripPrefix,
        Optional<Sourced<Builder>> builder) {
    /** Nothing is said: everything is detected. */
    public static final ServiceRequest DETECTED =
            new ServiceRequest(
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty());
}
