package io.github.fullstackmaven.engine;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A container as the engine sees it.
 *
 * @param id its id
 * @param name its name
 * @param image the name of its image, as it was asked for
 * @param imageId the image's id
 * @param status {@code created}, {@code running}, {@code restarting}, {@code exited} …
 * @param exitCode how it ended, if it did
 * @param restarts how often the engine started it again
 * @param startedAt when it was started, as the engine writes it
 * @param health what the check found, as the engine words it; absent without a check
 * @param healthLog what the last checks said
 * @param labels its labels
 * @param ports container port to published port of the host
 * @param networks the networks it is in
 * @param check the program that its check runs, and its arguments; empty without a check
 */
public record ContainerState(
        String id,
        String name,
        String image,
        String imageId,
        String status,
        OptionalInt exitCode,
        int restarts,
        String startedAt,
        Optional<String> health,
        List<String> healthLog,
        Map<String, String> labels,
        Map<Integer, Integer> ports,
        List<String> networks,
        List<String> check) {
    public ContainerState {
        healthLog = List.copyOf(healthLog);
        labels = Map.copyOf(labels);
        ports = Map.copyOf(ports);
        networks = List.copyOf(networks);
        check = List.copyOf(check);
    }

    /** Returns true while its process runs and is not being restarted. */
    public boolean isRunning() {
        return status.equals("running");
    }

    /** Returns the value of a label, or nothing. */
    public Optional<String> label(String key) {
        return Optional.ofNullable(labels.get(key));
    }
}
