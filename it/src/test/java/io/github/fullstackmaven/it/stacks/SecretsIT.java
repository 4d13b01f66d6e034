package io.github.fullstackmaven.it.stacks;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.fullstackmaven.it.docker.Docker;
import io.github.fullstackmaven.it.maven.Maven;
import io.github.fullstackmaven.it.maven.MavenRun;
import io.github.fullstackmaven.it.sample.Sample;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Credentials of private registries and values of the env file are needed, and are nowhere: in no
 * layer, in no history, in no label, in no log, in no rendered file.
 */
class SecretsIT {
    /** Looks like no other text, and is no word of any package. */
    private static final String CANARY = "kanarek-7f3e91d05ab2c846";

    @TempDir Path directory;

    /**
     * Credentials of one registry, for a sample that uses it.
     *
     * @param id what the plugin calls it
     * @param application the sample
     * @param manifest a file that layers of the build are made of
     * @param addition what is added to it; blanks that no build before had follow, so that no layer
     *     of another build is taken
     * @param credentials a file that the program reads, with the canary in it
     * @param broken the same, so wrong that the program cannot go on
     * @param complaint what it says then
     */
    record Registry(
            String id,
            String application,
            String manifest,
            String addition,
            String credentials,
            String broken,
            String complaint) {
        @Override
        public String toString() {
            return id + " in " + application;
        }
    }

    static Stream<Registry> registries() {
        return Stream.of(
                new Registry(
                        "npmrc",
                        "node-react",
                        "apps/api/package.json",
                        " ".repeat(12),
                        "//npm.example/:_authToken=" + CANARY + "\n",
                        "registry=http://127.0.0.1:9/\nfetch-retries=0\n",
                        "127.0.0.1:9"),
                new Registry(
                        "pip",
                        "python-plain",
                        "server/requirements.txt",
                        "\n# For the test.\n",
                        "[global]\nuser-agent-user-data = " + CANARY + "\n",
                        "[global\n",
                        "pip.conf"),
                new Registry(
                        "maven",
                        "java-angular",
                        "backend/pom.xml",
                        "\n<!-- For the test. -->\n",
                        """
                        <settings>
                          <servers>
                            <server>
                              <id>private</id>
                              <username>reader</username>
                              <password>%s</password>
                            </server>
                          </servers>
                        </settings>
                        """
                                .formatted(CANARY),
                        "<settings><servers></settings>\n",
                        "settings.xml"));
    }

    private static Registry cargo() {
        return new Registry(
                "cargo",
                "rust-openssl",
                "build.rs",
                // cargo itself looks for a token only where a registry asks for one.
                """
                        fn main() {
                            let file = std::fs::read_to_string("/usr/local/cargo/credentials.toml");
                            assert!(file.unwrap().contains("token"), "no token in it");
                        }
                        """,
                "[registries.private]\ntoken = \"" + CANARY + "\"\n",
                "[registries.private]\n",
                "no token in it");
    }

    @AfterEach
    void removeImages() {
        for (String image : images()) {
            Docker.attempt(directory, Map.of(), "image", "rm", "--force", image);
        }
    }

    @ParameterizedTest
    @MethodSource("registries")
    void credentialsReachTheBuildAndNothingElse(Registry registry) throws IOException {
        assertReachTheBuildAlone(registry);
    }

    /** A whole build of Rust, which takes minutes. */
    @Test
    @Tag("stacks")
    void credentialsOfCargoReachTheBuildAndNothingElse() throws IOException {
        assertReachTheBuildAlone(cargo());
    }

    private void assertReachTheBuildAlone(Registry registry) throws IOException {
        Path application = applicationOf(registry);

        MavenRun broken = build(application, registry, registry.broken()).failed();
        assertThat(broken.output()).contains(registry.complaint());
        MavenRun run = build(application, registry, registry.credentials()).succeeded();

        assertNoTrace(new Traces(CANARY), application, run);
    }

    @Test
    void anotherTokenRunsWhatReadsItAgainAndTheSameDoesNot() throws IOException {
        String ran = "Installing collected packages";
        String token = "[global]\nuser-agent-user-data = ";
        Registry pip = registries().filter(r -> r.id().equals("pip")).findFirst().orElseThrow();
        Path application = applicationOf(pip);

        assertThat(build(application, pip, token + CANARY).succeeded().output()).contains(ran);
        assertThat(build(application, pip, token + CANARY).succeeded().output())
                .contains("not built again");
        assertThat(build(application, pip, token + "another").succeeded().output()).contains(ran);
        removeImages();
        MavenRun cached = build(application, pip, token + CANARY).succeeded();
        assertThat(cached.output()).contains("built in").doesNotContain(ran);

        String version =
                Files.readString(application.resolve("target/fullstack/secrets/pip/version"));
        assertThat(new Traces(version.strip()).in(cached.output())).as("in the log").isFalse();
        assertNoTraceInImages(new Traces(version.strip()));
    }

