package io.github.fullstackmaven.it.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.fullstackmaven.deploy.Deployment;
import io.github.fullstackmaven.deploy.LogbookOperation;
import io.github.fullstackmaven.deploy.Outcome;
import io.github.fullstackmaven.deploy.SiteOperation;
import io.github.fullstackmaven.engine.ExecResult;
import io.github.fullstackmaven.host.Command;
import io.github.fullstackmaven.host.Result;
import io.github.fullstackmaven.it.load.LoadClient;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The edge's volume is on a disk of its own, which is full at the worst of times. */
@Tag("faults")
@OnEveryEngine
class DiskFullIT extends FaultTest {
    private static final long SIZE = 4L << 30;

    private LoopDisk disk;

    @BeforeEach
    void putTheVolumeOnADiskOfItsOwn() {
        disk = LoopDisk.of(SIZE);
        Result made =
                lab.commands()
                        .run(
                                Command.of(
                                        List.of(
                                                lab.program(),
                                                "volume",
                                                "create",
                                                "--driver",
                                                "local",
                                                "--opt",
                                                "type=ext4",
                                                "--opt",
                                                "device=" + disk.device(),
                                                edge())));
        assertThat(made.ok()).as(made.err()).isTrue();
    }

    @AfterEach
    void letGoOfTheDisk() {
        if (engine.container(edge()).isPresent()) {
            makeRoom();
        }
        disk.close();
    }

    @Test
    void aFullDiskIsNoticedBeforeAnythingIsChanged() {
        deployTwo();
        String files = files();
        LoadClient load = visitors();
        fill();

        Deployment refused = deploy(shop.target(otherImage()));

        LoadClient.Report report = load.stop();
        record("D1", "disk full before the deployment", 1, report, refused.outcome().id());
        assertThat(refused.outcome()).isEqualTo(Outcome.REFUSED);
        assertThat(refused.problem().orElseThrow()).hasMessageContaining("FS-DEPLOY-015");
        assertThat(files()).isEqualTo(files);
        assertServedBy("r2", "after a full disk");
        assertThat(report.failures()).isEmpty();
    }

    @Test
    void aJournalThatCannotBeWrittenEndsTheDeploymentBeforeItBegins() {
        deployTwo();
        String files = files();
        LoadClient load = visitors();

        Deployment refused =
                deploy(
                        shop.target(otherImage()),
                        new Meanwhile<>(LogbookOperation.WriteJournal.class, op -> fill()));

        LoadClient.Report report = load.stop();
        record("D1", "disk full at the journal's line", 1, report, refused.outcome().id());
        assertThat(refused.outcome()).isEqualTo(Outcome.REFUSED);
        assertThat(refused.problem().orElseThrow())
                .hasMessageContaining("FS-DEPLOY-017")
                .hasMessageContaining("No space left");
        assertThat(files()).isEqualTo(files);
        assertServedBy("r2", "without a journal");
        assertThat(report.failures()).isEmpty();
    }

    @Test
    void aSwitchThatCannotBeWrittenLeavesTheSlotAsItWas() {
        deployTwo();
        String slot = slot();
        LoadClient load = visitors();

        Deployment failed =
                deploy(
                        shop.target(otherImage()),
                        new Meanwhile<>(SiteOperation.Switch.class, op -> fill()));

        assertThat(failed.outcome()).isEqualTo(Outcome.SWITCH_FAILED);
        assertThat(failed.problem().orElseThrow())
                .hasMessageContaining("FS-DEPLOY-004")
                .hasMessageContaining("No space left");
        assertThat(slot()).isEqualTo(slot);
        assertThat(inEdge("find /edge -name '*.new' -o -name '*.old'")).isEmpty();
        assertThat(page()).endsWith(" r2");
        List<String> left = leftOver();
        makeRoom();
        Deployment next = deploy(shop.target(otherImage()));

        LoadClient.Report report = load.stop();
        assertThat(next.outcome()).isEqualTo(Outcome.LIVE);
        assertServedBy(next.release().orElseThrow(), "with room again");
        record(
                "D1",
                "disk full at the switch",
                1,
                report,
                failed.outcome().id()
                        + (left.isEmpty() ? "" : ", until there is room: " + left.size() + " left")
                        + "; then live");
        assertThat(report.failures()).isEmpty();
    }

    @Test
    void whatIsLiveStaysLiveWhenItsLastLineCannotBeWritten() {
        deployTwo();
        LoadClient load = visitors();

        Deployment live =
                deploy(
                        shop.target(otherImage()),
                        new Meanwhile<>(SiteOperation.Drain.class, op -> fill()));

        assertThat(live.outcome()).isEqualTo(Outcome.LIVE);
        assertThat(page()).endsWith(" r3");
        makeRoom();
        Deployment next = deploy(shop.target(otherImage()));

        LoadClient.Report report = load.stop();
        assertServedBy(next.release().orElseThrow(), "with room again");
        record("D1", "disk full after the switch", 1, report, live.outcome().id());
        assertThat(report.failures()).isEmpty();
    }

    private void fill() {
        inEdge(
                "free=$(df -Pk /edge | awk 'NR > 1 { print $4 }');"
                        + " fallocate -l \"$((free - 4096))K\" /edge/filler;"
                        + " dd if=/dev/zero of=/edge/filler.rest bs=4k 2> /dev/null;"
                        + " dd if=/dev/zero of=/edge/filler.last bs=1 count=4096 2> /dev/null; true");
    }

    private void makeRoom() {
        inEdge("rm -f /edge/filler /edge/filler.rest /edge/filler.last");
    }

    private String slot() {
        return inEdge("cat /edge/slots/*.slot");
    }

    private String files() {
        return inEdge(
                "cd /edge && find . -type f ! -name 'filler*' ! -name .lock | sort | xargs sha256sum");
    }

    private String edge() {
        return "fullstack-edge-" + shop.httpPort();
    }

    private String inEdge(String program) {
        ExecResult result =
                engine.exec(edge(), List.of("sh", "-c", program), "", Duration.ofSeconds(60));
        assertThat(result.ok()).as(program + ": " + result.err()).isTrue();
        return result.out();
    }
}
