package io.github.fullstackmaven.goal.dev;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.fullstackmaven.config.Context;
import io.github.fullstackmaven.config.Location;
import io.github.fullstackmaven.config.RequestReader;
import io.github.fullstackmaven.config.Settings;
import io.github.fullstackmaven.config.Structured;
import io.github.fullstackmaven.model.Application;
import io.github.fullstackmaven.model.Finding;
import io.github.fullstackmaven.plan.Planner;
import io.github.fullstackmaven.scan.MemoryTree;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is started for a repository, and what is said first. */
class DevPlannerTest {
    private static final String LOCK =
            """
            {"name": "pages", "version": "1.0.0", "lockfileVersion": 3, "packages": {
             "": {"name": "pages", "version": "1.0.0", "devDependencies": {"vite": "^8.0.0"}},
             "node_modules/vite": {"version": "8.0.0"}}}
            """;

    @TempDir Path directory;

    private final Pretended machine = new Pretended();
    private final Map<String, String> typed = new HashMap<>();

    /** Pages by Vite, and a server in Go on port 3000, or on the one that it is given. */
    private final MemoryTree shop =
            new MemoryTree()
                    .with(
                            "frontend/index.html",
                            "<!doctype html><script type=module src=/src/main.js></script>")
                    .with("frontend/src/main.js", "fetch(import.meta.env.VITE_API_URL)")
                    .with(
                            "frontend/package.json",
                            """
                            {"name": "pages", "version": "1.0.0",
                             "scripts": {"dev": "vite", "build": "vite build"},
                             "devDependencies": {"vite": "^8.0.0"}}
                            """)
                    .with("frontend/package-lock.json", LOCK)
                    .with(
                            "frontend/vite.config.ts",
                            "export default { server: { proxy: { '/api': 'http://localhost:3000' }"
                                    + " } }")
                    .with("backend/go.mod", "module example.org/shop\n\ngo 1.25\n")
                    .with(
                            "backend/main.go",
                            """
                            package main

                            import ("net/http"; "os")

                            func main() {
                                port := os.Getenv("PORT")
                                if port == "" { port = "3000" }
                                http.HandleFunc("/api/health", nil)
                                http.ListenAndServe(":"+port, nil)
                            }
                            """);

    private DevPlan plan(Wanted wanted) {
        Settings settings = Settings.of(typed, Map.of(), Map.of(), Map.of());
        Context context = new Context(directory, Optional.empty());
        Location location = Location.of(settings, context);
        Application application =
                Planner.plan(
                                new RequestReader(settings, context, location)
                                        .read(Structured.NONE),
                                shop)
                        .application();
        return new DevPlanner(application, shop, machine, wanted).plan();
    }

    private DevPlan plan() {
        return plan(new Wanted(OptionalInt.empty(), Map.of()));
    }

