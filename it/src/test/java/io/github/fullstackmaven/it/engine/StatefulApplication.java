package io.github.fullstackmaven.it.engine;

import io.github.fullstackmaven.engine.Engine;
import io.github.fullstackmaven.engine.ImageBuild;
import io.github.fullstackmaven.it.sample.Directories;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/** An application with a database in {@code /data} that tells what it finds around it. */
final class StatefulApplication {
    private static final String[] FILES = {"Dockerfile", "app.py", "probe"};

    private StatefulApplication() {}

    /** Builds an image that says {@code version}; of version {@code broken} it does not start. */
    static String image(Engine engine, String name, String version) {
        try {
            Path context = Directories.temporary("fullstack-it");
            for (String file : FILES) {
                Files.writeString(context.resolve(file), text(file).replace("$VERSION", version));
            }
            engine.build(
                    ImageBuild.image(
                            context,
                            context.resolve("Dockerfile"),
                            "app",
                            ImageBuild.Image.of(name + ":it"),
                            Duration.ofMinutes(5)),
                    line -> {});
            return engine.image(name + ":it").orElseThrow().id();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(String file) throws IOException {
        try (InputStream in = StatefulApplication.class.getResourceAsStream("/stateful/" + file)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
