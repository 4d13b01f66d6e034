package io.github.fullstackmaven.deploy;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.fullstackmaven.deploy.Observed.Room;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class PreflightTest {
    private static final long MIB = 1L << 20;
    private static final OptionalLong MANY = OptionalLong.of(1_000_000);

    @Test
    void wantsRoomForTwiceTheImageAndOneGibibyte() {
        assertThatCode(() -> Preflight.enough(new Room(1224 * MIB, MANY), 100 * MIB))
                .doesNotThrowAnyException();
        assertThatThrownBy(() -> Preflight.enough(new Room(1223 * MIB, MANY), 100 * MIB))
                .hasMessageContaining("FS-DEPLOY-015")
                .hasMessageContaining("1223 MiB")
                .hasMessageContaining("1224 MiB");
    }

    @Test
    void wantsRoomForMoreFilesWhereTheirNumberIsLimited() {
        assertThatThrownBy(() -> Preflight.enough(new Room(9000 * MIB, OptionalLong.of(100)), MIB))
                .hasMessageContaining("FS-DEPLOY-016");
        assertThatCode(() -> Preflight.enough(new Room(9000 * MIB, OptionalLong.empty()), MIB))
                .doesNotThrowAnyException();
    }
}
