package io.github.fullstackmaven.it.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.fullstackmaven.it.docker.Docker;
import io.github.fullstackmaven.it.maven.MavenRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Visitors do not notice a redeploy. */
class RedeployUnderLoadIT {
    private static TestApplication application;

    @BeforeAll
    static void deploy() throws IOException {
        application = TestApplication.named("it-redeploy");
        application.type("deploy").succeeded();
    }

    @AfterAll
    static void undeploy() {
        application.close();
    }

    @Test
    void noRequestIsLostWhenAVariableChanges() {
        String image = application.image();
        Set<String> units = new HashSet<>(Set.of(application.unit()));
        Visitors visitors = Visitors.of(application);
        for (int i = 1; i <= 3; i++) {
            application.setVariable("MAPA_ROUND", String.valueOf(i));
            application.type("deploy").succeeded();
            units.add(application.unit());
        }
        System.out.println("3 redeploys with a changed variable: " + visitors.allWereServed());
        assertThat(units).as("each a release of its own").hasSize(4);
        assertThat(application.image()).as("of the same image").isEqualTo(image);
    }

    @Test
    @Tag("redeploys")
    void noRequestIsLostWhenSomebodyGoesBack() {
        application.setVariable("MAPA_ROUND", "before");
        application.type("deploy").succeeded();
        String before = application.deployment().path("release").asText();
        application.setVariable("MAPA_ROUND", "after");
        application.type("deploy").succeeded();
        MavenRun dryRun = application.type("rollback", "-Dfullstack.dryRun").succeeded();
        Visitors visitors = Visitors.of(application);

        MavenRun rollback = application.type("rollback").succeeded();

        System.out.println("a rollback: " + visitors.allWereServed());
        assertThat(Operations.in(rollback)).isNotEmpty().isEqualTo(Operations.in(dryRun));
        assertThat(application.deployment().path("outcome").asText()).isEqualTo("live");
        assertThat(application.deployment().path("release").asText()).isEqualTo(before);
        assertThat(Docker.inspect(application.unit()).at("/Config/Env").toString())
                .contains("MAPA_ROUND=before");
        assertThat(application.type("releases").succeeded().output())
                .containsPattern(before + " +live ")
                .contains("rollback from");
        assertThat(application.output().resolve("releases.json")).exists();
        assertThat(application.type("status").succeeded().output())
                .contains(before + " is live, healthy", " free", "volume " + application.name());
        assertThat(application.type("logs", "-Dfullstack.service=backend").succeeded().output())
                .contains("listening on")
                .doesNotContain("[supervisor]");
        assertThat(application.type("unlock").succeeded().output()).contains("nobody holds");
        assertThat(
                        application
                                .type("rollback", "-Dfullstack.release=r999")
                                .failed()
                                .finding("FS-DEPLOY-009"))
                .contains("r999");
    }

    @Test
    @Tag("redeploys")
    void noRequestIsLostInTenRedeploysWithARebuiltBackEnd() throws IOException {
        Path source = application.directory().resolve("backend/src/api.rs");
        String code = Files.readString(source);
        Set<String> images = new HashSet<>(Set.of(application.image()));
        Visitors visitors = Visitors.of(application);
        for (int i = 1; i <= 10; i++) {
            String answer = "no such route " + i;
            Files.writeString(source, code.replace("\"no such route\"", "\"" + answer + "\""));
            application.type("deploy").succeeded();
            images.add(application.image());
            assertThat(application.site().get("/api/missing").body()).contains(answer);
        }
        System.out.println("10 redeploys with a rebuilt back end: " + visitors.allWereServed());
        assertThat(images).as("each its own image").hasSize(11);
    }
}
