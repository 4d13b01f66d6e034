package io.github.fullstackmaven.it.archetype;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.fullstackmaven.it.deployment.FreePorts;
import io.github.fullstackmaven.it.docker.Docker;
import io.github.fullstackmaven.it.http.Site;
import io.github.fullstackmaven.it.maven.Maven;
import io.github.fullstackmaven.it.maven.MavenRun;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * A repository as the archetype leaves it, on ports of its own. Closing it takes it off the air,
 * with its data and its image.
 */
final class NewRepository implements AutoCloseable {
    private static final JsonMapper JSON = new JsonMapper();

    private final Path directory;
    private final String name;
    private final int httpPort = FreePorts.next();
    private final int httpsPort = FreePorts.next();

    NewRepository(Path directory) {
        this.directory = directory;
        this.name = directory.getFileName().toString();
    }

    /** Types a goal in it. */
    MavenRun type(String goal, String... arguments) {
        String[] all = new String[arguments.length + 3];
        all[0] = goal;
        all[1] = "-Dfullstack.httpPort=" + httpPort;
        all[2] = "-Dfullstack.httpsPort=" + httpsPort;
        System.arraycopy(arguments, 0, all, 3, arguments.length);
        return Maven.in(directory).run(all);
    }

    String url() {
        return "http://localhost:" + httpPort + "/";
    }

    Site site() {
        return new Site("localhost:" + httpPort, httpPort);
    }

    /** Returns the size of its image, in megabytes. */
    double megabytes() {
        try {
            JsonNode report =
                    JSON.readTree(
                            Files.readString(directory.resolve("target/fullstack/image.json")));
            return report.path("images").findParents("role").stream()
                    .mapToDouble(image -> image.path("sizeBytes").asLong() / 1e6)
                    .sum();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            type("fullstack:undeploy", "-Dfullstack.removeVolumes").succeeded();
        } finally {
            for (String tag : Docker.images(name)) {
                String image = name + ":" + tag.split(" ", 2)[0];
                Docker.attempt(directory, Map.of(), "image", "rm", "--force", image);
            }
        }
    }
}
