package io.github.fullstackmaven.it.deployment;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
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
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The sample, copied out of the project, with a name and ports that nothing else on this machine
 * has, deployed by what a user types in an empty directory. Closing it takes everything away.
 */
public final class TestApplication implements AutoCloseable {
    /** The environment that all of them are deployed to. */
    public static final String ENVIRONMENT = "PRO";

    private static final JsonMapper JSON = new JsonMapper();

    private final String name;
    private final Path directory;
    private final Path workingDirectory;
    private final int httpPort;
    private final int httpsPort;
    private final SortedSet<String> before = Docker.everything();

    private TestApplication(String name, Path directory) throws IOException {
        this.name = name;
        this.directory = directory;
        this.workingDirectory = Directories.temporary("elsewhere");
        this.httpPort = FreePorts.next();
        this.httpsPort = FreePorts.next();
    }

    /** A fresh copy of the sample under this name. */
    public static TestApplication named(String name) throws IOException {
        Path copy = Directories.temporary(name).resolve("mapa-kms");
        return new TestApplication(name, Sample.mapaKms(copy));
    }

    /** Returns the repository. */
    public Path directory() {
        return directory;
    }

    /** Returns the directory of what is rendered and reported. */
    public Path output() {
        return directory.resolve("target/fullstack");
    }

    /** Returns the application's name. */
    public String name() {
        return name;
    }

    /** Returns the port of the edge for HTTP. */
    public int httpPort() {
        return httpPort;
    }

    /** Returns the port of the edge for HTTPS. */
    public int httpsPort() {
        return httpsPort;
    }

    /** Returns the domain. */
    public String domain() {
        return "mapakms.com";
    }

    /** Returns the site, asked by the edge's address with the domain in Host. */
    public Site site() {
        return new Site(domain() + ":" + httpPort, httpPort);
    }

    /** Types a goal in an empty directory. */
    public MavenRun type(String goal, String... more) {
        return typeIn(workingDirectory, goal, more);
    }

    /** Types a goal in an empty directory, with a variable of the process set. */
    public MavenRun typeWith(String variable, String value, String goal) {
        return Maven.in(workingDirectory).with(variable, value).run(arguments(goal, directory));
    }

    /** Types a goal in a directory, for this application. */
    public MavenRun typeIn(Path where, String goal, String... more) {
        return Maven.in(where).run(arguments(goal, directory, more));
    }

    /** Types a goal for another clone of the same application. */
    public MavenRun typeForClone(Path clone, String goal, String... more) {
        return Maven.in(workingDirectory).run(arguments(goal, clone, more));
    }

    private List<String> arguments(String goal, Path monorepo, String... more) {
        List<String> arguments = new ArrayList<>();
        arguments.add(Maven.goal(goal));
        arguments.add("-Dfullstack.monorepo=" + monorepo);
        arguments.add("-Dfullstack.name=" + name);
        arguments.add("-Dfullstack.domain=" + domain());
        arguments.add("-Dfullstack.frontendDir=frontend");
        arguments.add("-Dfullstack.backendDir=backend");
        arguments.add("-Dfullstack.backendPort=3000");
        arguments.add("-Dfullstack.env=" + ENVIRONMENT);
        arguments.add("-Dfullstack.httpPort=" + httpPort);
        arguments.add("-Dfullstack.httpsPort=" + httpsPort);
        arguments.addAll(List.of(more));
        return arguments;
    }

    /** Returns what the last deployment of this clone reported. */
    public JsonNode deployment() {
        return deployment(directory);
    }

    /** Returns what the last deployment of a clone reported. */
    public static JsonNode deployment(Path clone) {
        try {
            Path report = clone.resolve("target/fullstack/deployment.json");
            return JSON.readTree(Files.readString(report));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns the name of the one live container. */
    public String unit() {
        JsonNode containers = deployment().at("/containers");
        if (containers.size() != 1) {
            throw new AssertionError("not one container: " + deployment());
        }
        return containers.get(0).path("name").asText();
    }

    /** Returns ids of all containers of this application, running or not. */
    public Set<String> containers() {
        return Docker.containersOf(name, ENVIRONMENT.toLowerCase(Locale.ROOT));
    }

    /** Returns the live unit's image. */
    public String image() {
        return Docker.inspect(unit()).path("Image").asText();
    }

    /** Sets a run-time variable of the back end, in the file of this environment. */
    public void setVariable(String variable, String value) {
        try {
            Path file =
                    directory.resolve("monorepo." + ENVIRONMENT.toLowerCase(Locale.ROOT) + ".env");
            List<String> lines =
                    Files.exists(file)
                            ? new ArrayList<>(Files.readAllLines(file))
                            : new ArrayList<>();
            lines.removeIf(l -> l.startsWith(variable + "="));
            lines.add(variable + "=" + value);
            Files.write(file, lines);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns containers, networks and volumes that were not there before this application. */
    public SortedSet<String> leftOver() {
        SortedSet<String> now = new TreeSet<>(Docker.everything());
        now.removeAll(before);
        now.removeIf(n -> !n.contains(name) && !n.contains(String.valueOf(httpPort)));
        return now;
    }

    @Override
    public void close() {
        try {
            type("undeploy").succeeded();
        } finally {
            for (String object : leftOver()) {
                String[] kindAndName = object.split(" ", 2);
                Docker.run(kindAndName[0], "rm", "--force", kindAndName[1]);
            }
        }
    }
}
