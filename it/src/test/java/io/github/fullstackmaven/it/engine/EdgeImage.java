package io.github.fullstackmaven.it.engine;

import io.github.fullstackmaven.engine.Engine;
import io.github.fullstackmaven.engine.ImageBuild;
import io.github.fullstackmaven.it.sample.Directories;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/** Images for an edge that are made on the one that is configured. */
final class EdgeImage {
    private EdgeImage() {}

    /** Builds one that does the same and is another. */
    static String labelled(Engine engine, String name) throws IOException {
        return build(engine, name, "LABEL of.a.test=" + name.replaceFirst(".*:", "") + "\n");
    }

    /** Builds one whose nginx does something before it does what it always does. */
    static String whoseNginx(Engine engine, String name, String before) throws IOException {
        return build(
                engine,
                name,
                "RUN program=$(command -v nginx) && mv \"$program\" \"$program.real\" &&"
                        + " printf '%s\\n' '#!/bin/sh' '"
                        + before.replace("'", "'\\''")
                        + "' 'case \"$1\" in -v) nginx ;; esac' \"exec $program.real"
                        + " \\\"\\$@\\\"\" > \"$program\" && chmod 755 \"$program\"\n");
    }

    private static String build(Engine engine, String name, String lines) throws IOException {
        Path context = Directories.temporary("fullstack-it");
        Path dockerfile = context.resolve("Dockerfile");
        Files.writeString(dockerfile, "FROM " + TestApplication.EDGE_IMAGE + " AS app\n" + lines);
        engine.build(
                ImageBuild.image(
                        context,
                        dockerfile,
                        "app",
                        ImageBuild.Image.of(name),
                        Duration.ofMinutes(5)),
                line -> {});
        return name;
    }
}
