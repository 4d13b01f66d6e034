package io.github.fullstackmaven.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.fullstackmaven.model.FullstackException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class BuildahTest {
    private static final ImageBuild BUILD =
            ImageBuild.image(
                            Path.of("/src"),
                            Path.of("/src/target/Dockerfile"),
                            "app",
                            new ImageBuild.Image(
                                    "shop:1",
                                    Map.of("title", "shop"),
                                    Optional.of(Instant.ofEpochSecond(1700000000))),
                            Duration.ofMinutes(60))
                    .with(
                            new ImageBuild.Given(
                                    Map.of("npmrc", "/home/me/npmrc"), Map.of("stage", "/dir")));

    private static final String PRINTED =
            """
            [1/3] STEP 1/3: FROM docker.io/library/rust:1 AS backend
            Trying to pull docker.io/library/rust:1...
            [1/3] STEP 2/3: COPY . .
            --> Using cache 68e3a0e09d0a2d79e3cc20e36c05860e9519254d34b5ef0651041111cbe5a0e1
            --> 68e3a0e09d0
            [1/3] STEP 3/3: RUN cargo build --release
            error[E0308]: mismatched types
            Error: could not compile `shop`
            Error: building at STEP "RUN cargo build --release": while running runtime: exit status 101
            """;

    @Test
    void buildsAnImageThatKeepsItsHealthCheck() {
        ScriptedCommands commands = new ScriptedCommands().on("podman build", 0, "", "");

        new Buildah(commands, "podman").build(BUILD, line -> {});

        assertThat(commands.asked.get(0).toString())
                .isEqualTo(
                        "podman build --format docker --file /src/target/Dockerfile --target app"
                                + " --secret id=npmrc,src=/home/me/npmrc --label title=shop"
                                + " --tag shop:1 /src");
        assertThat(commands.asked.get(0).limit()).isEqualTo(Duration.ofMinutes(60));
    }

    @Test
    void namesTheStageThatFailedAndWhatItSaidLast() {
        ScriptedCommands commands = new ScriptedCommands().on("podman build", 101, PRINTED, "");

        assertThatThrownBy(() -> new Buildah(commands, "podman").build(BUILD, line -> {}))
                .isInstanceOf(FullstackException.class)
                .hasMessage(
                        "FS-BUILD-001 stage 'backend' failed at 'RUN cargo build --release':"
                                + " exit code: 101; its last lines say why:\n"
                                + "  | error[E0308]: mismatched types\n"
                                + "  | Error: could not compile `shop`");
    }

    @Test
    void saysThatABaseImageCannotBeHad() {
        ScriptedCommands commands =
                new ScriptedCommands()
                        .on(
                                "podman build",
                                125,
                                """
                                [1/2] STEP 1/2: FROM docker.io/library/nope:1 AS app
                                Error: creating build container: unable to copy from source docker://nope:1: initializing source docker://nope:1: pinging container registry: dial tcp: lookup x: no such host
                                """,
                                "");

        assertThatThrownBy(() -> new Buildah(commands, "podman").build(BUILD, line -> {}))
                .hasMessageStartingWith("FS-IMAGE-001 the image nope:1 ")
                .hasMessageContaining("no such host");
    }

    @Test
    void tellsItsProgressAsBuildKitDoes() {
        List<String> lines = new ArrayList<>();
        BuildahProgress progress = new BuildahProgress(lines::add);

        PRINTED.lines().limit(6).forEach(progress::line);
        progress.line("STEP 1/2: RUN true");

        assertThat(lines)
                .containsExactly(
                        "#1 [backend 1/3] FROM docker.io/library/rust:1 AS backend",
                        "#1 0.0 Trying to pull docker.io/library/rust:1...",
                        "#2 [backend 2/3] COPY . .",
                        "#3 [backend 3/3] RUN cargo build --release",
                        "#4 [1/2] RUN true");
    }
}
