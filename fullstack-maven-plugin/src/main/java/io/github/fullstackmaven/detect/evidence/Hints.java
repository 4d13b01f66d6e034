package io.github.fullstackmaven.detect.evidence;

import io.github.fullstackmaven.model.Sourced;
import java.util.Optional;

/**
 * What the user said that bears on detection.
 *
 * @param start the command that starts the service; its first word may name the binary
 * @param output what the build leaves; its last part may name the binary
 * @param ownBuild whether the user builds it, so that {@code output} is the user's affair
 */
public record Hints(
        Optional<Sourced<String>> start, Optional<Sourced<String>> output, boolean ownBuild) {
    /** The user said nothing. */
    public static final Hints NONE = new Hints(Optional.empty(), Optional.empty(), false);
}
