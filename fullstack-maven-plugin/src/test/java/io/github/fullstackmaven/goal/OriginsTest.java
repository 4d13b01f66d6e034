package io.github.fullstackmaven.goal;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.fullstackmaven.model.Origin;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OriginsTest {
    @ParameterizedTest
    @CsvSource({
        "https://user:secret@git.example/shop.git, https://git.example/shop.git",
        "https://secret@git.example/shop.git, https://git.example/shop.git",
        "ssh://git@git.example:22/shop.git, ssh://git.example:22/shop.git",
        "https://git.example/a@b, https://git.example/a@b",
        "git@git.example:shop.git, git@git.example:shop.git",
        "/srv/git/shop.git, /srv/git/shop.git"
    })
    void anAddressLosesItsPassword(String address, String bare) {
        assertThat(Origins.bare(address)).isEqualTo(bare);
    }

    @Test
    void whatIsKnownIsSaidAndNothingElse() {
        Origin origin =
                new Origin(
                        Optional.of("1.2.0"),
                        Optional.empty(),
                        Optional.of("MIT"),
                        Optional.empty(),
                        Optional.of("0123456789abcdef0123456789abcdef01234567"),
                        Optional.of(Instant.ofEpochSecond(1700000000)));
        assertThat(origin.labels())
                .containsOnlyKeys(
                        "org.opencontainers.image.version",
                        "org.opencontainers.image.licenses",
                        "org.opencontainers.image.revision",
                        "org.opencontainers.image.created")
                .containsEntry("org.opencontainers.image.created", "2023-11-14T22:13:20Z");
        assertThat(Origin.UNKNOWN.labels()).isEmpty();
    }
}
