package io.github.fullstackmaven.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.fullstackmaven.host.Command;
import io.github.fullstackmaven.host.Result;
import io.github.fullstackmaven.model.FullstackException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class BuildKitTest {
    private static final ImageBuild BUILD =
            image(new ImageBuild.Image("shop:1", Map.of("title", "shop"), Optional.empty()));

    private static final ImageBuild.Given GIVEN =
            new ImageBuild.Given(
                    Map.of("npmrc", "/home/a,b/npmrc"),
                    Map.of("secret-npmrc", "/src/target/secrets/npmrc"));

    private static final String FAILED =
            """
            #11 [backend 3/9] COPY . .
            #11 DONE 0.1s
            #12 [backend 5/9] RUN cargo build --release
            #12 0.345 error[E0308]: mismatched types
            #12 0.350 error: could not compile `shop`
            #12 ERROR: process "/bin/sh -c cargo build --release" did not complete successfully: exit code: 101
            ------
             > [backend 5/9] RUN cargo build --release:
            ------
            ERROR: failed to build: failed to solve: process "/bin/sh -c cargo build" did not complete successfully: exit code: 101""";

    @Test
    void buildsAnImageWithBuildKit() {
        ScriptedCommands commands = buildx().on("docker buildx build", 0, "", "");

        builder(commands, "28.2.2").build(BUILD, line -> {});

        Command build = commands.asked.get(1);
        assertThat(build.toString())
                .isEqualTo(
                        "docker buildx build --load --progress plain --file /src/target/Dockerfile"
                                + " --target app --label title=shop --tag shop:1 /src");
        assertThat(build.environment())
                .containsEntry("DOCKER_BUILDKIT", "1")
                .containsEntry("BUILDX_NO_DEFAULT_ATTESTATIONS", "1");
        assertThat(build.limit()).isEqualTo(Duration.ofMinutes(60));
    }

    @Test
    void aSecretIsGivenAsAFileAndNeverAsAValue() {
        ScriptedCommands commands = buildx().on("docker buildx build", 0, "", "");

        builder(commands, "28.2.2").build(BUILD.with(GIVEN), line -> {});

        assertThat(commands.asked.get(1).argv())
                .containsSequence("--secret", "id=npmrc,\"src=/home/a,b/npmrc\"");
    }

    @Test
    void aDirectoryTakesThePlaceOfAStageWhereTheEngineCan() {
        ScriptedCommands commands = buildx().on("docker buildx build", 0, "", "");
        ScriptedCommands old = buildx().on("docker buildx build", 0, "", "");

        builder(commands, "28.2.2").build(BUILD.with(GIVEN), line -> {});
        new BuildKit(
                        old,
                        new EngineInfo(
                                "docker", "20.10.24", "28.2.2", "linux/amd64", false, "localhost"))
                .build(BUILD.with(GIVEN), line -> {});

        assertThat(commands.asked.get(1).argv())
                .containsSequence("--build-context", "secret-npmrc=/src/target/secrets/npmrc");
        assertThat(old.asked.get(1).argv()).contains("--secret").doesNotContain("--build-context");
    }

    @Test
    void datesTheImageWithoutATraceInItsSteps() {
        ScriptedCommands commands = buildx().on("docker buildx build", 0, "", "");

        builder(commands, "28.2.2")
                .build(
                        image(
                                new ImageBuild.Image(
                                        "shop:1",
                                        Map.of(),
                                        Optional.of(Instant.ofEpochSecond(1700000000)))),
                        line -> {});

        assertThat(commands.asked.get(1).argv())
                .contains(
                        "--output",
                        "type=docker,rewrite-timestamp=true,source-date-epoch=1700000000")
                .doesNotContain("--load", "--build-arg");
    }

    @Test
    void buildsTheLastStageOfADockerfileThatIsNotOurs() {
        ScriptedCommands commands = buildx().on("docker buildx build", 0, "", "");

        builder(commands, "28.2.2")
                .build(
                        ImageBuild.whole(
                                Path.of("/src/api"),
                                Path.of("/src/api/Dockerfile"),
                                ImageBuild.Image.of("shop-api:1"),
                                Duration.ofMinutes(1)),
                        line -> {});

        assertThat(commands.asked.get(1).toString())
                .isEqualTo(
                        "docker buildx build --load --progress plain --file /src/api/Dockerfile"
                                + " --tag shop-api:1 /src/api");
    }

    @Test
    void exportsTheFilesOfAStage() {
        ScriptedCommands commands = buildx().on("docker buildx build", 0, "", "");
        ImageBuild export =
                ImageBuild.export(
                        Path.of("/src"),
                        Path.of("/src/Dockerfile"),
                        "bundle",
                        Path.of("/out/a,b"),
                        Duration.ofMinutes(1));

        builder(commands, "28.2.2").build(export, line -> {});

        assertThat(commands.asked.get(1).argv())
                .contains("--output", "type=local,\"dest=/out/a,b\"")
                .doesNotContain("--load", "--tag");
    }

    @Test
    void usesTheBuiltInBuildKitOfAnOldClient() {
        ScriptedCommands commands =
                new ScriptedCommands()
                        .on("docker buildx", 1, "", "not a docker command")
                        .on("docker build ", 0, "", "");

        builder(commands, "20.10.24+dfsg1").build(BUILD, line -> {});

        assertThat(commands.asked.get(1).environment()).containsEntry("DOCKER_BUILDKIT", "1");
    }

    @Test
    void saysHowToGetBuildKit() {
        ScriptedCommands commands = new ScriptedCommands().on("docker buildx", 1, "", "unknown");

        assertThatThrownBy(() -> builder(commands, "28.2.2").build(BUILD, line -> {}))
                .hasMessageContaining("FS-ENGINE-006")
                .hasMessageContaining("buildx");
    }

    @Test
    void namesTheStageThatFailedAndWhatItSaidLast() {
        FullstackException failure = BuildFailure.of(BUILD, new Result(1, FAILED, ""));

        assertThat(failure.fault()).isEqualTo(FullstackException.Fault.PROJECT);
        assertThat(failure.getMessage())
                .isEqualTo(
                        "FS-BUILD-001 stage 'backend' failed at 'RUN cargo build --release':"
                                + " exit code: 101; its last lines say why:\n"
                                + "  | error[E0308]: mismatched types\n"
                                + "  | error: could not compile `shop`");
    }

    @Test
    void theOptionsThatNpmPrintsDoNotHideItsReason() {
        String out =
                """
                #9 [web 4/4] RUN npm ci
                #9 0.251 npm error Missing: left-pad@1.3.0 from lock file
                #9 0.252 npm error Usage:
                #9 0.253 npm error   npm ci
                #9 0.254 npm error   --dry-run
                #9 0.255 npm notice
                #9 ERROR: process "/bin/sh" did not complete successfully: exit code: 1
                """;

        assertThat(BuildFailure.of(BUILD, new Result(1, out, "")))
                .hasMessageEndingWith(
                        "its last lines say why:\n"
                                + "  | npm error Missing: left-pad@1.3.0 from lock file\n"
                                + "  | npm notice");
    }

    @Test
    void whatAStageOfOursFindsMissingIsSaidInOneLine() {
        String out =
                """
                #9 [backend 4/4] RUN { test -f target/x || { echo 'FS-BUILD-010 …' >&2; exit 1; }; }
                #9 0.251 FS-BUILD-010 backendOutput: the build left no file backend/target/x; let backendOutput name it
                #9 ERROR: process "/bin/sh" did not complete successfully: exit code: 1
                """;

        assertThat(BuildFailure.of(BUILD, new Result(1, out, "")))
                .hasMessage(
                        "FS-BUILD-010 backendOutput: the build left no file backend/target/x; let backendOutput name it");
    }

    @Test
    void saysThatABaseImageCannotBeHad() {
        String out =
                "ERROR: failed to build: failed to solve: docker.io/library/nope:1: failed to resolve"
                        + " source metadata for docker.io/library/nope:1: failed to do request: Head"
                        + " \"x\": dial tcp: lookup x: no such host";

        FullstackException failure = BuildFailure.of(BUILD, new Result(1, out, ""));

        assertThat(failure.fault()).isEqualTo(FullstackException.Fault.MACHINE);
        assertThat(failure.getMessage())
                .startsWith("FS-IMAGE-001 the image docker.io/library/nope:1 ")
                .contains("no such host")
                .contains("fullstack.baseRegistry");
    }

    @Test
    void saysThatABuildTookTooLong() {
        assertThat(BuildFailure.of(BUILD, new Result(Result.TIMED_OUT, "#1 x", "")).getMessage())
                .contains("FS-BUILD-002")
                .contains("3600 s");
    }

    private static ImageBuild image(ImageBuild.Image image) {
        return ImageBuild.image(
                Path.of("/src"),
                Path.of("/src/target/Dockerfile"),
                "app",
                image,
                Duration.ofMinutes(60));
    }

    private static ScriptedCommands buildx() {
        return new ScriptedCommands().on("docker buildx version", 0, "v0.29", "");
    }

    private static BuildKit builder(ScriptedCommands commands, String client) {
        return new BuildKit(
                commands,
                new EngineInfo("docker", "28.5.2", client, "linux/amd64", false, "localhost"));
    }
}
