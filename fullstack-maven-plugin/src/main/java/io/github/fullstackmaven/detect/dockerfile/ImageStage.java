package io.github.fullstackmaven.detect.dockerfile;

import java.util.List;

/**
 * One stage of a Dockerfile.
 *
 * @param name what {@code AS} calls it; empty without
 * @param base what it stands on, with the defaults of {@code ARG} filled in
 * @param line where it begins
 * @param instructions what follows {@code FROM}
 */
record ImageStage(String name, String base, int line, List<Instruction> instructions) {
    ImageStage {
        instructions = List.copyOf(instructions);
    }

    /** Returns the image's name without registry, owner, tag and digest: {@code nginx}. */
    String baseName() {
        String path = base.replaceFirst("@.*", "");
        String last = path.substring(path.lastIndexOf('/') + 1);
        return last.replaceFirst(":.*", "");
    }
}