    @Test
    void valuesOfTheEnvFileAreNowhere() throws IOException {
        Path application = Sample.copy(apps().resolve("python-plain"), directory.resolve("app"));
        Path envFile = application.resolve("monorepo.env");
        Files.writeString(envFile, "TEA_TOKEN=" + CANARY + "\n");
        MavenRun run = goal(application, "build").succeeded();

        Files.delete(envFile);
        assertNoTrace(new Traces(CANARY), application, run);
    }

    @Test
    void aTraceIsFoundWhereThereIsOne() throws IOException {
        Path dockerfile = directory.resolve("Dockerfile");
        Files.writeString(dockerfile, "FROM scratch\nLABEL a=b\nCOPY text /\n");
        Files.writeString(directory.resolve("text"), "-".repeat(3_000_000) + CANARY);
        Docker.run(directory, "build", "--tag", name(), ".");

        assertThat(new Traces(CANARY).below(saved(name()))).isNotEmpty();
        assertThat(new Traces(CANARY).in("user:" + CANARY)).isTrue();
        assertThat(new Traces(CANARY).in(base64("user:" + CANARY + ":x"))).isTrue();
        assertThat(new Traces(CANARY).in(base64("reader:" + CANARY + ":x"))).isTrue();
        assertThat(new Traces(CANARY).in("kanarek")).isFalse();
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private void assertNoTrace(Traces canary, Path application, MavenRun run) throws IOException {
        assertThat(canary.in(run.output())).as("in the log").isFalse();
        assertThat(canary.below(application)).as("files with it").isEmpty();
        assertNoTraceInImages(canary);
    }

    private void assertNoTraceInImages(Traces canary) throws IOException {
        assertThat(images()).as("images").isNotEmpty();
        for (String image : images()) {
            assertThat(canary.in(Docker.run("history", "--no-trunc", image)))
                    .as("in the history of %s", image)
                    .isFalse();
            assertThat(canary.in(Docker.inspect(image).toString()))
                    .as("in the labels and the configuration of %s", image)
                    .isFalse();
            assertThat(canary.below(saved(image))).as("layers of %s with it", image).isEmpty();
        }
    }

    /** The image as its layers and its configuration, a file each. */
    private Path saved(String image) throws IOException {
        Path tar = directory.resolve("image.tar");
        Docker.run("save", "--output", tar.toString(), image);
        Path layers = Files.createTempDirectory(directory, "layers");
        unpack(tar, layers);
        Files.delete(tar);
        return layers;
    }

    private static void unpack(Path tar, Path into) throws IOException {
        Process process =
                new ProcessBuilder("tar", "-xf", tar.toString(), "-C", into.toString())
                        .inheritIO()
                        .start();
        assertThat(process.onExit().join().exitValue()).as("tar").isZero();
    }

    private Path applicationOf(Registry registry) throws IOException {
        Path application =
                Sample.copy(apps().resolve(registry.application()), directory.resolve("app"));
        Path manifest = application.resolve(registry.manifest());
        String before = Files.exists(manifest) ? Files.readString(manifest) : "";
        String never = " ".repeat(ThreadLocalRandom.current().nextInt(1, 10_000)) + "\n";
        Files.writeString(manifest, before + registry.addition() + never);
        return application;
    }

    private MavenRun build(Path application, Registry registry, String credentials)
            throws IOException {
        Path file = directory.resolve(registry.id());
        Files.writeString(file, credentials);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        return goal(application, "build", "-Dfullstack.buildSecrets=" + registry.id() + "=" + file);
    }

    private MavenRun goal(Path application, String goal, String... settings) {
        List<String> arguments = new ArrayList<>();
        arguments.add(Maven.goal(goal));
        arguments.add("-Dfullstack.name=" + name());
        arguments.addAll(List.of(settings));
        return Maven.in(application)
                .with("XDG_STATE_HOME", directory.resolve("state").toString())
                .run(arguments);
    }

    private static List<String> images() {
        return Docker.images(name()).stream()
                .map(line -> name() + ":" + line.substring(0, line.indexOf(' ')))
                .toList();
    }

    private static String name() {
        return "it-secrets";
    }

    private static Path apps() {
        return Path.of(System.getProperty("it.directory"), "apps");
    }
}
