package io.github.fullstackmaven.it.stacks;

import io.github.fullstackmaven.it.docker.Docker;
import io.github.fullstackmaven.it.maven.Maven;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * Builds of a repository whose back end is a Rust program, as an image of their own.
 *
 * @param directory the repository
 * @param image the image's name
 */
record CargoBuild(Path directory, String image) {
    private static final Pattern COMPILED = Pattern.compile("Compiling ([a-z_-]+) v");

    void render() {
        Maven.in(directory)
                .run(
                        Maven.goal("render"),
                        "-Dfullstack.name=" + image,
                        "-Dfullstack.backendPort=3000")
                .succeeded();
    }

    /** Builds the service, and returns the packages that were compiled. */
    Set<String> run(String... options) {
        List<String> arguments = new ArrayList<>(List.of("build", "--progress", "plain"));
        arguments.addAll(List.of(options));
        arguments.addAll(List.of("--file", "target/fullstack/Dockerfile", "--target", "backend"));
        arguments.addAll(List.of("--tag", image, "."));
        String output = Docker.run(directory, arguments.toArray(String[]::new));
        Set<String> compiled = new TreeSet<>();
        COMPILED.matcher(output).results().forEach(found -> compiled.add(found.group(1)));
        return compiled;
    }
}
