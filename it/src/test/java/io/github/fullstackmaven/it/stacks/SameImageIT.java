package io.github.fullstackmaven.it.stacks;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.fullstackmaven.it.docker.Docker;
import io.github.fullstackmaven.it.maven.Maven;
import io.github.fullstackmaven.it.sample.Sample;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The same input gives the same image, whoever builds it where on this engine. */
class SameImageIT {
    private static final String NAME = "it-same-image";

    @TempDir Path directory;

    @AfterEach
    void removeIt() {
        Docker.attempt(directory, Map.of(), "image", "rm", "--force", NAME + ":dev");
    }

    @Test
    void twoClonesWithTheSameFilesGiveTheSameImage() throws IOException {
        Path one = clone("one");
        Path other = clone("other");

        String id = built(one);
        removeIt();
        assertThat(built(other)).isEqualTo(id);

        Path page = other.resolve("public/index.html");
        Files.writeString(page, Files.readString(page).replace("</body>", "<p>1</p></body>"));
        assertThat(built(other)).isNotEqualTo(id);
    }

    private Path clone(String name) throws IOException {
        Path apps = Path.of(System.getProperty("it.directory"), "apps");
        return Sample.copy(apps.resolve("go-plain"), directory.resolve(name));
    }

    /** Builds it, and returns the id of the image. */
    private static String built(Path application) {
        String output =
                Maven.in(application)
                        .run(Maven.goal("build"), "-Dfullstack.name=" + NAME)
                        .succeeded()
                        .output();
        assertThat(output).contains("built in");
        return Docker.inspect(NAME + ":dev").path("Id").asText();
    }
}
