package io.github.fullstackmaven.it.stacks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.fullstackmaven.it.deployment.FreePorts;
import io.github.fullstackmaven.it.docker.Docker;
import io.github.fullstackmaven.it.http.Site;
import io.github.fullstackmaven.it.maven.Maven;
import io.github.fullstackmaven.it.maven.MavenRun;
import io.github.fullstackmaven.it.sample.Directories;
import io.github.fullstackmaven.it.sample.Sample;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;

/**
 * A copy of a sample, with nothing set but a name, two ports, and what the sample itself says has
 * to be said: what else is known of it is what was detected. Closing it takes it off the air, and
 * its image away.
 */
final class StackOnAir implements AutoCloseable {
    private static final JsonMapper JSON = new JsonMapper();

    private final String name;
    private final Stack stack;
    private final Path directory;
    private final int httpPort = FreePorts.next();
    private final int httpsPort = FreePorts.next();

    StackOnAir(Stack stack) throws IOException {
        this.stack = stack;
        name = "it-" + stack.name();
        directory =
                Sample.copy(stack.directory(), Directories.temporary(name).resolve(stack.name()));
    }

    /** Types a goal in an empty directory. */
    MavenRun type(String goal) throws IOException {
        List<String> arguments = new ArrayList<>();
        arguments.add(Maven.goal(goal));
        arguments.add("-Dfullstack.monorepo=" + directory);
        arguments.add("-Dfullstack.name=" + name);
        arguments.add("-Dfullstack.domain=" + name + ".example");
        arguments.add("-Dfullstack.httpPort=" + httpPort);
        arguments.add("-Dfullstack.httpsPort=" + httpsPort);
        arguments.addAll(stack.settings());
        return Maven.in(Directories.temporary("elsewhere")).run(arguments);
    }

    /** Returns the digests of the repository's own files, by path. */
    SortedMap<String, String> sources() throws IOException {
        SortedMap<String, String> digests = Directories.digests(directory);
        digests.keySet().removeIf(path -> path.startsWith("target/fullstack/"));
        return digests;
    }

    /** Runs a command in a container of the image, and returns what it prints. */
    String inTheImage(String command) {
        String tag = Docker.images(name).first().split(" ", 2)[0];
        return Docker.run(
                "run", "--rm", "--entrypoint", "/bin/sh", name + ":" + tag, "-c", command);
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
