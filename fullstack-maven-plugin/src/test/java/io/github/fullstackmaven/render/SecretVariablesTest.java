package io.github.fullstackmaven.render;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.fullstackmaven.model.Application;
import io.github.fullstackmaven.model.Layout;
import io.github.fullstackmaven.model.Secret;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Where something is rendered that hands secrets over, names are all that there is. */
class SecretVariablesTest {
    private static final Secret TOKEN =
            new Secret("api-key", "/keys/api", Optional.of("Y2FuYXJ5"), List.of("TOKEN", "KEY"));
    private static final Application SPLIT =
            Applications.withLayout(Applications.several(), Layout.SPLIT);
    private static final String NAMES =
            "\"FULLSTACK_SECRET_VARIABLES\": \"KEY=api-key TOKEN=api-key\"";

    @Test
    void inOneContainerTheSupervisorStartsProcessesWithThem() {
        Application application = with(Applications.plain());

        assertThat(Rendered.file(application, "context/supervisor.conf"))
                .contains("&& exec /usr/local/bin/fullstack-secrets /usr/bin/env ");
        assertThat(Rendered.file(application, "Dockerfile"))
                .contains("target/fullstack/context/fullstack-secrets ");
        assertThat(Rendered.file(application, "context/fullstack-secrets")).startsWith("#!/bin/sh");
    }

    @Test
    void inSeveralContainersTheImageDoesAlsoWhereItHasNoShellInItsPlace() {
        assertThat(Rendered.file(with(SPLIT), "Dockerfile"))
                .contains(
                        "ENTRYPOINT [\"/usr/bin/tini\", \"--\", \"/usr/local/bin/busybox\", \"sh\","
                                + " \"/usr/local/bin/fullstack-secrets\", \"/app/orders/");
    }

    @Test
    void withoutThemThereIsNothingOfIt() {
        for (Application application : List.of(Applications.plain(), SPLIT)) {
            assertThat(
                            new Renderer(TemplateSet.builtIn())
                                    .render(application, RenderOptions.DEFAULT))
                    .noneMatch(artefact -> artefact.path().contains("fullstack-secrets"))
                    .noneMatch(artefact -> artefact.text().contains("fullstack-secrets"));
        }
    }

    @Test
    void composeNamesThemAndNeverTheirValue() {
        for (Application application : List.of(with(Applications.plain()), with(SPLIT))) {
            assertThat(Rendered.file(application, "compose.yaml"))
                    .contains(NAMES)
                    .contains("secrets:\n  \"api-key\":\n    file: \"/keys/api\"")
                    .doesNotContain("canary", "Y2FuYXJ5");
        }
    }

    private static Application with(Application application) {
        return application.with(application.surroundings().with(List.of(TOKEN)));
    }
}
