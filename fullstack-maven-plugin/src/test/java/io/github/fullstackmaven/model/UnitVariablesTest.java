package io.github.fullstackmaven.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class UnitVariablesTest {

    @Test
    void theApplicationKnowsItsOwnOrigin() {
        assertThat(UnitVariables.added(application(Map.of())))
                .containsEntry("PUBLIC_URL", "http://shop.example:8080")
                .containsEntry("FRONTEND_URL", "http://shop.example:8080");
    }

    @Test
    void inOneContainerOnlyTheGatewayReachesTheBackEnd() {
        assertThat(UnitVariables.added(application(Map.of()))).containsEntry("HOST", "127.0.0.1");
    }

    @Test
    void whatAFrameworkWantsIsFilledIn() {
        assertThat(UnitVariables.added(application(Map.of())))
                .containsEntry("PORT", "3000")
                .containsEntry("ROCKET_PORT", "3000")
                .containsEntry("ORIGIN", "http://shop.example:8080")
                .containsEntry("ALLOWED", "shop.example,localhost");
    }

    @Test
    void theEnvFileWins() {
        Application application = application(Map.of("PUBLIC_URL", "https://other.example"));

        assertThat(UnitVariables.added(application)).doesNotContainKey("PUBLIC_URL");
        assertThat(UnitVariables.all(application))
                .containsEntry("PUBLIC_URL", "https://other.example")
                .containsEntry("FRONTEND_URL", "http://shop.example:8080");
    }

    @Test
    void inAContainerOfItsOwnAProcessIsReachedFromOutside() {
        Application application = application(Map.of("PORT", "1"));
        Service api = application.processes().get(0);

        assertThat(UnitVariables.alone(application, api))
                .as("what is the same wherever the image runs, without what the env file says")
                .isEqualTo(
                        Map.of(
                                "HOST",
                                "0.0.0.0",
                                "ROCKET_ADDRESS",
                                "0.0.0.0",
                                "ROCKET_PORT",
                                "3000"));
        assertThat(api.command(Layout.SINGLE)).endsWith("127.0.0.1:3000");
        assertThat(api.command(Layout.SPLIT)).endsWith("0.0.0.0:3000");
    }

    private static Application application(Map<String, String> envFile) {
        Map<String, Sourced<String>> variables = new java.util.TreeMap<>();
        envFile.forEach((name, value) -> variables.put(name, new Sourced<>(value, "env:1")));
        return new Application(
                "shop",
                "PRO",
                Optional.of("shop.example"),
                Layout.SINGLE,
                List.of(
                        Service.at("api", ServiceKind.BACKEND, Ecosystem.RUST)
                                .variables(
                                        Map.of(
                                                "ROCKET_PORT", "{port}",
                                                "ROCKET_ADDRESS", "{host}",
                                                "ORIGIN", "{url}",
                                                "ALLOWED", "{domain},localhost"))
                                .start(
                                        new Start(
                                                "binary",
                                                List.of("/app/api", "{host}:{port}"),
                                                Optional.of("api")))
                                .port(Optional.of(new Sourced<>(3000, "set")))
                                .service()),
                List.of(),
                new Variables(variables),
                List.of(),
                List.of(),
                new Edge(true, 8080, 8443),
                Optional.empty(),
                Map.of(),
                Timing.DEFAULT,
                Resources.DEFAULT,
                new Images("shop:1", Map.of()),
                3);
    }
}