    private static DevProgram program(DevPlan plan, String name) {
        return plan.programs().stream()
                .filter(p -> p.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> ids(DevPlan plan) {
        return plan.findings().stream().map(Finding::id).toList();
    }

    @Test
    void bothSidesAreStartedAsTheirToolsDoIt() {
        DevPlan plan = plan();

        assertThat(plan.before()).containsExactly(new Step("frontend", "frontend", "npm ci"));
        assertThat(program(plan, "frontend").line()).isEqualTo("exec npm run dev");
        assertThat(program(plan, "frontend").port()).hasValue(5173);
        assertThat(program(plan, "backend").line()).isEqualTo("exec go run .");
        assertThat(program(plan, "backend").sources().orElseThrow().has("main.go")).isTrue();
        assertThat(plan.entry()).contains("frontend");
        assertThat(plan.handovers())
                .containsExactly(new Handover("backend", 3000, "/api/health", "/api/health"));
        assertThat(plan.findings()).isEmpty();
    }

    @Test
    void whatIsInstalledIsNotInstalledAgain() {
        shop.with("frontend/node_modules/vite/package.json", "{}");
        assertThat(plan().before()).isEmpty();
    }

    @Test
    void theBackEndHasTheVariablesOfTheModel() {
        shop.with("monorepo.env", "GREETING=a 'b' $c\n");
        assertThat(program(plan(), "backend").environment())
                .containsEntry("GREETING", "a 'b' $c")
                .containsEntry("PORT", "3000")
                .containsEntry("HOST", "127.0.0.1")
                .containsEntry("FRONTEND_URL", "http://localhost:5173");
    }

    @Test
    void thePagesGetTheRelativePrefixAndNoVariableOfTheBackEnd() {
        shop.with("monorepo.env", "PASSWORD=secret\n");
        assertThat(program(plan(), "frontend").environment())
                .containsEntry("VITE_API_URL", "/api")
                .doesNotContainKeys("PASSWORD", "PORT");
    }

    @Test
    void withoutAProxyItSaysHowToMendThatAndLeavesTheBaseAlone() {
        shop.with("frontend/vite.config.ts", "export default {}");
        DevPlan plan = plan();

        assertThat(plan.findings())
                .singleElement()
                .asString()
                .contains("FS-DEV-005 frontend/package.json")
                .contains("server: { proxy: { '/api': 'http://localhost:3000' } }");
        assertThat(program(plan, "frontend").environment()).doesNotContainKey("VITE_API_URL");
        assertThat(plan.handovers()).isEmpty();
    }

    @Test
    void aProxyThatKeepsAPrefixThatTheGatewayTakesOffIsNamed() {
        typed.put("fullstack.apiPrefix", "/api");
        typed.put("fullstack.apiStripPrefix", "true");
        assertThat(ids(plan())).containsExactly("FS-DEV-006");
    }

    @Test
    void aTakenPortOfTheDevServerIsLeftForTheNextOne() {
        machine.taken.addAll(List.of(5173, 5174));
        DevPlan plan = plan();

        assertThat(program(plan, "frontend").line()).isEqualTo("exec npm run dev -- --port 5175");
        assertThat(program(plan, "backend").environment())
                .containsEntry("FRONTEND_URL", "http://localhost:5175");
    }

    @Test
    void aTakenPortThatWasAskedForIsAnError() {
        machine.taken.add(4000);
        assertThatThrownBy(() -> plan(new Wanted(OptionalInt.of(4000), Map.of())))
                .hasMessageContaining("FS-DEV-003 frontend listens on port 4000")
                .hasMessageContaining("process 41 (node server.js)");
    }

    @Test
    void aTakenPortThatTheProxyNamesIsAnErrorThatSaysWhoHasIt() {
        machine.taken.add(3000);
        assertThatThrownBy(this::plan)
                .hasMessageContaining(
                        "FS-DEV-003 backend listens on port 3000, which process 41 (node server.js)"
                                + " has")
                .hasMessageContaining("process.env.API_URL ?? 'http://localhost:3000'");
    }

    @Test
    void aProxyThatIsToldItsTargetFollowsTheBackEndToAnotherPort() {
        machine.taken.add(3000);
        shop.with(
                "frontend/vite.config.ts",
                "const target = process.env.API_URL ?? 'http://localhost:3000';\n"
                        + "export default { server: { proxy: { '/api': { target: target } } } }");
        DevPlan plan = plan();

        assertThat(program(plan, "backend").environment()).containsEntry("PORT", "3001");
        assertThat(program(plan, "frontend").environment())
                .containsEntry("API_URL", "http://localhost:3001");
    }

    @Test
    void aProxyThatIsToldThePortAloneGetsThePortAlone() {
        machine.taken.add(3000);
        shop.with(
                "frontend/vite.config.ts",
                "export default { server: { proxy: {"
                        + " '/api': `http://localhost:${process.env.API_PORT ?? 3000}` } } }");
        assertThat(program(plan(), "frontend").environment()).containsEntry("API_PORT", "3001");
    }

    @Test
    void aMissingToolIsNamedWithTheVersionThatTheRepositoryAsksFor() {
        machine.missing.add("go");
        assertThatThrownBy(this::plan)
                .hasMessageContaining(
                        "FS-DEV-007 backend: go, which runs backend, is not on the PATH; install it"
                                + " (the repository asks for go 1.");
    }

    @Test
    void theUsersOwnCommandWins() {
        DevPlan plan =
                plan(new Wanted(OptionalInt.empty(), Map.of("backend", "make serve PORT={port}")));
        assertThat(program(plan, "backend").line()).isEqualTo("make serve PORT=3000");
        assertThat(program(plan, "backend").sources()).isEmpty();
    }

    @Test
    void aCommandForNobodyIsAnError() {
        assertThatThrownBy(() -> plan(new Wanted(OptionalInt.empty(), Map.of("bakend", "x"))))
                .hasMessageContaining("FS-DEV-004 <devCommands>: no service is called bakend")
                .hasMessageContaining("frontend, backend");
    }

    @Test
    void aFrontEndWithoutADevServerIsAnError() {
        shop.with(
                "frontend/package.json",
                """
                {"name": "pages", "version": "1.0.0", "scripts": {"build": "vite build"},
                 "devDependencies": {"vite": "^8.0.0"}}
                """);
        assertThatThrownBy(this::plan).hasMessageContaining("FS-DEV-001 frontend/package.json");
    }

    @Test
    void aPackageManagerThatIsNotThereIsCalledByCorepack() {
        shop.without("frontend/package-lock.json")
                .with("frontend/pnpm-lock.yaml", "lockfileVersion: '9.0'\n");
        DevPlan plan = plan();
        assertThat(plan.before().get(0).line()).startsWith("corepack pnpm install");
        assertThat(program(plan, "frontend").line()).isEqualTo("exec corepack pnpm run dev");
    }

    @Test
    void airIsUsedWhereTheRepositoryIsSetUpForItAndMissedOtherwise() {
        shop.with("backend/.air.toml", "");
        assertThat(ids(plan())).containsExactly("FS-DEV-010");
        machine.missing.remove("air");
        assertThat(program(plan(), "backend").line()).isEqualTo("exec air");
    }
}
