package io.github.fullstackmaven.build;

import io.github.fullstackmaven.engine.Engine;
import io.github.fullstackmaven.engine.ImageBuild;
import io.github.fullstackmaven.model.Application;
import io.github.fullstackmaven.model.DockerfileFacts;
import io.github.fullstackmaven.model.Service;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.function.Consumer;

/**
 * The images that services' own Dockerfiles make. They are built before the application's, which
 * stands on them.
 */
final class OwnImages {
    private final Application application;
    private final Path monorepo;
    private final Path output;

    /**
     * Takes where things are.
     *
     * @param monorepo the repository's root, absolute
     * @param output the output directory, absolute, which is never counted
     */
    OwnImages(Application application, Path monorepo, Path output) {
        this.application = application;
        this.monorepo = monorepo;
        this.output = output;
    }

    /** Builds every one of them; the engine's cache knows those whose files are the same. */
    void build(
            Engine engine,
            Map<String, String> labels,
            Map<String, String> secrets,
            Consumer<String> log) {
        for (Service service : application.services()) {
            if (service.facts() instanceof DockerfileFacts own) {
                engine.build(
                        ImageBuild.whole(
                                        monorepo.resolve(own.context()).normalize(),
                                        monorepo.resolve(own.file()),
                                        new ImageBuild.Image(
                                                application.images().own(service),
                                                labels,
                                                Optional.empty()),
                                        application.timing().build())
                                .with(new ImageBuild.Given(secrets, Map.of())),
                        log);
            }
        }
    }

    /** Counts what they are made from. */
    void addTo(Fingerprint fingerprint) {
        for (Service service : application.services()) {
            if (service.facts() instanceof DockerfileFacts own) {
                Path context = monorepo.resolve(own.context()).normalize();
                SortedMap<String, Path> files =
                        ContextFiles.by(".git\n**/.git\n" + ignored(own, context).orElse(""))
                                .in(context, output);
                files.forEach((path, file) -> fingerprint.add(service.name() + ":" + path, file));
                fingerprint.add(own.file(), monorepo.resolve(own.file()));
            }
        }
    }

    /** The list beside the Dockerfile goes before the context's. */
    private Optional<String> ignored(DockerfileFacts own, Path context) {
        Path beside = monorepo.resolve(own.file() + ".dockerignore");
        return read(beside).or(() -> read(context.resolve(".dockerignore")));
    }

    private static Optional<String> read(Path file) {
        try {
            return Files.isRegularFile(file)
                    ? Optional.of(Files.readString(file))
                    : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
