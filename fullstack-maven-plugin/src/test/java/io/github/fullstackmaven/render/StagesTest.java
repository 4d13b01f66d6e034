package io.github.fullstackmaven.render;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.fullstackmaven.model.Application;
import io.github.fullstackmaven.model.BuildFacts;
import io.github.fullstackmaven.model.Layout;
import io.github.fullstackmaven.model.Service;
import io.github.fullstackmaven.stages.Build;
import io.github.fullstackmaven.stages.Stage;
import io.github.fullstackmaven.stages.Stages;
import io.github.fullstackmaven.stages.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What is built in which order; on the same applications as the renderers. */
class StagesTest {

    @Test
    void dependenciesAreCompiledBeforeAnySourceIsThere() {
        Build build = build(Applications.plain());
        List<String> before = new ArrayList<>(copied(stage(build, "backend-skeleton")));
        before.addAll(copied(stage(build, "backend-resolution")));
        before.addAll(copied(stage(build, "backend-dependencies")));

        assertThat(before)
                .containsOnly(
                        "target/fullstack/context/fullstack-kept-crates",
                        "target/fullstack/context/skeleton/backend/",
                        "target/fullstack/context/skeleton/backend/Cargo.toml");
        assertThat(stage(build, "backend").from()).isEqualTo("backend-dependencies");
        assertThat(copied(stage(build, "backend"))).containsExactly("backend/");
    }

    @Test
    void theBinaryIsBuiltFromTheLock() {
        assertThat(commands(stage(build(Applications.plain()), "backend")))
                .anyMatch(
                        text ->
                                text.startsWith("cargo build --release")
                                        && text.contains(" --locked "));
    }

    @Test
    void aMissingLockFileIsMadeAndCanBeExported() {
        assertThat(build(Applications.plain()).has("backend-lockfile")).isTrue();
        assertThat(build(withRust(true, Map.of("Cargo.toml", ""))).has("backend-lockfile"))
                .isFalse();
    }

    @Test
    void aProjectThatCannotBeTakenApartIsBuiltInOneGo() {
        Build build = build(withRust(true, Map.of()));

        assertThat(build.has("backend-dependencies")).isFalse();
        assertThat(copied(stage(build, "backend-skeleton"))).containsExactly("backend/");
    }

    @Test
    void theUsersOwnCommandReplacesTheStagesOfTheEcosystem() {
        Build build = build(Applications.rich());

        assertThat(build.has("backend-skeleton")).isFalse();
        assertThat(stage(build, "backend").steps())
                .anyMatch(
                        step ->
                                step instanceof Step.ProjectCommand command
                                        && command.command().startsWith("cargo build --features"));
        assertThat(commands(stage(build, "backend"))).anyMatch(text -> text.contains("test -f %s"));
    }

    @Test
    void theImageTakesOnlyWhatWasBuiltAndWhatWasGenerated() {
        Build build = build(Applications.plain());

        assertThat(stage(build, Build.APP).from()).isEqualTo("runtime");
        assertThat(stage(build, "runtime").from())
                .isEqualTo("docker.io/library/debian:trixie-slim");
        assertThat(copied(stage(build, Build.APP)))
                .allMatch(
                        path ->
                                path.startsWith("target/fullstack/context/")
                                        || path.startsWith("/out/"));
        assertThat(copied(stage(build, Build.BUNDLE))).containsExactly("/out/");
        assertThat(stage(build, Build.BUNDLE).from()).isEqualTo(Stage.SCRATCH);
    }

    @Test
    void theImageIsTheLastStageAndItsLabelsTheLastStep() {
        List<Stage> stages = build(Applications.plain()).stages();
        List<Step> steps = stages.get(stages.size() - 1).steps();

        assertThat(stages.get(stages.size() - 1).name()).isEqualTo(Build.APP);
        assertThat(steps.get(steps.size() - 1)).isInstanceOf(Step.Labels.class);
    }

    @Test
    void everyStageStandsAfterThoseThatItNeeds() {
        for (Application application : List.of(Applications.plain(), Applications.rich())) {
            List<Stage> stages = build(application).stages();
            List<String> names = stages.stream().map(Stage::name).toList();
            assertThat(names).doesNotHaveDuplicates();
            for (int i = 0; i < stages.size(); i++) {
                List<String> later = names.subList(i, names.size());
                assertThat(later).doesNotContain(stages.get(i).from());
                for (Step step : stages.get(i).steps()) {
                    if (step instanceof Step.Copy copy && copy.from().isPresent()) {
                        assertThat(names.subList(0, i)).contains(copy.from().get());
                    }
                }
            }
        }
    }

