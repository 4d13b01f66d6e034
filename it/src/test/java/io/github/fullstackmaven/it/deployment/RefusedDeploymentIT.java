package io.github.fullstackmaven.it.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.fullstackmaven.it.maven.MavenRun;
import io.github.fullstackmaven.it.tls.TestCertificate;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A deployment that cannot succeed says in one line why and what to do, and leaves nothing on the
 * engine.
 */
class RefusedDeploymentIT {
    private TestApplication application;

    @BeforeEach
    void fresh() throws IOException {
        application = TestApplication.named("it-refused");
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
    void anEngineThatDoesNotAnswerIsNamed() {
        MavenRun run = application.typeWith("DOCKER_HOST", "tcp://127.0.0.1:1", "deploy").failed();
        assertThat(run.finding("FS-ENGINE-002")).contains("127.0.0.1:1");
    }

    @Test
    void anEngineThatIsNotThereIsNamed(@TempDir Path tools) throws IOException {
        MavenRun run =
                application
                        .typeWith("PATH", Tools.without("docker", "podman", tools), "deploy")
                        .failed();
        assertThat(run.finding("FS-ENGINE-001")).contains("docker");
    }

    @Test
    void aBaseImageThatCannotBeHadIsNamed() {
        MavenRun run =
                application.type("deploy", "-Dfullstack.baseRegistry=localhost:1/mirror").failed();
        assertThat(run.finding("FS-IMAGE-001")).contains("localhost:1/mirror/", "baseRegistry");
    }

    @Test
    void aBuildThatFailsIsShownWithItsStageAndItsLastLines() throws IOException {
        Path main = application.directory().resolve("backend/src/main.rs");
        Files.writeString(main, Files.readString(main) + "\nfn broken( {}\n");
        MavenRun run = application.type("deploy").failed();
        assertThat(run.finding("FS-BUILD-001")).contains("backend");
        assertThat(run.output()).contains("src/main.rs", "fn broken( {}");
    }

    @Test
    void anOutputThatTheBuildDoesNotMakeIsNamed() {
        MavenRun run =
                application
                        .type(
                                "deploy",
                                "-Dfullstack.backendBuild=true",
                                "-Dfullstack.backendOutput=target/nothing-here")
                        .failed();
        assertThat(run.finding("FS-BUILD-010")).contains("target/nothing-here");
    }

    @Test
    void aPortThatIsTakenIsNamed() throws IOException {
        try (ServerSocket taken = new ServerSocket(application.httpPort())) {
            MavenRun run = application.type("deploy").failed();
            assertThat(run.finding("FS-EDGE-003")).contains(String.valueOf(taken.getLocalPort()));
        }
    }

    @Test
    void aKeyOfAnotherCertificateIsRefused(@TempDir Path directory) throws Exception {
        TestCertificate one = TestCertificate.of(application.domain(), directory.resolve("one"));
        TestCertificate two = TestCertificate.of(application.domain(), directory.resolve("two"));
        MavenRun run = deployWith(new TestCertificate(one.certificate(), two.key()));
        assertThat(run.finding("FS-TLS-003")).contains("key");
    }

    @Test
    void aCertificateForAnotherDomainIsRefused(@TempDir Path directory) throws Exception {
        MavenRun run = deployWith(TestCertificate.of("other.example", directory));
        assertThat(run.finding("FS-TLS-005")).contains("mapakms.com");
    }

    @Test
    void aCertificateThatHasEndedIsRefused(@TempDir Path directory) throws Exception {
        MavenRun run = deployWith(TestCertificate.ended(application.domain(), directory));
        assertThat(run.finding("FS-TLS-004")).contains("ended on", "renew");
    }

    private MavenRun deployWith(TestCertificate tls) {
        return application
                .type(
                        "deploy",
                        "-Dfullstack.tlsCertificate=" + tls.certificate(),
                        "-Dfullstack.tlsKey=" + tls.key())
                .failed();
    }
}
