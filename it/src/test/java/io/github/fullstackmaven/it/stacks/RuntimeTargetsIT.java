package io.github.fullstackmaven.it.stacks;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.fullstackmaven.it.deployment.FreePorts;
import io.github.fullstackmaven.it.docker.Docker;
import io.github.fullstackmaven.it.http.Site;
import io.github.fullstackmaven.it.maven.Maven;
import io.github.fullstackmaven.it.runtime.Eventually;
import io.github.fullstackmaven.it.sample.Sample;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * A target {@code <service>-runtime} is one process in an image of its own: started by itself, as
 * the user of the image and on a read-only file system, it answers from outside of its container.
 */
@Tag("stacks")
class RuntimeTargetsIT {
    private static final String NAME = "it-runtime-target";

    @TempDir Path directory;

    @AfterEach
    void takeItAway() {
        Docker.attempt(directory, Map.of(), "rm", "--force", NAME);
        Docker.attempt(directory, Map.of(), "image", "rm", "--force", NAME);
    }

    @ParameterizedTest
    @CsvSource({
        "go-plain, backend, /api/stops",
        "python-plain, backend, /api/teas",
        "node-react, backend, /api/recipes",
        "java-vue, backend, /api/organs",
        "rust-svelte, backend, /api/mushrooms",
        "node-next, frontend, /",
    })
    void aProcessByItselfAnswersFromOutside(String sample, String service, String path)
            throws IOException {
        Path copy = rendered(sample);

        Docker.run(copy, build(service + "-runtime"));
        int port = start();

        Site site = new Site("localhost:" + port, port);
        Eventually.holds(Duration.ofMinutes(2), RuntimeTargetsIT::isHealthy);
        assertThat(site.get(path).status()).isEqualTo(200);
    }

    /** The program of this flake is wrapped by the shell of the base, which is not of the flake. */
    @Test
    void aProgramWithoutTheShellThatItIsWrappedByFailsTheBuild() throws IOException {
        Path copy = rendered("nix-shell");

        Docker.Ended result = Docker.attempt(copy, Map.of(), build("backend-runtime"));

        assertThat(result.exit()).isNotZero();
        assertThat(result.output())
                .containsPattern("FS-ELF-001 /nix/store/\\S+/bin/perl: the image has no /bin/sh,");
    }

    private Path rendered(String sample) throws IOException {
        Stack stack =
                Stack.all().stream().filter(s -> s.name().equals(sample)).findFirst().orElseThrow();
        Path copy = Sample.copy(stack.directory(), directory.resolve(sample));
        List<String> arguments = new ArrayList<>(List.of(Maven.goal("render")));
        arguments.addAll(stack.settings());
        Maven.in(copy).run(arguments).succeeded();
        return copy;
    }

    private static String[] build(String target) {
        return new String[] {
            "buildx",
            "build",
            "--load",
            "--file",
            "target/fullstack/Dockerfile",
            "--target",
            target,
            "--tag",
            NAME,
            "."
        };
    }

    /** Its own check finds it well. */
    private static boolean isHealthy() {
        return Docker.inspect(NAME).at("/State/Health/Status").asText().equals("healthy");
    }

    /** Returns the port of this machine that leads to the one that the image names. */
    private static int start() {
        String exposed = Docker.inspect(NAME).at("/Config/ExposedPorts").fieldNames().next();
        int port = FreePorts.next();
        Docker.run(
                "run",
                "--detach",
                "--name",
                NAME,
                "--read-only",
                "--tmpfs",
                "/tmp",
                "--publish",
                "127.0.0.1:" + port + ":" + exposed.replace("/tcp", ""),
                NAME);
        return port;
    }
}
