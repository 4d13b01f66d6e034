package io.github.fullstackmaven.it.input;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.fullstackmaven.it.maven.Maven;
import io.github.fullstackmaven.it.maven.MavenRun;
import io.github.fullstackmaven.it.sample.Directories;
import io.github.fullstackmaven.it.sample.Sample;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A copy of the sample in which something is made wrong. */
final class Repository {
    private final Path directory;

    private Repository(Path directory) {
        this.directory = directory;
    }

    static Repository in(Path directory) throws IOException {
        return new Repository(Sample.mapaKms(directory.resolve("mapa-kms")));
    }

    Path path(String name) {
        return directory.resolve(name);
    }

    /** Writes a file. */
    Repository with(String file, String content) throws IOException {
        Files.createDirectories(path(file).getParent());
        Files.writeString(path(file), content);
        return this;
    }

    /** Takes a directory away. */
    Repository without(String name) throws IOException {
        Files.walkFileTree(
                path(name),
                new SimpleFileVisitor<>() {
                    @Override
                    public FileVisitResult visitFile(Path file, BasicFileAttributes a)
                            throws IOException {
                        Files.delete(file);
                        return FileVisitResult.CONTINUE;
                    }

                    @Override
                    public FileVisitResult postVisitDirectory(Path dir, IOException e)
                            throws IOException {
                        Files.delete(dir);
                        return FileVisitResult.CONTINUE;
                    }
                });
        return this;
    }

    /** Copies a directory within the repository. */
    Repository copied(String from, String to) throws IOException {
        Sample.copy(path(from), path(to));
        return this;
    }

    /** Types a goal in the repository, which has no POM. */
    MavenRun type(String goal, String... settings) {
        List<String> arguments = new ArrayList<>();
        arguments.add(Maven.goal(goal));
        arguments.addAll(List.of(settings));
        return Maven.in(directory).run(arguments);
    }

    /** Types {@code render}, which has to fail and to leave nothing behind. */
    MavenRun refused(String... settings) throws IOException {
        Map<String, String> before = Directories.digests(directory);
        MavenRun run = type("render", settings).failed();
        assertThat(Directories.digests(directory)).as("files").isEqualTo(before);
        return run;
    }
}
