package io.github.fullstackmaven.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.github.fullstackmaven.engine.ContainerSpec;
import io.github.fullstackmaven.model.Application;
import io.github.fullstackmaven.model.Volume;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TrialModelTest {
    private static final Application DEPLOYED =
            Examples.application()
                    .but()
                    .environment("PRO")
                    .volumes(
                            List.of(
                                    new Volume("data", "/data", false, true, "test"),
                                    new Volume("/srv/up", "/up", false, false, "test"),
                                    new Volume("/srv/conf", "/conf", true, false, "test")))
                    .application();

    @Test
    void sharesNothingOnTheEngineWithWhatIsDeployed() {
        List<ContainerSpec> live = Specs.unit(target(DEPLOYED), "r1", "model");
        List<ContainerSpec> trial =
                Specs.trial(
                        target(TrialModel.of(DEPLOYED, 45123)), "trial", "2026-01-01T00:00:00Z");

        assertThat(trial).hasSameSizeAs(live);
        ContainerSpec unit = trial.get(trial.size() - 1);
        assertThat(unit.name()).isNotEqualTo(live.get(live.size() - 1).name());
        assertThat(unit.network()).contains("fullstack-edge-45123");
        assertThat(unit.labels()).containsEntry(Labels.ENVIRONMENT, "verify-45123");
        assertThat(unit.restart()).isEqualTo("no");
        assertThat(unit.published())
                .extracting(p -> p.address().orElse("") + ":" + p.hostPort())
                .containsExactly("127.0.0.1:45123");
        assertThat(unit.volumes())
                .extracting(Volume::source, Volume::target)
                .contains(
                        tuple("/srv/conf", "/conf"),
                        tuple(DEPLOYED.name() + "-verify-45123_data", "/data"))
                .doesNotContain(tuple("/srv/up", "/up"));
        assertThat(live.get(live.size() - 1).published()).isEmpty();
    }

    @Test
    void knowsItselfAtItsPort() {
        assertThat(TrialModel.of(DEPLOYED, 45123).publicUrl())
                .isEqualTo("http://" + DEPLOYED.publicHost() + ":45123");
    }

    @Test
    void onlyAnEnvironmentOfItsOwnKindIsOneToTakeAway() {
        assertThat(TrialModel.port("verify-45123")).hasValue(45123);
        assertThat(TrialModel.port("verify-")).isEmpty();
        assertThat(TrialModel.port("verify-1x")).isEmpty();
        assertThat(TrialModel.port("pro")).isEmpty();
    }

    @Test
    void onlyWhatNobodyCanLookAtAnyMoreIsLeftOver() {
        Instant now = Instant.parse("2026-11-28T12:00:00Z");

        assertThat(TrialRemoval.isOver(Optional.of("2026-11-28T09:59:59Z"), now)).isTrue();
        assertThat(TrialRemoval.isOver(Optional.of("2026-11-28T11:59:59Z"), now)).isFalse();
        assertThat(TrialRemoval.isOver(Optional.of("yesterday"), now)).isFalse();
        assertThat(TrialRemoval.isOver(Optional.empty(), now)).isFalse();
    }

    private static Target target(Application application) {
        return new Target(application, Map.of("app", "sha256:1"), Optional.empty(), "test");
    }
}
