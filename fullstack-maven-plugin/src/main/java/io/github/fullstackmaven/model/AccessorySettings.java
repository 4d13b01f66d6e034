package io.github.fullstackmaven.model;

import io.github.fullstackmaven.model.UnitSettings.HealthCheck;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * How the container of an accessory is run, the same on every engine and in {@code compose.yaml}:
 * the one place where it is decided what an image of somebody else's may do.
 *
 * @param droppedCapabilities capabilities that are taken away
 * @param capabilities what it may do after all: what an image needs that begins as root, gives its
 *     directories to another user and becomes that user; none where it is told who it is
 * @param securityOptions values of {@code --security-opt}
 * @param pids how many processes and threads it may have
 * @param restart the engine's restart policy
 * @param stopGrace from being asked to end to KILL; a database has to write down what it knows
 * @param health what the engine asks it; absent: what the image says
 */
public record AccessorySettings(
        List<String> droppedCapabilities,
        List<String> capabilities,
        List<String> securityOptions,
        int pids,
        String restart,
        Duration stopGrace,
        Optional<HealthCheck> health) {
    private static final List<String> BECOMING_ANOTHER =
            List.of("CHOWN", "DAC_OVERRIDE", "FOWNER", "SETGID", "SETUID");

    /** From being asked to end to KILL. */
    public static final Duration GRACE = Duration.ofSeconds(60);

    public AccessorySettings {
        droppedCapabilities = List.copyOf(droppedCapabilities);
        capabilities = List.copyOf(capabilities);
        securityOptions = List.copyOf(securityOptions);
    }

    /** Returns how an accessory of an application is run. */
    public static AccessorySettings of(Application application, Accessory accessory) {
        return new AccessorySettings(
                List.of("ALL"),
                accessory.user().isPresent() ? List.of() : BECOMING_ANOTHER,
                List.of("no-new-privileges"),
                4096,
                "always",
                GRACE,
                accessory
                        .health()
                        .map(
                                line ->
                                        new HealthCheck(
                                                List.of("/bin/sh", "-c", line),
                                                Duration.ofSeconds(10),
                                                Duration.ofSeconds(5),
                                                application.timing().ready(),
                                                3)));
    }
}
