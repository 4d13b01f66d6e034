package io.github.fullstackmaven.deploy;

import static io.github.fullstackmaven.deploy.Examples.IMAGE;
import static io.github.fullstackmaven.deploy.Examples.OTHER_IMAGE;
import static io.github.fullstackmaven.deploy.Examples.serving;
import static io.github.fullstackmaven.deploy.Examples.unit;
import static io.github.fullstackmaven.deploy.Examples.with;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.fullstackmaven.deploy.Observed.ReleaseRecord;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ReleaseHistoryTest {
    private static final Observed OBSERVED =
            with(
                    serving("r5", unit("r5", "running")),
                    new ReleaseRecord("r3", OTHER_IMAGE),
                    new ReleaseRecord("r4", "sha256:gone"),
                    new ReleaseRecord("r5", IMAGE));

    private final List<String> journal = new ArrayList<>();
    private int minute;

    @Test
    void saysOfEachReleaseWhatBecameOfIt() {
        run("r1", "live");
        run("r2", "unhealthy");
        run("r3", "live");
        run("r4", "live");
        run("r5", "live");
        begin("r6", "image changed");

        assertThat(states())
                .containsExactly(
                        "r6 begun",
                        "r5 live",
                        "r4 no-image",
                        "r3 kept",
                        "r2 unhealthy",
                        "r1 forgotten");
    }

    @Test
    void saysWhoDidItWhenWhyAndHowLongItTook() {
        run("r5", "live");

        Release release = releases().get(0);

        assertThat(release.by()).contains("anna@build-7");
        assertThat(release.cause()).contains("image changed");
        assertThat(release.time()).contains(Instant.parse("2026-01-01T00:02:00Z"));
        assertThat(release.took()).isPresent();
        assertThat(release.image()).contains("shop:1");
        assertThat(release.revision()).contains("4f1d7a");
    }

    @Test
    void aReleaseThatOneWentBackToHasTheTimeOfThat() {
        run("r5", "live");
        run("r6", "live");
        begin("r5", "rollback from r6");
        end("r5", "live");

        Release release = releases().get(1);

        assertThat(release.name()).isEqualTo("r5");
        assertThat(release.cause()).contains("rollback from r6");
        assertThat(release.time()).contains(Instant.parse("2026-01-01T00:06:00Z"));
    }

    @Test
    void aRollbackThatFailedChangesNothingOfTheReleasesStory() {
        run("r3", "live");
        begin("r3", "rollback from r5");
        end("r3", "unhealthy");

        assertThat(releases().stream().filter(r -> r.name().equals("r3")).findFirst())
                .get()
                .extracting(Release::state, Release::cause)
                .containsExactly("kept", Optional.of("image changed"));
    }

    @Test
    void believesTheEdgeAboutAReleaseWhoseDeploymentWasKilledAfterTheSwitch() {
        begin("r5", "image changed");

        assertThat(releases().get(0))
                .extracting(Release::state, Release::took)
                .containsExactly("live", Optional.<Duration>empty());
    }

    @Test
    void knowsReleasesThatTheJournalHasForgottenAndPassesOverBrokenLines() {
        journal.add("{\"time\":\"2026-01-01T0");
        journal.add("");

        assertThat(states()).containsExactly("r5 live", "r4 no-image", "r3 kept");
        assertThat(releases().get(0).imageId()).contains(IMAGE);
    }

    private void run(String release, String outcome) {
        begin(release, "image changed");
        end(release, outcome);
    }

    private void begin(String release, String cause) {
        journal.add(
                writer().begin(
                                new LogbookOperation.WriteJournal(release, "begin", cause),
                                new Provenance(IMAGE, "shop:1", Optional.of("4f1d7a"))));
    }

    private void end(String release, String outcome) {
        Journal writer = writer();
        writer.begin(
                new LogbookOperation.WriteJournal(release, "begin", ""),
                new Provenance(IMAGE, "shop:1", Optional.empty()));
        journal.add(writer.end(new LogbookOperation.WriteJournal(release, outcome, "done")));
    }

    private Journal writer() {
        minute++;
        Instant now = Instant.parse("2026-01-01T00:00:00Z").plus(Duration.ofMinutes(minute));
        return new Journal(Clock.fixed(now, ZoneOffset.UTC), "anna@build-7");
    }

    private List<Release> releases() {
        return ReleaseHistory.of(
                String.join("\n", journal), OBSERVED, image -> !image.equals("sha256:gone"));
    }

    private List<String> states() {
        return releases().stream().map(r -> r.name() + " " + r.state()).toList();
    }
}
