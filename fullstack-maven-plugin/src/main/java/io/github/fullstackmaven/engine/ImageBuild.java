package io.github.fullstackmaven.engine;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What to build.
 *
 * @param context the directory that the engine may read
 * @param dockerfile the file with the stages
 * @param target the stage to build; absent: the last one
 * @param result what becomes of it
 * @param given what steps may read besides the context
 * @param limit how long it may take
 */
public record ImageBuild(
        Path context,
        Path dockerfile,
        Optional<String> target,
        Result result,
        Given given,
        Duration limit) {

    /** What becomes of what is built. */
    public sealed interface Result permits Image, Exported {}

    /**
     * An image of the engine.
     *
     * @param tag its name
     * @param labels its labels
     * @param time what it gives as its date, and its files, where the engine can; absent: now
     */
    public record Image(String tag, Map<String, String> labels, Optional<Instant> time)
            implements Result {
        public Image {
            labels = Collections.unmodifiableMap(new TreeMap<>(labels));
        }

        /** Returns an image without labels, made now. */
        public static Image of(String tag) {
            return new Image(tag, Map.of(), Optional.empty());
        }
    }

    /**
     * The files of the target.
     *
     * @param directory where they are written to
     */
    public record Exported(Path directory) implements Result {}

    /**
     * What steps may read besides the context.
     *
     * @param secrets files that no layer keeps: id to absolute path
     * @param directories what takes the place of stages without a file, where the engine can: the
     *     stage to an absolute path
     */
    public record Given(Map<String, String> secrets, Map<String, String> directories) {
        /** Nothing. */
        public static final Given NOTHING = new Given(Map.of(), Map.of());

        public Given {
            secrets = Collections.unmodifiableMap(new TreeMap<>(secrets));
            directories = Collections.unmodifiableMap(new TreeMap<>(directories));
        }
    }

    /** Returns a build that gives an image. */
    public static ImageBuild image(
            Path context, Path dockerfile, String target, Image image, Duration limit) {
        return new ImageBuild(
                context, dockerfile, Optional.of(target), image, Given.NOTHING, limit);
    }

    /** Returns a build that gives the image of a Dockerfile's last stage. */
    public static ImageBuild whole(Path context, Path dockerfile, Image image, Duration limit) {
        return new ImageBuild(context, dockerfile, Optional.empty(), image, Given.NOTHING, limit);
    }

    /** Returns a build that writes the target's files to a directory. */
    public static ImageBuild export(
            Path context, Path dockerfile, String target, Path directory, Duration limit) {
        return new ImageBuild(
                context,
                dockerfile,
                Optional.of(target),
                new Exported(directory),
                Given.NOTHING,
                limit);
    }

    /** Returns the same build with what steps may read. */
    public ImageBuild with(Given other) {
        return new ImageBuild(context, dockerfile, target, result, other, limit);
    }

    /** Returns the same build for an engine that knows of one context alone. */
    ImageBuild withoutDirectories() {
        return with(new Given(given.secrets(), Map.of()));
    }

    /** Returns what is built, for messages: the stage, or the file. */
    String what() {
        return target.orElse(dockerfile.toString());
    }
}