    @Test
    void aDirectoryOfAVolumeBelongsToTheUserOfTheContainer() {
        Step.Run run = (Step.Run) stage(build(Applications.plain()), Build.APP).steps().get(0);

        assertThat(run.commands().get(1).arguments()).containsExactly("10001", "10001", "/data");
    }

    @Test
    void theApiBaseIsRelative() {
        assertThat(stage(build(Applications.plain()), "frontend").steps())
                .contains(
                        new Step.Env(
                                Map.of(
                                        "NODE_COMPILE_CACHE", "/var/cache/node-compile",
                                        "VITE_API_BASE", "/api")));
    }

    @Test
    void inLayoutSplitTheGatewayHasThePagesAndNothingOfAProcess() {
        Build build = build(Applications.withLayout(Applications.plain(), Layout.SPLIT));

        assertThat(build.has(Build.APP)).isFalse();
        assertThat(stage(build, "gateway").from())
                .isEqualTo(Applications.plain().images().base("edge"));
        assertThat(
                        stage(build, "gateway").steps().stream()
                                .filter(Step.Copy.class::isInstance)
                                .flatMap(step -> ((Step.Copy) step).from().stream()))
                .containsExactly("frontend");
        assertThat(stage(build, "backend-runtime").steps())
                .contains(new Step.StopSignal("SIGTERM"));
    }

    @Test
    void inLayoutSplitAProcessFindsItsVolumesOwnedByItsUser() {
        Build build = build(Applications.withLayout(Applications.plain(), Layout.SPLIT));

        assertThat(stage(build, "backend-runtime").steps())
                .contains(
                        new Step.Exec(
                                List.of(
                                        "/usr/local/bin/busybox",
                                        "install",
                                        "-d",
                                        "-m",
                                        "0750",
                                        "-o",
                                        "10001",
                                        "-g",
                                        "10001",
                                        "/data")));
    }

    @Test
    void pagesAloneAreAnImage() {
        Build build =
                build(
                        Applications.withServices(
                                Applications.plain(), List.of(Applications.react())));
        assertThat(build.has("app")).isTrue();
        assertThat(build.has("backend-runtime")).isFalse();
    }

    @Test
    void aWorkerOfTheSameProgramIsBuiltOnceAndCopiedOnce() {
        Build build = build(Applications.several());
        assertThat(build.has("orders-mail")).isFalse();
        assertThat(build.has("orders-mail-runtime")).isTrue();
        assertThat(
                        stage(build, "app").steps().stream()
                                .filter(Step.Copy.class::isInstance)
                                .map(Step.Copy.class::cast)
                                .filter(copy -> copy.from().isPresent())
                                .map(Step.Copy::target))
                .containsExactly("/app/orders/", "/app/stock/", "/usr/share/fullstack/html/");
    }

    private static Application withRust(boolean lockfile, Map<String, String> skeleton) {
        BuildFacts facts =
                new BuildFacts.Rust("backend", "p", "b", lockfile, skeleton, List.of("p"));
        Service rust =
                Applications.backend("backend", facts, List.of(), false, "x", 3000, "/health");
        return Applications.withServices(Applications.plain(), List.of(Applications.react(), rust));
    }

    private static Build build(Application application) {
        RenderOptions options = RenderOptions.DEFAULT;
        return Stages.of(application, options.generated(), options.labels());
    }

    private static Stage stage(Build build, String name) {
        return build.stages().stream()
                .filter(stage -> stage.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> copied(Stage stage) {
        return stage.steps().stream()
                .filter(Step.Copy.class::isInstance)
                .map(Step.Copy.class::cast)
                .flatMap(copy -> copy.sources().stream())
                .toList();
    }

    private static List<String> commands(Stage stage) {
        return stage.steps().stream()
                .filter(Step.Run.class::isInstance)
                .map(Step.Run.class::cast)
                .flatMap(run -> run.commands().stream())
                .map(command -> command.text())
                .toList();
    }
}
