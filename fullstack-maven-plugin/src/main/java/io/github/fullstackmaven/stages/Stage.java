package io.github.fullstackmaven.stages;

import java.util.List;

/**
 * One stage of an image build.
 *
 * @param name what other stages and {@code --target} call it
 * @param purpose what it is for, one line
 * @param from a base image, an earlier stage, or {@code scratch}
 * @param steps what happens in it, in order
 */
public record Stage(String name, String purpose, String from, List<Step> steps) {
    /** The image without a file. */
    public static final String SCRATCH = "scratch";

    public Stage {
        steps = List.copyOf(steps);
    }
}
