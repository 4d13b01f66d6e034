package io.github.fullstackmaven.it.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.fullstackmaven.it.maven.MavenRun;
import java.io.IOException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A release that never gets healthy changes nothing for the visitors. */
class UnhealthyReleaseIT {
    private static TestApplication application;
    private static String oldUnit;
    private static String oldRelease;
    private static MavenRun failed;
    private static JsonNode report;
    private static String answers;

    @BeforeAll
    static void deployWhatCannotStart() throws IOException {
        application = TestApplication.named("it-unhealthy");
        application.type("deploy").succeeded();
        oldUnit = application.unit();
        oldRelease = application.deployment().path("release").asText();
        application.setVariable("DATABASE_URL", "postgres://nowhere/towns");
        failed = application.type("deploy", "-Dfullstack.readyTimeout=20s").failed();
        report = application.deployment();
        answers = Answers.table(application.site());
    }

    @AfterAll
    static void undeploy() {
        application.close();
    }

    @Test
    void keepsServingTheOldRelease() {
        assertThat(answers).isNotEmpty();
    }

    @Test
    void saysUnhealthyInTheReport() {
        assertThat(report.path("outcome").asText()).isEqualTo("unhealthy");
        assertThat(report.path("release").asText()).as("what is live").isEqualTo(oldRelease);
    }

    @Test
    void showsWhatTheBackEndSaid() {
        assertThat(failed.output()).contains("only sqlite: is supported");
    }

    @Test
    void recoversWithTheNextDeployment() {
        application.setVariable("DATABASE_URL", "sqlite:///data/mapa-kms.db");
        application.setVariable("RUST_LOG", "debug");
        application.type("deploy").succeeded();

        assertThat(application.deployment().path("outcome").asText()).isEqualTo("live");
        assertThat(application.unit()).isNotEqualTo(oldUnit);
        assertThat(application.containers())
                .as("the failed one is gone")
                .hasSizeLessThanOrEqualTo(2);
        Answers.table(application.site());
    }
}
