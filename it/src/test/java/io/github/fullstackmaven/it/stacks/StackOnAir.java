package io.github.fullstackmaven.it.stacks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.fullstackmaven.it.deployment.FreePorts;
import io.github.fullstackmaven.it.docker.Docker;
import io.github.fullstackmaven.it.http.Site;
import io.github.fullstackmaven.it.maven.Maven;
import io.github.fullstackmaven.it.maven.MavenRun;
import io.github.fullstackmaven.it.sample.Sample;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A copy of a sample, with nothing set but a name and two ports: what is known of it is what was
 * detected. Closing it takes it off the air, and its image away.
 */
final class StackOnAir implements AutoCloseable {
    private static final JsonMapper JSON = new JsonMapper();

    private final String name;
    private final Path directory;
    private final int httpPort = FreePorts.next();
    private final int httpsPort = FreePorts.next();

    StackOnAir(Stack stack) throws IOException {
        name = "it-" + stack.name();
        directory =
                Sample.copy(
                        stack.directory(), Files.createTempDirectory(name).resolve(stack.name()));
    }

    /** Types a goal in an empty directory. */
    MavenRun type(String goal) throws IOException {
        return Maven.in(Files.createTempDirectory("elsewhere"))
                .run(
                        Maven.goal(goal),
                        "-Dfullstack.monorepo=" + directory,
                        "-Dfullstack.name=" + name,
                        "-Dfullstack.domain=" + name + ".example",
                        "-Dfullstack.httpPort=" + httpPort,
                        "-Dfullstack.httpsPort=" + httpsPort);
    }

    /** Returns the site, as a browser names it. */
    Site site() {
        return new Site(name + ".example:" + httpPort, httpPort);
    }

    /** Returns what was detected. */
    JsonNode plan() {
        return read("plan.json");
    }

    /** Returns the sizes of the images that were built, by role. */
    List<String> imageSizes() {
        return read("image.json").path("images").findParents("role").stream()
                .map(
                        image ->
                                String.format(
                                        Locale.ROOT,
                                        "%s: %.1f MB",
                                        image.path("role").asText(),
                                        image.path("sizeBytes").asLong() / 1e6))
                .toList();
    }

    private JsonNode read(String report) {
        try {
            return JSON.readTree(
                    Files.readString(directory.resolve("target/fullstack").resolve(report)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        try {
            type("undeploy").succeeded();
        } finally {
            for (String tag : Docker.images(name)) {
                String image = name + ":" + tag.split(" ", 2)[0];
                Docker.attempt(directory, Map.of(), "image", "rm", "--force", image);
            }
        }
    }
}
