package io.github.fullstackmaven.it.stacks;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.fullstackmaven.it.docker.Docker;
import io.github.fullstackmaven.it.maven.Maven;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A crate that is added to a Rust program is compiled, and those that were there are not. */
@Tag("stacks")
class AddedDependencyIT {
    private static final String IMAGE = "it-added-dependency";
    private static final Pattern COMPILED = Pattern.compile("Compiling ([a-z_-]+) v");

    @TempDir Path directory;

    @AfterEach
    void removeTheImage() {
        Docker.run("image", "rm", "--force", IMAGE);
    }

    @Test
    void compilesIt() throws IOException {
        write(
                "backend/src/main.rs",
                """
                fn main() {
                    let server = tiny_http::Server::http("0.0.0.0:3000").unwrap();
                    for request in server.incoming_requests() {
                        let _ = request.respond(tiny_http::Response::from_string("up"));
                    }
                }
                """);
        dependOn("tiny_http = \"0.12\"\n");
        assertThat(build()).contains("ours");

        dependOn("tiny_http = \"0.12\"\nhex = \"0.4\"\n");
        assertThat(build()).contains("hex", "ours").doesNotContain("tiny_http", "httpdate");
    }

    private void dependOn(String dependencies) throws IOException {
        write(
                "backend/Cargo.toml",
                "[package]\nname = \"ours\"\nversion = \"0.1.0\"\nedition = \"2021\"\n"
                        + "[dependencies]\n"
                        + dependencies);
    }

    /** Renders and builds the service, and returns what was compiled. */
    private Set<String> build() {
        Maven.in(directory)
                .run(
                        Maven.goal("render"),
                        "-Dfullstack.name=" + IMAGE,
                        "-Dfullstack.backendPort=3000")
                .succeeded();
        String output =
                Docker.run(
                        directory,
                        "build",
                        "--progress",
                        "plain",
                        "--file",
                        "target/fullstack/Dockerfile",
                        "--target",
                        "backend",
                        "--tag",
                        IMAGE,
                        ".");
        Set<String> compiled = new TreeSet<>();
        COMPILED.matcher(output).results().forEach(found -> compiled.add(found.group(1)));
        return compiled;
    }

    private void write(String path, String text) throws IOException {
        Path file = directory.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
