package io.github.fullstackmaven.config;

import io.github.fullstackmaven.model.Finding;
import io.github.fullstackmaven.model.FullstackException;
import io.github.fullstackmaven.model.Sourced;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Where the repository is, and where files are written.
 *
 * @param monorepo the repository's root, absolute
 * @param output the directory of artefacts, absolute, inside the repository
 */
public record Location(Path monorepo, Path output) {

    /**
     * Finds both from the settings {@code monorepo} and {@code outputDirectory}.
     *
     * @throws FullstackException when the repository is not there ({@code FS-CONFIG-002}), or the
     *     output directory is not inside it ({@code FS-CONFIG-003})
     */
    public static Location of(Settings settings, Context context) {
        Optional<Sourced<String>> asked = settings.text("monorepo");
        Path monorepo =
                asked.map(s -> context.directory().resolve(s.value()))
                        .orElse(context.directory())
                        .toAbsolutePath()
                        .normalize();
        if (!Files.isDirectory(monorepo)) {
            String place = asked.map(Sourced::source).orElse("monorepo");
            throw FullstackException.project(
                    Finding.error(
                                    "FS-CONFIG-002",
                                    "there is no directory " + monorepo,
                                    "set fullstack.monorepo to the repository's root")
                            .at(place));
        }
        Path output =
                settings.text("outputDirectory")
                        .map(s -> monorepo.resolve(s.value()))
                        .orElse(monorepo.resolve("target").resolve("fullstack"))
                        .toAbsolutePath()
                        .normalize();
        if (!output.startsWith(monorepo) || output.equals(monorepo)) {
            throw FullstackException.project(
                    Finding.error(
                                    "FS-CONFIG-003",
                                    output
                                            + " is outside the repository, so that an image build cannot see it",
                                    "choose a directory inside " + monorepo)
                            .at("fullstack.outputDirectory"));
        }
        return new Location(monorepo, output);
    }

    /** Returns the output directory relative to the repository, with {@code /}. */
    public String outputInMonorepo() {
        return monorepo.relativize(output).toString().replace('\\', '/');
    }
}
