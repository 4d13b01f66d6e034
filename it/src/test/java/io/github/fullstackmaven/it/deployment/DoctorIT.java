package io.github.fullstackmaven.it.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.fullstackmaven.it.maven.MavenRun;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a machine lacks is said before anybody builds, each with its remedy; nothing is changed. */
class DoctorIT {
    private TestApplication application;

    @BeforeEach
    void fresh() throws IOException {
        application = TestApplication.named("it-doctor");
    }

    @AfterEach
    void leavesNothingBehind() {
        try {
            assertThat(application.leftOver()).isEmpty();
        } finally {
            application.close();
        }
    }

    @Test
    void aMachineThatHasAllIsWell() throws IOException {
        MavenRun run = application.type("doctor").succeeded();

        assertThat(run.output())
                .containsPattern("ok +engine +docker ")
                .containsPattern("ok +image builds +BuildKit")
                .containsPattern("ok +base image +\\S+rust:\\S+ is there")
                .containsPattern("ok +disk +\\S+ .B, .* free")
                .containsPattern("ok +port " + application.httpPort() + " +free");
        assertThat(
                        Files.readString(
                                application.directory().resolve("target/fullstack/doctor.json")))
                .doesNotContain("\"ok\" : false");
    }

    @Test
    void aPortThatSomebodyHasIsNotFree() throws IOException {
        try (ServerSocket taken = new ServerSocket(application.httpPort())) {
            MavenRun run = application.type("doctor").failed();

            assertThat(run.finding("FS-DOCTOR-007"))
                    .contains("port " + taken.getLocalPort() + " is taken");
            assertThat(run.output())
                    .containsPattern("not ok +port " + taken.getLocalPort())
                    .contains("(FS-EDGE-003)");
        }
    }

    @Test
    void aBaseImageThatCannotBeHadIsNotThere() {
        MavenRun run =
                application.type("doctor", "-Dfullstack.baseRegistry=localhost:1/mirror").failed();

        assertThat(run.output())
                .containsPattern("not ok +base image +localhost:1/mirror/\\S+ cannot be fetched")
                .contains("(FS-DOCTOR-005)");
    }

    @Test
    void withoutAnEngineTheRestIsLookedAtAllTheSame(@TempDir Path tools) throws IOException {
        MavenRun run =
                application
                        .typeWith("PATH", Tools.without("docker", "podman", tools), "doctor")
                        .failed();

        assertThat(run.output())
                .containsPattern("ok +Maven")
                .containsPattern("not ok +engine")
                .contains("(FS-ENGINE-001)");
    }
}
