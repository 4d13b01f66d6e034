package io.github.fullstackmaven.build;

import io.github.fullstackmaven.host.FileStore;
import io.github.fullstackmaven.model.BuildFacts;
import io.github.fullstackmaven.model.Service;
import io.github.fullstackmaven.render.RenderOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;

/**
 * Keeps the {@code Cargo.lock} that was generated for a repository without one, and uses it again
 * while the manifests are the same: a build must not change because somebody published a crate.
 */
final class LockFiles {
    private static final String NAME = "Cargo.lock";

    private final FileStore files;
    private final Path output;
    private final RenderOptions options;

    LockFiles(FileStore files, Path output, RenderOptions options) {
        this.files = files;
        this.output = output;
        this.options = options;
    }

    /**
     * Puts the lock file into the build context.
     *
     * @param export writes the target that holds nothing but the lock file to a directory; asked
     *     only when there is none yet
     */
    void provide(Service service, BuildFacts.Rust facts, Consumer<Path> export) {
        Path kept = output.resolve("lock").resolve(service.name()).resolve(key(facts));
        if (!Files.isRegularFile(kept.resolve(NAME))) {
            files.remove(kept.getParent());
            export.accept(kept);
        }
        try {
            files.write(
                    output.resolve(options.skeleton(service))
                            .resolve(facts.workspaceInSkeleton())
                            .resolve(NAME),
                    Files.readString(kept.resolve(NAME)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String key(BuildFacts.Rust facts) {
        Fingerprint fingerprint = new Fingerprint();
        facts.skeleton().forEach(fingerprint::add);
        return fingerprint.hex().substring(0, 16);
    }
}
