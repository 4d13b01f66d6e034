package io.github.fullstackmaven.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.fullstackmaven.model.Hook;
import io.github.fullstackmaven.model.Hooks;
import io.github.fullstackmaven.model.Plan;
import io.github.fullstackmaven.model.Sourced;
import io.github.fullstackmaven.scan.MemoryTree;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class HookPlanTest {
    private final Requests said = new Requests();

    private Hooks hooks(MemoryTree tree) {
        return Planner.plan(said.request(), tree).application().surroundings().hooks();
    }

    private static MemoryTree withProcfile(String text) {
        return Repositories.reactAndRust().with("backend/Procfile", text);
    }

    @Test
    void takesTheReleaseOfAProcfile() {
        MemoryTree tree = withProcfile("web: ./server\nrelease: shop-server migrate\n");
        assertThat(hooks(tree).before())
                .contains(
                        new Hook(
                                List.of("shop-server", "migrate"),
                                "backend",
                                "backend/Procfile:2"));
        Plan plan = Planner.plan(said.request(), tree);
        assertThat(plan.findings())
                .anyMatch(f -> f.toString().startsWith("FS-HOOK-002 backend/Procfile:2: "));
    }

    @Test
    void whatTheUserSaysWinsOverTheProcfile() {
        said.hooks =
                new HooksRequest(
                        Optional.of(new Sourced<>("migrate && seed", "-Dfullstack.preDeploy")),
                        Optional.of(new Sourced<>("warm", "<postDeploy>")),
                        Duration.ofSeconds(5));
        Hooks hooks = hooks(withProcfile("release: other\n"));
        assertThat(hooks.before())
                .contains(
                        new Hook(
                                List.of("/bin/sh", "-c", "migrate && seed"),
                                "backend",
                                "-Dfullstack.preDeploy"));
        assertThat(hooks.after().orElseThrow().argv()).endsWith("warm");
        assertThat(hooks.limit()).isEqualTo(Duration.ofSeconds(5));
    }

    @Test
    void noneTakesTheProcfilesCommandAway() {
        said.hooks =
                new HooksRequest(
                        Optional.of(new Sourced<>("none", "<preDeploy>")),
                        Optional.empty(),
                        Hooks.LIMIT);
        assertThat(hooks(withProcfile("release: other\n")).before()).isEmpty();
    }

    @Test
    void nothingIsRunWhereNobodySaysSo() {
        assertThat(hooks(Repositories.reactAndRust())).isEqualTo(Hooks.NONE);
    }
}
