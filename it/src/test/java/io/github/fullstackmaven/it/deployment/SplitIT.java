package io.github.fullstackmaven.it.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.fullstackmaven.it.docker.Docker;
import io.github.fullstackmaven.it.http.Site;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The same repository in two containers: nobody outside sees the difference. */
@Tag("stacks")
class SplitIT {
    private static final String SECRET = "canary-77aa01";
    private static final String SPLIT = "-Dfullstack.layout=split";

    private static TestApplication application;

    @BeforeAll
    static void deploy() throws IOException {
        application = TestApplication.named("it-split");
        application.setVariable("MAPA_TOKEN", SECRET);
        application.type("deploy", SPLIT).succeeded();
    }

    @AfterAll
    static void undeploy() {
        application.close();
    }

    @Test
    void everyKindOfPathHasTheSameAnswerAndTheSecretsAreTheProcesss() throws IOException {
        System.out.println(Answers.table(application.site()));

        Map<String, String> containers = containers();
        assertThat(containers).containsOnlyKeys("backend", "gateway");
        assertThat(variables(containers.get("backend"))).contains(SECRET);
        assertThat(variables(containers.get("gateway"))).doesNotContain(SECRET);
        JsonNode images =
                new JsonMapper()
                        .readTree(Files.readString(application.output().resolve("image.json")))
                        .path("images");
        assertThat(images.findValuesAsText("role")).containsExactly("backend", "gateway");
        assertThat(images.findValuesAsText("id"))
                .containsExactlyInAnyOrder(
                        Docker.inspect(containers.get("backend")).path("Image").asText(),
                        Docker.inspect(containers.get("gateway")).path("Image").asText());
        assertThat(application.type("logs", "-Dfullstack.service=backend").succeeded().output())
                .contains("listening on");
        assertThat(application.type("logs").succeeded().output())
                .contains("backend | ", "gateway | {");
    }

    @Test
    void noVisitorNoticesAnotherLayout() {
        application.type("deploy", SPLIT).succeeded();
        assertThat(application.deployment().path("outcome").asText()).isIn("unchanged", "live");
        Visitors visitors = Visitors.of(application);

        application.type("deploy").succeeded();
        assertThat(containers()).containsOnlyKeys("app");
        application.type("rollback").succeeded();
        assertThat(containers()).containsOnlyKeys("backend", "gateway");

        System.out.println("split, single and back: " + visitors.allWereServed());
        assertThat(application.containers()).hasSize(2);
    }

    @Test
    void composeAloneGivesTheSameSite() throws IOException {
        try (TestApplication alone = TestApplication.named("it-split-compose")) {
            alone.type("build", SPLIT).succeeded();
            Docker.run(alone.output(), "compose", "up", "--detach", "--build", "--wait");
            try {
                Answers.table(new Site("localhost:" + alone.httpPort(), alone.httpPort()));
            } finally {
                Docker.run(alone.output(), "compose", "down", "--volumes", "--timeout", "1");
            }
        }
    }

    private static Map<String, String> containers() {
        Map<String, String> containers = new TreeMap<>();
        application
                .deployment()
                .path("containers")
                .forEach(c -> containers.put(c.path("role").asText(), c.path("name").asText()));
        return containers;
    }

    private static String variables(String container) {
        return Docker.inspect(container).at("/Config/Env").toString();
    }
}
