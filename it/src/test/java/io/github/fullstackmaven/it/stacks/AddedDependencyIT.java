package io.github.fullstackmaven.it.stacks;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.fullstackmaven.it.docker.Docker;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A crate that is added to a Rust program is compiled, and those that were there are not. */
@Tag("stacks")
class AddedDependencyIT {
    private static final String IMAGE = "it-added-dependency";

    /** Nothing of it is in the engine's cache of layers from an earlier run. */
    private final long run = System.currentTimeMillis();

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
                // %d
                fn main() {
                    let server = tiny_http::Server::http("0.0.0.0:3000").unwrap();
                    for request in server.incoming_requests() {
                        let _ = request.respond(tiny_http::Response::from_string("up"));
                    }
                }
                """
                        .formatted(run));
        dependOn("tiny_http = \"0.12\"\n");
        assertThat(build()).contains("ours");

        dependOn("tiny_http = \"0.12\"\nhex = \"0.4\"\n");
        assertThat(build()).contains("hex", "ours").doesNotContain("tiny_http", "httpdate");
    }

    private void dependOn(String dependencies) throws IOException {
        write(
                "backend/Cargo.toml",
                "[package]\nname = \"ours\"\nversion = \"0.1."
                        + run
                        + "\"\nedition = \"2021\"\n"
                        + "[dependencies]\n"
                        + dependencies);
    }

    private Set<String> build() {
        CargoBuild build = new CargoBuild(directory, IMAGE);
        build.render();
        return build.run();
    }

    private void write(String path, String text) throws IOException {
        Path file = directory.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
