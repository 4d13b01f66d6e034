package io.github.fullstackmaven.engine;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What to build. Either an image is tagged, or the files of the target are exported to a directory.
 *
 * @param context the directory that the engine may read
 * @param dockerfile the file with the stages
 * @param target the stage to build; absent: the last one
 * @param tag the image's name; absent for an export
 * @param output the directory that the target's files are written to; absent for an image
 * @param labels labels of the image
 * @param secrets files that steps may read and no layer keeps: id to absolute path
 * @param time what the image gives as its date, and its files, where the engine can; absent: now
 * @param limit how long it may take
 */
public record ImageBuild(
        Path context,
        Path dockerfile,
        Optional<String> target,
        Optional<String> tag,
        Optional<Path> output,
        Map<String, String> labels,
        Map<String, String> secrets,
        Optional<Instant> time,
        Duration limit) {
    public ImageBuild {
        labels = Collections.unmodifiableMap(new TreeMap<>(labels));
        secrets = Collections.unmodifiableMap(new TreeMap<>(secrets));
    }

    /** Returns a build that gives an image. */
    public static ImageBuild image(
            Path context, Path dockerfile, String target, String tag, Duration limit) {
        return new ImageBuild(
                context,
                dockerfile,
                Optional.of(target),
                Optional.of(tag),
                Optional.empty(),
                Map.of(),
                Map.of(),
                Optional.empty(),
                limit);
    }

    /** Returns a build that gives the image of a Dockerfile's last stage. */
    public static ImageBuild whole(Path context, Path dockerfile, String tag, Duration limit) {
        return new ImageBuild(
                context,
                dockerfile,
                Optional.empty(),
                Optional.of(tag),
                Optional.empty(),
                Map.of(),
                Map.of(),
                Optional.empty(),
                limit);
    }

    /** Returns what is built, for messages: the stage, or the file. */
    String what() {
        return target.orElse(dockerfile.toString());
    }

    /** Returns a build that writes the target's files to a directory. */
    public static ImageBuild export(
            Path context, Path dockerfile, String target, Path output, Duration limit) {
        return new ImageBuild(
                context,
                dockerfile,
                Optional.of(target),
                Optional.empty(),
                Optional.of(output),
                Map.of(),
                Map.of(),
                Optional.empty(),
                limit);
    }

    /** Returns the same build with labels on the image. */
    public ImageBuild labelled(Map<String, String> other) {
        return new ImageBuild(
                context, dockerfile, target, tag, output, other, secrets, time, limit);
    }

    /** Returns the same build with files that steps may read. */
    public ImageBuild withSecrets(Map<String, String> other) {
        return new ImageBuild(context, dockerfile, target, tag, output, labels, other, time, limit);
    }

    /** Returns the same build with another date. */
    public ImageBuild dated(Optional<Instant> other) {
        return new ImageBuild(
                context, dockerfile, target, tag, output, labels, secrets, other, limit);
    }
}
