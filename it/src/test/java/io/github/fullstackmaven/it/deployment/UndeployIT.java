package io.github.fullstackmaven.it.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.fullstackmaven.it.docker.Docker;
import io.github.fullstackmaven.it.maven.MavenRun;
import java.io.IOException;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What was deployed can be taken away without a trace; only data stays. */
class UndeployIT {
    private static TestApplication application;
    private static MavenRun dryRun;
    private static Set<String> containersAfterDryRun;

    @BeforeAll
    static void deployAndUndeploy() throws IOException {
        application = TestApplication.named("it-undeploy");
        application.type("deploy").succeeded();
        dryRun = application.type("undeploy", "-Dfullstack.dryRun").succeeded();
        containersAfterDryRun = application.containers();
        application.type("undeploy").succeeded();
    }

    @AfterAll
    static void undeploy() {
        application.close();
    }

    @Test
    void aDryRunTakesNothingAway() {
        assertThat(Operations.in(dryRun)).isNotEmpty();
        assertThat(containersAfterDryRun).isNotEmpty();
    }

    @Test
    void onlyTheVolumeWithTheDataStays() {
        assertThat(application.leftOver())
                .singleElement()
                .asString()
                .startsWith("volume ")
                .contains("data");
    }

    @Test
    void noImageStays() {
        assertThat(Docker.images(application.name())).isEmpty();
    }

    @Test
    void undeployingWhatIsNotThereSucceeds() {
        application.type("undeploy").succeeded();
    }
}
