package io.github.fullstackmaven.it.deployment;

import io.github.fullstackmaven.it.docker.Docker;
import io.github.fullstackmaven.it.http.Site;
import java.io.IOException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What is rendered stands on its own: {@code docker compose up} needs no Maven. */
class ComposeIT {
    private static TestApplication application;

    @BeforeAll
    static void composeUp() throws IOException {
        application = TestApplication.named("it-compose");
        application.type("build").succeeded();
        Docker.run(application.output(), "compose", "up", "--detach", "--build", "--wait");
    }

    @AfterAll
    static void composeDown() {
        Docker.run(application.output(), "compose", "down", "--volumes", "--timeout", "1");
        application.close();
    }

    @Test
    void everyKindOfPathHasTheSameAnswer() {
        Answers.table(new Site("localhost:" + application.httpPort(), application.httpPort()));
    }
}
