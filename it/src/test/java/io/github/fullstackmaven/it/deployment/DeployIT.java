package io.github.fullstackmaven.it.deployment;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.fullstackmaven.it.docker.Docker;
import io.github.fullstackmaven.it.http.Answer;
import io.github.fullstackmaven.it.http.Site;
import io.github.fullstackmaven.it.maven.MavenRun;
import io.github.fullstackmaven.it.sample.Directories;
import io.github.fullstackmaven.it.sample.Sample;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One command puts a repository without a POM on the air; the same command again does nothing. */
class DeployIT {
    private static final String SECRET = "canary-4f1d7a";

    private static TestApplication application;
    private static MavenRun dryRun;
    private static Set<Path> filesAfterDryRun;
    private static Set<String> objectsAfterDryRun;
    private static MavenRun first;

    @BeforeAll
    static void deploy() throws IOException {
        application = TestApplication.named("it-deploy");
        application.setVariable("MAPA_TOKEN", SECRET);
        dryRun = application.type("deploy", "-Dfullstack.dryRun").succeeded();
        filesAfterDryRun = Directories.below(application.directory());
        objectsAfterDryRun = application.leftOver();
        first = application.type("deploy").succeeded();
    }

    @AfterAll
    static void undeploy() {
        application.close();
    }

    @Test
    void everyKindOfPathHasItsAnswer() {
        System.out.println(Answers.table(application.site()));
    }

    @Test
    void thePageMayOnlyCallItsOwnOrigin() {
        Answer page = application.site().get("/");
        assertThat(page.header("content-security-policy"))
                .contains("default-src 'self'", "connect-src 'self'", "object-src 'none'")
                .doesNotContain("unsafe-inline");
        assertThat(page.header("x-content-type-options")).isEqualTo("nosniff");
        assertThat(page.header("server")).doesNotContainPattern("[0-9]");
    }

    @Test
    void anUnknownHostIsNotServed() {
        Answer answer = new Site("other.example", application.httpPort()).get("/");
        assertThat(answer.status()).isGreaterThanOrEqualTo(400);
    }

    @Test
    void theReportSaysWhatIsLive() {
        JsonNode report = application.deployment();
        assertThat(report.path("schema").asInt()).isEqualTo(1);
        assertThat(report.path("application").asText()).isEqualTo(application.name());
        assertThat(report.path("environment").asText()).isEqualTo("PRO");
        assertThat(report.path("engine").asText()).isEqualTo("docker");
        assertThat(report.path("release").asText()).isNotEmpty();
        assertThat(report.path("url").asText())
                .isEqualTo("http://mapakms.com:" + application.httpPort());
        assertThat(report.at("/edge/httpPort").asInt()).isEqualTo(application.httpPort());
        assertThat(Docker.inspect(application.unit()).at("/State/Running").asBoolean()).isTrue();
    }

    @Test
    void aDryRunWritesNothingAndStartsNothing() {
        assertThat(filesAfterDryRun).noneMatch(f -> f.startsWith("target"));
        assertThat(objectsAfterDryRun).isEmpty();
    }

    @Test
    void aDryRunPrintsTheOperationsThatAreThenCarriedOut() {
        List<String> announced = Operations.in(dryRun);
        assertThat(announced).isNotEmpty();
        assertThat(Operations.in(first)).isEqualTo(announced);
    }

    @Test
    void aVariableReachesTheBackEndAndNothingElse() throws IOException {
        String unit = application.unit();
        assertThat(Docker.inspect(unit).at("/Config/Env").toString()).contains(SECRET);

        assertThat(dryRun.output()).doesNotContain(SECRET);
        assertThat(first.output()).doesNotContain(SECRET);
        assertThat(Docker.run("history", "--no-trunc", application.image())).doesNotContain(SECRET);
        assertThat(Docker.run("image", "inspect", application.image())).doesNotContain(SECRET);
        for (Path file : Directories.below(application.output())) {
            assertThat(Files.readString(application.output().resolve(file), ISO_8859_1))
                    .as(file.toString())
                    .doesNotContain(SECRET);
        }
    }

    @Test
    void aRedeployWithoutAChangeBuildsNothingAndStartsNothing() {
        Set<String> containers = application.containers();
        String image = application.image();

        application.type("deploy").succeeded();

        assertThat(application.deployment().path("outcome").asText()).isEqualTo("unchanged");
        assertThat(application.containers()).isEqualTo(containers);
        assertThat(application.image()).isEqualTo(image);
    }

    @Test
    void aRedeployFromAnotherCloneStartsNothingEither(@TempDir Path other) throws IOException {
        Set<String> containers = application.containers();
        String image = application.image();
        Path clone = Sample.mapaKms(other.resolve("a-clone"));
        Files.copy(
                application.directory().resolve("monorepo.pro.env"),
                clone.resolve("monorepo.pro.env"));

        application.typeForClone(clone, "deploy").succeeded();

        assertThat(TestApplication.deployment(clone).path("outcome").asText())
                .isEqualTo("unchanged");
        assertThat(application.containers()).isEqualTo(containers);
        assertThat(Docker.images(application.name())).allMatch(i -> i.endsWith(image));
    }

    @Test
    void aForeignPomInTheWorkingDirectoryIsOfNoConcern(@TempDir Path directory) throws IOException {
        Files.writeString(
                directory.resolve("pom.xml"),
                """
                <project>
                  <modelVersion>4.0.0</modelVersion>
                  <groupId>com.example</groupId>
                  <artifactId>foreign</artifactId>
                  <version>7</version>
                </project>
                """);
        Set<String> containers = application.containers();

        application.typeIn(directory, "deploy").succeeded();

        assertThat(application.deployment().path("outcome").asText()).isEqualTo("unchanged");
        assertThat(application.containers()).isEqualTo(containers);
        assertThat(directory.resolve("target")).doesNotExist();
    }

    @Test
    void statusSaysWhatIsLive() {
        MavenRun status = application.type("status").succeeded();
        assertThat(status.output())
                .contains(application.name(), application.deployment().path("release").asText());
    }

    @Test
    void logsShowWhatTheBackEndSaid() {
        assertThat(application.type("logs").succeeded().output()).contains("listening on");
    }
}
