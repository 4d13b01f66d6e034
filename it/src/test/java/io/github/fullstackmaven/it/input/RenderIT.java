package io.github.fullstackmaven.it.input;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.fullstackmaven.it.maven.SideBySide;
import io.github.fullstackmaven.it.sample.Directories;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The same repository gives the same bytes, wherever it lies and how often it is asked. */
class RenderIT {

    @Test
    @SideBySide
    void twoClonesGiveTheSameBytes(@TempDir Path one, @TempDir Path other) throws IOException {
        Repository first = Repository.in(one);
        Repository second = Repository.in(other.resolve("deeper/down"));

        first.type("render", "-Dfullstack.env=PRO").succeeded();
        second.type("render", "-Dfullstack.env=PRO").succeeded();

        assertThat(Directories.digests(first.path("target/fullstack")))
                .isNotEmpty()
                .isEqualTo(Directories.digests(second.path("target/fullstack")));
    }

    @Test
    @SideBySide
    void whatHasNotChangedIsNotWrittenAgain(@TempDir Path directory) throws IOException {
        Repository repository = Repository.in(directory);
        repository.type("render").succeeded();
        Path dockerfile = repository.path("target/fullstack/Dockerfile");
        FileTime longAgo = FileTime.from(Instant.parse("2020-01-01T00:00:00Z"));
        Files.setLastModifiedTime(dockerfile, longAgo);

        repository.type("render").succeeded();

        assertThat(Files.getLastModifiedTime(dockerfile)).isEqualTo(longAgo);
    }

    @Test
    @SideBySide
    void valuesOfVariablesAreInNoFile(@TempDir Path directory) throws IOException {
        Repository repository = Repository.in(directory);
        repository.with("monorepo.env", "MAPA_TOKEN=canary-92c1\n");
        repository.type("render").succeeded();
        for (Path file : Directories.below(repository.path("target"))) {
            assertThat(Files.readString(repository.path("target").resolve(file)))
                    .as(file.toString())
                    .doesNotContain("canary-92c1");
        }
    }
}
