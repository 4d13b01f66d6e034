package io.github.fullstackmaven.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.fullstackmaven.deploy.Observed.Room;
import io.github.fullstackmaven.model.Volume;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class PreflightTest {
    private static final long MIB = 1L << 20;
    private static final OptionalLong MANY = OptionalLong.of(1_000_000);

    @Test
    void wantsRoomForTwiceTheImageAndOneGibibyte() {
        assertThatCode(
                        () ->
                                Preflight.enough(
                                        new Room(1224 * MIB, MANY), 100 * MIB, Examples.PODMAN))
                .doesNotThrowAnyException();
        assertThatThrownBy(
                        () ->
                                Preflight.enough(
                                        new Room(1223 * MIB, MANY), 100 * MIB, Examples.PODMAN))
                .hasMessageContaining("FS-DEPLOY-015")
                .hasMessageContaining("1223 MiB")
                .hasMessageContaining("1224 MiB")
                .hasMessageContaining("podman image prune");
    }

    @Test
    void wantsRoomForMoreFilesWhereTheirNumberIsLimited() {
        assertThatThrownBy(
                        () ->
                                Preflight.enough(
                                        new Room(9000 * MIB, OptionalLong.of(100)),
                                        MIB,
                                        Examples.PODMAN))
                .hasMessageContaining("FS-DEPLOY-016");
        assertThatCode(
                        () ->
                                Preflight.enough(
                                        new Room(9000 * MIB, OptionalLong.empty()),
                                        MIB,
                                        Examples.PODMAN))
                .doesNotThrowAnyException();
    }

    @Test
    void aDirectoryIsGivenToItsUserByTheIdsThatTheEngineHas() {
        assertThat(refused(true)).contains("; podman unshare chown 10001:10001 /srv/data on the");
        assertThat(refused(false)).contains("; chown 10001:10001 /srv/data on the");
    }

    private static String refused(boolean rootless) {
        Volume directory = new Volume("/srv/data", "/data", false, false, "pom.xml");
        return HostProblems.cannotUse(directory, "10001:10001", "write", Examples.podman(rootless))
                .getMessage();
    }
}
